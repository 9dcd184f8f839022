import type { CancellationToken } from "../../cancellation";
import { termsOf } from "../analyse/analyser";
import type { ParsedQuery, QueryNode } from "../query/ast";
import { described, release, restore, store, type StoredArticle } from "./articleStore";
import { evaluate, Match, type Evaluation, type Matches } from "./evaluate";
import { ChosenFacets, countDates, countFacets } from "./tally";
import { rank } from "./rank";
import { TermDictionary } from "./termDictionary";
import type { SearchableArticle, SearchableFacts } from "./searchable";
import type { HighlightPlan, PlanSequence } from "./highlightPlan";
import type { Sequence } from "./expand";
import type { Facet, FacetCount, SearchAnswer, SearchEngine, SearchHit, SearchRequest } from "./searchEngine";

/** With fewer full matches than this, articles that have only some of the words follow. */
const enough = 10;
/** So many of them at most: who looks further asks for fewer words. */
const mostPartial = 100;
/** So many dead slots are carried along before the index is built anew. */
const deadLimit = 2000;

interface Ranked {
  readonly slot: number;
  readonly score: number;
  readonly partial: boolean;
  readonly inSiteText: boolean;
}

/**
 * The engine for corpora that fit in memory, on MiniSearch's radix tree: it holds the vocabulary, for prefixes and edit
 * distances. Which articles match, and how they rank (BM25), is decided on postings and term sequences.
 */
export class MiniSearchEngine implements SearchEngine {
  #dictionary = new TermDictionary();
  #articles: (StoredArticle | null)[] = [];
  readonly #slots = new Map<string, number>();
  #dead = 0;
  /** Of all live articles together, in terms. */
  #length = 0;

  get size(): number {
    return this.#slots.size;
  }

