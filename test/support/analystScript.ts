import { buildSync } from "esbuild";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeThreads } from "../../src/server/analysis/node/nodeThreads";
import type { AnalystHost } from "../../src/server/analysis/analysts";

let folder: string | null = null;

function scripts(): string {
  if (folder !== null) return folder;
  const made = mkdtempSync(join(tmpdir(), "corpus-analyst-"));
  folder = made;
  process.on("exit", () => {
    rmSync(made, { recursive: true, force: true });
  });
  buildSync({
    entryPoints: ["src/server/main/analyst.node.ts"],
    outfile: join(made, "analyst.js"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  return made;
}

/** Real threads, which get every text whatever its length. */
export function realThreads(count = 2): AnalystHost {
  return { ...nodeThreads(join(scripts(), "analyst.js")), count, leastText: 0 };
}

/** The same, where each thread first runs `code`: it has `parentPort`, and hears messages before the analyst does. */
export function threadsThatRun(name: string, code: string, count = 1): AnalystHost {
  const script = join(scripts(), `${name}.js`);
  writeFileSync(script, `const { parentPort } = require("node:worker_threads");\n${code}\nrequire("./analyst.js");\n`);
  return { ...nodeThreads(script, { maxOldGenerationSizeMb: 200 }), count, leastText: 0 };
}
