import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

const filler = "The mayor of Lissen opened the bridge and went home after a long day of rain";

/** Articles by their ids: the title, a line break, the body. */
const articles: Readonly<Record<string, string>> = {
  headline: `Velm Orchards Sold\n${filler}. Brennt sold the orchards of his town. ${filler}.`,
  often: `A Long Day\n${filler}. Brennt said to Brennt that orchards are orchards: the orchards stood there, and orchards went, orchards all. ${filler}.`,
  plain: `A Day of Rain\n${filler}. Somebody was elected, and saw ferries on the canal. ${filler}.`,
  elected: `A Dark Day\n${filler}. The canal's election rooms were quiet. ${filler}.`,
  cold: `A Cold Day\n${filler}. The canal's electric lamps were quiet. ${filler}.`,
  calm: `A Wet Day\n${filler}. The canal's lamps were quiet. ${filler}.`,
  elect: `A Warm Day\n${filler}. Whom they elect is said. ${filler}.`,
  named: `A Mild Day\n${filler}. The canal's Electron was quiet. ${filler}.`,
};

const engine = new PackedSearchEngine();
for (const [id, text] of Object.entries(articles)) {
  const titleEnd = text.indexOf("\n");
  engine.set({
    id,
    text,
    title: [{ start: 0, end: titleEnd }],
    body: [[{ start: titleEnd + 1, end: text.length }]],
    site: [],
    date: null,
    values: {},
    aliases: {},
    duplicates: null,
  });
}

function asked(query: string): { readonly total: number; readonly ids: readonly string[] } {
  const answer = engine.search(
    { query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 10, fold: false },
    neverCancelled,
  )!;
  return { total: answer.total, ids: answer.hits.map(({ id }) => id) };
}

describe("search: the order of what is found", () => {
  it("a word of the headline goes before one that the text repeats", () => {
    deepEqual(asked("brennt orchards").ids.slice(0, 2), ["headline", "often"]);
  });

  it("of articles with some of the words, those with kin of the others go first, and match no more than before", () => {
    const { total, ids } = asked("elected canal quiet");
    equal(total, 0);
    equal(ids.indexOf("elected") < ids.indexOf("cold"), true);
  });

  it("so do those with what the last word begins", () => {
    const { total, ids } = asked("ferries quiet canal elect");
    equal(total, 0);
    equal(ids.indexOf("elected") < ids.indexOf("calm"), true);
  });
});
