import type { Span } from "./span";

/** A place in a text as in LSP: 0-based line, UTF-16 code units into it. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/**
 * The lines of a text as VS Code splits them: at CRLF, LF and a lone CR. A text that ends with a line end has
 * an empty last line. Holds 4 bytes a line, not the text.
 */
export class LineIndex {
  readonly #starts: Uint32Array;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    let starts = new Uint32Array(Math.max(16, text.length >> 6));
    let count = 1;
    // The engine's own search is several times as fast as a look at every unit.
    let lf = text.indexOf("\n");
    let cr = text.indexOf("\r");
    while (lf >= 0 || cr >= 0) {
      if (count === starts.length) {
        const grown = new Uint32Array(starts.length * 2);
        grown.set(starts);
        starts = grown;
      }
      if (cr < 0 || (lf >= 0 && lf < cr)) {
        starts[count++] = lf + 1;
        lf = text.indexOf("\n", lf + 1);
      } else {
        const end = lf === cr + 1 ? lf + 1 : cr + 1;
        starts[count++] = end;
        if (end > cr + 1) lf = text.indexOf("\n", end);
        cr = text.indexOf("\r", end);
      }
    }
    this.#starts = starts.subarray(0, count);
  }

  /** How many lines there are; at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** The offset at which line `line` (0-based) starts; the text's length for a line behind the last. */
  startOf(line: number): number {
    return this.#startOf(line);
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The line without its line end. */
  spanOf(line: number): Span {
    const start = this.#startOf(line);
    let end = this.#startOf(line + 1);
    if (line + 1 < this.count) {
      end--;
      if (this.#text.charCodeAt(end) === LF && end > start && this.#text.charCodeAt(end - 1) === CR) end--;
    }
    return { start, end };
  }

  /** The 0-based line that `offset` lies in; offsets beyond the text give the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line and column of `offset`, clamped to the text. */
  positionAt(offset: number): LineColumn {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.#startOf(line) };
  }

  /** The offset of a position, clamped to the text and to its line. */
  offsetAt(position: LineColumn): number {
    if (position.line < 0) return 0;
    if (position.line >= this.count) return this.#text.length;
    const { start, end } = this.spanOf(position.line);
    return Math.max(start, Math.min(start + position.character, end));
  }
}
