import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { root } from "./provision/paths.js";
import { runMain } from "./provision/userError.js";
import { sumTotals } from "./testing/totals.js";
import { killGroup, onExit } from "./vscode/cleanup.js";

/**
 * All tests: unit and server, in VS Code with a Node extension host, in VS Code for the web.
 *
 *   --vscode=npm|desktop|PATH   which VS Code has the Node extension host (see test/vscode/main.ts)
 *   --min                       the oldest supported VS Code as well
 *   --packaged                  the extension is installed from its .vsix, in the newest VS Code and in the one for the web
 *
 * Ends with the sum over all suites; every suite runs even when one before it failed.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { vscode: { type: "string" }, min: { type: "boolean", default: false }, packaged: { type: "boolean", default: false } },
  });
  const vscode = values.vscode === undefined ? [] : [`--vscode=${values.vscode}`];
  const packaged = values.packaged ? ["--packaged"] : [];
  const built = await step("Build", ["esbuild.mjs"]);
  if (built.code !== 0) return built.code;
  const suites = [
    await step("Unit and server tests", ["node_modules/mocha/bin/mocha.js", "--reporter", "scripts/testing/specWithTotals.cjs"]),
    await step("Tests in VS Code", ["--import", "tsx", "test/vscode/main.ts", ...vscode, ...packaged]),
    ...(values.min ? [await step("Tests in the oldest VS Code", ["--import", "tsx", "test/vscode/main.ts", "--oldest", ...vscode])] : []),
    await step("Tests in VS Code for the web", ["--import", "tsx", "test/web/main.ts", ...packaged]),
  ];
  const totals = sumTotals(suites.map((suite) => suite.output).join("\n"));
  const failed = suites.filter((suite) => suite.code !== 0).map((suite) => suite.title);
  // A suite that broke before its first test has counted nothing: the sum must not look complete then.
  const broken = suites.filter((suite) => sumTotals(suite.output).suites === 0).map((suite) => suite.title);
  console.log();
  if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}`);
  if (broken.length > 0) console.log(`Ended without totals (counted as one failed test each): ${broken.join(", ")}`);
  console.log(`${totals.passed} passed, ${totals.failed + broken.length} failed, ${totals.skipped} skipped`);
  return failed.length + broken.length + totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

interface Step {
  readonly title: string;
  readonly code: number;
  readonly output: string;
}

/** Runs one step with Node, showing its output as it comes. */
async function step(title: string, args: readonly string[]): Promise<Step> {
  console.log(`\n=== ${title} ===`);
  const started = Date.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" });
  const forget = onExit(() => {
    killGroup(child, "SIGTERM");
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
    process.stdout.write(data);
  });
  child.stderr.on("data", (data: Buffer) => process.stderr.write(data));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve(exit ?? 1);
    });
  });
  forget();
  console.log(`=== ${title}: ${code === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s ===`);
  return { title, code, output };
}

void runMain(main);
