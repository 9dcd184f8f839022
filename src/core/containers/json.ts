import { ProblemList } from "../envelope/problemList";
import type { Span } from "../text/span";
import type { Container, ContainerSource } from "./container";
import { JsonScanner, Token } from "./jsonScanner";
import { ReadableTextBuilder } from "./readableText";
import { chooseColumns, type Columns, recordContainer, RecordTable } from "./records";
import { firstLine } from "./slots";

/** What is nested deeper is no field of an article. */
const deepest = 6;
const sampleRecords = 60;
const sampleLength = 1_000_000;
const maxKeys = 400;

/**
 * JSON Lines, a list of records, or an object that has one, where a key holds the text: each record is an article, its
 * other keys are the fields. Nested keys are joined with a dot; a list of paragraphs is one text.
 */
export function readJson({ text: source, lines }: ContainerSource): Container | null {
  const start = firstSign(source);
  if (start < 0) return null;
  const sampled = sampleOf(source, start);
  if (sampled === null) return null;
  const { columns, isList } = sampled;
  const builder = new ReadableTextBuilder(source);
  const table = new RecordTable();
  const problems = new ProblemList();
  const reader = new RecordReader(
    source,
    columns.names,
    {
      begin: (at) => {
        table.begin(at);
      },
      cell: (column, span) => {
        table.cell(column, span.start, span.end);
      },
      end: (at) => {
        table.end(at);
      },
      drop: (span) => {
        table.drop();
        problems.add("broken-record", () => ({
          code: "broken-record",
          severity: "warning",
          message: "This record is broken off or is no JSON: it is no article.",
          span: firstLine(source, span),
        }));
      },
      escape: (from, to, unit) => {
        builder.replace(from, to, unit);
      },
    },
    columns.text,
  );
  reader.read(start, isList, () => true);
  return recordContainer(
    builder,
    lines,
    { table, columns },
    problems,
    "json",
    isList === "lines" ? "records in JSON Lines" : "records in JSON",
  );
}

/** Where a value begins that can hold records; -1 for any other text. */
function firstSign(text: string): number {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  const sign = text.charAt(at);
  if (sign !== "{" && sign !== "[") return -1;
  const next = /^.\s{0,2000}(.)/s.exec(text.slice(at, at + 2100))?.[1];
  return next === '"' || (sign === "[" && next === "{") ? at : -1;
}

/** Where the records are: one behind the other, in a list, in the list under a key, or each under a key of its own. */
type Arrangement = "lines" | "list" | "keyed" | { readonly under: number };

function sampleOf(text: string, start: number): { readonly columns: Columns; readonly isList: Arrangement } | null {
  const head = text.slice(0, start + sampleLength);
  const arrangements: Arrangement[] = text.charAt(start) === "[" ? ["list"] : ["lines"];
  if (text.charAt(start) === "{" && /^\{\s{0,200}"(?:[^"\\]|\\.){0,300}"\s{0,20}:\s{0,200}\{/.test(head.slice(start, start + 1200)))
    arrangements.push("keyed");
  if (text.charAt(start) === "{") for (const under of listsIn(head, start)) arrangements.push({ under });
  let best: { readonly columns: Columns; readonly isList: Arrangement } | null = null;
  for (const isList of arrangements) {
    const names: string[] = [];
    const rows: (string | undefined)[][] = [];
    let row: (string | undefined)[] = [];
    const reader = new RecordReader(
      head,
      names,
      {
        begin: () => {
          row = [];
        },
        cell: (column, { start: from, end }) => {
          row[column] ??= head.slice(from, end);
        },
        end: () => {
          rows.push(row);
        },
        drop: () => undefined,
        escape: () => undefined,
      },
      null,
    );
    reader.read(start, isList, () => rows.length < sampleRecords);
    // One record that the sample cuts off is read as far as it goes.
    if (rows.length === 0 && head.length < text.length && isList === "lines" && row.length > 0) rows.push(row);
    const columns = chooseColumns(names, rows);
    if (columns !== null && (best === null || isList !== "lines")) best = { columns, isList };
  }
  return best === null ? null : { columns: { ...best.columns, names: [...best.columns.names] }, isList: best.isList };
}

