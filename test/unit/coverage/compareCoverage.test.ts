import { deepEqual, equal } from "node:assert/strict";
import { compareCoverage, type CoveredArticle } from "../../../src/core/coverage/compareCoverage";
import { sharedRuns, wordingChanges } from "../../../src/core/coverage/sharedPassages";
import { findQuotations } from "../../../src/core/quotations/findQuotations";

function article(id: string, published: string | null, text: string): CoveredArticle {
  const paragraphs: { start: number; end: number }[] = [];
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    paragraphs.push({ start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  const quotations = findQuotations(
    text,
    { paragraphs: paragraphs.map((piece) => ({ pieces: [piece] })), boilerplate: [] },
    { mentions: [], entityOf: [] },
  );
  return { id, text, paragraphs, published, quotations: quotations.map((one) => ({ ...one, entity: null })), roles: [] };
}

const agency = article(
  "agency",
  "2021-05-03",
  "The old bridge over the Tarn was opened on Monday after ten years of work that nobody had thought would ever end. Organisers said more than 2,500 people had come to the ceremony in spite of the rain.\n\n“It is a good day for everybody who crosses rivers, and for those who fear them,” the minister said.",
);
const herald = article(
  "herald",
  "2021-05-04",
  "The old bridge over the Tarn was opened yesterday after ten years of work that nobody had thought would ever end. Organizers said more than 3,500 people had come to the ceremony in spite of the rain.\n\n“It is a good day for everybody who crosses rivers,” the minister said.\n\nFishermen complained that their boats no longer fit under the arches.",
);

describe("comparing coverage", () => {
  const coverage = compareCoverage([herald, agency]);

  it("has the earliest first", () => {
    deepEqual(coverage.order, ["agency", "herald"]);
  });

  it("finds text in common, longest first, with the share of each", () => {
    equal(
      coverage.common
        .flatMap(({ passages }) => passages.map(({ later }) => later.text))
        .includes("after ten years of work that nobody had thought would ever end"),
      true,
    );
    deepEqual(
      coverage.common.map(({ ofLater }) => ofLater > 0.4 && ofLater < 1),
      [true],
    );
  });

  it("shows what is worded otherwise", () => {
    deepEqual(
      coverage.common[0]?.wording.map(({ earlier, later }) => [earlier.text, later.text]),
      [
        ["on Monday", "yesterday"],
        ["Organisers said more than 2,500", "Organizers said more than 3,500"],
      ],
    );
  });

  it("shows figures of the same thing that differ, with who gives them", () => {
    deepEqual(
      coverage.figures.map(({ unit, figures }) => [unit, figures.map(({ text, saidBy }) => [text, saidBy])]),
      [
        [
          "person",
          [
            ["more than 2,500", "Organisers"],
            ["more than 3,500", "Organizers"],
          ],
        ],
      ],
    );
  });

  it("shows a quotation that was cut", () => {
    deepEqual(
      coverage.quotations.map(({ versions }) => versions.map(({ article: at, text }) => [at, text])),
      [
        [
          [0, "It is a good day for everybody who crosses rivers, and for those who fear them,"],
          [1, "It is a good day for everybody who crosses rivers,"],
        ],
      ],
    );
  });

  it("lists the sentences that only one has", () => {
    deepEqual(
      coverage.onlyHere.map(({ article: at, text }) => [at, text]),
      [[1, "Fishermen complained that their boats no longer fit under the arches."]],
    );
  });
});

describe("shared runs of words", () => {
  const words = (text: string): string[] => text.split(" ");
  it("are maximal, without overlaps, and know changes between them", () => {
    const a = words("a b c d e f g h X i j k l m n o p q");
    const b = words("Z a b c d e f g h Y i j k l m n o p q");
    const runs = sharedRuns(a, b);
    deepEqual(runs, [
      { from: 0, to: 8, other: 1 },
      { from: 9, to: 18, other: 10 },
    ]);
    deepEqual(wordingChanges(runs), [{ from: 8, to: 9, otherFrom: 9, otherTo: 10 }]);
  });
  it("shows the next word where only one side has one", () => {
    deepEqual(
      wordingChanges([
        { from: 0, to: 8, other: 0 },
        { from: 9, to: 17, other: 8 },
      ]),
      [{ from: 8, to: 10, otherFrom: 8, otherTo: 9 }],
    );
  });
});
