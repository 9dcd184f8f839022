import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { withBegunWord } from "../../../src/core/search/query/begunWord";
import { parseQuery } from "../../../src/core/search/query/parser";
import { understood } from "../../../src/core/search/show/understood";

const articles: Readonly<Record<string, string>> = {
  weapons: "Marden spoke of chemical weapons in Korvat",
  works: "the chemical works of Korvat stand still",
  told: "Marden told the mayor of peace-talks",
};

function engineOf(): PackedSearchEngine {
  const engine = new PackedSearchEngine();
  for (const [id, text] of Object.entries(articles)) {
    engine.set({ id, text, title: null, body: [[{ start: 0, end: text.length }]], site: [], date: null, values: { source: ["The Korvat Herald"], person: ["Ilse Marden"] }, aliases: {}, duplicates: null });
  }
  return engine;
}

/** What somebody who has typed so much finds, in the order of the ids, and what is said of it. */
function typed(query: string, engine = engineOf()): { readonly found: string; readonly as: string; readonly meant: string } {
  const parsed = withBegunWord(parseQuery(query), (word) => engine.isBegun(word));
  const answer = engine.search({ query: parsed, filters: [], sort: "relevance", offset: 0, limit: 10, fold: false }, neverCancelled)!;
  const full = answer.hits.filter(({ partial }) => !partial).map(({ id }) => id).sort();
  return { found: full.join(" "), as: understood(parsed, answer).understoodAs, meant: answer.corrections.map(({ meant }) => meant).join(" ") };
}

describe("search: a last word that is half typed", () => {
  it("is a beginning, and that is said", () => {
    deepEqual(typed("chemical weap"), { found: "weapons", as: "chemical AND weap*", meant: "" });
    deepEqual(typed("Mard"), { found: "told weapons", as: "Mard*", meant: "" });
    equal(typed("zzz OR (mayor Mard").found, "told");
    equal(typed("mayor NEAR/5 tal").as, "mayor NEAR/5 tal*");
    equal(typed("peace-tal").found, "told");
    equal(typed("title:Mard").as, "title:Mard*");
  });

  it("is one in the values of a field as well", () => {
    deepEqual(typed("person:mar"), { found: "told weapons works", as: "person:mar*", meant: "" });
    equal(typed("source:korvat").as, "source:korvat");
    equal(typed("source:zzz").as, "source:zzz");
  });

  it("stays as it is where it stands somewhere, or an inflection of it does", () => {
    equal(typed("work").as, "work");
    equal(typed("stand").as, "stand");
    equal(typed("weapon").found, "weapons");
  });

  it("is taken for misspelt where nothing begins so", () => {
    deepEqual(typed("Mardem"), { found: "told weapons", as: "Mardem", meant: "marden" });
  });

  it("is complete with something behind it, in quotes, and in front of other words", () => {
    for (const query of ["chemical weap ", '"weap"', "weap chemical", "(weap)", "weap.", "weap~"]) equal(typed(query).as.includes("*"), false, query);
  });

  it("is not guessed where it is to be left out", () => {
    equal(typed("Korvat -weap").found, "weapons works");
  });

  it("forgets articles that have gone", () => {
    const engine = engineOf();
    engine.delete("weapons");
    equal(typed("weap", engine).as, "weap");
    engine.delete("told");
    equal(typed("person:mar", engine).as, "person:mar*");
    engine.delete("works");
    equal(typed("person:mar", engine).as, "person:mar");
  });
});
