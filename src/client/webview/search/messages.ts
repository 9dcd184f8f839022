import type { FacetFilter, SortOrder } from "../../../core/search/engine/searchEngine";
import type { ArticleSummary, ProtocolRange } from "../../../protocol/ranges";
import type { ContextSort, DateSpan, SearchContexts, SearchQuestion, SearchResult, Suggestion } from "../../../protocol/search";

/** What the view is asked to look for; without a sort order the one that was chosen stays. */
export type AskedFor = Pick<SearchQuestion, "query"> & Partial<SearchQuestion>;

/** What the view remembers while it is hidden, and over a restart. */
export interface ViewState {
  readonly query: string;
  readonly filters: readonly FacetFilter[];
  readonly dates: DateSpan | null;
  readonly sort: SortOrder;
  /** Null: articles; else contexts in this order. */
  readonly contexts: ContextSort | null;
  readonly openFacets: readonly string[];
  readonly active: number;
}

/** What the search view says to the extension. Numbered questions get answers with their number. */
export type FromView =
  | { readonly type: "ready" }
  | { readonly type: "search"; readonly id: number; readonly question: SearchQuestion; readonly offset: number; readonly limit: number }
  | { readonly type: "contexts"; readonly id: number; readonly question: SearchQuestion; readonly order: ContextSort }
  | { readonly type: "suggest"; readonly id: number; readonly query: string; readonly cursor: number }
  /** What the view shows now; commands and highlights go by it. */
  | {
      readonly type: "shows";
      readonly question: SearchQuestion;
      readonly contexts: ContextSort | null;
      readonly listed: number;
      readonly active: number;
      readonly walked: number;
    }
  | { readonly type: "open"; readonly uri: string; readonly range: ProtocolRange; readonly beside: boolean; readonly focus: boolean }
  /** The title or the citation of an article is to be copied. */
  | { readonly type: "copy"; readonly article: ArticleSummary; readonly what: "title" | "citation" }
  | { readonly type: "copyText"; readonly text: string }
  /** The reader did something with this query: worth remembering. */
  | { readonly type: "used"; readonly query: string }
  /** Something is to be done with a saved search. */
  | { readonly type: "saved"; readonly action: "run" | "rename" | "delete"; readonly name: string }
  | { readonly type: "leave" };

/** A saved search as the view lists it: its name, and what it asks where that is something else. */
export interface SavedEntry {
  readonly name: string;
  readonly asked: string;
}

/** What the extension says to the search view. */
export type ToView =
  | {
      readonly type: "setUp";
      readonly labels: SearchLabels;
      readonly language: string;
      readonly history: readonly string[];
      readonly saved: readonly SavedEntry[];
      readonly active: number | null;
      readonly walked: number;
    }
  | { readonly type: "remembered"; readonly history: readonly string[]; readonly saved: readonly SavedEntry[] }
  | { readonly type: "result"; readonly id: number; readonly offset: number; readonly result: SearchResult | null }
  | { readonly type: "contexts"; readonly id: number; readonly contexts: SearchContexts | null }
  | { readonly type: "suggestions"; readonly id: number; readonly suggestions: readonly Suggestion[] }
  /** Answers may be others now. */
  | { readonly type: "changed" }
  /** Puts the focus into the box, with another question if one is given. */
  | { readonly type: "focus"; readonly question: AskedFor | null }
  /** A result becomes active from outside; `walked` counts these steps, and goes back with what the view shows. */
  | { readonly type: "active"; readonly index: number; readonly walked: number }
  | { readonly type: "clear" };

/** The view's own words in the reader's language; `{0}`, `{1}` stand for what is put in. */
export interface SearchLabels {
  readonly search: string;
  readonly placeholder: string;
  readonly clear: string;
  readonly results: string;
  readonly contexts: string;
  readonly sortBy: string;
  readonly relevance: string;
  readonly newest: string;
  readonly oldest: string;
  readonly byArticle: string;
  readonly byLeft: string;
  readonly byRight: string;
  readonly noResults: string;
  readonly oneResult: string;
  readonly manyResults: string;
  readonly somePartial: string;
  readonly partial: string;
  readonly inSiteText: string;
  readonly copy: string;
  readonly copies: string;
  readonly matches: string;
  readonly oneMatch: string;
  readonly undated: string;
  readonly understoodAs: string;
  readonly didYouMean: string;
  readonly indexing: string;
  readonly suggestions: string;
  readonly filters: string;
  readonly exclude: string;
  readonly included: string;
  readonly excluded: string;
  readonly removeFilter: string;
  readonly timeline: string;
  readonly timelineHelp: string;
  readonly oneInBar: string;
  readonly bar: string;
  readonly saved: string;
  readonly savedHelp: string;
  readonly recent: string;
  readonly examples: string;
  readonly contextsCount: string;
  readonly contextsCut: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly yes: string;
}
