import { deepEqual } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { FacetFilter, SearchAnswer } from "../../../src/core/search/engine/searchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

const articles = [
  { text: "the dam of Lissen", date: "2012-11-05", source: "Korvat Herald" },
  { text: "the dam is closed", date: "2013-02-01", source: "Korvat Herald" },
  { text: "the dam is opened", date: "2013-11-17", source: "Lissen Courier" },
  { text: "a toll is raised", date: "2013-11-18", source: "Lissen Courier" },
  { text: "a dam without a day", date: null, source: "Lissen Courier" },
];

function answer(query: string, ...filters: readonly FacetFilter[]): SearchAnswer {
  const engine = new PackedSearchEngine();
  for (const [id, { text, date, source }] of articles.entries()) {
    engine.set({
      id: String(id),
      text,
      title: null,
      body: [[{ start: 0, end: text.length }]],
      site: [],
      date,
      values: { source: [source] },
      aliases: {},
      duplicates: null,
    });
  }
  return engine.search({ query: parseQuery(query), filters, sort: "oldest", offset: 0, limit: 10, fold: false }, neverCancelled)!;
}

function counts(answered: SearchAnswer, facet: "year" | "month" | "source"): string {
  return answered.facets[facet].map(({ value, count }) => `${value} ${count}`).join(", ");
}

function found({ hits }: SearchAnswer): string {
  return hits.map(({ id }) => id).join(" ");
}

describe("search: facets", () => {
  it("count years and months in their order, and follow the query", () => {
    const all = answer("dam");
    deepEqual([counts(all, "year"), counts(all, "month")], ["2012 1, 2013 2", "2012-11 1, 2013-02 1, 2013-11 1, undated 1"]);
    deepEqual(counts(answer("toll"), "year"), "2013 1");
  });

  it("keep the articles of a chosen year, and still say how many the others have", () => {
    const chosen = answer("dam", { facet: "year", value: "2013", exclude: false });
    deepEqual(
      [found(chosen), counts(chosen, "year"), counts(chosen, "source")],
      ["1 2", "2012 1, 2013 2", "Korvat Herald 1, Lissen Courier 1"],
    );
    deepEqual(
      found(answer("dam", { facet: "year", value: "2013", exclude: false }, { facet: "source", value: "Lissen Courier", exclude: false })),
      "2",
    );
    deepEqual(
      found(answer("dam", { facet: "year", value: "2013", exclude: false }, { facet: "year", value: "2012", exclude: false })),
      "0 1 2",
    );
  });

  it("leave an excluded year out, undated articles not", () => {
    const left = answer("dam", { facet: "year", value: "2013", exclude: true });
    deepEqual([found(left), counts(left, "year"), counts(left, "month")], ["0 4", "2012 1", "2012-11 1, undated 1"]);
  });
});
