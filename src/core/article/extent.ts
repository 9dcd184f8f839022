import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Unit } from "./unit";

/** The line spans of whole units. */
export class Extent {
  readonly #lines: LineIndex;
  constructor(lines: LineIndex) {
    this.#lines = lines;
  }
  /** Whole lines from the first of `first` to the last of `last`. */
  of(first: Unit, last: Unit): Span {
    return { start: this.#lines.startOf(first.first), end: this.#lines.spanOf(last.last).end };
  }
}
