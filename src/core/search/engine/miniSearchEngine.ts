import type { CancellationToken } from "../../cancellation";
import { termsOf } from "../analyse/analyser";
import type { ParsedQuery, WordNode } from "../query/ast";
import { described, release, store, type StoredArticle } from "./articleStore";
import { isBegun } from "./begun";
import { raiseClose } from "./closeness";
import { evaluate, isEmpty, Match, type Evaluation, type Matches } from "./evaluate";
import type { Sequence } from "./expand";
import type { HighlightPlan, PlanSequence } from "./highlightPlan";
import { packIndex, unpackIndex, type IndexParts } from "./indexFile";
import { list, order, type Found } from "./listing";
import { prepare, type Prepared, type PreparedQuery, type Used } from "./prepare";
import { rank } from "./rank";
import { Renewal } from "./renewal";
import type { SearchableArticle, SearchableFacts } from "./searchable";
import type { Facet, FacetCount, SearchAnswer, SearchEngine, SearchRequest } from "./searchEngine";
import { ChosenFacets, countDates, countFacets } from "./tally";
import { TermDictionary } from "./termDictionary";
import { topOf } from "./top";
import { ValueTable } from "./valueTable";

/** With fewer full matches than this, articles that have only some of the words follow. */
const enough = 10;
/** So many of them at most: who looks further asks for fewer words. */
const mostPartial = 100;
/** So many dead slots are carried along before the index is numbered anew. */
const deadLimit = 2000;
/** So many slots with every change from then on: about a millisecond. */
const renewedAtOnce = 16;

/**
 * The engine for corpora that fit in memory, on MiniSearch's radix tree: it holds the vocabulary, for prefixes and edit
 * distances. Which articles match, and how they rank (BM25), is decided on postings and term sequences.
 */
export class MiniSearchEngine implements SearchEngine {
  #dictionary = new TermDictionary();
  #values = new ValueTable();
  #articles: (StoredArticle | null)[] = [];
  readonly #slots = new Map<string, number>();
  #dead = 0;
  #renewal: Renewal | null = null;
  /** Of all live articles together, in terms. */
  #length = 0;

  get size(): number {
    return this.#slots.size;
  }

