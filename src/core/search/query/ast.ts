import type { Span } from "../../text/span";
import type { TextField } from "./fields";

/** What an article can be asked to be with `is:`. */
export type Property = "duplicate";

/** Words looked for next to each other; one word is a phrase of one. */
export interface WordNode {
  readonly kind: "word";
  readonly span: Span;
  /** As typed, without operators; a pattern with its wildcards. */
  readonly text: string;
  /** `begun`: half typed, as it seems; it is itself as well. */
  readonly match: "exact" | "prefix" | "begun" | "fuzzy" | "pattern";
  readonly field: TextField | null;
}

export interface PhraseNode {
  readonly kind: "phrase";
  readonly span: Span;
  readonly text: string;
  readonly field: TextField | null;
}

/** `left NEAR/distance right`: at most `distance` words between the two, in either order. */
export interface NearNode {
  readonly kind: "near";
  readonly span: Span;
  readonly left: WordNode | PhraseNode;
  readonly right: WordNode | PhraseNode;
  readonly distance: number;
}

/** Days `YYYY-MM-DD`, both inclusive; null is open. */
export interface DateNode {
  readonly kind: "date";
  readonly span: Span;
  readonly from: string | null;
  readonly to: string | null;
}

export interface UndatedNode {
  readonly kind: "undated";
  readonly span: Span;
}

export interface PropertyNode {
  readonly kind: "is";
  readonly span: Span;
  readonly property: Property;
}

/**
 * A quotation: by one of some speakers (anybody, where there are none), with words within what was said (any, for null). With
 * `isQuoted` only words between quotation marks count, as far as the text has any.
 */
export interface SaidNode {
  readonly kind: "said";
  readonly span: Span;
  readonly speakers: readonly (WordNode | PhraseNode)[];
  readonly words: QueryNode | null;
  readonly isQuoted: boolean;
}

/** What was typed has nothing in it to look for. */
export interface NothingNode {
  readonly kind: "nothing";
  readonly span: Span;
}

export interface NotNode {
  readonly kind: "not";
  readonly span: Span;
  readonly child: QueryNode;
}

export interface GroupNode {
  readonly kind: "and" | "or";
  readonly span: Span;
  readonly children: readonly QueryNode[];
}

export type QueryNode =
  WordNode | PhraseNode | NearNode | DateNode | UndatedNode | PropertyNode | SaidNode | NothingNode | NotNode | GroupNode;

/** How a query was understood: the tree (null for nothing to look for) and, in words, what was left out and why. */
export interface ParsedQuery {
  readonly source: string;
  readonly root: QueryNode | null;
  readonly hints: readonly QueryHint[];
  /** Whether it went on, and the rest was not read. */
  readonly isCut: boolean;
}

export interface QueryHint {
  readonly message: string;
  readonly span: Span;
}
