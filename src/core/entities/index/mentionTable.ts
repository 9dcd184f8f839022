import type { LineColumn, LineIndex } from "../../text/lineIndex";
import type { Span } from "../../text/span";
import { mentionTypes, type Mention, type MentionType } from "../mention";

/** Where an article begins in its document: what its mentions are counted from. */
export interface ArticleBase {
  readonly offset: number;
  readonly line: number;
}

/**
 * The mentions of one article as columns, about 20 bytes each. Offsets and lines are relative to the article's start,
 * so that an edit elsewhere in a bundle moves nothing here; columns are those of the text.
 */
export class MentionTable {
  readonly #starts: Int32Array;
  readonly #lengths: Uint16Array;
  readonly #lines: Int32Array;
  readonly #characters: Int32Array;
  readonly #types: Uint8Array;
  /** Ends of the few mentions that run over a line end. */
  readonly #ends: ReadonlyMap<number, LineColumn>;

  constructor(mentions: readonly Mention[], lines: LineIndex, base: ArticleBase) {
    this.#starts = Int32Array.from(mentions, ({ start }) => start - base.offset);
    this.#lengths = Uint16Array.from(mentions, ({ start, end }) => Math.min(0xffff, end - start));
    const places = mentions.map(({ start }) => lines.positionAt(start));
    this.#lines = Int32Array.from(places, ({ line }) => line - base.line);
    this.#characters = Int32Array.from(places, ({ character }) => character);
    this.#types = Uint8Array.from(mentions, ({ type }) => mentionTypes.indexOf(type));
    const ends = new Map<number, LineColumn>();
    for (const [index, { end }] of mentions.entries()) {
      const place = lines.positionAt(end);
      if (place.line !== places[index]?.line) ends.set(index, { line: place.line - base.line, character: place.character });
    }
    this.#ends = ends;
  }

  get count(): number {
    return this.#starts.length;
  }

  type(index: number): MentionType {
    return mentionTypes[this.#types[index] ?? 0] ?? "PER";
  }

  /** Relative to the article's start. */
  span(index: number): Span {
    const start = this.#starts[index] ?? 0;
    return { start, end: start + (this.#lengths[index] ?? 0) };
  }

  /** In the document, for an article that begins at line `baseLine`. */
  range(index: number, baseLine: number): { readonly start: LineColumn; readonly end: LineColumn } {
    const line = (this.#lines[index] ?? 0) + baseLine;
    const character = this.#characters[index] ?? 0;
    const end = this.#ends.get(index);
    return {
      start: { line, character },
      end: end === undefined ? { line, character: character + (this.#lengths[index] ?? 0) } : { line: end.line + baseLine, character: end.character },
    };
  }

  /** The mention that `offset`, relative to the article's start, touches; -1 if none. Of two that meet there, the one behind. */
  at(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.count > 0 && (this.#starts[low] ?? 0) <= offset && offset <= (this.#starts[low] ?? 0) + (this.#lengths[low] ?? 0) ? low : -1;
  }
}
