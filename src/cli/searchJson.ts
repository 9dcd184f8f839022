import type { Facet, FacetCount } from "../core/search/engine/searchEngine";
import type { LeftOut } from "./loadCorpus";
import type { PlaceJson } from "./readRelated";

/** A few words of a hit around what was found. */
export interface SnippetJson {
  /** In one line: white space is single. */
  readonly text: string;
  /** What was found, in UTF-16 code units of `text`, end exclusive. A phrase is one mark. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Of the first match, or of the text where nothing is marked: 1-based, from the start of the file. */
  readonly line: number;
}

/** What `search --json` says of one article; the names are a promise. */
export interface HitJson {
  /** Relative to the folder, with "/". */
  readonly file: string;
  /** The name in its bundle; null for the article of a single-article file, and for text outside the articles of a bundle. */
  readonly key: string | null;
  readonly displayTitle: string;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`. */
  readonly datePublished: string | null;
  /** Comparable within one answer. */
  readonly score: number;
  /** Only some of the words occur: it follows because few articles have them all. */
  readonly partial: boolean;
  /** Found in site text or outside the article's text only. */
  readonly inSiteText: boolean;
  /** Near-duplicates that were found as well and are folded into this one. */
  readonly copies: readonly PlaceJson[];
  readonly snippets: readonly SnippetJson[];
}

export interface SearchJson {
  /** Articles that match, whatever the limit and folded or not; partial matches are not counted. */
  readonly total: number;
  readonly partial: number;
  readonly hits: readonly HitJson[];
  readonly facets: Readonly<Partial<Record<Facet, readonly FacetCount[]>>>;
  /** By year, month or day, in order. */
  readonly histogram: readonly FacetCount[];
  /** The query with its operators spelt out. */
  readonly understoodAs: string;
  readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
  /** What could not be understood, in words. */
  readonly hints: readonly string[];
  /** The files that are not read as articles, each with the reason. */
  readonly leftOut: readonly LeftOut[];
}
