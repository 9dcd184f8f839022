/** Which part may import which: core <- server, core <- cli, (core, protocol) <- client; and no circles, types included. */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "Two files that need each other are one idea, or a third is missing.",
      from: {},
      to: { circular: true },
    },
    forbid("core-stands-alone", "^src/core/", "^src/(client|server|cli|protocol)/", "The core knows nobody who uses it."),
    forbid("protocol-is-types", "^src/protocol/", "^src/(client|server|cli)/", "Both sides share the protocol; it knows neither."),
    forbid("client-asks", "^src/client/", "^src/(server|cli)/", "The client knows the server only through the protocol."),
    forbid("server-answers", "^src/server/", "^src/(client|cli)/", "The server knows nobody who asks."),
    forbid("cli-has-no-editor", "^src/cli/", "^src/client/", "The command line has no editor."),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    includeOnly: "^src/",
  },
};
