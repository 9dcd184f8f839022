import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { withBegunWord } from "../../../src/core/search/query/begunWord";
import type { SearchAnswer } from "../../../src/core/search/engine/searchEngine";
import type { ParsedQuery } from "../../../src/core/search/query/ast";
import { parseQuery } from "../../../src/core/search/query/parser";
import { printQuery } from "../../../src/core/search/query/printQuery";
import { understood } from "../../../src/core/search/show/understood";

const articles: Readonly<Record<string, string>> = {
  weapons: "Marden spoke of chemical weapons in Korvat",
  works: "the chemical works of Korvat stand still",
  told: "Marden told the mayor of peace-talks",
};

function engineOf(): PackedSearchEngine {
  const engine = new PackedSearchEngine();
  for (const [id, text] of Object.entries(articles)) {
    engine.set({
      id,
      text,
      title: null,
      body: [[{ start: 0, end: text.length }]],
      site: [],
      date: null,
      values: { source: ["The Korvat Herald"], person: ["Ilse Marden"] },
      aliases: {},
      duplicates: null,
    });
  }
  return engine;
}

function ask(engine: PackedSearchEngine, query: ParsedQuery): SearchAnswer {
  return engine.search({ query, filters: [], sort: "relevance", offset: 0, limit: 10, fold: false }, neverCancelled)!;
}

/** What somebody who has typed so much finds, in the order of the ids, and what is said of it. */
function typed(query: string, engine = engineOf()): { readonly found: string; readonly as: string; readonly meant: string } {
  const parsed = withBegunWord(parseQuery(query), (word) => engine.isBegun(word, true));
  const answer = engine.search({ query: parsed, filters: [], sort: "relevance", offset: 0, limit: 10, fold: false }, neverCancelled)!;
  const full = answer.hits
    .filter(({ partial }) => !partial)
    .map(({ id }) => id)
    .sort();
  return {
    found: full.join(" "),
    as: understood(parsed, answer).understoodAs,
    meant: answer.corrections.map(({ meant }) => meant).join(" "),
  };
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

  it("is one also where it is a word itself, which counts with its inflections", () => {
    deepEqual(typed("work"), { found: "works", as: "work*", meant: "" });
    equal(typed("stand").as, "stand");
    equal(typed("weapon").found, "weapons");
  });

  it("is never corrected where words begin so, also for who does not type", () => {
    const engine = engineOf();
    const parsed = withBegunWord(parseQuery("weapn"), (word) => engine.isBegun(word, false));
    equal(understood(parsed, ask(engine, parsed)).understoodAs, "weapn");
    const begun = withBegunWord(parseQuery("mard"), (word) => engine.isBegun(word, false));
    deepEqual(ask(engine, begun).corrections, []);
    equal(understood(begun, ask(engine, begun)).understoodAs, "mard*");
    equal(printQuery(withBegunWord(parseQuery("work"), (word) => engine.isBegun(word, false)).root), "work");
  });

  it("is taken for misspelt where nothing begins so", () => {
    deepEqual(typed("Mardem"), { found: "told weapons", as: "Mardem", meant: "marden" });
  });

  it("is complete with something behind it, in quotes, and in front of other words", () => {
    for (const query of ["chemical weap ", '"weap"', "weap chemical", "(weap)", "weap.", "weap~"])
      equal(typed(query).as.includes("*"), false, query);
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
