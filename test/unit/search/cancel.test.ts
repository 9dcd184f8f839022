import { equal, ok } from "node:assert/strict";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

describe("search: a cancelled question", () => {
  it("is left where it stands, in the middle of the texts that are read for a phrase", () => {
    const engine = new PackedSearchEngine();
    const text = "dam of the river";
    for (let id = 0; id < 3000; id++)
      engine.set({
        id: `${id}`,
        text,
        title: null,
        body: [[{ start: 0, end: text.length }]],
        site: [],
        date: null,
        values: {},
        aliases: {},
        duplicates: null,
      });
    const looksUntil = (cancelledAt: number): { readonly looks: number; readonly isAnswered: boolean } => {
      let looks = 0;
      const token = {
        get isCancellationRequested() {
          return ++looks >= cancelledAt;
        },
      };
      const answer = engine.search(
        { query: parseQuery('"of the" -nothing "the river"'), filters: [], sort: "relevance", offset: 0, limit: 10, fold: true },
        token,
      );
      return { looks, isAnswered: answer !== null };
    };
    const all = looksUntil(Number.POSITIVE_INFINITY);
    equal(all.isAnswered, true);
    ok(all.looks > 20, `${all.looks} looks`);
    const cancelled = looksUntil(5);
    equal(cancelled.isAnswered, false);
    // One more ends the group, and one the search.
    ok(cancelled.looks <= 7, `${cancelled.looks} looks`);
  });
});
