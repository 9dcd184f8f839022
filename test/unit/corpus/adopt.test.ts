import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { commonEnds } from "../../../src/core/text/commonEnds";

const pieces = [
  "<<<FILE: a.txt>>>\n",
  "<<<FILE: b.txt>>>\n",
  "<<<FILE>>>\n",
  '<<<FILE date="2020-01-02">>>\n',
  "PATH: c.txt\n",
  "<<<END FILE>>>\n",
  "<<<END FILE: a.txt>>>\n",
  "# A Headline\n\n",
  "By Ines Calder\n\n",
  "03/04/2021\n\n",
  "PORT ELLERY (NBS) - The council met on Tuesday, officials said.\n\n",
  '"It was long," she said. It ended without a vote.\n\n',
  "Related articles:\n\n- [A title](#)\n\n",
  "Original url:\n\n<https://a.example/2020/01/02/x>\n\n",
  "Read more\n\n",
  "word ",
  "\n",
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));

describe("a document that is edited", () => {
  it("gives the same articles whether or not it takes over what was parsed before", () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(60),
        fc.option(fc.array(fc.constantFrom(...pieces), { maxLength: 2 })),
        (before, at, length, inserted) => {
          const start = at % (before.length + 1);
          const removed = before.slice(start, start + length);
          // Overwritten text leaves every extent as it was: only a look at the text itself tells.
          const put = inserted?.join("") ?? removed.replace(/[a-z]/gi, "q");
          const after = before.slice(0, start) + put + before.slice(start + length);
          const old = parseDocument(before, { fileName: "x.bundle" });
          for (let index = 0; index < old.slots.length; index++) old.article(index);
          const edited = parseDocument(after, { fileName: "x.bundle" });
          edited.adopt(old);
          const fresh = parseDocument(after, { fileName: "x.bundle" });
          for (let index = 0; index < fresh.slots.length; index++) assert.deepEqual(edited.article(index), fresh.article(index));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("takes over all articles but the one that was edited", () => {
    const bundle = (word: string): string =>
      ["a", "b", "c"]
        .map(
          (name) =>
            `<<<FILE: ${name}>>>\n# Headline\n\nThe council met on ${name === "b" ? word : "Tuesday"}, officials said.\n<<<END FILE>>>\n`,
        )
        .join("");
    const old = parseDocument(bundle("Tuesday"), { fileName: "x" });
    const before = [0, 1, 2].map((index) => old.article(index));
    const edited = parseDocument(bundle("Monday"), { fileName: "x" });
    edited.adopt(old);
    assert.equal(edited.article(0), before[0]);
    assert.notDeepEqual(edited.article(1), before[1]);
    assert.equal(edited.article(2).displayTitle, "Headline");
    assert.equal(edited.article(2).span.start, before[2]!.span.start - 1);
  });
});

describe("what two texts have in common", () => {
  for (const [a, b, prefix, suffix] of [
    ["", "", 0, 0],
    ["abc", "abc", 3, 0],
    ["abc", "axc", 1, 1],
    ["aa", "aaa", 2, 0],
    ["abab", "ab", 2, 0],
    ["x", "y", 0, 0],
    [`${"p".repeat(9000)}1${"s".repeat(9000)}`, `${"p".repeat(9000)}22${"s".repeat(9000)}`, 9000, 9000],
  ] as const) {
    it(`${a.slice(0, 9)} and ${b.slice(0, 9)}`, () => {
      assert.deepEqual(commonEnds(a, b), { prefix, suffix });
    });
  }
});