/** Where lists of records begin below the keys of the outermost object. */
function listsIn(text: string, start: number): number[] {
  const scanner = new JsonScanner(text, start);
  const found: number[] = [];
  let depth = 0;
  let before: number = Token.Bad;
  for (let token = scanner.next(); token !== Token.End && token !== Token.Bad && found.length < 5; token = scanner.next()) {
    if (token === Token.OpenBrace && before === Token.OpenBracket && depth <= 3) found.push(scanner.start);
    if (token === Token.OpenBrace || token === Token.OpenBracket) depth++;
    else if (token === Token.CloseBrace || token === Token.CloseBracket) depth--;
    if (depth <= 0) break;
    before = token;
  }
  return found;
}

interface RecordVisitor {
  readonly begin: (at: number) => void;
  readonly cell: (column: number, span: Span) => void;
  readonly end: (at: number) => void;
  /** The record that was begun is none. */
  readonly drop: (span: Span) => void;
  readonly escape: (start: number, end: number, unit: string) => void;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: " ", f: "\n", '"': '"', "\\": "\\", "/": "/" };

/** A key as it is meant; one with a wrong escape as it stands. */
function keyOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** Reads records token by token, without recursion: no depth of nesting can end it. */
class RecordReader {
  readonly #text: string;
  readonly #names: string[];
  readonly #columns: Map<string, number>;
  readonly #visitor: RecordVisitor;
  readonly #textColumn: number | null;
  /** The next backslash of the text; -1 where there is none any more. */
  #backslash = 0;

  /** New keys are added to `names`, as far as there is room. */
  constructor(text: string, names: readonly string[] | string[], visitor: RecordVisitor, textColumn: number | null) {
    this.#text = text;
    this.#names = names as string[];
    this.#columns = new Map(names.map((name, column) => [name, column]));
    this.#visitor = visitor;
    this.#textColumn = textColumn;
  }

