import type { Span } from "../../text/span";
import type { CancellationToken } from "../../util/cancellation";
import type { ParsedQuery, WordNode } from "../query/ast";
import type { HighlightPlan } from "./highlightPlan";
import type { ArticleText } from "./articleText";
import type { SearchableArticle, SearchableFacts, ValueField } from "./searchable";
import type { TermNumbers } from "./termNumbers";

/** What results are counted by beside the query. `year` is `YYYY`, `month` is `YYYY-MM`, or `undated`. */
export type Facet = Exclude<ValueField, "author" | "file" | "entity" | "lang" | "said"> | "year" | "month" | "duplicates";

/** The facets in the order in which they are shown. */
export const facets: readonly Facet[] = ["source", "year", "month", "agency", "person", "org", "place", "folder", "story", "duplicates"];

export interface FacetFilter {
  readonly facet: Facet;
  readonly value: string;
  /** Leaves such articles out instead of keeping only them. */
  readonly exclude: boolean;
}

export type SortOrder = "relevance" | "newest" | "oldest";

export interface SearchRequest {
  readonly query: ParsedQuery;
  /** One of the values chosen in a facet must be there; all facets count. */
  readonly filters: readonly FacetFilter[];
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
  /** Whether near-duplicates of a hit are folded into it instead of following it. */
  readonly fold: boolean;
}

export interface SearchHit {
  readonly id: string;
  /** Comparable within one answer only; 0 for hits that do not rank. */
  readonly score: number;
  /** Not all words occur: it follows because few articles have them all. */
  readonly partial: boolean;
  /** All that was looked for stands in site text or outside any article. */
  readonly inSiteText: boolean;
  /** Near-duplicates of this hit among the results that are folded into it. */
  readonly copies: readonly string[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** A word that occurs nowhere, and the word that was looked for in its place. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface SearchAnswer {
  /** All articles that match, copies included, partial matches apart. */
  readonly total: number;
  /** How many articles with only some of the words follow: at most a hundred, and only where `total` is small. */
  readonly partial: number;
  /** How many hits there are to page through: copies that are folded do not count. */
  readonly listed: number;
  readonly hits: readonly SearchHit[];
  /** Of all that match; of the partial matches where nothing else does. The histogram likewise. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Counts by `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, whichever suits the span, in order. */
  readonly histogram: readonly FacetCount[];
  readonly corrections: readonly Correction[];
  /** In words, what of the query was not looked for. */
  readonly notices: readonly string[];
  readonly highlight: HighlightPlan;
}

/** The terms of an article as an engine holds them. `sequence` is the engine's own and is not to be changed. */
export interface EngineText extends Omit<ArticleText, "prose"> {
  /** Says what the numbers mean; another one once they mean something else. */
  readonly dictionary: { nameOf(number: number): string };
}

/** An index of articles that answers queries. Nothing outside knows which library is behind it. */
export interface SearchEngine {
  /** How many articles there are. */
  readonly size: number;
  /** Adds an article, or replaces the one with its id. */
  set(article: SearchableArticle): void;
  /** The same with a text that was read before, whose numbers are those of `terms`. */
  put(id: string, text: ArticleText, terms: TermNumbers, facts: SearchableFacts): void;
  /** The terms of an article; null if it is not there. */
  textOf(id: string): EngineText | null;
  /**
   * The ids of the articles that have at least half of the rarest terms of a stretch of an article's sequence, its own aside: where
   * else the same words may stand.
   */
  sharing(id: string, stretch: Span): readonly string[];
  /** Whether there is an article with that id. */
  has(id: string): boolean;
  /** Changes what is known of an article beside its text; nothing happens if it is not there. */
  describe(id: string, facts: SearchableFacts): void;
  /** Takes an article out; nothing happens if it is not there. */
  delete(id: string): void;
  /** Null where the token was cancelled. */
  search(request: SearchRequest, token: CancellationToken): SearchAnswer | null;
  /** The same with a pause about every millisecond. It begins anew where the index changed in a pause. */
  searching(request: SearchRequest): Generator<undefined, SearchAnswer>;
  /** How to find in a text what a query looks for. */
  plan(query: ParsedQuery): HighlightPlan;
  /** Whether words begin with this one that stands nowhere itself; or, where somebody `isTyping`, whether it stands somewhere or not. */
  isBegun(word: WordNode, isTyping: boolean): boolean;
  /** Words of the corpus that what is being typed may become, most frequent first. */
  suggest(typed: string, limit: number): readonly string[];
  /** The values of a facet that have a word beginning with what is being typed, most frequent first. */
  values(facet: Facet, typed: string, limit: number): readonly FacetCount[];
  /** The index as bytes, for `load`. */
  save(): Uint8Array;
  /** Replaces all by what `save` gave; false, with nothing changed, where the bytes are of another version or damaged. */
  load(bytes: Uint8Array): boolean;
}
