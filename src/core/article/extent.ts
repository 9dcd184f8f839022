import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Unit } from "./unit";

/** The line spans of whole units of an article, which need not begin and end with a line: it may be a table's cell. */
export class Extent {
  readonly #lines: LineIndex;
  readonly #article: Span;
  constructor(lines: LineIndex, article: Span) {
    this.#lines = lines;
    this.#article = article;
  }
  /** Whole lines from the first of `first` to the last of `last`, as far as they are the article's. */
  of(first: Unit, last: Unit): Span {
    const start = Math.max(this.#lines.startOf(first.first), this.#article.start);
    return { start, end: Math.max(start, Math.min(this.#lines.spanOf(last.last).end, this.#article.end)) };
  }
}
