import type { LineColumn, LineIndex } from "../../text/lineIndex";
import type { Span } from "../../text/span";
import type { VarintReader, VarintWriter } from "../../util/varints";
import { mentionTypes, type Mention, type MentionType } from "../mention";

/** Where an article begins in its document: what its mentions are counted from. */
export interface ArticleBase {
  readonly offset: number;
  readonly line: number;
}

interface Columns {
  readonly starts: Int32Array;
  readonly lengths: Uint16Array;
  readonly lines: Int32Array;
  readonly characters: Int32Array;
  readonly types: Uint8Array;
  /** Ends of the few mentions that run over a line end. */
  readonly ends: ReadonlyMap<number, LineColumn>;
}

function emptyColumns(count: number): Columns & { readonly ends: Map<number, LineColumn> } {
  return {
    starts: new Int32Array(count),
    lengths: new Uint16Array(count),
    lines: new Int32Array(count),
    characters: new Int32Array(count),
    types: new Uint8Array(count),
    ends: new Map(),
  };
}

/**
 * The mentions of one article as columns. Offsets and lines are relative to the article's start, so that an edit elsewhere
 * in a bundle moves nothing here; columns are those of the text.
 */
export class MentionTable {
  readonly #columns: Columns;

  private constructor(columns: Columns) {
    this.#columns = columns;
  }

  static of(mentions: readonly Mention[], lines: LineIndex, base: ArticleBase): MentionTable {
    const columns = emptyColumns(mentions.length);
    for (const [index, { start, end, type }] of mentions.entries()) {
      const from = lines.positionAt(start);
      const to = lines.positionAt(end);
      columns.starts[index] = start - base.offset;
      columns.lengths[index] = Math.min(0xffff, end - start);
      columns.lines[index] = from.line - base.line;
      columns.characters[index] = from.character;
      columns.types[index] = mentionTypes.indexOf(type);
      if (to.line !== from.line) columns.ends.set(index, { line: to.line - base.line, character: to.character });
    }
    return new MentionTable(columns);
  }

  /** What `write` wrote: some eight bytes a mention. */
  static read(reader: VarintReader): MentionTable {
    const columns = emptyColumns(reader.next());
    let [start, line, character] = [0, 0, 0];
    for (let index = 0; index < columns.starts.length; index++) {
      const gap = reader.next();
      const down = reader.next();
      start += gap;
      line += down;
      character = down === 0 && index > 0 ? character + gap : reader.next();
      columns.starts[index] = start;
      columns.lengths[index] = reader.next();
      columns.lines[index] = line;
      columns.characters[index] = character;
      columns.types[index] = reader.next();
    }
    for (let left = reader.next(); left > 0; left--) columns.ends.set(reader.next(), { line: reader.next(), character: reader.next() });
    return new MentionTable(columns);
  }

  /** Mentions of one line are apart by as many characters as offsets. */
  write(writer: VarintWriter): void {
    const { starts, lengths, lines, characters, types, ends } = this.#columns;
    writer.put(this.count);
    for (let index = 0; index < this.count; index++) {
      const down = (lines[index] ?? 0) - (lines[index - 1] ?? 0);
      writer.put((starts[index] ?? 0) - (starts[index - 1] ?? 0));
      writer.put(down);
      if (down !== 0 || index === 0) writer.put(characters[index] ?? 0);
      writer.put(lengths[index] ?? 0);
      writer.put(types[index] ?? 0);
    }
    writer.put(ends.size);
    for (const [index, { line, character }] of ends) {
      writer.put(index);
      writer.put(line);
      writer.put(character);
    }
  }

  get count(): number {
    return this.#columns.starts.length;
  }

  type(index: number): MentionType {
    return mentionTypes[this.#columns.types[index] ?? 0] ?? "PER";
  }

  /** Relative to the article's start. */
  span(index: number): Span {
    const start = this.#columns.starts[index] ?? 0;
    return { start, end: start + (this.#columns.lengths[index] ?? 0) };
  }

  /** In the document, for an article that begins at line `baseLine`. */
  range(index: number, baseLine: number): { readonly start: LineColumn; readonly end: LineColumn } {
    const { lines, characters, lengths, ends } = this.#columns;
    const line = (lines[index] ?? 0) + baseLine;
    const character = characters[index] ?? 0;
    const end = ends.get(index);
    return {
      start: { line, character },
      end:
        end === undefined
          ? { line, character: character + (lengths[index] ?? 0) }
          : { line: end.line + baseLine, character: end.character },
    };
  }

  /** The mention that `offset`, relative to the article's start, touches; -1 if none. Of two that meet there, the one behind. */
  at(offset: number): number {
    const { starts, lengths } = this.#columns;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.count > 0 && (starts[low] ?? 0) <= offset && offset <= (starts[low] ?? 0) + (lengths[low] ?? 0) ? low : -1;
  }
}
