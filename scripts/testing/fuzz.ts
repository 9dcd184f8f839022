import { parseArgs } from "node:util";
import fc from "fast-check";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { addCorrection, applyChange } from "../../src/core/entities/corrections/editCorrections";
import { parseCorrections } from "../../src/core/entities/corrections/parseCorrections";
import { resolveArticle } from "../../src/core/entities/resolve/resolveArticle";
import { parseQuery } from "../../src/core/search/query/parser";
import { label, markdownText } from "../../src/core/text/escape";
import { tokenize, Tokens } from "../../src/core/text/tokens";
import { webAddresses } from "../../src/core/text/webAddresses";
import { decode } from "../../src/server/files/io/decode";

/**
 * Gives every reader of texts random ones, made of the signs that it looks for: none may throw, nor take much longer for four times
 * as much. Prints how many were given; the seed makes a run again.
 *
 *   npm run fuzz -- --executions 20000 --seed 1
 */
const { values } = parseArgs({
  options: { executions: { type: "string", default: "10000" }, seed: { type: "string", default: String(Date.now() & 0x7fffffff) } },
});

const signs = [
  "<<<FILE: a.txt>>>\n",
  "<<<END FILE>>>\n",
  "# ",
  "By Ada Berg\n",
  "March 4, 2021",
  "PORT (Reuters) - ",
  "Mr. ",
  "said on Monday",
  "\n\n",
  "\r\n",
  "\r",
  "https://a.example/(",
  "[x](#)",
  "---\n",
  "title: ",
  '"',
  "“",
  "(",
  ")",
  "AND ",
  "NEAR/3 ",
  "date:2021..",
  "title:",
  "*",
  "~",
  "hide:\n  - kind: person\n    name: A\n",
  "version: 1\n",
  "[",
  "{",
  "&a ",
  "\0",
  "\u2028",
  "\u202e",
  "\ud800",
  "😀",
  "é",
  "中文",
  ".",
  ",",
  " ",
  "1/2/03",
  "yesterday",
];
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...signs) }, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

const targets: Readonly<Record<string, (text: string) => void>> = {
  "envelope and article": (input) => {
    const document = parseDocument(input, { fileName: "a.txt" });
    for (let at = 0; at < document.slots.length; at++) document.article(at);
  },
  "one article": (input) => {
    parseDocument(input, { fileName: "a.txt", kind: "article" }).article(0);
  },
  decoding: (input) => {
    decode(new TextEncoder().encode(input));
  },
  tokens: (input) => {
    tokenize(input, 0, input.length, new Tokens());
  },
  names: (input) => {
    resolveArticle(input, [
      { start: 0, end: input.length, type: "PER", score: 1 },
      { start: 0, end: input.length, type: "ORG", score: 1 },
    ]);
  },
  query: (input) => {
    parseQuery(input);
  },
  addresses: (input) => {
    for (const span of webAddresses(input, 0, input.length)) if (span.end <= span.start) throw new Error("an empty address");
  },
  "corrections file": (input) => {
    const change = addCorrection(input, {
      list: "hide",
      keys: [
        ["kind", "person"],
        ["name", "A"],
      ],
    });
    if (!("message" in change)) parseCorrections(applyChange(input, change));
  },
  escape: (input) => {
    if (/[\n\r\u2028\u0085]/.test(label(input) + markdownText(input))) throw new Error("more than one line");
  },
};

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
