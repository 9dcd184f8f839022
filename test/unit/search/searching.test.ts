import { deepEqual, equal, ok } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { SearchableArticle } from "../../../src/core/search/engine/searchable";
import type { SearchAnswer, SearchRequest } from "../../../src/core/search/engine/searchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

const words = "dam dams river toll lissen korvat peace talks of the".split(" ");
const queries = ["dam river", '"the dam" -toll', "peace NEAR/3 talks", "t*", "source:korvat dam", "lisen OR korvat"];

function article(id: number, random: () => number): SearchableArticle {
  const text = Array.from({ length: 20 }, () => words[Math.floor(random() * words.length)] ?? "").join(" ");
  return {
    id: `${id}`,
    text,
    title: null,
    body: [[{ start: 0, end: text.length }]],
    site: [],
    date: null,
    values: { source: [random() < 0.5 ? "Korvat Herald" : "Lissen Courier"] },
    aliases: {},
    duplicates: null,
  };
}

function filled(random: () => number): PackedSearchEngine {
  const engine = new PackedSearchEngine();
  for (let id = 0; id < 40; id++) engine.set(article(id, random));
  return engine;
}

function request(query: string): SearchRequest {
  return { query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 20, fold: true };
}

/** The answer with what happens in the pauses, of which there are so many. */
function searched(
  engine: PackedSearchEngine,
  query: string,
  inPause: (pause: number) => void,
): { readonly answer: SearchAnswer; readonly pauses: number } {
  const work = engine.searching(request(query));
  for (let pauses = 0; ; pauses++) {
    const { done, value } = work.next();
    if (done === true) return { answer: value, pauses };
    inPause(pauses);
  }
}

describe("search: in slices", () => {
  it("answers as it does in one go, of the index as it is at the end", () => {
    const random = seededRandom(3);
    for (const query of queries) {
      const { pauses } = searched(filled(random), query, () => undefined);
      ok(pauses > 2, `${query}: ${pauses} pauses`);
      for (let changed = 0; changed < pauses; changed++) {
        const engine = filled(random);
        const { answer } = searched(engine, query, (pause) => {
          if (pause !== changed) return;
          for (let id = 0; id < 8; id++) engine.delete(`${id}`);
          engine.set(article(20, random));
          engine.describe("30", { date: "2013-11-05", values: { source: ["Korvat Herald"] }, aliases: {}, duplicates: null });
        });
        deepEqual(
          { ...answer, highlight: null },
          { ...engine.search(request(query), neverCancelled), highlight: null },
          `${query}, changed in pause ${changed}`,
        );
      }
    }
  });

  it("comes to an end though the index changes in every pause", () => {
    const random = seededRandom(4);
    const engine = filled(random);
    const { answer, pauses } = searched(engine, '"the dam" OR river', () => {
      engine.set(article(50, random));
    });
    deepEqual({ ...answer, highlight: null }, { ...engine.search(request('"the dam" OR river'), neverCancelled), highlight: null });
    equal(pauses, 2);
  });
});
