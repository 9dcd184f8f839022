import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { inRepo, root } from "./provision/paths.js";
import { run } from "./provision/run.js";
import { runMain } from "./provision/userError.js";

/**
 * Prints the size of every bundle of a production build, plain and gzipped. Fails where one is over its budget
 * (scripts/sizeBudgets.json, in kB of the plain file), where one has no budget, and where a budget has no bundle.
 */
async function main(): Promise<number> {
  const built = await run(process.execPath, ["esbuild.mjs", "--production", "--no-tests"], root);
  if (built !== 0) return built;
  const budgets = JSON.parse(await readFile(inRepo("scripts", "sizeBudgets.json"), "utf8")) as Record<string, number>;
  const bundles = (await readdir(inRepo("dist"), { recursive: true }))
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => name.replaceAll("\\", "/"));
  let failures = 0;
  for (const file of [...new Set([...bundles, ...Object.keys(budgets)])].sort()) {
    const budget = budgets[file];
    const bytes = bundles.includes(file) ? await readFile(inRepo("dist", file)) : undefined;
    const kilobytes = (bytes?.length ?? 0) / 1000;
    const verdict = bytes === undefined ? "MISSING" : budget === undefined ? "NO BUDGET" : kilobytes > budget ? "OVER BUDGET" : "ok";
    if (verdict !== "ok") failures++;
    const gzipped = bytes === undefined ? 0 : gzipSync(bytes).length / 1000;
    console.log(
      `${file.padEnd(30)} ${kilobytes.toFixed(0).padStart(6)} kB of ${String(budget ?? 0).padStart(6)} (${gzipped.toFixed(0).padStart(4)} kB gzipped)  ${verdict}`,
    );
  }
  return failures === 0 ? 0 : 1;
}

void runMain(main);
