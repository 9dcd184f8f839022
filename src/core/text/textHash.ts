import type { Span } from "./span";

const basis = 0x811c9dc5;
const prime = 0x01000193;
/** So much of the beginning and of the end of a line counts unit by unit: more than is ever read of one article. */
const wholeBeginning = 2_000_000;
const wholeEnd = 262_144;
/** Of what lies between, each so many-th unit. */
const stride = 61;

/**
 * FNV-1a over a stretch of a text, mixed with its length: whether what is read of an article is the same as before. Of the middle of a
 * line that is longer than is ever read of one (50 MB) only some units count, so that asking costs milliseconds.
 */
export function textHash(text: string, { start, end }: Span): number {
  const hash = basis ^ (end - start);
  return (end - start > wholeBeginning + wholeEnd ? hashLines(text, start, end, hash) : hashUnits(text, start, end, hash)) >>> 0;
}

/** The same over a whole text, with every unit of it. */
export function hashOf(text: string): number {
  return hashUnits(text, 0, text.length, basis ^ text.length) >>> 0;
}

function hashUnits(text: string, start: number, end: number, from: number): number {
  let hash = from;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

function hashLines(text: string, start: number, end: number, from: number): number {
  let hash = from;
  let [lf, cr] = [start - 1, start - 1];
  for (let line = start; line < end;) {
    if (lf < line) lf = indexOrEnd(text, "\n", line, end);
    if (cr < line) cr = indexOrEnd(text, "\r", line, end);
    const next = Math.min(lf + 1, cr + 1, end);
    if (next - line > wholeBeginning + wholeEnd) {
      const middle = line + wholeBeginning;
      hash = hashUnits(text, line, middle, hash);
      for (let at = middle; at < next - wholeEnd; at += stride) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
      hash = hashUnits(text, next - wholeEnd, next, hash);
    } else hash = hashUnits(text, line, next, hash);
    line = next;
  }
  return hash;
}

function indexOrEnd(text: string, sought: string, from: number, end: number): number {
  const found = text.indexOf(sought, from);
  return found < 0 || found > end ? end : found;
}
