/**
 * How often the date that a text mentions is read right, on invented sentences: `npm run bench:dates`. Those of
 * `dates/development.txt` are for looking at while rules are written: with `--show`, those that fail are named.
 * `dates/test.txt` is only measured.
 */
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { dateAt } from "../src/core/dates/dateAt";

type Outcome = "right" | "offered" | "silent" | "wrong";

/** First reading right, right among several, nothing said of a date, or a wrong value (or a value where there is none). */
function outcomeOf(readings: readonly string[] | null, wanted: readonly string[]): Outcome {
  if (wanted.includes("none")) return readings === null || readings.length === 0 ? "right" : "wrong";
  if (readings === null || readings.length === 0) return "silent";
  if (wanted.includes(readings[0] ?? "")) return "right";
  return readings.some((reading) => wanted.includes(reading)) ? "offered" : "wrong";
}

const show = process.argv.includes("--show");
for (const half of ["development", "test"] as const) {
  const counts: Record<Outcome, number> = { right: 0, offered: 0, silent: 0, wrong: 0 };
  for (const line of readFileSync(path.join(__dirname, "dates", `${half}.txt`), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [published = "", marked = "", wanted = ""] = line.split(" | ");
    const words = /\[([^\]]*)\]/.exec(marked);
    if (words === null) throw new Error(`No words are marked: ${line}`);
    const middle = words.index + Math.floor((words[1]?.length ?? 0) / 2);
    const readings = dateAt(marked.replace(/[[\]]/g, ""), middle, published)?.readings ?? null;
    const outcome = outcomeOf(readings, wanted.split(" or "));
    counts[outcome]++;
    if (show && half === "development" && outcome !== "right")
      console.log(`${outcome.padEnd(8)} ${marked} | want ${wanted} | got ${readings?.join(", ") ?? "nothing"}`);
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(counts).map(([outcome, count]) => `${outcome} ${String(count)}`);
  const good = ((100 * (counts.right + counts.offered)) / all).toFixed(1);
  console.log(`${half}: ${String(all)} dates, ${parts.join(", ")}; right or offered ${good} %`);
}
