import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { SearchHit } from "../../../src/core/search/engine/searchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

const articles: Readonly<Record<string, string>> = {
  apart: "talks began in the town of Lissen when the mayor came home and nobody spoke of peace",
  together: "when the mayor came home nobody spoke of the town of Lissen and peace talks began in",
  reversed: "when the mayor came home nobody spoke of the town of Lissen and talks peace began in",
};

function found(query: string): readonly SearchHit[] {
  const engine = new PackedSearchEngine();
  for (const [id, text] of Object.entries(articles)) {
    engine.set({
      id,
      text,
      title: null,
      body: [[{ start: 0, end: text.length }]],
      site: [],
      date: null,
      values: {},
      aliases: {},
      duplicates: null,
    });
  }
  return (
    engine.search({ query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 10, fold: true }, neverCancelled)?.hits ??
    []
  );
}

describe("search: words that stand together", () => {
  it("raise an article above one that has them apart, in either order", () => {
    deepEqual(
      found("peace talks").map(({ id }) => id),
      ["reversed", "together", "apart"],
    );
    const [first, second, third] = found("peace talks");
    equal(first?.score, second?.score);
    equal((second?.score ?? 0) > (third?.score ?? 0), true);
  });

  it("count for nothing where a single word is asked for", () => {
    equal(new Set(found("peace").map(({ score }) => score)).size, 1);
  });
});
