import assert from "node:assert/strict";
import { findArticles } from "../../../src/core/corpus/titleSearch";
import { corpusOf } from "./corpusOf";

const corpus = corpusOf(
  [
    ["file:///1.txt", "2021-01-05"],
    ["file:///2.txt", "2021-01-04"],
    ["file:///3.txt", "2021-01-03"],
    ["file:///4.txt", "2021-01-02"],
    ["file:///5.txt", "2021-01-01"],
  ].map(
    ([uri = "", date = ""], index) =>
      [
        uri,
        `# ${
          [
            "Talks on the Harbour Resume",
            "Harbour Talks Stall",
            "Ship's Harbourmaster Talks to the Press",
            "Unharboured Doubts Remain",
            "Hundreds Attend Concert",
          ][index] ?? ""
        }

By The Port Ellery Courier

${date}

The council of Port Ellery met on Tuesday to discuss the matter, officials said.
`,
      ] as const,
  ),
);

describe("finding articles by their title", () => {
  for (const [query, expected] of [
    ["harbour t", ["2", "1", "3", "4"]],
    ["HARBOUR", ["2", "1", "3", "4"]],
    ["talks ha", ["1", "2", "3"]],
    ["harbour 2021-01-03", ["3"]],
    ["courier doubts", ["4"]],
    ["hac", ["5"]],
    ["zzz", []],
    ["", ["1", "2", "3", "4", "5"]],
  ] as const) {
    it(query === "" ? "offers everything, newest first, for nothing" : query, () => {
      assert.deepEqual(
        findArticles(corpus, query, 10).map((record) => record.uri.slice(8, 9)),
        expected,
      );
    });
  }

  it("gives no more than it was asked for", () => {
    assert.equal(findArticles(corpus, "", 2).length, 2);
  });
});

describe("finding articles among many", () => {
  it("gives the best of them all, in order, whatever the limit", () => {
    const many = corpusOf(
      Array.from(
        { length: 700 },
        (_, index) =>
          [
            `file:///${String(index).padStart(3, "0")}.txt`,
            `# ${index % 7 === 0 ? "Harbour" : "The Harbour"} Story ${index}\n\n2021-${String(1 + (index % 12)).padStart(2, "0")}-01\n\nThe council of Port Ellery met on Tuesday, officials said.\n`,
          ] as const,
      ),
    );
    const all = findArticles(many, "harbour", 700);
    assert.equal(all.length, 700);
    assert.equal(
      all.slice(0, 100).every((record) => record.displayTitle.startsWith("Harbour")),
      true,
    );
    for (const limit of [0, 1, 5, 50]) assert.deepEqual(findArticles(many, "harbour", limit), all.slice(0, limit));
  });
});
