import { equal, ok } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { hostileQueries } from "../../../bench/search/hostileQueries";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { parseQuery } from "../../../src/core/search/query/parser";
import { printQuery } from "../../../src/core/search/query/printQuery";
import { snippetsOf } from "../../../src/core/search/show/snippets";

describe("search: whatever is typed", () => {
  it("answers 2,000 hostile queries", () => {
    const engine = new PackedSearchEngine();
    const text = "Dam of Lissen reopened\n\nThe dam — “العربية” \ud83d\ude00 和平谈判 \ud800 told — was reopened, U.S. officials said.\n";
    const article = {
      id: "one",
      text,
      title: [{ start: 0, end: 22 }],
      body: [[{ start: 24, end: text.length }]],
      site: [],
      date: null,
      values: {},
      aliases: {},
      duplicates: null,
    };
    engine.set(article);
    for (const typed of hostileQueries(2000, seededRandom(3))) {
      const query = parseQuery(typed);
      const answer = engine.search({ query, filters: [], sort: "relevance", offset: 0, limit: 10, fold: true }, neverCancelled);
      ok(answer !== null);
      equal(answer.hits.length, Math.min(10, answer.listed));
      equal(typeof printQuery(query.root), "string");
      for (const snippet of snippetsOf(article, findMatches(article, answer.highlight), 3)) {
        for (const [start, end] of snippet.marks) ok(start < end && end <= snippet.text.length);
      }
    }
  }).timeout(60_000);
});
