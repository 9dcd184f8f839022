import { deepEqual, equal, ok } from "node:assert/strict";
import { comparableWords } from "../../../src/core/check/comparableWords";
import { findNear, findVerbatim, quotedPieces } from "../../../src/core/check/quotationMatch";

const source =
  "He told the board: “The dam will hold, and the water – all of it – will stay where it is for a hundred years.” Nobody answered.";

function verbatim(draft: string): string | null {
  const words = comparableWords(source);
  const range = findVerbatim(words.words, quotedPieces(draft));
  return range === null ? null : source.slice(words.starts[range.from], words.ends[range.to - 1]);
}

describe("matching a quotation", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ["The dam will hold, and the water", "The dam will hold, and the water"],
    ["the DAM will hold — and the water", "The dam will hold, and the water"],
    ["The dam will hold … for a hundred years", "The dam will hold, and the water – all of it – will stay where it is for a hundred years"],
    [
      "The dam will hold ... for a hundred years",
      "The dam will hold, and the water – all of it – will stay where it is for a hundred years",
    ],
    ["The dam will hold, and the water [of the Tarn] will stay", "The dam will hold, and the water – all of it – will stay"],
    ["for a hundred years … The dam will hold", null],
    ["The dam shall hold", null],
    ["The dam will hold and water", null],
  ];
  for (const [draft, expected] of cases)
    it(draft, () => {
      equal(verbatim(draft), expected);
    });

  it("shows word by word what differs", () => {
    deepEqual(
      findNear(source, comparableWords(source), "The dam might hold, and the water will stay where it is for a hundred years", 0.6)?.diff,
      [
        { kind: "same", text: "The dam" },
        { kind: "source", text: "will" },
        { kind: "draft", text: "might" },
        { kind: "same", text: "hold and the water" },
        { kind: "source", text: "all of it" },
        { kind: "same", text: "will stay where it is for a hundred years" },
      ],
    );
  });

  it("takes other words for nothing like it", () => {
    equal(findNear(source, comparableWords(source), "Marble seldom borrows violet ladders", 0.6), null);
  });

  it("costs at most a bounded table for endless input", () => {
    const long = "water ".repeat(100_000);
    ok((findNear(long, comparableWords(long), "water ".repeat(5000), 0.6)?.to ?? 0) <= 4000);
  });
});
