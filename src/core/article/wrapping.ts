import { isSpace } from "./characters";

/** A non-blank line: offsets without the white space around it, its indent, and the run of non-blank lines it is in. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly block: number;
}

const widest = 120;
/** Columns of newspapers; what is narrower is a list, a table or a poem. */
const narrowest = 24;
/** In narrower text only lines of which nearly all are full, and most of them broken off, are wrapped. */
const narrow = 36;

/** Whether a character belongs to a script that sets no spaces between words, so that a line breaks anywhere. */
export function isUnspaced(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit < 0xa4d0) ||
    (unit >= 0xe00 && unit < 0xe80) ||
    (unit >= 0xf900 && unit < 0xfb00) ||
    (unit >= 0xff00 && unit < 0xffa0)
  );
}

function firstWordEnd(text: string, line: Line): number {
  let at = line.start;
  if (isUnspaced(text.charCodeAt(at))) return at + 1;
  while (at < line.end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

interface Measured {
  /** Length with indent of each line that has a line below it in its run. */
  readonly used: number[];
  /** Length of the first word of the line below. */
  readonly nextWord: number[];
  /** Whether the line below may go on with a sentence: it starts in lower case, or with a letter without case. */
  readonly goesOn: boolean[];
  readonly long: number;
  readonly usualIndent: number;
}

function measure(text: string, lines: readonly Line[]): Measured {
  const used: number[] = [];
  const nextWord: number[] = [];
  const goesOn: boolean[] = [];
  let long = 0;
  let indented = 0;
  lines.forEach((line, i) => {
    if (line.indent > 1) indented++;
    const next = lines[i + 1];
    if (next?.block !== line.block) return;
    const length = line.end - line.start + line.indent;
    if (length > widest) long++;
    else {
      used.push(length);
      nextWord.push(firstWordEnd(text, next) - next.start);
      goesOn.push(/^["“‘«(\d]?[\p{Ll}\p{Lo}]/u.test(text.slice(next.start, next.start + 4)));
    }
  });
  return { used, nextWord, goesOn, long, usualIndent: indented * 2 > lines.length ? (lines[lines.length >> 1]?.indent ?? 0) : 0 };
}

/**
 * The column at which the text was hard-wrapped, or 0 where it was not. In wrapped text nearly no line leaves room for
 * the first word of the line below it; in lists, tables and one-paragraph-a-line texts most do, or lines are long.
 * A few widths are tried from the largest down, as a title may be longer than what is wrapped.
 * `usualIndent` is the indent of most lines: a deeper one starts a paragraph.
 */
export function wrapWidth(text: string, lines: readonly Line[]): { width: number; usualIndent: number } {
  const { used, nextWord, goesOn, long, usualIndent } = measure(text, lines);
  if (used.length < 2 || long * 5 > used.length) return { width: 0, usualIndent };
  let width = Math.max(...used.slice(0, 2000));
  for (let attempt = 0; attempt < 4 && width >= narrowest; attempt++) {
    let full = 0;
    let broken = 0;
    let below = 0;
    for (let i = 0; i < used.length; i++) {
      const length = used[i] ?? 0;
      if (length + 1 + (nextWord[i] ?? 0) > width) {
        full++;
        if (goesOn[i] === true) broken++;
      }
      if (length < width && length > below) below = length;
    }
    const isWrapped =
      width >= narrow ? full * 5 >= used.length * 2 && broken * 4 >= full : full >= 6 && full * 5 >= used.length * 4 && broken * 2 >= full;
    if (full >= 2 && isWrapped) return { width, usualIndent };
    width = below;
  }
  return { width: 0, usualIndent };
}
