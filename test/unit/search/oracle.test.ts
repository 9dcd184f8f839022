import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { HighlightPlan } from "../../../src/core/search/engine/highlightPlan";
import type { SearchAnswer } from "../../../src/core/search/engine/searchEngine";
import type { SearchableArticle, TextRun } from "../../../src/core/search/engine/searchable";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { withBegunWord } from "../../../src/core/search/query/begunWord";
import { parseQuery } from "../../../src/core/search/query/parser";
import { snippetsOf } from "../../../src/core/search/show/snippets";
import { seededRandom } from "../../../bench/random";
import { NaiveSearch, type PlainArticle } from "./naiveSearch";

/** Few words, some of one stem, some one letter apart: queries meet them often. */
const vocabulary =
  "dam dams damming river rivers toll tolls told lissen korvat organise organised organising peace talks talk water rights right lavrov lavrow conference a the of".split(
    " ",
  );
const sources = ["lissen courier", "korvat herald"];

class Random {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  words(most: number): string {
    return Array.from({ length: 1 + this.below(most) }, () => this.pick(vocabulary)).join(" ");
  }

  article(id: number): PlainArticle {
    return {
      id: `article ${id}`,
      title: this.words(4),
      body: Array.from({ length: 1 + this.below(3) }, () => this.words(10)),
      site: this.below(3) === 0 ? [this.words(4)] : [],
      date: this.below(4) === 0 ? null : `20${10 + this.below(4)}-0${1 + this.below(9)}-1${this.below(9)}`,
      source: this.pick(sources),
    };
  }

  corpus(): readonly PlainArticle[] {
    return Array.from({ length: 4 + this.below(10) }, (_, id) => this.article(id));
  }

  query(depth = 0): string {
    const word = (): string => this.pick([...vocabulary, "lavrof", "rivver", "orgnise", "zzz"]);
    const simple = (): string =>
      this.pick([
        word,
        word,
        word,
        () => `"${this.words(3)}"`,
        () => `${word().slice(0, 3)}*`,
        () => `${word()}~`,
        () => `${word()}-${word()}`,
        () => `${word()} NEAR/${this.below(4)} ${word()}`,
        () => `"${this.words(2)}" NEAR/${this.below(3)} ${word()}`,
        () => `title:${word()}`,
        () => `body:"${this.words(2)}"`,
        () => `source:${this.pick(["korvat", "lissen", '"korvat herald"', '"herald korvat"'])}`,
        () => `date:201${this.below(4)}`,
        () => "undated:",
      ])();
    if (depth > 2) return simple();
    const inner = (): string => this.query(depth + 1);
    return this.pick([
      simple,
      simple,
      () => `${inner()} ${inner()}`,
      () => `${inner()} OR ${inner()}`,
      () => `-${simple()} ${inner()}`,
      () => `(${inner()}) ${inner()}`,
      () => `-(${inner()})`,
    ])();
  }
}

/** The article as a document: paragraphs on lines of their own. */
function searchable({ id, title, body, site, date, source }: PlainArticle): SearchableArticle {
  let text = "";
  const run = (paragraph: string): TextRun => {
    const start = text.length;
    // Broken by a blank line now and then, which joins its words all the same.
    text += `${paragraph.replace(" the ", " the\n\n")}\n\n`;
    return [{ start, end: text.length - 2 }];
  };
  const spans = { title: run(title), body: body.map(run), site: site.map(run) };
  return { id, text, ...spans, date, values: { source: [source] }, aliases: {}, duplicates: null };
}

function answer(engine: PackedSearchEngine, query: string, limit = 1000): SearchAnswer {
  return engine.search({ query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit, fold: true }, neverCancelled)!;
}

