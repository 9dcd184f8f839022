import { parseArgs } from "node:util";
import fc from "fast-check";
import { addCorrection, applyChange } from "../../src/core/entities/corrections/editCorrections";
import { parseCorrections } from "../../src/core/entities/corrections/parseCorrections";
import { resolveArticle } from "../../src/core/entities/resolve/resolveArticle";
import { SegmentReader } from "../../src/core/library/segment";
import { StringPool } from "../../src/core/util/stringPool";
import { decode } from "../../src/server/files/io/decode";
import { readers, signs } from "./readers";

/**
 * Gives every reader of texts random ones, made of the signs that it looks for: none may throw, nor take much longer for four times
 * as much. Prints how many were given; the seed makes a run again.
 *
 *   npm run fuzz -- --executions 20000 --seed 1
 */
const { values } = parseArgs({
  options: { executions: { type: "string", default: "10000" }, seed: { type: "string", default: String(Date.now() & 0x7fffffff) } },
});

const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...signs) }, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

const targets: Readonly<Record<string, (text: string) => void>> = {
  ...readers,
  decoding: (input) => {
    decode(new TextEncoder().encode(input));
  },
  "resolved names": (input) => {
    resolveArticle(input, [
      { start: 0, end: input.length, type: "PER", score: 1 },
      { start: 0, end: input.length, type: "ORG", score: 1 },
    ]);
  },
  "corrections written into a damaged file": (input) => {
    write(input, "A");
  },
  "corrections of any name": (input) => {
    const text = write("hide:\n  - kind: person\n    name: B\n", input);
    if (text !== null && parseCorrections(text).problems.some(({ isFatal }) => isFatal === true)) throw new Error(text);
  },
  "kept index": (input) => {
    SegmentReader.open(new TextEncoder().encode(input), new StringPool());
  },
};

/** Writes a correction of `name`; null where it is refused. */
function write(input: string, name: string): string | null {
  const change = addCorrection(input, {
    list: "hide",
    keys: [
      ["kind", "person"],
      ["name", name],
    ],
  });
  if ("message" in change) return null;
  const text = applyChange(input, change);
  parseCorrections(text);
  return text;
}

/** Processor time of `work`, in microseconds: the least of three runs. */
function cost(work: () => void): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    }),
  );
}

const each = Math.ceil(Number(values.executions) / Object.keys(targets).length);
let total = 0;
for (const [name, target] of Object.entries(targets)) {
  const outcome = fc.check(
    fc.property(text, (input) => {
      target(input);
    }),
    { numRuns: each, seed: Number(values.seed) },
  );
  total += outcome.numRuns;
  let worst = 0;
  let worstSign = "";
  for (const sign of signs) {
    const [once, fourTimes] = [
      cost(() => {
        target(sign.repeat(300));
      }),
      cost(() => {
        target(sign.repeat(1200));
      }),
    ];
    // What takes less than two milliseconds says nothing of growth.
    if (fourTimes > 2000 && fourTimes / Math.max(once, 500) > worst) [worst, worstSign] = [fourTimes / Math.max(once, 500), sign];
  }
  console.log(
    `${name}: ${outcome.numRuns} texts, ${outcome.failed ? `FAILED: ${fc.defaultReportMessage(outcome) ?? ""}` : "none threw"}; four times as much took at most ${worst.toFixed(1)} times as long (${JSON.stringify(worstSign)})`,
  );
  if (outcome.failed) process.exitCode = 1;
}
console.log(`${total} executions, seed ${values.seed}`);
