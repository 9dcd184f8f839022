import type { Span } from "../text/span";

/** A line that has the form of a marker; whether it acts as one is decided by what stands around it. */
export interface MarkerLine {
  readonly kind: "open" | "close";
  /** A closer whose keyword is only END or EOF: with a word behind it it closes that name alone. */
  readonly bare: boolean;
  /** What stands between the keyword and the closing brackets, surplus brackets included. */
  readonly argument: Span;
  /** Fewer closing than opening brackets. */
  readonly shortFence: boolean;
}

const SPACE = 0x20;
const TAB = 0x09;
const LESS = 0x3c;
const GREATER = 0x3e;
const BYTE_ORDER_MARK = 0xfeff;

// Sticky: they look at a few units at one offset only, so a line of any length costs them nothing.
const closeKeyword = /(?:END(?:[ _-]?OF)?[ _-]?FILE|FILE[ _-]?END|\/[ \t]*FILE|EOF|END)(?![A-Z0-9_-])/iuy;
const bareKeyword = /(?:EOF|END)(?![A-Z0-9_-])/iuy;
const openKeyword = /(?:(?:BEGIN|START)[ _-]?)?FILE(?:[ _-]?(?:BEGIN|START))?(?![A-Z0-9_-])/iuy;
const argumentStart = /[\s:|#"'`]/;

/**
 * Reads the line `[start, end)` of `text` as an envelope marker, or null. Equals trying these patterns, CLOSE
 * first, but in linear time on any line (their lazy argument followed by optional blanks is quadratic):
 *
 *     ^\uFEFF?[ ]{0,3}(<{3,5})[ \t]*(END…|FILE[ _-]?END|/FILE|EOF|END)(?![A-Z0-9_-])(.*?)[ \t]*(>{2,})[ \t]*$
 *     ^\uFEFF?[ ]{0,3}(<{3,5})[ \t]*((BEGIN|START) FILE (BEGIN|START))(?![A-Z0-9_-])(.*?)[ \t]*(>{2,})[ \t]*$
 *
 * and holding the second's argument to be empty or to start like one. `<<<file:///x>>>` is an address, no marker.
 */
export function readMarkerLine(text: string, start: number, end: number): MarkerLine | null {
  const fence = skipToFence(text, start, end);
  let opening = fence;
  while (opening < end && text.charCodeAt(opening) === LESS) opening++;
  const width = opening - fence;
  if (width < 3 || width > 5) return null;

  let closing = skipBlanksBackwards(text, end, opening);
  const closingEnd = closing;
  while (closing > opening && text.charCodeAt(closing - 1) === GREATER) closing--;
  const closingWidth = closingEnd - closing;
  if (closingWidth < 2) return null;

  const word = skipBlanks(text, opening, closing);
  const closer = matchEnd(closeKeyword, text, word);
  const keywordEnd = closer ?? matchEnd(openKeyword, text, word);
  if (keywordEnd === null) return null;
  const argument = {
    start: keywordEnd,
    end: closingWidth > width ? closingEnd - width : Math.max(keywordEnd, skipBlanksBackwards(text, closing, keywordEnd)),
  };
  if (hasLineSeparator(text, argument)) return null;
  const shortFence = closingWidth < width;
  if (closer !== null) return { kind: "close", bare: matchEnd(bareKeyword, text, word) === closer, argument, shortFence };
  if (argument.end > argument.start && !argumentStart.test(text.charAt(argument.start))) return null;
  if (text.startsWith("://", argument.start)) return null;
  return { kind: "open", bare: false, argument, shortFence };
}

/** Where the brackets of a marker would start: behind a byte order mark and at most three spaces. */
function skipToFence(text: string, start: number, end: number): number {
  let at = start;
  if (at < end && text.charCodeAt(at) === BYTE_ORDER_MARK) at++;
  const limit = Math.min(end, at + 3);
  while (at < limit && text.charCodeAt(at) === SPACE) at++;
  return at;
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function skipBlanksBackwards(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** U+2028 and U+2029 are not line ends for the editor, but no marker holds one (a dot does not match them). */
function hasLineSeparator(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2028 || unit === 0x2029) return true;
  }
  return false;
}
