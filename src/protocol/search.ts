/**
 * What client and server share about searching. Conventions are those of `protocol.ts`. Every string that comes from
 * the corpus is plain text and hostile input. Answers are those of the moment: while `SearchState.done < total` they
 * grow, and `searchChanged` says when to ask again.
 */
import type { Facet, FacetCount, FacetFilter, SortOrder } from "../core/search/engine/searchEngine";
import type { ArticleSummary, ProtocolRange } from "./ranges";

/** Days `YYYY-MM-DD`, both inclusive; null is open. */
export interface DateSpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** What is looked for: the query as typed, and what was chosen beside it. */
export interface SearchQuestion {
  readonly query: string;
  readonly filters: readonly FacetFilter[];
  readonly dates: DateSpan | null;
  readonly sort: SortOrder;
}

/** Who asks: the view, the quick pick, and the walk from result to result, which must not end what the others ask. */
export type Asker = "view" | "pick" | "walk";

/** `search`: a page of what a query finds. A newer question of the same asker (from offset 0) ends what is under way. */
export interface SearchParams extends SearchQuestion {
  readonly asker: Asker;
  readonly offset: number;
  /** Capped at 200 by the server. */
  readonly limit: number;
}

/** How far the index is: documents read, and documents that there are. */
export interface SearchState {
  readonly done: number;
  readonly total: number;
}

/** A word that occurs nowhere, and what was looked for in its place. `query` is the query with it. */
export interface SearchCorrection {
  readonly typed: string;
  readonly meant: string;
  readonly query: string;
}

/** A line of text with what was found in it: code units of `text`, end exclusive. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

export interface SearchSnippet extends MarkedText {
  /** Of its first match, or where it begins. */
  readonly range: ProtocolRange;
}

export interface SearchHitItem {
  /** Text outside the articles of a bundle comes as an article without a key. */
  readonly article: ArticleSummary;
  readonly title: MarkedText;
  readonly snippets: readonly SearchSnippet[];
  /** How often what was looked for stands in the article; null where its text cannot be read. */
  readonly matches: number | null;
  /** Only some of the words occur. */
  readonly partial: boolean;
  /** Found in site text, or outside the article's text, only. */
  readonly inSiteText: boolean;
  /** Near-duplicates that were found as well and are folded into this one. */
  readonly copies: readonly ArticleSummary[];
}

export interface SearchResult {
  /** All articles that match, copies included, partial matches apart. */
  readonly total: number;
  readonly partial: number;
  /** How many hits there are to page through. */
  readonly listed: number;
  readonly hits: readonly SearchHitItem[];
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** By `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in order; periods without an article are left out. */
  readonly histogram: readonly FacetCount[];
  /** The query with its operators spelt out; empty for one that looks for nothing. */
  readonly understoodAs: string;
  readonly hints: readonly string[];
  readonly corrections: readonly SearchCorrection[];
  readonly state: SearchState;
}

/** `searchSuggestions`: what the word before the cursor may become. */
export interface SuggestParams {
  readonly query: string;
  /** Where the cursor stands in it. */
  readonly cursor: number;
}
export interface Suggestion {
  readonly kind: "word" | "name" | "title" | "field" | "value";
  /** What is shown. */
  readonly label: string;
  /** The whole query with it, and where the cursor goes. */
  readonly query: string;
  readonly cursor: number;
}

export type ContextSort = "article" | "left" | "right";

/** `searchContexts`: each match in its line, of the first articles that match. */
export interface ContextsParams extends SearchQuestion {
  readonly order: ContextSort;
}
export interface SearchContext {
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly uri: string;
  readonly range: ProtocolRange;
  /** Index into `articles`. */
  readonly article: number;
}
export interface SearchContexts {
  readonly contexts: readonly SearchContext[];
  readonly articles: readonly ArticleSummary[];
  /** Whether there are more than are given. */
  readonly cut: boolean;
}

export type ExportFormat = "markdown" | "csv" | "json";

/** `exportSearch` to a string: all hits (at most 10,000) with their citations. */
export interface ExportParams extends SearchQuestion {
  readonly format: ExportFormat;
}

/** `searchReport`: the results as a document to read, with the places that its lines lead to. */
export interface ReportPlace {
  readonly line: number;
  /** The stretch of the line that leads there. */
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  readonly range: ProtocolRange;
}
export interface SearchReport {
  readonly text: string;
  readonly places: readonly ReportPlace[];
  /** Matched words in `text`, to be coloured. */
  readonly marks: readonly ProtocolRange[];
}
export interface ReportParams extends SearchQuestion {
  /** One line a match, instead of snippets. */
  readonly contexts: ContextSort | null;
}

/** `matchesInDocument`: where what a query looks for stands in an open document, at most 5,000 places. */
export interface DocumentMatchesParams {
  readonly uri: string;
  readonly query: string;
}

export const searchMethod = {
  /** Client to server: `SearchParams` to `SearchResult`. */
  search: "corpusNavigator/search",
  /** Client to server: `SuggestParams` to `Suggestion[]`, at most 12. */
  suggestions: "corpusNavigator/searchSuggestions",
  /** Client to server: `ContextsParams` to `SearchContexts`. */
  contexts: "corpusNavigator/searchContexts",
  /** Client to server: `ExportParams` to `string`. */
  export: "corpusNavigator/exportSearch",
  /** Client to server: `ReportParams` to `SearchReport`. */
  report: "corpusNavigator/searchReport",
  /** Client to server: `DocumentMatchesParams` to `ProtocolRange[]`. */
  matchesInDocument: "corpusNavigator/matchesInDocument",
  /** Server to client, a notification, `SearchState`: the index has changed; questions may be answered otherwise. */
  searchChanged: "corpusNavigator/searchChanged",
} as const;
