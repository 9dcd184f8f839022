/**
 * Bundles everything that ships into dist/ and the suites for VS Code into out/.
 *
 *   node esbuild.mjs [--production] [--watch] [--no-tests]
 *
 * --production  minified, no source maps: what goes into the .vsix
 * --watch       keeps building on change
 * --no-tests    leaves out the suites
 *
 * TESTS=related,search in the environment: of the suites, only the files whose names hold one of these.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const tests = !process.argv.includes("--no-tests");
const wanted = (process.env.TESTS ?? "").split(",");

/** The command line runs on Node 20; VS Code 1.106 runs extensions on Node 22 and in Chromium 138. */
const node = { platform: "node", format: "cjs", target: "node20" };
const browser = { platform: "browser", target: "chrome138", mainFields: ["browser", "module", "main"] };

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": production ? '"production"' : '"development"' },
};

const entry = (source, outfile, options) => ({ ...shared, entryPoints: [source], outfile, ...options });

/** The client can list its samples nowhere but here: see src/client/sample/sampleFiles.ts. */
const sampleFiles = readdirSync("samples", { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => path.relative("samples", path.join(file.parentPath, file.name)).replaceAll("\\", "/"))
  .sort();
const client = { external: ["vscode"], define: { ...shared.define, SAMPLE_FILES: JSON.stringify(sampleFiles) } };

/** What a server in a browser knows its program by: it cannot look at its own files. What it kept counts for the same program only. */
function programHash() {
  const hash = createHash("sha256");
  for (const folder of ["src/core", "src/server"])
    for (const name of readdirSync(folder, { recursive: true }).sort())
      if (name.endsWith(".ts")) hash.update(readFileSync(path.join(folder, name)));
  return hash.update(readFileSync("models/names.bin")).digest("hex").slice(0, 16);
}

const products = [
  entry("src/client/extension.ts", "dist/client/extension.js", { ...node, ...client }),
  entry("src/client/extension.browser.ts", "dist/client/extension.browser.js", { ...browser, ...client, format: "cjs" }),
  entry("src/server/main/node.ts", "dist/server/node.js", node),
  entry("src/server/main/browser.ts", "dist/server/browser.js", {
    ...browser,
    format: "iife",
    define: { ...shared.define, PROGRAM_HASH: JSON.stringify(programHash()) },
  }),
  entry("src/server/main/analyst.node.ts", "dist/server/analyst.node.js", node),
  entry("src/server/main/analyst.browser.ts", "dist/server/analyst.browser.js", { ...browser, format: "iife" }),
  entry("src/cli/main.ts", "dist/cli/main.js", { ...node, banner: { js: "#!/usr/bin/env node" } }),
  ...webviews(),
];

/** Each script and style sheet directly in src/client/webview is an entry of its own; what they import lies in folders. */
function webviews() {
  const folder = "src/client/webview";
  const entryPoints = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.(?:ts|css)$/.test(name))
        .map((name) => path.join(folder, name))
    : [];
  return entryPoints.length === 0 ? [] : [{ ...shared, ...browser, entryPoints, outdir: "dist/webview", format: "iife" }];
}

/**
 * The suite that runs inside VS Code, once for each kind of extension host. Its entry is made of the set-up, which
 * must come first, and of every test file, so that no test is forgotten.
 */
function suite(outfile, setUp, options) {
  const folder = "test/vscode/suite";
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") && wanted.some((part) => name.includes(part)))
    .sort();
  return bundledTests(outfile, setUp, folder, files, options);
}

function bundledTests(outfile, setUp, folder, files, options) {
  const contents = [`export { run } from "./${setUp}";`, ...files.map((file) => `import "./${folder}/${file}";`)].join("\n");
  return { ...shared, minify: false, sourcemap: "inline", stdin: { contents, resolveDir: ".", loader: "ts" }, outfile, ...options };
}

const webSuite = {
  ...browser,
  format: "cjs",
  external: ["vscode"],
  // Node's assertions, as a package for browsers.
  alias: { "node:assert/strict": "./test/web/assert.ts", "node:assert": "./test/web/assert.ts" },
  define: { ...shared.define, global: "globalThis", "process.env.NODE_DEBUG": '""' },
  inject: ["test/web/process.ts"],
  // Mocha's browser bundle assigns `module.exports` itself, which would hide the suite's own export.
  footer: { js: "module.exports = { run };" },
};
const webSetUp = "test/web/suite.ts";
const suites = [
  suite("out/test/vscode/index.js", "test/vscode/suite/index.ts", { ...node, external: ["vscode", "mocha"] }),
  suite("out/test/web/index.js", webSetUp, webSuite),
  // One after the other in one browser.
  ...["cold", "warm"].map((name) => bundledTests(`out/test/web/${name}.js`, webSetUp, "test/web/kept", [`${name}.test.ts`], webSuite)),
];

// Only what ships must be free of leftovers; otherwise a VS Code may be running from dist/ just now.
if (production) rmSync("dist", { recursive: true, force: true });
const builds = [...products, ...(tests ? suites : [])];
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...options, plugins: [announce(options)] })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.allSettled(builds.map((options) => esbuild.build(options)));
  if (results.some((result) => result.status === "rejected")) process.exit(1);
}

/** Says when a bundle was written, in the form that the watch task of .vscode/tasks.json waits for. */
function announce(options) {
  return {
    name: "announce",
    setup(build) {
      build.onStart(() => console.log("[watch] build started"));
      build.onEnd(() => console.log(`[watch] build finished: ${options.outfile ?? options.outdir}`));
    },
  };
}
