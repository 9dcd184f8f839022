/**
 * Runs a script as the extension runs: bundled by esbuild. Node's loaders for TypeScript turn every import into a
 * getter, which costs a tight loop more than half its speed. Usage: tsx scripts/bundled.ts SCRIPT [ARGUMENT…]
 *
 * A script below a folder with a package.json of its own (`bench`, `scripts/train`) finds that package's dependencies, which are
 * installed when a script needs them first: who only builds and tests the extension never has them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { buildSync } from "esbuild";

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error("Say which script to run.");
let home = dirname(script);
while (home !== "." && !existsSync(join(home, "package.json"))) home = dirname(home);
if (home !== "." && !existsSync(join(home, "node_modules"))) {
  console.error(`Installing what ${home} needs (once) …`);
  const installed = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: home,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.status !== 0) throw new Error(`Could not install the packages of ${home}: run "npm ci" there.`);
}
const folder = home === "." ? ".vscode-test/bundled" : join(home, ".bundled");
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(script, ".ts")}.mjs`);
buildSync({ entryPoints: [script], bundle: true, platform: "node", format: "esm", packages: "external", outfile, logLevel: "warning" });
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: "inherit" }).status ?? 1;
