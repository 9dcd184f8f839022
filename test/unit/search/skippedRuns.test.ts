import { deepEqual, ok } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import type { HighlightPlan, PlanSequence } from "../../../src/core/search/engine/highlightPlan";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { SearchableArticle, TextRun } from "../../../src/core/search/engine/searchable";
import { parseQuery } from "../../../src/core/search/query/parser";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { neverCancelled } from "../../../src/core/util/cancellation";

/** Words that are written in more ways than one. */
const written =
  "U.S.|US|U.N.|O'Neill|ONeill|O’Neill|l’eau|e-mail|email|e-\nmail|10,000|10 000|3.5|dam's|DAMS|Müller|Mueller|Muller|ﬁne|fine|co-operate|peace|talks|“Peace”|don't|re­form|reform|Kα|日本語|х|São|Sao|naïve|naive|J.|-|ſtone|stone|Å|É.".split(
    "|",
  );
const asked =
  "us|un|oneill|eau|email|e-mail|10000|3.5|dam|müller|mueller|muller|fine|cooperate|peace|talks|don't|reform|sao|naive|stone|j|日本|a".split(
    "|",
  );

/** A plan that says of no word what it is: every word has to be asked. */
function withoutNames(plan: HighlightPlan): HighlightPlan {
  const unnamed = (sequence: PlanSequence): PlanSequence =>
    sequence.map((step) => ({
      has: (term: string, capitals: number, language: string | null) => step.has(term, capitals, language),
      ...(step.isByLanguage === undefined ? {} : { isByLanguage: step.isByLanguage }),
    }));
  return plan.map((item) => ({
    ...item,
    sequence: unnamed(item.sequence),
    near: item.near === null ? null : { ...item.near, sequence: unnamed(item.near.sequence) },
  }));
}

describe("search: paragraphs in which nothing can stand", () => {
  it("are left out, and nothing that every word's being asked would find", () => {
    const random = seededRandom(11);
    const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
    const engine = new PackedSearchEngine();
    const articles = Array.from({ length: 40 }, (_, at): SearchableArticle => {
      let text = "";
      const run = (): TextRun => {
        const start = text.length;
        text += Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(written)).join(pick([" ", " ", ", ", " — "]));
        const end = text.length;
        text += "\n\n";
        return [{ start, end }];
      };
      const [title, body, site] = [run(), Array.from({ length: 6 }, run), [run()]];
      return { id: String(at), text, title, body, site, date: null, values: {}, aliases: {}, duplicates: null };
    });
    for (const article of articles) engine.set(article);
    let found = 0;
    for (let round = 0; round < 400; round++) {
      const words = [pick(asked), pick(asked)];
      const query = pick([
        words[0] ?? "",
        words.join(" "),
        `"${words.join(" ")}"`,
        words.join(" OR "),
        `title:${words[0] ?? ""}`,
        words.join(" NEAR/2 "),
      ]);
      const answer = engine.search(
        { query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 20, fold: true },
        neverCancelled,
      );
      for (const { id } of answer?.hits ?? []) {
        const article = articles[Number(id)];
        if (article === undefined || answer === null) continue;
        const matches = findMatches(article, answer.highlight, id);
        deepEqual(matches, findMatches(article, withoutNames(answer.highlight), id), query);
        found += matches.length;
      }
    }
    ok(found > 3000, `${found} found`);
  });
});