  set(article: SearchableArticle): void {
    this.delete(article.id);
    const slot = this.#articles.length;
    const stored = store(article, slot, this.#dictionary, this.#values);
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
    if (slot === undefined || !article) return;
    this.#articles[slot] = described(article, facts, this.#values);
    this.#renewal?.describe(slot, facts);
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
    this.#dead++;
    this.#renewal?.delete(slot);
    this.#renew();
  }

  search({ query: { root }, filters, sort, ...page }: SearchRequest, token: CancellationToken): SearchAnswer | null {
    const evaluation = this.#evaluation(token);
    const query = root === null ? null : prepare(root, this.#dictionary, this.#articles.length);
    const used = query?.used ?? [];
    const chosen = new ChosenFacets(filters, this.#values);
    const matches = this.#alive(query === null ? new Uint8Array(this.#articles.length).fill(Match.Content) : evaluate(query.root, null, evaluation));
    if (isCancelled(token)) return null;
    const full = this.#found(matches, chosen, used, evaluation, false);
    raiseClose(full, used, this.#dictionary.size, order("relevance"));
    const some = full.length < enough && query !== null ? this.#some(query.root, matches, evaluation) : null;
    const partial = some === null ? [] : topOf(this.#found(some, chosen, used, evaluation, true), mostPartial, order("relevance"));
    if (isCancelled(token)) return null;
    const counted = full.length > 0 || partial.length === 0 ? this.#articlesIn(matches) : partial.map(({ article }) => article);
    return {
      total: full.length,
      partial: partial.length,
      ...list([...full, ...partial], sort, page),
      facets: countFacets(counted, chosen, this.#values),
      histogram: countDates(chosen.isEmpty ? counted : counted.filter((article) => chosen.allow(article))),
      corrections: used.flatMap(({ sequences }) => sequences.flatMap(({ correction }) => correction ?? [])),
      notices: query?.isCut === true ? ["Too many words occur nowhere: only the first ones are taken for misspelt."] : [],
      highlight: this.#plan(used),
    };
  }

  plan({ root }: ParsedQuery): HighlightPlan {
    return root === null ? [] : this.#plan(prepare(root, this.#dictionary, this.#articles.length).used);
  }

  isBegun(word: WordNode): boolean {
    return isBegun(word, this.#parts);
  }

  suggest(typed: string, limit: number): readonly string[] {
    const prefix = termsOf(typed).at(-1);
    if (prefix === undefined) return [];
    const counts = this.#dictionary.withPrefix(prefix).map((number): FacetCount => ({ value: this.#dictionary.nameOf(number), count: this.#dictionary.content(number).live }));
    return topOf(counts.filter(({ count }) => count > 0), limit, byCount).map(({ value }) => value);
  }

  values(facet: Facet, typed: string, limit: number): readonly FacetCount[] {
    const counts = new Uint32Array(this.#values.size);
    for (const article of this.#articles) for (const value of article?.values ?? []) counts[value] = (counts[value] ?? 0) + 1;
    const wanted = ` ${termsOf(typed).join(" ")}`;
    const found: FacetCount[] = [];
    for (const [number, count] of counts.entries()) {
      const known = this.#values.at(number);
      if (count > 0 && known?.facet === facet && (wanted === " " || known.words.includes(wanted))) found.push({ value: known.value, count });
    }
    return topOf(found, limit, byCount);
  }

  #evaluation(token: CancellationToken): Evaluation {
    return { dictionary: this.#dictionary, values: this.#values, articles: this.#articles, token };
  }

  /** Takes the dead out. */
  #alive(matches: Matches): Matches {
    for (let slot = 0; slot < matches.length; slot++) if (this.#articles[slot] === null) matches[slot] = Match.None;
    return matches;
  }

  #articlesIn(matches: Matches): readonly StoredArticle[] {
    const found: StoredArticle[] = [];
    for (let slot = 0; slot < matches.length; slot++) {
      const article = this.#articles[slot];
      if (article && matches[slot] !== Match.None) found.push(article);
    }
    return found;
  }

  /** Those that the chosen facets allow, with their scores. */
  #found(matches: Matches, chosen: ChosenFacets, used: readonly Used[], evaluation: Evaluation, partial: boolean): Found[] {
    if (isEmpty(matches)) return [];
    const scores = rank(matches, used, evaluation, this.#slots.size, this.#length / Math.max(1, this.#slots.size));
    const found: Found[] = [];
    for (let slot = 0; slot < matches.length; slot++) {
      const article = this.#articles[slot];
      if (matches[slot] === Match.None || !article || !chosen.allow(article)) continue;
      found.push({ article, score: scores[slot] ?? 0, partial, inSiteText: matches[slot] === Match.Site });
    }
    return found;
  }

  /** Articles with some of the words that all were asked for, where the query is a plain list of words; else null. */
  #some(root: Prepared, full: Matches, evaluation: Evaluation): Matches | null {
    if (root.kind !== "and") return null;
    const words = root.children.filter(({ kind }) => kind === "sequence");
    if (words.length < 2) return null;
    const { cost } = root;
    const others = root.children.filter(({ kind }) => kind !== "sequence");
    // What else was asked for must hold; a NOT comes last.
    const relaxed: Prepared = { kind: "and", cost, children: [{ kind: "or", cost, children: words }, ...others] };
    const some = this.#alive(evaluate(relaxed, null, evaluation));
    for (let slot = 0; slot < some.length; slot++) if (some[slot] === Match.Site || full[slot] !== Match.None) some[slot] = Match.None;
    return some;
  }

  #plan(used: PreparedQuery["used"]): HighlightPlan {
    return used.flatMap(({ sequences: [first, second], distance, zone }) => (first === undefined ? [] : [{
      sequence: this.#terms(first),
      near: second === undefined || distance === null ? null : { sequence: this.#terms(second), distance },
      zone,
    }]));
  }

  #terms({ steps }: Sequence): PlanSequence {
    return steps.map(({ terms, prefix }) => (prefix === null ? new Set(terms.map((number) => this.#dictionary.nameOf(number))) : { has: (term: string) => term.startsWith(prefix) }));
  }

  save(): Uint8Array {
    const renewal = new Renewal(this.#parts);
    renewal.step(Number.POSITIVE_INFINITY);
    return packIndex(renewal);
  }

  load(bytes: Uint8Array): boolean {
    const parts = unpackIndex(bytes);
    if (parts !== null) this.#replace(parts);
    return parts !== null;
  }

  get #parts(): IndexParts {
    return { dictionary: this.#dictionary, values: this.#values, articles: this.#articles };
  }

  #replace({ dictionary, values, articles }: IndexParts): void {
    [this.#dictionary, this.#values, this.#articles] = [dictionary, values, [...articles]];
    this.#renewal = null;
    this.#length = 0;
    this.#slots.clear();
    for (const [slot, article] of articles.entries()) {
      if (article === null) continue;
      this.#slots.set(article.id, slot);
      this.#length += article.bodyEnd;
    }
    this.#dead = articles.length - this.#slots.size;
  }

  /** Once too many are dead, all is numbered anew: a part with every change, so that none takes long. */
  #renew(): void {
    if (this.#dead > Math.max(deadLimit, this.#slots.size)) this.#renewal ??= new Renewal(this.#parts);
    if (this.#renewal?.step(renewedAtOnce) === true) this.#replace(this.#renewal);
  }
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
