import type { LocalQuotation } from "../../quotations/localQuotation";
import type { Span } from "../../text/span";
import type { LocalEntity } from "../resolve/localEntity";
import type { MentionTable } from "./mentionTable";

/** A role phrase of one of the article's entities. */
export interface LocalRole {
  /** Index of the mention that it stands at. */
  readonly mention: number;
  readonly phrase: string;
}

/** A sentence that tells about an entity; relative to the article's start, as mentions are. */
export interface LocalSentence extends Span {
  /** Index into `locals`. */
  readonly local: number;
  /** Larger tells more: 0–10, in halves. */
  readonly score: number;
  /** Of its words without case, marks and punctuation: copies of a sentence have the same. */
  readonly hash: number;
}

/** The names of one article, as they were read; nothing in it holds on to the text. */
export interface ArticleNames {
  readonly mentions: MentionTable;
  /** Relative to the article's start; null where it has none. */
  readonly headline: Span | null;
  /** Each mention's form, as a reader would quote it: an index into `forms`. */
  readonly formOf: Uint32Array;
  readonly forms: readonly string[];
  readonly locals: readonly LocalEntity[];
  readonly roles: readonly LocalRole[];
  /** At most two for each of `locals`, best first. */
  readonly sentences: readonly LocalSentence[];
  /** Who said what, in order of the text; relative to the article's start, as mentions are. */
  readonly quotations: readonly LocalQuotation[];
}
