import type { Span } from "../../text/span";

/** What is known of an article beside its text, and can be asked for by `field:` or counted in a facet. */
export type ValueField = "author" | "source" | "agency" | "place" | "file" | "lang" | "person" | "org" | "entity" | "story" | "folder";

/** An article as the index takes it. Its text is read once and not kept. */
export interface SearchableArticle {
  readonly id: string;
  /** The text that the spans lie in: the document's. */
  readonly text: string;
  readonly title: Span | null;
  /** Headline apart: lead, paragraphs, byline, captions: all that ranks. One span a paragraph piece. */
  readonly body: readonly Span[];
  /** Site text and text outside any article: found, but not ranked. */
  readonly site: readonly Span[];
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  readonly values: Readonly<Partial<Record<ValueField, readonly string[]>>>;
  /** Articles with the same group are near-duplicates of each other; null for an article without any. */
  readonly duplicates: string | null;
}
