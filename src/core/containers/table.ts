import { ProblemList } from "../envelope/problemList";
import type { Container, ContainerSource } from "./container";
import { fieldNamed } from "./fieldNames";
import { ReadableTextBuilder } from "./readableText";
import { chooseColumns, type Columns, recordContainer, RecordTable } from "./records";
import { firstLine } from "./slots";
import { scanTable, type TableDialect } from "./tableScanner";

const tableName = /\.(?:csv|tsv|tab|psv)$/i;
const delimiters = [",", "\t", ";", "|"];
const sampleRows = 60;
const sampleLength = 400_000;
const maxColumns = 1000;
/** The names of columns take no more than this, in code units, where the file's name does not say that it is a table. */
const longestHeader = 1000;
const escaped = /\\(?:r\\n|[nrt\\"'])/g;

interface Layout {
  readonly dialect: TableDialect;
  readonly columns: Columns;
  /** Whether the first row is names. */
  readonly hasHeader: boolean;
  /** Whether line ends in a text are written as `\n`. */
  readonly hasEscapes: boolean;
}

/** A table (CSV, TSV …) with a column of texts: each row is an article, the cells beside the text are its fields. */
export function readTable({ text: source, lines, fileName }: ContainerSource): Container | null {
  const mark = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Excel writes the delimiter above the names.
  const start = mark + (/^sep=.[ \t]{0,4}(?:\r\n|\r|\n)/.exec(source.slice(mark, mark + 20))?.[0].length ?? 0);
  const layout = layoutOf(source, start, tableName.test(fileName));
  if (layout === null) return null;
  const { dialect, columns, hasHeader, hasEscapes } = layout;
  const table = new RecordTable();
  const builder = new ReadableTextBuilder(source);
  const problems = new ProblemList();
  let isHeader = hasHeader;
  scanTable(
    source,
    dialect,
    (row) => {
      if (isHeader) {
        isHeader = false;
        return true;
      }
      table.begin(row.start);
      for (let column = 0; column < Math.min(row.count, maxColumns); column++)
        table.cell(column, row.starts[column] ?? 0, row.ends[column] ?? 0);
      table.end(row.end);
      if (hasEscapes) replaceEscapes(builder, source, row.starts[columns.text] ?? 0, row.ends[columns.text] ?? 0, row.doubled);
      else for (const at of row.doubled) builder.replace(at, at + 2, '"');
      if (row.isOpen) {
        const { start: from, end } = row;
        problems.add("unclosed-quote", () => ({
          code: "unclosed-quote",
          severity: "warning",
          message: "A quote in this row is never closed: the row takes all that follows.",
          span: firstLine(source, { start: from, end }),
        }));
      } else if (row.count !== columns.names.length) {
        const { start: from, end, count } = row;
        const message = `This row has ${count} ${count === 1 ? "cell" : "cells"}, the table ${columns.names.length} columns.`;
        problems.add("ragged-row", () => ({
          code: "ragged-row",
          severity: "warning",
          message,
          span: firstLine(source, { start: from, end }),
        }));
      }
      return true;
    },
    start,
  );
  return recordContainer(
    builder,
    lines,
    { table, columns },
    problems,
    "table",
    dialect.delimiter === "\t" ? "a table with tabs (TSV)" : "a table (CSV)",
  );
}

/** `\n` and the like in a text cell, and the doubled quotes of the row. */
function replaceEscapes(builder: ReadableTextBuilder, source: string, start: number, end: number, doubled: readonly number[]): void {
  const replacements: (readonly [start: number, end: number, unit: string])[] = doubled.map((at) => [at, at + 2, '"'] as const);
  for (const match of source.slice(start, end).matchAll(escaped)) {
    const at = start + match.index;
    const sign = match[0].charAt(1);
    const unit = sign === "t" ? "\t" : sign === "n" || sign === "r" ? "\n" : sign;
    replacements.push([at, at + match[0].length, unit]);
  }
  replacements.sort((a, b) => a[0] - b[0]);
  for (const [from, to, unit] of replacements) builder.replace(from, to, unit);
}

function layoutOf(text: string, start: number, isNamedTable: boolean): Layout | null {
  const header = firstLine(text, { start, end: Math.min(text.length, start + 4000) });
  const first = text.slice(header.start, header.end);
  // Prose does not begin with the names of columns; a look at one line is all that most texts cost.
  if (!isNamedTable && (first.length > longestHeader || !looksLikeHeader(first))) return null;
  const head = text.slice(0, start + sampleLength);
  let best: (Layout & { readonly score: number }) | null = null;
  for (const delimiter of delimiters) {
    if (!first.includes(delimiter) && !(isNamedTable && delimiter === ",")) continue;
    for (const quoted of delimiter === "\t" ? [true, false] : [true]) {
      const layout = tried(head, start, { delimiter, quoted }, head.length < text.length, isNamedTable);
      if (layout !== null && (best === null || layout.score > best.score)) best = layout;
    }
  }
  return best;
}

function looksLikeHeader(line: string): boolean {
  return delimiters.some((delimiter) => {
    const names = line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ""));
    if (names.length < 2 || names.some((name) => name.length > 60)) return false;
    const fields = names.map(fieldNamed);
    return (fields.includes("text") || fields.includes("deck")) && fields.filter((field) => field !== null).length >= 2;
  });
}

