import { deepEqual, equal, ok } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/cancellation";
import { MiniSearchEngine } from "../../../src/core/search/engine/miniSearchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";
import { understood } from "../../../src/core/search/understood";

function told(typed: string): ReturnType<typeof understood> {
  const query = parseQuery(typed);
  const answer = new MiniSearchEngine().search({ query, filters: [], sort: "relevance", offset: 0, limit: 10, fold: true }, neverCancelled);
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
    const { understoodAs, hints } = told("abcda abcdb abcdc abcdd abcde abcdf abcdg abcdh abcdi");
    equal(understoodAs.endsWith("…"), false);
    deepEqual(hints, ["Too many words occur nowhere: only the first ones are taken for misspelt."]);
    deepEqual(told("abcda abcdb").hints, []);
  });
});