  read(start: number, arrangement: Arrangement, goesOn: () => boolean): void {
    let at = arrangement === "lines" ? start : typeof arrangement === "string" ? start + 1 : arrangement.under;
    while (at < this.#text.length && goesOn()) {
      while (at < this.#text.length && /[\s,]/.test(this.#text.charAt(at))) at++;
      const key = arrangement === "keyed" && this.#text.charAt(at) === '"' ? this.#keyAt(at) : null;
      if (key !== null) at = this.#record(at, key);
      else if (arrangement !== "keyed" && this.#text.charAt(at) === "{") at = this.#record(at);
      else if (arrangement === "lines") {
        // Something else on a line of its own stays outside.
        const end = this.#text.indexOf("\n", at);
        at = end < 0 ? this.#text.length : end + 1;
      } else return;
    }
  }

  /** The key before a record; null where something else follows. */
  #keyAt(at: number): { readonly name: Span; readonly value: number } | null {
    const scanner = new JsonScanner(this.#text, at);
    if (scanner.next() !== Token.String) return null;
    const name = { start: scanner.start + 1, end: scanner.end - 1 };
    return scanner.next() === Token.Colon && scanner.next() === Token.OpenBrace ? { name, value: scanner.start } : null;
  }

  /** One record, from its key where it has one; gives the offset behind it, with the comma that follows. */
  #record(start: number, keyed: { readonly name: Span; readonly value: number } | null = null): number {
    const text = this.#text;
    const scanner = new JsonScanner(text, keyed?.value ?? start);
    this.#visitor.begin(start);
    if (keyed !== null) {
      this.#cell("key", keyed.name, 1);
      this.#escapes(keyed.name);
    }
    /** The open objects and lists: the path of keys to each, and whether it is a list. */
    const stack: { readonly path: string; readonly isList: boolean; first: number; last: number }[] = [];
    let key: string | null = null;
    let expectsKey = false;
    for (;;) {
      const token = scanner.next();
      const { start: offset, end } = scanner;
      const top = stack.at(-1);
      switch (token) {
        case Token.OpenBrace:
        case Token.OpenBracket: {
          const path = top === undefined ? "" : top.isList ? top.path : joined(top.path, key ?? "");
          stack.push({ path, isList: token === Token.OpenBracket, first: -1, last: -1 });
          expectsKey = token === Token.OpenBrace;
          break;
        }
        case Token.CloseBrace:
        case Token.CloseBracket:
          if (top?.isList !== (token === Token.CloseBracket)) return this.#broken(start, offset);
          stack.pop();
          if (top.isList && top.first >= 0) this.#cell(top.path, { start: top.first, end: top.last }, stack.length);
          if (stack.length === 0) {
            const comma = /^[ \t]{0,20},/.exec(text.slice(end, end + 24));
            const after = end + (comma?.[0].length ?? 0);
            this.#visitor.end(after);
            return after;
          }
          expectsKey = false;
          break;
        case Token.String: {
          if (expectsKey) {
            key = keyOf(text.slice(offset, end));
            expectsKey = false;
            break;
          }
          const value = { start: offset + 1, end: end - 1 };
          if (top?.isList === true) this.#item(top, value);
          else this.#cell(joined(top?.path ?? "", key ?? ""), value, stack.length);
          this.#escapes(value);
          break;
        }
        case Token.Scalar:
          if (top?.isList === false) this.#cell(joined(top.path, key ?? ""), { start: offset, end }, stack.length);
          break;
        case Token.Comma:
          expectsKey = top?.isList === false;
          break;
        case Token.Bad:
          return this.#broken(start, offset);
        case Token.End:
          return this.#broken(start, text.length);
        default:
          break;
      }
    }
  }

  /** A string in a list: of the text's paragraphs, or one value of several. */
  #item(list: { readonly path: string; first: number; last: number }, value: Span): void {
    if (this.#textColumn === null || this.#columns.get(list.path) !== this.#textColumn) {
      this.#cell(list.path, value, 1);
      return;
    }
    if (list.first < 0) list.first = value.start;
    else this.#visitor.escape(list.last, value.start, "\n");
    list.last = value.end;
  }

  #cell(path: string, value: Span, depth: number): void {
    if (depth > deepest || path === "" || path.length > 200) return;
    let column = this.#columns.get(path);
    if (column === undefined) {
      if (this.#columns.size >= maxKeys) return;
      column = this.#columns.size;
      this.#columns.set(path, column);
      this.#names.push(path);
    }
    this.#visitor.cell(column, value);
  }

  #escapes({ start, end }: Span): void {
    const text = this.#text;
    if (this.#backslash >= 0 && this.#backslash < start) this.#backslash = text.indexOf("\\", start);
    while (this.#backslash >= 0 && this.#backslash < end) {
      const at = this.#backslash;
      const sign = text.charAt(at + 1);
      const next = at + (sign === "u" ? 6 : 2);
      if (sign === "u") this.#visitor.escape(at, next, String.fromCharCode(parseInt(text.slice(at + 2, next), 16) || 0xfffd));
      else this.#visitor.escape(at, next, escapes[sign] ?? sign);
      this.#backslash = text.indexOf("\\", next);
    }
  }

  /** Goes on at the next line that begins a record, or at the end. */
  #broken(start: number, at: number): number {
    const next = /\n[ \t]{0,20}(?=\{")/g;
    next.lastIndex = Math.max(start + 1, Math.min(at, this.#text.length) - 1);
    const line = this.#text.indexOf("\n", start);
    if (line >= 0 && line < at) next.lastIndex = line;
    const match = next.exec(this.#text);
    const end = match === null ? this.#text.length : match.index + 1;
    this.#visitor.drop({ start, end });
    return Math.max(end, start + 1);
  }
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
