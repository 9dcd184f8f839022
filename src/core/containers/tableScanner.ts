/** How a table is written. */
export interface TableDialect {
  /** One code unit. */
  readonly delimiter: string;
  /** Whether a cell that begins with a quote is a quoted one. */
  readonly quoted: boolean;
}

/** The cells of one row: offsets without the quotes. Valid only until the next row. */
export interface TableRow {
  readonly start: number;
  end: number;
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  /** Where doubled quotes stand, in order. */
  readonly doubled: number[];
  /** Whether its last cell opens a quote that nothing closes. */
  isOpen: boolean;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Calls `visit` with each row of a table (RFC 4180, with what is usual besides: any line end, any delimiter, a closing
 * quote only where a delimiter or the row's end follows) until it says false. One pass. Empty lines are no rows.
 */
export function scanTable(text: string, { delimiter, quoted }: TableDialect, visit: (row: TableRow) => boolean, from = 0): void {
  const separator = delimiter.charCodeAt(0);
  let at = from;
  while (at < text.length) {
    const row: TableRow = { start: at, end: at, count: 0, starts: [], ends: [], doubled: [], isOpen: false };
    for (;;) {
      let start = at;
      let end: number;
      if (quoted && text.charCodeAt(at) === QUOTE) {
        start = at + 1;
        const close = closingQuote(text, start, separator, row.doubled);
        end = close < 0 ? text.length : close;
        at = close < 0 ? text.length : close + 1;
        row.isOpen = close < 0;
        // Blanks between a closing quote and the delimiter.
        while (isBlank(text.charCodeAt(at), separator)) at++;
      } else {
        for (; at < text.length; at++) {
          const unit = text.charCodeAt(at);
          if (unit === separator || unit === LF || unit === CR) break;
        }
        end = at;
      }
      row.starts.push(start);
      row.ends.push(end);
      row.count++;
      if (text.charCodeAt(at) !== separator || at >= text.length) break;
      at++;
    }
    row.end = at;
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) === LF && (text.charCodeAt(at - 1) === CR || at === row.end)) at++;
    const isEmpty = row.count === 1 && row.starts[0] === row.ends[0] && row.start === row.end;
    if (!isEmpty && !visit(row)) return;
  }
}

function isBlank(unit: number, separator: number): boolean {
  return (unit === 32 || unit === 9) && unit !== separator;
}

/** The quote that closes a cell; -1 where none does. Doubled ones are noted. */
function closingQuote(text: string, from: number, separator: number, doubled: number[]): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at)) {
    if (text.charCodeAt(at + 1) === QUOTE) {
      doubled.push(at);
      at += 2;
      continue;
    }
    let next = at + 1;
    while (isBlank(text.charCodeAt(next), separator)) next++;
    const unit = text.charCodeAt(next);
    if (next >= text.length || unit === separator || unit === LF || unit === CR) return at;
    at++;
  }
  return -1;
}
