import type { Span } from "../../text/span";
import type { Zone } from "./searchable";

/**
 * The terms that may stand at one place: a set of them, or all that are of a kind. `capitals` as `Capitals` has them, `language` of the
 * text (ISO 639-1).
 */
export interface PlanStep {
  has(term: string, capitals: number, language: string | null): boolean;
  /** All the terms, where they are few; else every term has to be asked. */
  readonly names?: Iterable<string>;
  /** Whether some terms count in one language only; else the language may be null. */
  readonly isByLanguage?: boolean;
}

/** A word (one step) or a phrase (one step a word). */
export type PlanSequence = readonly PlanStep[];

/** One thing that a query looks for in texts: words next to each other, or two of these near each other. */
export interface PlanItem {
  readonly sequence: PlanSequence;
  /** In scripts without spaces what stands there in a row, whatever the sequence is; else null. */
  readonly run?: string | null;
  /** With how many terms between them at most; null for a sequence by itself. */
  readonly near: { readonly sequence: PlanSequence; readonly distance: number } | null;
  /** The only zone that counts; null for all. */
  readonly zone: Zone | null;
  /**
   * Where alone it counts, for an article by its id: places in its sequence of terms, exclusive at the end. With an empty sequence these
   * are themselves what is meant. Absent where it counts everywhere.
   */
  readonly within?: (id: string) => readonly Span[];
}

/** How the words of a query are found in a text again, to mark them. */
export type HighlightPlan = readonly PlanItem[];
