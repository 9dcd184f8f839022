import type { Span } from "../text/span";

/** What of a draft is checked. */
export type CheckedKind = "quotation" | "name" | "role" | "number" | "date";

/**
 * What the corpus says of it. `verbatim`, `as-in-corpus`: it stands there. `altered`: a quotation with other words.
 * `somebody-else`: said by another. `spelled-otherwise`, `other-role`, `other-figure`, `other-date`: the corpus has it
 * otherwise. `not-in-corpus` says nothing about whether it is true.
 */
export type Verdict =
  | "verbatim"
  | "as-in-corpus"
  | "altered"
  | "somebody-else"
  | "spelled-otherwise"
  | "other-role"
  | "other-figure"
  | "other-date"
  | "not-in-corpus";

/** Verdicts that a writer should look at before publishing. */
export const warnings: ReadonlySet<Verdict> = new Set<Verdict>([
  "altered",
  "somebody-else",
  "spelled-otherwise",
  "other-role",
  "other-figure",
  "other-date",
]);

/** A piece of a comparison of words: in both, only in the draft, or only in the source. */
export interface DiffPart {
  readonly kind: "same" | "draft" | "source";
  readonly text: string;
}

/** Where in the corpus it stands. The span is in the text of the article's document. */
export interface Evidence extends Span {
  /** The id of the article. */
  readonly article: string;
  /** The words there. */
  readonly text: string;
  /** Of an altered quotation: word by word. */
  readonly diff?: readonly DiffPart[];
}

/** A verdict on a passage of a draft; the span is in the draft. */
export interface Finding extends Span {
  readonly kind: CheckedKind;
  readonly text: string;
  readonly verdict: Verdict;
  /** The best first. */
  readonly evidence: readonly Evidence[];
  /** What the passage would be in the words of the corpus; absent where that is no matter of words. */
  readonly wording?: string;
  /** Why, in one plain sentence. */
  readonly note: string;
}