describe("search: against texts that are simply read", () => {
  it("finds the same articles for 1,000 queries, and marks what it found", () => {
    let found = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const articles = random.corpus();
      const engine = new PackedSearchEngine();
      for (const article of articles) engine.set(searchable(article));
      const naive = new NaiveSearch(articles);
      for (let count = 0; count < 10; count++) {
        const query = random.query();
        const { root } = parseQuery(query);
        if (root === null) continue;
        const expected = naive.find(root);
        const { hits, total, highlight } = answer(engine, query);
        const full = hits.filter(({ partial }) => !partial);
        deepEqual(
          new Map(full.map(({ id, inSiteText }) => [id, inSiteText ? "site" : "content"] as const).sort()),
          new Map([...expected].sort()),
          `${query} (seed ${seed})`,
        );
        equal(total, expected.size);
        found += expected.size;
        for (const { id } of full)
          checkMarks(
            articles.find((article) => article.id === id)!,
            naive,
            query,
            highlight,
          );
      }
    }
    // The queries must not be such as find nothing.
    equal(found > 2000, true, `${found} found`);
  }).timeout(60_000);

  it("takes a last word for a beginning where reading finds other words that begin so", () => {
    let [begun, complete] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(5000 + seed);
      const articles = random.corpus();
      const engine = new PackedSearchEngine();
      for (const article of articles) engine.set(searchable(article));
      const naive = new NaiveSearch(articles);
      for (const word of vocabulary) {
        const query = `dam OR ${word.slice(0, 1 + random.below(word.length))}`;
        const expected = withBegunWord(parseQuery(query), ({ text }) => naive.isBegun(text));
        const parsed = withBegunWord(parseQuery(query), (node) => engine.isBegun(node, true));
        deepEqual(parsed, expected, query);
        const found = engine.search(
          { query: parsed, filters: [], sort: "relevance", offset: 0, limit: 1000, fold: false },
          neverCancelled,
        )!;
        deepEqual(found.hits.map(({ id }) => id).sort(), [...naive.find(expected.root!).keys()].sort(), query);
        if (JSON.stringify(parsed).includes("begun")) begun++;
        else complete++;
      }
    }
    equal(begun > 300 && complete > 300, true, `${begun} begun, ${complete} complete`);
  }).timeout(60_000);

  it("answers after any changes as an index built afresh", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(1000 + seed);
      const current = new Map<string, PlainArticle>();
      const engine = new PackedSearchEngine();
      for (let step = 0; step < 60; step++) {
        const article = random.article(random.below(12));
        if (random.below(3) === 0) {
          current.delete(article.id);
          engine.delete(article.id);
        } else {
          current.set(article.id, article);
          engine.set(searchable(article));
        }
      }
      const fresh = new PackedSearchEngine();
      for (const article of current.values()) fresh.set(searchable(article));
      for (let count = 0; count < 10; count++) {
        const query = random.query();
        const [incremental, rebuilt] = [answer(engine, query), answer(fresh, query)];
        // An index with a past may look for words that stand nowhere now.
        deepEqual({ ...incremental, highlight: null }, { ...rebuilt, highlight: null }, query);
      }
    }
  });

  it("answers the same while and after all is numbered anew because so many articles have gone", () => {
    const random = new Random(7);
    const current = new Map<string, PlainArticle>();
    const engine = new PackedSearchEngine();
    for (let step = 1; step <= 5400; step++) {
      const article = random.article(random.below(700));
      if (random.below(8) === 0) {
        current.delete(article.id);
        engine.delete(article.id);
      } else if (random.below(4) === 0 && current.has(article.id)) {
        // What is known of an article changes by itself.
        const before = current.get(article.id)!;
        current.set(article.id, { ...before, date: article.date, source: article.source });
        engine.describe(article.id, searchable({ ...before, date: article.date, source: article.source }));
      } else {
        current.set(article.id, article);
        engine.set(searchable(article));
      }
      if (step % 100 !== 0 || step < 3000) continue;
      const fresh = new PackedSearchEngine();
      for (const one of current.values()) fresh.set(searchable(one));
      for (let count = 0; count < 3; count++) {
        const query = random.query();
        deepEqual({ ...answer(engine, query), highlight: null }, { ...answer(fresh, query), highlight: null }, query);
      }
    }
  }).timeout(60_000);
});

function checkMarks(article: PlainArticle, naive: NaiveSearch, query: string, plan: HighlightPlan): void {
  const { root } = parseQuery(query);
  const text = searchable(article);
  const matches = findMatches(text, plan);
  const wordsBefore = (offset: number): number =>
    text.text
      .slice(0, offset)
      .split(/\s+/)
      .filter((word) => word !== "").length;
  deepEqual(
    matches.map(({ start, end }) => [wordsBefore(start), wordsBefore(end) - 1]),
    naive.marks(root!, article),
    `${query} in ${text.text}`,
  );
  for (const snippet of snippetsOf(text, matches, 3)) {
    // What stands in the snippet by itself is what is marked in it; NEAR looks beyond it.
    const items = plan.filter(({ zone, near }) => near === null && (zone === null || zone === snippet.zone));
    if (items.length < plan.filter(({ zone }) => zone === null || zone === snippet.zone).length) continue;
    const whole = { text: snippet.text, title: null, body: [[{ start: 0, end: snippet.text.length }]], site: [] };
    const expected = findMatches(
      whole,
      items.map((item) => ({ ...item, zone: null })),
    ).map(({ start, end }) => [start, end]);
    deepEqual(snippet.marks, expected, `${query} in ${snippet.text}`);
  }
}