function tried(
  head: string,
  start: number,
  dialect: TableDialect,
  truncated: boolean,
  isNamedTable: boolean,
): (Layout & { readonly score: number }) | null {
  const rows: string[][] = [];
  scanTable(
    head,
    dialect,
    (row) => {
      const cells = row.starts.map((from, column) => head.slice(from, row.ends[column]));
      // A row that the end of the sample cuts is none.
      if (!truncated || row.end < head.length || rows.length < 2) rows.push(cells);
      return rows.length < sampleRows;
    },
    start,
  );
  const names = rows[0]?.map((name) => name.replaceAll('""', '"').trim()) ?? [];
  if (names.length > maxColumns) return null;
  const known = names.filter((name) => fieldNamed(name) !== null).length;
  const hasHeader = known > 0 && names.every((name) => name.length <= 80);
  if (!hasHeader && (!isNamedTable || names.length < 2)) return null;
  const data = hasHeader ? rows.slice(1) : rows;
  const columns = hasHeader ? chooseColumns(names, data) : withoutNames(names.length, data);
  if (columns === null) return null;
  const even = data.filter(({ length }) => length === names.length).length / data.length;
  if (even < 0.5) return null;
  const texts = data.map((row) => row[columns.text] ?? "");
  const hasEscapes = texts.some((value) => value.includes("\\n")) && !texts.some((value) => /[\r\n]/.test(value));
  return { dialect, columns, hasHeader, hasEscapes, score: even * 10 + known + Math.min(names.length, 20) / 100 };
}

/** A table without names: the longest column is the text, a short one beside it the title. */
function withoutNames(count: number, data: readonly (readonly string[])[]): Columns | null {
  const names = Array.from({ length: count }, (_, column) => `column ${column + 1}`);
  const chosen = chooseColumns(names, data);
  if (chosen === null) return null;
  const typical = (column: number): string[] => data.map((row) => row[column]?.trim() ?? "").filter((value) => value !== "");
  const fields = names.map((_, column): string | null => {
    if (column === chosen.text) return null;
    const values = typical(column);
    if (values.length === 0) return null;
    const share = (pattern: RegExp): number => values.filter((value) => pattern.test(value)).length / values.length;
    if (share(/^https?:\/\/\S+$/) > 0.8) return "url";
    if (share(/^(?:\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} \p{L}{3,12} \d{4}|\p{L}{3,12} \d{1,2}, \d{4})/u) > 0.8)
      return "date";
    const mean = values.reduce((sum, { length }) => sum + length, 0) / values.length;
    const isTitle =
      column === chosen.text - 1 && mean >= 15 && mean <= 160 && share(/\p{L}\s+\p{L}|[\p{Script=Han}\p{Script=Hiragana}]{5}/u) > 0.7;
    return isTitle ? "title" : null;
  });
  return { ...chosen, fields };
}
