import type { Span } from "../text/span";
import type { Quotation } from "./quotation";

/**
 * A quotation as the names of its article keep it. All offsets are relative to the article's start; `speaker.mention` is
 * an index into the article's mentions.
 */
export interface LocalQuotation extends Quotation {
  /** Where its words stand in the article's term sequence, as search has it (`ArticleText`): exclusive at the end. */
  readonly terms: Span;
  /** What the text calls a speaker that it does not name, in one line; null for one that it names or leaves out, and for pronouns. */
  readonly phrase: string | null;
}
