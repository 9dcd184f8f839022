import type { Span } from "../../text/span";

/** What is known of an article beside its text, and can be asked for by `field:` or counted in a facet. */
export type ValueField =
  "author" | "source" | "agency" | "place" | "file" | "lang" | "person" | "org" | "entity" | "story" | "folder" | "said";

/** Text that a phrase may run through: the pieces of a paragraph, which stray blank lines may have broken. */
export type TextRun = readonly Span[];

/** Where in an article something stands. Site text is found, but does not rank. */
export type Zone = "title" | "body" | "site";

/** A quotation of an article, by where its words stand in the article's term sequence: exclusive at the end. */
export interface SaidFact {
  /** The value of `said` that its speaker is; null for nobody who is known. */
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  /** Whether it has words between quotation marks. */
  readonly isQuoted: boolean;
}

/** What is known of an article beside its text; it may change while the text stays. */
export interface SearchableFacts {
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  readonly values: Readonly<Partial<Record<ValueField, readonly string[]>>>;
  /** What else finds a value of a field: the other names of a person. Counted in no facet. */
  readonly aliases: Readonly<Partial<Record<ValueField, readonly string[]>>>;
  /** Articles with the same group are near-duplicates of each other; null for an article without any. */
  readonly duplicates: string | null;
  /** Who said what, in order of the text, once it is known; their speakers are values of `said`. */
  readonly said?: readonly SaidFact[];
}

/** Where an article's text stands in its document. */
export interface SearchableText {
  /** The text that the spans lie in: the document's. */
  readonly text: string;
  readonly title: TextRun | null;
  /** Lead, paragraphs, byline and so on, the headline apart: all that ranks, in the order of the text. */
  readonly body: readonly TextRun[];
  /** Site text, and what else stands in or around the article: found, but not ranked. */
  readonly site: readonly TextRun[];
}

/** An article as the index takes it. Its text is read once and not kept. */
export interface SearchableArticle extends SearchableText, SearchableFacts {
  readonly id: string;
}