  set(article: SearchableArticle): void {
    this.delete(article.id);
    const slot = this.#articles.length;
    const stored = store(article, slot, this.#dictionary);
    this.#articles.push(stored);
    this.#slots.set(article.id, slot);
    this.#length += stored.bodyEnd;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  describe(id: string, facts: SearchableFacts): void {
    const slot = this.#slots.get(id);
    const article = slot === undefined ? null : this.#articles[slot];
    if (slot !== undefined && article) this.#articles[slot] = described(article, facts);
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    const article = this.#articles[slot];
    if (!article) return;
    this.#length -= article.bodyEnd;
    release(article, this.#dictionary);
    this.#articles[slot] = null;
    if (++this.#dead > Math.max(deadLimit, this.#slots.size)) this.#compact();
  }

  search(request: SearchRequest, token: CancellationToken): SearchAnswer | null {
    const evaluation: Evaluation = { dictionary: this.#dictionary, articles: this.#articles, used: [] };
    const root = request.query.root;
    const chosen = new ChosenFacets(request.filters);
    const unfiltered = root === null ? this.#all() : evaluate(root, evaluation);
    if (isCancelled(token)) return null;
    const full = this.#rank(this.#filter(unfiltered, chosen), evaluation, false);
    const some = full.length < enough && root !== null ? this.#some(root, unfiltered, evaluation) : null;
    const partial = some === null ? [] : this.#sort(this.#rank(this.#filter(some, chosen), evaluation, true), "relevance").slice(0, mostPartial);
    if (isCancelled(token)) return null;
    const ranked = this.#sort([...full, ...partial], request.sort);
    const hits = this.#hits(ranked, request.fold);
    const counted = full.length > 0 || partial.length === 0 ? this.#articlesIn(unfiltered) : partial.flatMap(({ slot }) => this.#articles[slot] ?? []);
    return {
      total: full.length,
      partial: partial.length,
      listed: hits.length,
      hits: hits.slice(request.offset, request.offset + request.limit),
      facets: countFacets(counted, chosen),
      histogram: countDates(counted.filter((article) => chosen.allow(article))),
      corrections: evaluation.used.flatMap(({ sequences }) => sequences.flatMap(({ correction }) => correction ?? [])),
      highlight: this.#plan(evaluation),
    };
  }

  plan({ root }: ParsedQuery): HighlightPlan {
    if (root === null) return [];
    const evaluation: Evaluation = { dictionary: this.#dictionary, articles: this.#articles, used: [] };
    evaluate(root, evaluation);
    return this.#plan(evaluation);
  }

  suggest(typed: string, limit: number): readonly string[] {
    const prefix = termsOf(typed).at(-1);
    if (prefix === undefined) return [];
    return [...this.#dictionary.withPrefix(prefix)]
      .map((number) => ({ term: this.#dictionary.nameOf(number), count: this.#dictionary.postings(number).live }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
      .slice(0, limit)
      .map(({ term }) => term);
  }

  values(facet: Facet, typed: string, limit: number): readonly FacetCount[] {
    const counts = new Map<string, number>();
    for (const article of this.#articles) for (const value of article?.facets.get(facet) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    const wanted = ` ${termsOf(typed).join(" ")}`;
    return [...counts]
      .filter(([value]) => wanted === " " || ` ${termsOf(value).join(" ")}`.includes(wanted))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([value, count]) => ({ value, count }));
  }

  #all(): Matches {
    return Uint8Array.from(this.#articles, (article) => (article === null ? Match.None : Match.Content));
  }

  #filter(matches: Matches, chosen: ChosenFacets): Matches {
    if (chosen.isEmpty) return matches;
    return matches.map((match, slot) => {
      const article = this.#articles[slot];
      return match !== Match.None && article && chosen.allow(article) ? match : Match.None;
    });
  }

  #articlesIn(matches: Matches): readonly StoredArticle[] {
    return this.#articles.filter((article, slot) => article !== null && matches[slot] !== Match.None) as StoredArticle[];
  }

  #rank(matches: Matches, evaluation: Evaluation, partial: boolean): readonly Ranked[] {
    const scores = rank(matches, evaluation, this.#slots.size, this.#length / Math.max(1, this.#slots.size));
    const ranked: Ranked[] = [];
    for (let slot = 0; slot < matches.length; slot++) {
      const match = matches[slot];
      if (match !== Match.None) ranked.push({ slot, score: scores[slot] ?? 0, partial, inSiteText: match === Match.Site });
    }
    return ranked;
  }

  /** Articles with some of the words that all were asked for, where the query is a plain list of words; else null. */
  #some(root: QueryNode, full: Matches, evaluation: Evaluation): Matches | null {
    if (root.kind !== "and") return null;
    const words = root.children.filter((child) => (child.kind === "word" || child.kind === "phrase") && (child.field === null || child.field === "title" || child.field === "body"));
    const others = root.children.filter((child) => !words.includes(child));
    if (words.length < 2) return null;
    const span = root.span;
    const some: QueryNode = { kind: "or", children: words, span };
    const relaxed: QueryNode = others.length === 0 ? some : { kind: "and", children: [some, ...others], span };
    return evaluate(relaxed, { ...evaluation, used: [] }).map((match, slot) => (match === Match.Content && full[slot] === Match.None ? match : Match.None));
  }

  #sort(ranked: readonly Ranked[], order: SearchRequest["sort"]): readonly Ranked[] {
    const date = ({ slot }: Ranked): string => this.#articles[slot]?.date ?? "";
    const id = ({ slot }: Ranked): string => this.#articles[slot]?.id ?? "";
    return [...ranked].sort((a, b) => {
      if (order !== "relevance") {
        const [first, second] = [date(a), date(b)];
        // Undated articles come last in either order.
        if (first !== second) return first === "" ? 1 : second === "" ? -1 : (first < second ? -1 : 1) * (order === "oldest" ? 1 : -1);
      }
      return Number(a.partial) - Number(b.partial) || Number(a.inSiteText) - Number(b.inSiteText) || b.score - a.score || (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0) || (id(a) < id(b) ? -1 : 1);
    });
  }

  /** Where `fold` is set, near-duplicates of a hit that come after it are folded into it. */
  #hits(ranked: readonly Ranked[], fold: boolean): readonly SearchHit[] {
    const first = new Map<string, string[]>();
    const hits: SearchHit[] = [];
    for (const { slot, score, partial, inSiteText } of ranked) {
      const article = this.#articles[slot];
      if (!article) continue;
      const copies = !fold || article.duplicates === null ? undefined : first.get(article.duplicates);
      if (copies !== undefined) {
        copies.push(article.id);
        continue;
      }
      const own: string[] = [];
      if (article.duplicates !== null) first.set(article.duplicates, own);
      hits.push({ id: article.id, score, partial, inSiteText, copies: own });
    }
    return hits;
  }

  #plan({ used }: Evaluation): HighlightPlan {
    return used.flatMap(({ sequences: [first, second], distance, zone }) => (first === undefined ? [] : [{
      sequence: this.#terms(first),
      near: second === undefined || distance === null ? null : { sequence: this.#terms(second), distance },
      zone,
    }]));
  }

  #terms({ steps }: Sequence): PlanSequence {
    return steps.map((step) => new Set([...step.keys()].map((number) => this.#dictionary.nameOf(number))));
  }

  /** Slots only grow: now and then everything is numbered anew. */
  #compact(): void {
    const live = this.#articles.filter((article) => article !== null);
    const old = this.#dictionary;
    this.#dictionary = new TermDictionary();
    this.#articles = [];
    this.#slots.clear();
    this.#dead = 0;
    for (const article of live) {
      const slot = this.#articles.length;
      this.#articles.push(restore(article, old, slot, this.#dictionary));
      this.#slots.set(article.id, slot);
    }
  }
}

function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
