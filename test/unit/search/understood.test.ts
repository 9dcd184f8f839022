import { deepEqual, equal, ok } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";
import { understood } from "../../../src/core/search/show/understood";

/** One article with so many different words. */
function told(typed: string, vocabulary = 1): ReturnType<typeof understood> {
  const query = parseQuery(typed);
  const engine = new PackedSearchEngine();
  const text = Array.from({ length: vocabulary }, (_, index) => `w${index}`).join(" ");
  engine.set({
    id: "one",
    text,
    title: null,
    body: [[{ start: 0, end: text.length }]],
    site: [],
    date: null,
    values: {},
    aliases: {},
    duplicates: null,
  });
  const answer = engine.search({ query, filters: [], sort: "relevance", offset: 0, limit: 10, fold: true }, neverCancelled);
  ok(answer !== null);
  return understood(query, answer);
}

describe("search: how a query was understood", () => {
  it("shows that an endless one was cut", () => {
    const { understoodAs, hints } = told("dam ".repeat(2500));
    ok(understoodAs.endsWith("dam …"));
    deepEqual(hints, ["Only the first 48 words are looked for.", "Only the first 2000 characters are read."]);
  });

  it("counts the words of phrases, and of what is typed without spaces", () => {
    for (const typed of [`"${"dam ".repeat(100)}"`, "dam/".repeat(100)]) {
      const { understoodAs, hints } = told(typed);
      equal(understoodAs.match(/dam/g)?.length, 48);
      deepEqual(hints, ["Only the first 48 words are looked for."]);
    }
  });

  it("says that not all misspelt words were looked for", () => {
    const nine = "abcda abcdb abcdc abcdd abcde abcdf abcdg abcdh abcdi abcda";
    const { understoodAs, hints } = told(nine, 150_000);
    equal(understoodAs.endsWith("…"), false);
    deepEqual(hints, ["Too many words occur nowhere: only the first ones are taken for misspelt."]);
    deepEqual(told("abcda abcdb", 150_000).hints, []);
    deepEqual(told(nine).hints, []);
  }).timeout(60_000);
});
