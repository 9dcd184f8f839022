/**
 * Runs a script as the extension runs: bundled by esbuild. Node's loaders for TypeScript turn every import into a
 * getter, which costs a tight loop more than half its speed. Usage: tsx scripts/bundled.ts SCRIPT [ARGUMENT…]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { buildSync } from "esbuild";

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error("Say which script to run.");
const folder = ".vscode-test/bundled";
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(script, ".ts")}.mjs`);
buildSync({ entryPoints: [script], bundle: true, platform: "node", format: "esm", packages: "external", outfile, logLevel: "warning" });
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: "inherit" }).status ?? 1;
