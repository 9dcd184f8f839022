import { ProblemList } from "../envelope/problemList";
import { safeKey, uniqueKeys } from "../envelope/uniqueKeys";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Container, ContainerSlot, GivenField, GivenFields } from "./container";
import { dateValue, fieldNamed, nameRank, plainValue } from "./fieldNames";
import type { ReadableTextBuilder } from "./readableText";
import { firstLine, containerOf, trimmed } from "./slots";

/** What each column of a table, or each key of its records, holds. */
export interface Columns {
  readonly names: readonly string[];
  /** By column; null where a column keeps its own name. */
  readonly fields: readonly (string | null)[];
  readonly text: number;
}

/** A text that is shorter than this on average is none of articles. */
const shortestText = 80;
/** The same for a column whose name says nothing. */
const shortestUnnamed = 200;

/**
 * What the columns hold, by their names and by the values of the first rows (`sample`, by row and column); null where no
 * column can be the text of articles.
 */
export function chooseColumns(names: readonly string[], sample: readonly (readonly (string | undefined)[])[]): Columns | null {
  if (sample.length === 0) return null;
  const named = names.map((name) => fieldNamed(name));
  const lengths = names.map((_, column) => meanLength(sample, column));
  const longest = (fits: (column: number) => boolean): number => {
    let best = -1;
    for (const [column, length] of lengths.entries()) if (fits(column) && (best < 0 || length > (lengths[best] ?? 0))) best = column;
    return best;
  };
  let text = longest((column) => named[column] === "text" && (lengths[column] ?? 0) >= shortestText);
  if (text < 0) text = longest((column) => named[column] === "deck" && (lengths[column] ?? 0) >= shortestText);
  if (text < 0) text = longest((column) => named[column] === null && (lengths[column] ?? 0) >= shortestUnnamed && isProse(sample, column));
  if (text < 0) return null;
  const fields = named.map((field, column) => {
    if (column === text || field === null || field === "text") return null;
    // Of several columns for one field the one with the better name counts; the others keep their own.
    const rivals = named.flatMap((other, at) => (other === field && at !== text ? [at] : []));
    const best = rivals.reduce((a, b) => (nameRank(field, names[b] ?? "") < nameRank(field, names[a] ?? "") ? b : a));
    return best === column ? field : null;
  });
  return { names, fields, text };
}

function meanLength(sample: readonly (readonly (string | undefined)[])[], column: number): number {
  const values = sample.map((row) => row[column]?.trim() ?? "").filter((value) => value !== "");
  return values.length === 0 ? 0 : values.reduce((sum, { length }) => sum + length, 0) / values.length;
}

/** Whether the values are sentences rather than data: letters outweigh signs and figures, and words or ideographs follow each other. */
function isProse(sample: readonly (readonly (string | undefined)[])[], column: number): boolean {
  const all = sample
    .map((row) => row[column] ?? "")
    .join(" ")
    .slice(0, 20_000);
  const letters = all.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const spaces = all.match(/\s/g)?.length ?? 0;
  return (
    letters * 10 >= all.length * 6 &&
    (spaces * 12 >= all.length || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]{8}/u.test(all))
  );
}

/** Where the cells of many records stand, as columns of numbers: a table may have a million rows. */
export class RecordTable {
  count = 0;
  #cellCount = 0;
  /** By record: start and end of all of it. */
  #records = new Uint32Array(128);
  /** By record: its first cell. */
  #first = new Uint32Array(65);
  /** By cell: start and end. */
  #cells = new Uint32Array(1024);
  #columns = new Uint16Array(512);

  /** Begins a record; its cells follow. */
  begin(start: number): void {
    if (this.count * 2 + 2 > this.#records.length) {
      this.#records = doubled(this.#records);
      this.#first = doubled(this.#first);
    }
    this.#records[this.count * 2] = start;
    this.#first[this.count] = this.#cellCount;
  }

