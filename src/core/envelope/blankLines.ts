import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";

const notBlank = /\S/;

function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return true;
  return unit >= 0x80 && !notBlank.test(text.charAt(offset));
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** The whole lines of `span` (which starts at a line's start) from the first to the last non-blank one, or null. */
export function withoutBlankEnds(text: string, span: Span): Span | null {
  let { start } = span;
  for (let at = start; ; at++) {
    if (at >= span.end) return null;
    if (isLineEnd(text.charCodeAt(at))) start = at + 1;
    else if (!isBlank(text, at)) break;
  }
  let last = span.end - 1;
  while (isBlank(text, last)) last--;
  let end = last + 1;
  while (end < span.end && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

/** The runs of non-blank lines from line `from` up to, not including, line `to`. */
export function nonBlankRuns(text: string, lines: LineIndex, from: number, to: number): Span[] {
  const runs: Span[] = [];
  let start: number | null = null;
  let end = 0;
  for (let line = from; line < to; line++) {
    const span = lines.spanOf(line);
    if (withoutBlankEnds(text, span) !== null) {
      start ??= span.start;
      end = span.end;
    } else if (start !== null) {
      runs.push({ start, end });
      start = null;
    }
  }
  if (start !== null) runs.push({ start, end });
  return runs;
}
