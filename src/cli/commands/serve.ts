import type { Command } from "commander";

const EXAMPLES = `
Standard input and output then belong to the protocol.

Example, for an editor's settings:
  command: corpus-navigator
  arguments: serve --stdio
  language ids: news-article, news-bundle (or plaintext)`;

/** `serve --stdio`: the language server, for any editor that speaks LSP. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .summary("run the language server")
    .description("Runs the language server, for any editor that speaks the Language Server Protocol.")
    .requiredOption("--stdio", "talk over standard input and output")
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      // It listens from here on, and ends the process when its client says so or goes away.
      await import("../../server/main/node");
    });
}