  cell(column: number, start: number, end: number): void {
    if (this.#cellCount === this.#columns.length) {
      this.#cells = doubled(this.#cells);
      const columns = new Uint16Array(this.#columns.length * 2);
      columns.set(this.#columns);
      this.#columns = columns;
    }
    this.#cells[this.#cellCount * 2] = start;
    this.#cells[this.#cellCount * 2 + 1] = end;
    this.#columns[this.#cellCount++] = column;
  }

  end(end: number): void {
    this.#records[this.count * 2 + 1] = end;
    this.count++;
    this.#first[this.count] = this.#cellCount;
  }

  /** Forgets the record that was begun. */
  drop(): void {
    this.#cellCount = this.#first[this.count] ?? 0;
  }

  /** Puts all offsets through `map`. */
  move(map: (span: Span) => Span): void {
    const all = (offsets: Uint32Array, length: number): void => {
      for (let at = 0; at < length; at += 2) {
        const { start, end } = map({ start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 });
        offsets[at] = start;
        offsets[at + 1] = end;
      }
    };
    all(this.#records, this.count * 2);
    all(this.#cells, this.#cellCount * 2);
  }

  span(record: number): Span {
    return { start: this.#records[record * 2] ?? 0, end: this.#records[record * 2 + 1] ?? 0 };
  }

  /** The cells of a record in one column; more than one where a list has several. */
  cellsIn(record: number, column: number): Span[] {
    const found: Span[] = [];
    this.each(record, (at, span) => {
      if (at === column) found.push(span);
    });
    return found;
  }

  each(record: number, visit: (column: number, span: Span) => void): void {
    for (let cell = this.#first[record] ?? 0; cell < (this.#first[record + 1] ?? 0); cell++) {
      visit(this.#columns[cell] ?? 0, { start: this.#cells[cell * 2] ?? 0, end: this.#cells[cell * 2 + 1] ?? 0 });
    }
  }
}

function doubled(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2 + 1);
  to.set(from);
  return to;
}

/** An article in a row of a table. Its fields and its name are made when they are asked for. */
class RecordSlot implements ContainerSlot {
  readonly nameSpan: Span | null;
  readonly key: string;
  readonly span: Span;
  readonly text: Span;
  readonly #source: RecordSource;
  readonly #record: number;

  constructor(source: RecordSource, record: number, key: string, id: Span | null, text: Span) {
    this.#source = source;
    this.#record = record;
    this.key = key;
    this.nameSpan = id;
    this.span = source.table.span(record);
    this.text = text;
  }

  get name(): string | null {
    return this.nameSpan === null ? null : this.#source.text.slice(this.nameSpan.start, this.nameSpan.end);
  }

  get isBody(): boolean {
    return this.#source.columns.fields.includes("title");
  }

  get fields(): GivenFields {
    const { text, table, columns } = this.#source;
    const fields = new Map<string, GivenField>();
    table.each(this.#record, (column, span) => {
      if (column === columns.text) return;
      const key = columns.fields[column] ?? columns.names[column] ?? "";
      const raw = plainValue(text.slice(span.start, span.end));
      const value = columns.fields[column] === "date" || columns.fields[column] === "updated" ? dateValue(raw) : raw;
      if (key === "" || value === "") return;
      const before = fields.get(key);
      fields.set(key, before === undefined ? { value, span } : { value: `${before.value}, ${value}`, span: before.span });
    });
    return fields;
  }
}

/** The records of a text and what their columns hold. */
interface RecordSource {
  readonly text: string;
  readonly table: RecordTable;
  readonly columns: Columns;
}

/**
 * The container of the records in `table`, whose offsets are those of the file, with the text as `builder` reads it. A
 * record's key is its id, where all ids differ, else its number.
 */
export function recordContainer(
  builder: ReadableTextBuilder,
  sourceLines: LineIndex,
  { table, columns }: Omit<RecordSource, "text">,
  found: ProblemList,
  kind: "table" | "json",
  description: string,
): Container | null {
  if (table.count === 0) return null;
  const { text, lines, toReadable } = builder.finish(sourceLines);
  if (lines !== sourceLines) table.move(toReadable);
  const problems = new ProblemList();
  for (const problem of found.inOrder()) problems.add(problem.code, () => ({ ...problem, span: toReadable(problem.span) }));
  const source = { text, table, columns };
  const ids = idsOf(source);
  const keys = uniqueKeys(
    Array.from({ length: table.count }, (_, record) => {
      const id = ids?.[record];
      return (
        (id === undefined ? "" : safeKey(text.slice(id.start, Math.min(id.end, id.start + longestId)).trim()).key) || String(record + 1)
      );
    }),
  );
  const slots = keys.map((key, record) => {
    const cells = table.cellsIn(record, columns.text);
    const whole = table.span(record);
    const own = cells.length === 0 ? { start: whole.end, end: whole.end } : { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
    if (trimmed(text, own) === null) {
      problems.add("empty-body", () => ({
        code: "empty-body",
        severity: "information",
        message: `There is no text in “${key}”.`,
        span: firstLine(text, whole),
      }));
    }
    return new RecordSlot(source, record, key, ids?.[record] ?? null, own);
  });
  return containerOf({ text, lines }, kind, description, slots, problems);
}

/** Where the id of each record stands; null unless each has one and all differ. */
function idsOf({ text, table, columns }: RecordSource): Span[] | null {
  const column = columns.fields.indexOf("id");
  if (column < 0) return null;
  const ids: Span[] = [];
  const seen = new Set<string>();
  for (let record = 0; record < table.count; record++) {
    const [span] = table.cellsIn(record, column);
    const id = span === undefined ? "" : text.slice(span.start, Math.min(span.end, span.start + longestId)).trim();
    if (span === undefined || id === "" || seen.has(id)) return null;
    seen.add(id);
    ids.push(span);
  }
  return ids;
}

const longestId = 200;
