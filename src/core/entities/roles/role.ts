import type { Span } from "../../text/span";

/**
 * How a phrase says what a name's bearer is: in front of the name, in apposition to it, by "is", by "as", as a modifier,
 * as "the … of NAME", or as kin, whose phrase names the other party and is no piece of the text.
 */
export type RoleKind = "title" | "appos" | "copula" | "as" | "modifier" | "of-phrase" | "kin";

/** A role phrase: but for kin the text between `start` and `end`, white space folded, without a leading article in titles. */
export interface Role extends Span {
  readonly phrase: string;
  readonly kind: RoleKind;
  /** The index of the mention that it describes. */
  readonly mention: number;
}
