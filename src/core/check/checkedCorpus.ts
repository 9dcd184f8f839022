import type { EntityView } from "../entities/index/entityView";
import type { Quotation } from "../quotations/quotation";
import type { Span } from "../text/span";

/** An article as a check reads it; all spans are in `text`, that of its document. */
export interface CheckedArticle {
  readonly id: string;
  readonly text: string;
  /** Where the article begins in it. */
  readonly start: number;
  /** Headline and paragraphs, in order. */
  readonly passages: readonly Span[];
  /** `YYYY-MM-DD`; null where it is not known. */
  readonly published: string | null;
  /** With the entities that say them; null where the article does not tell. */
  readonly quotations: readonly (Quotation & { readonly entity: string | null })[];
}

/**
 * A check in steps: before each it gives the ids of the articles that it may ask for next, so that who drives it can read them
 * meanwhile; none is a pause. Between two steps are some milliseconds at most, the reading of the draft's names aside.
 */
export type Checking<Result> = Generator<readonly string[], Result>;

/** What a check asks of a corpus. */
export interface CheckedCorpus {
  /** Entities by name; null while no names are known. */
  readonly names: EntityView | null;
  /** The ids of articles with some of these words (as a reader writes them), those with the rarest and most of them first. */
  candidates(words: readonly string[], limit: number): readonly string[];
  /** Null for one that has gone. */
  article(id: string): CheckedArticle | null;
  /** Where an entity is mentioned first: the article's id, and a span that counts from its start; null where that cannot be told. */
  firstMention(entity: string): { readonly article: string; readonly start: number; readonly end: number } | null;
  /** The day of an article by its number in the index of names; null where it is not known. */
  dayOf(article: number): string | null;
}
