import type { Span } from "../text/span";
import type { Problem } from "../corpus/problem";

/** `explicit`: it stands in the article's text or its envelope; `inferred`: concluded from something else. */
export type Origin = "explicit" | "inferred";

/** A value with where it stands. `span` is null where the value stands nowhere (taken from a host name, say). */
export interface Field<T> {
  readonly value: T;
  readonly origin: Origin;
  readonly span: Span | null;
}

/** schema.org `author`: a person, or an organisation that signs as one. */
export interface Author {
  readonly name: string;
  readonly kind: "person" | "organization";
  readonly span: Span;
}

export type DateSource = "line" | "prefix" | "envelope" | "url";

/** schema.org `datePublished`. `iso` is `YYYY-MM-DD`. */
export interface DatePublished {
  readonly iso: string;
  /** `HH:MM` with an offset where the text gives them ("10:15 GMT" is `10:15Z`), else null. */
  readonly time: string | null;
  readonly source: DateSource;
  readonly span: Span | null;
  /**
   * Both readings where the text alone cannot tell day from month ("03/04/2013"); `iso` is then the reading that
   * is assumed until the corpus knows how this publisher writes dates. Null for an unambiguous date.
   */
  readonly ambiguous: { readonly dayFirst: string; readonly monthFirst: string } | null;
  /** What an all-numeric, unambiguous date shows about the publisher's habit ("25/12/2013": day first), else null. */
  readonly habit: "dayFirst" | "monthFirst" | null;
}

/** The place of filing; `cities` has more than one for "Beijing/Moscow". */
export interface Dateline {
  readonly text: string;
  readonly cities: readonly string[];
  readonly span: Span;
}

/** A paragraph of the body; more than one piece where stray blank lines broke it. */
export interface Paragraph {
  readonly pieces: readonly Span[];
}

/** One entry of a "Related articles:" list, or an inline `[title](#)`. */
export interface RelatedTitle {
  readonly title: string;
  readonly span: Span;
}

export type DisplayTitleKind = "headline" | "derived" | "name";

/**
 * A plain-text news article, with schema.org NewsArticle's names. All spans are offsets into the document's text
 * (not into the article), so that an article in a bundle needs no translation.
 */
export interface Article {
  /** The whole article: the file, or what stands strictly between two envelope markers. */
  readonly span: Span;
  /** From the first to the last non-blank line of `span`; null where it is blank. */
  readonly content: Span | null;
  readonly headline: Field<string> | null;
  /** What lists show: one line of plain text. */
  readonly displayTitle: string;
  readonly displayTitleKind: DisplayTitleKind;
  readonly byline: Field<string> | null;
  readonly authors: readonly Author[];
  readonly publisher: Field<string> | null;
  readonly agency: Field<string> | null;
  readonly dateline: Dateline | null;
  /** The prefix before the lead ("date 2013-11-15 MOSCOW (Reuters) - "), dateline and all; null if none. */
  readonly prefix: Span | null;
  readonly datePublished: DatePublished | null;
  /** The articleBody: whole lines from the first to the last paragraph. */
  readonly body: Span | null;
  readonly paragraphs: readonly Paragraph[];
  /** Subheadings (cross-heads) inside the body. */
  readonly subheadings: readonly Span[];
  readonly creditLine: Field<string> | null;
  /** The related list with its label. */
  readonly relatedList: Span | null;
  readonly related: readonly RelatedTitle[];
  readonly url: Field<string> | null;
  /** "Original url:" with the URL, whole lines. */
  readonly urlBlock: Span | null;
  /** Site text, whole lines: out of entities, ranking and similarity. */
  readonly boilerplate: readonly Span[];
  readonly problems: readonly Problem[];
}
