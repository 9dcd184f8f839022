import { type LineColumn, LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";

/** Stretches of equal step, as columns: from `readable[i]` on, each unit of the readable text takes `steps[i]` units of the source. */
interface Stretches {
  readonly readable: Uint32Array;
  readonly source: Uint32Array;
  readonly steps: Uint8Array;
}

const longestStep = 255;

/**
 * Makes the readable text of a source in which characters are written as several (`\n`, `""`, `&amp;`), and remembers
 * where each stands. Replacements come in the order of the source, each at least one unit for one unit. A run of
 * escapes of one length is one entry, so that text in which every letter is escaped costs an entry a word.
 */
export class ReadableTextBuilder {
  readonly #source: string;
  readonly #pieces: string[] = [];
  #pending = "";
  #copied = 0;
  #length = 0;
  #count = 0;
  #readable = new Uint32Array(64);
  #starts = new Uint32Array(64);
  #steps = new Uint8Array(64);

  constructor(source: string) {
    this.#source = source;
    this.#push(0, 0, 1);
  }

  /** The source from `start` to `end` reads as `unit`, one UTF-16 code unit. */
  replace(start: number, end: number, unit: string): void {
    if (start < this.#copied || end <= start) return;
    if (start > this.#copied) {
      this.#startStretch(this.#copied, 1);
      this.#flush();
      this.#pieces.push(this.#source.slice(this.#copied, start));
      this.#length += start - this.#copied;
    }
    const step = end - start;
    // What is longer than a step can say is followed by a stretch that begins behind it.
    this.#startStretch(start, Math.min(step, longestStep));
    this.#pending += unit;
    this.#length++;
    this.#copied = end;
    if (step > longestStep) this.#push(this.#length, end, 1);
    if (this.#pending.length > 4096) this.#flush();
  }

  /** The readable text and its lines; the given ones where nothing was replaced. */
  finish(lines: LineIndex): { readonly text: string; readonly lines: LineIndex; readonly toReadable: (span: Span) => Span } {
    if (this.#copied === 0) return { text: this.#source, lines, toReadable: (span) => span };
    this.#startStretch(this.#copied, 1);
    this.#flush();
    this.#pieces.push(this.#source.slice(this.#copied));
    const stretches: Stretches = {
      readable: this.#readable.slice(0, this.#count),
      source: this.#starts.slice(0, this.#count),
      steps: this.#steps.slice(0, this.#count),
    };
    const text = this.#pieces.join("");
    const mapped = new SourceLines(this.#source, text.length, stretches);
    return { text, lines: mapped, toReadable: ({ start, end }) => ({ start: mapped.toReadable(start), end: mapped.toReadable(end) }) };
  }

  #flush(): void {
    if (this.#pending === "") return;
    this.#pieces.push(this.#pending);
    this.#pending = "";
  }

  #startStretch(source: number, step: number): void {
    const last = this.#count - 1;
    const lastStep = this.#steps[last] ?? 1;
    const goesOn = lastStep === step && (this.#starts[last] ?? 0) + (this.#length - (this.#readable[last] ?? 0)) * step === source;
    if (!goesOn) this.#push(this.#length, source, step);
  }

  #push(readable: number, source: number, step: number): void {
    if (this.#count === this.#readable.length) {
      this.#readable = grown(this.#readable, new Uint32Array(this.#count * 2));
      this.#starts = grown(this.#starts, new Uint32Array(this.#count * 2));
      this.#steps = grown(this.#steps, new Uint8Array(this.#count * 2));
    }
    this.#readable[this.#count] = readable;
    this.#starts[this.#count] = source;
    this.#steps[this.#count++] = step;
  }
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The last entry of an ascending column that is not above `value`. */
function lastNotAbove(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((column[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The lines of a file whose readable text is another: lines and columns are those of the file, as the editor shows it,
 * offsets are into the readable text.
 */
class SourceLines extends LineIndex {
  readonly #sourceLength: number;
  readonly #length: number;
  readonly #stretches: Stretches;

  constructor(source: string, length: number, stretches: Stretches) {
    super(source);
    this.#sourceLength = source.length;
    this.#length = length;
    this.#stretches = stretches;
  }

  /** Where the readable unit at `offset` begins in the file. */
  #toSource(offset: number): number {
    if (offset >= this.#length) return this.#sourceLength;
    const { readable, source, steps } = this.#stretches;
    const at = lastNotAbove(readable, offset);
    return (source[at] ?? 0) + (offset - (readable[at] ?? 0)) * (steps[at] ?? 1);
  }

  /** The readable unit that the file's unit at `offset` belongs to. */
  toReadable(offset: number): number {
    if (offset >= this.#sourceLength) return this.#length;
    const { readable, source, steps } = this.#stretches;
    const at = lastNotAbove(source, offset);
    const start = readable[at] ?? 0;
    const inside = Math.floor((offset - (source[at] ?? 0)) / (steps[at] ?? 1));
    return Math.min(start + inside, readable[at + 1] ?? this.#length);
  }

  override startOf(line: number): number {
    return this.toReadable(super.startOf(line));
  }

  override spanOf(line: number): Span {
    const { start, end } = super.spanOf(line);
    return { start: this.toReadable(start), end: this.toReadable(end) };
  }

  override lineAt(offset: number): number {
    return super.lineAt(this.#toSource(Math.max(0, offset)));
  }

  override positionAt(offset: number): LineColumn {
    const source = this.#toSource(Math.max(0, offset));
    const line = super.lineAt(source);
    return { line, character: source - super.startOf(line) };
  }

  override offsetAt(position: LineColumn): number {
    if (position.line < 0) return 0;
    if (position.line >= this.count) return this.#length;
    const { start, end } = super.spanOf(position.line);
    return this.toReadable(Math.max(start, Math.min(start + position.character, end)));
  }
}
