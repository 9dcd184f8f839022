import type { Span } from "../../src/core/text/span";

/** A name in a training text; the type is PER, ORG, LOC, EVENT, MISC, or what else its set has until it is mapped. */
export interface TrainingName {
  start: number;
  end: number;
  type: string;
}

/** A text with all its names, from whichever set. */
export interface TrainingDocument {
  readonly id: string;
  readonly text: string;
  readonly zones: readonly Span[];
  readonly names: readonly TrainingName[];
}
