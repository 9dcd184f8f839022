import assert from "node:assert/strict";
import fc from "fast-check";
import { bundleEntry } from "../../../src/core/envelope/bundleEntry";
import { parseEnvelopes } from "../../../src/core/envelope/parseEnvelopes";
import { LineIndex } from "../../../src/core/text/lineIndex";

/** What a reader of a bundle of these files gets: names and texts. */
function roundTrip(files: readonly (readonly [name: string, text: string])[]): [name: string | null, text: string][] {
  const taken = new Set<string>();
  const bundle = files.map(([name, text]) => bundleEntry(name, text, taken).text).join("");
  return parseEnvelopes(bundle, new LineIndex(bundle)).articles.map(({ name, raw }) => [name, bundle.slice(raw.start, raw.end)]);
}

const NAMES = [
  "a.txt",
  "news/a b.txt",
  "1/2: a.txt",
  "3/10",
  "#0001",
  "12",
  "a.txt date=2013",
  "a | title: b.txt",
  "a = b.txt",
  "it's.txt",
  'say "it".txt',
  '"quoted".txt',
  "`ticks`.txt",
  " blanks .txt",
  "ends>.txt>",
  ">>>",
  "<<<FILE: x>>>",
  "END",
  "a.txt LINES 1-2",
  "a.txt BEGIN",
  'path="x"',
  "café 🚢.txt",
  "FILE",
  ": colon",
  "| bar",
  "a\tb.txt",
  "a%20b#c?.txt",
  "2013-11-17.txt",
];

const TEXTS = [
  "",
  "Harbour reopens",
  "Harbour reopens\n",
  "\n\n  \nHarbour\n\n\n",
  "a\r\nb\r\n",
  "a\rb\r",
  "a\r\n\r",
  "a\u2028b\u0085c\u000b\n",
  "\ufeffHarbour\n",
  "<<<FILE: x.txt>>>\nHarbour\n<<<END FILE>>>\n",
  "<<<END FILE>>>\n<<<EOF>>>\n<<<END>>>\n",
  "<<<FILE>>>\n<<<FILE>>>\n",
  "<<<FILE: a.txt>>>\nself\n<<<END FILE: a.txt>>>\n",
  "<<<END FILE: a.txt>>>\nthe very closer\n",
  "<<<FILE: a.txt>>>\nonly opened\n",
  "PATH: b.txt\nBYTES: 5\nnot a header\n",
  '<<<FILE path="a.txt" id="article-1">>>\n<<<END FILE: article-1>>>\n',
];

describe("bundleEntry", () => {
  it("writes the plain form where it will do", () => {
    assert.equal(bundleEntry("a.txt", "Harbour\n", new Set()).text, "<<<FILE: a.txt>>>\nHarbour\n<<<END FILE: a.txt>>>\n");
  });

  for (const name of NAMES) {
    it(`keeps the name ${JSON.stringify(name)}, or says that it cannot, and the text`, () => {
      const entry = bundleEntry(name, "Harbour\n", new Set());
      assert.deepEqual(
        roundTrip([
          ["x.txt", "X\n"],
          [name, "Harbour\n"],
          ["y.txt", "Y\n"],
        ]),
        [
          ["x.txt", "X\n"],
          [entry.name, "Harbour\n"],
          ["y.txt", "Y\n"],
        ],
      );
      assert.ok(entry.exact);
    });
  }

  it("keeps all names that a marker can hold", () => {
    const changed = NAMES.filter((name) => bundleEntry(name, "x\n", new Set()).name !== name);
    assert.deepEqual(changed, ["a\tb.txt"]);
  });

  for (const text of TEXTS) {
    it(`keeps the text ${JSON.stringify(text)}`, () => {
      const kept = text === "" || /[\r\n]$/.test(text) ? text : `${text}\n`;
      const read = roundTrip([
        ["before.txt", "B\n"],
        ["a.txt", text],
        ["behind.txt", "C\n"],
      ]);
      assert.deepEqual(
        read.map(([, content]) => content),
        ["B\n", kept, "C\n"],
      );
    });
  }

  it("keeps any texts under any names", () => {
    const line = fc.constantFrom(
      "",
      " ",
      "Harbour reopens",
      "<<<FILE: a>>>",
      "<<<FILE: b>>>",
      "<<<END FILE: a>>>",
      "<<<END FILE: b>>>",
      "<<<END FILE>>>",
      "<<<FILE>>>",
      "<<<END a>>>",
      "<<<EOF>>>",
      "<<<FILE #1>>>",
      '<<<FILE path="a" id="b">>>',
      "NAME: a",
      "\ufeff<<<END FILE: a>>",
    );
    const text = fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 8 }).map((lines) => lines.flat().join(""));
    const name = fc.oneof(fc.constantFrom("a", "b", "c d", "1/2", "a~2"), fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }));
    const files = fc.uniqueArray(fc.tuple(name, text), { selector: ([first]) => first, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(files, (given) => {
        assert.deepEqual(
          roundTrip(given).map(([, content]) => content),
          given.map(([, content]) => content),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
