import type { LineColumn } from "../../text/lineIndex";
import type { Span } from "../../text/span";
import type { LocalEntity } from "../resolve/localEntity";
import type { MentionTable } from "./mentionTable";

/** A role phrase of one of the article's entities. */
export interface LocalRole {
  /** Index into `locals`. */
  readonly local: number;
  /** Index of the mention that it stands at. */
  readonly mention: number;
  readonly phrase: string;
}

/** A sentence that tells about an entity; relative to the article's start, as mentions are. */
export interface LocalSentence extends Span {
  readonly local: number;
  /** Larger tells more: 0–10. */
  readonly score: number;
  /** Of its words without case, marks and punctuation: copies of a sentence have the same. */
  readonly hash: number;
  readonly from: LineColumn;
  readonly to: LineColumn;
}

/** What the index keeps of the names of one article; nothing in it holds on to the text. */
export interface ArticleNames {
  readonly mentions: MentionTable;
  /** Each mention's form, as a reader would quote it: an index into `forms`. */
  readonly formOf: Uint16Array;
  readonly forms: readonly string[];
  readonly locals: readonly LocalEntity[];
  readonly roles: readonly LocalRole[];
  /** At most two for each of `locals`, best first. */
  readonly sentences: readonly LocalSentence[];
}
