import type { TemplateMember } from "../article/template";
import type { ArticleRecord } from "../corpus/articleRecord";
import type { ArticleNames } from "../entities/index/articleNames";
import type { ArticleText } from "../search/engine/articleText";
import type { FactFields } from "../search/engine/searchableOf";
import type { ArticleBytes } from "./articleBytes";

/** What is known of a file beside its articles. */
export interface FileFacts {
  /** What the file looked like from outside when it was read; null where that cannot be told, and the file is to be read again. */
  readonly stamp: string | null;
  /** What was lost in decoding or left out, in words. */
  readonly notice: string | null;
  /** Why it is no part of the corpus, in words; null where it is. */
  readonly left: string | null;
}

/** An article as it is kept: its analysis and its names. */
export interface KeptArticle {
  readonly record: ArticleRecord;
  readonly hash: number;
  readonly bytes: ArticleBytes | null;
  readonly fields: FactFields;
  readonly text: ArticleText;
  readonly creditLine: string | null;
  readonly listed: readonly string[];
  /** With whom it may share lines, and which. */
  readonly member: TemplateMember;
  /** The fingerprint of the shared lines that it was read with; 0 for none. */
  readonly template: number;
  /** Gives its names; null where it has not been read for them. */
  readonly names: (() => ArticleNames | null) | null;
}

/** The terms of what stands outside the articles of a bundle, as `ArticleText` has them. */
export type OutsideText = Pick<ArticleText, "sequence" | "flags">;

/** A document as it is kept. */
export interface KeptDocument extends FileFacts {
  readonly uri: string;
  readonly articles: readonly KeptArticle[];
  /** What stands outside the articles of a bundle; null where there is nothing. */
  readonly outside: OutsideText | null;
}
