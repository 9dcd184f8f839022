/**
 * What client and server share about quotations: who said what. Conventions are those of `protocol.ts`. Every string that comes from
 * the corpus is plain text and hostile input. Answers are those of the moment, as for names.
 */
import type { QuotationKind } from "../core/quotations/quotation";
import type { Page } from "./entities";
import type { ProtocolRange } from "./ranges";

/** A place of a quotation. */
export interface SaidPlace {
  readonly uri: string;
  /** Of what was said. */
  readonly range: ProtocolRange;
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** What was said, at its earliest place. */
export interface SaidItem extends SaidPlace {
  /** In one line, without quotation marks, cut behind 600 characters. */
  readonly text: string;
  readonly kind: QuotationKind;
  /** Who says it, and the id of the entity where it is one; null where the article does not tell. */
  readonly speaker: { readonly name: string; readonly id: string | null } | null;
  /** How many other places it has (copies, with words left out or changed), and the first five of them, the earliest first. */
  readonly places: number;
  readonly others: readonly SaidPlace[];
}

/** `said`: what an entity said, or what others said with its name in it; each once, the newest first. */
export interface SaidParams extends Page {
  readonly id: string;
  readonly about: boolean;
  /** Words, or beginnings of words, that must all stand in it; empty for all. */
  readonly filter: string;
}
export interface Said {
  readonly items: readonly SaidItem[];
  /** How many pass the filter, and how many there are. */
  readonly total: number;
  readonly all: number;
}

/** `quotationsOfArticle`: the quotations of the article at a position (of the first one if absent), in the order of its text. */
export interface QuotationsOfArticleParams {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
}
export interface ArticleQuotation {
  /** In one line, without quotation marks, cut behind 600 characters. */
  readonly text: string;
  readonly kind: QuotationKind;
  readonly speaker: SaidItem["speaker"];
  readonly range: ProtocolRange;
}
export interface QuotationsOfArticle {
  readonly articleId: string;
  /** At most 500. */
  readonly quotations: readonly ArticleQuotation[];
}

export const quotationMethod = {
  /** Client to server: `SaidParams` to `Said`. */
  said: "corpusNavigator/said",
  /** Client to server: `QuotationsOfArticleParams` to `QuotationsOfArticle | null`. */
  quotationsOfArticle: "corpusNavigator/quotationsOfArticle",
} as const;
