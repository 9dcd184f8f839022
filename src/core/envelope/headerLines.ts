import type { LineIndex } from "../text/lineIndex";
import { ownCopy } from "../util/ownCopy";
import type { Span } from "../text/span";

/** The `PATH: …`, `BYTES: …` lines of a nameless opener. */
export interface HeaderLines {
  /** The 0-based line behind the last header line. */
  readonly nextLine: number;
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** Keys in lower case; the first of a repeated key counts. */
  readonly attributes: ReadonlyMap<string, string>;
}

const headerLine = /^(PATH|FILE|FILENAME|NAME|FILE_ID|EXT|TYPE|BYTES|LINES|HASH|SHA256|LANGUAGE|DATE|URL|SOURCE)[ \t]*:(.*)$/i;
const longestLine = 4096;
const nameKeys = ["path", "name", "file", "filename"];

/**
 * The header lines from line `line` on, or null where there are none: without a name among them they are the
 * article's own text.
 */
export function readHeaderLines(text: string, lines: LineIndex, line: number): HeaderLines | null {
  const values = new Map<string, Span>();
  const first = lines.startOf(line);
  let end = first;
  let nextLine = line;
  while (nextLine < lines.count) {
    const span = lines.spanOf(nextLine);
    const match = span.end - span.start > longestLine ? null : headerLine.exec(text.slice(span.start, span.end));
    if (match === null) break;
    const key = (match[1] ?? "").toLowerCase();
    const value = (match[2] ?? "").replace(/^[ \t]+/, "");
    const start = span.end - value.length;
    if (!values.has(key)) values.set(key, { start, end: start + value.trimEnd().length });
    end = span.end;
    nextLine++;
  }
  const nameSpan = nameKeys.map((key) => values.get(key)).find((span) => span !== undefined && span.start < span.end);
  if (nameSpan === undefined) return null;
  return {
    nextLine,
    span: { start: first, end },
    name: ownCopy(text.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    attributes: new Map([...values].map(([key, span]) => [ownCopy(key), ownCopy(text.slice(span.start, span.end))])),
  };
}
