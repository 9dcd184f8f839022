import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import { isAsciiLetter, isSpace, trimSpan } from "./characters";
import { isSignOff } from "./creditLine";
import { readDateline } from "./dateline";
import { endsSentence, startsInLowerCase } from "./sentence";
import { Unit } from "./unit";
import { isUnspaced, type Line, wrapWidth } from "./wrapping";

const rule = /^(?:[-–—=*_~#+.•]\s?){3,}$/u;
const startsItem = /^(?:[-*+•‣◦▪●]\s|\d{1,2}[.)]\s|#{1,6}\s|>\s)/u;
const startsLabel = /^[A-Z][A-Z-]{2,18}:(?:\s|$)/;
const mayBeLabel = /^(?:\p{L}{2,10}[:.])?\p{L}[\p{L}_ -]{1,24}:(?:\s|$)/u;

/** Whether a unit is only a drawn line ("---", "* * *", "====="). */
export function isRule(unit: Unit): boolean {
  return unit.length >= 3 && unit.length <= 200 && !isAsciiLetter(unit.text.charCodeAt(unit.start)) && rule.test(unit.raw);
}

function readLines(text: string, lines: LineIndex, span: Span): Line[] {
  const found: Line[] = [];
  let block = -1;
  let blankBefore = true;
  const last = lines.lineAt(Math.max(span.start, span.end - 1));
  for (let number = lines.lineAt(span.start); number <= last; number++) {
    const whole = lines.spanOf(number);
    const start = Math.max(whole.start, span.start);
    const end = Math.min(whole.end, span.end);
    const trimmed = trimSpan(text, start, Math.max(start, end));
    if (trimmed.start === trimmed.end) {
      blankBefore = true;
      continue;
    }
    if (blankBefore) block++;
    blankBefore = false;
    found.push({ number, start: trimmed.start, end: trimmed.end, indent: trimmed.start - start, block });
  }
  return found;
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start;
  if (isUnspaced(text.charCodeAt(at))) return 1;
  while (at < line.end && !isSpace(text.charCodeAt(at))) at++;
  return at - line.start;
}

/** Whether a line is an address and nothing else. */
function isAddress(text: string, line: Line): boolean {
  return text.startsWith("http", line.start) && /^https?:\/\/\S+$/.test(text.slice(line.start, Math.min(line.end, line.start + 300)));
}

/** From how many columns more than usual a line stands in the middle. */
const centred = 12;

/** Whether `next` carries on the paragraph of `line`, straight above it. */
function carriesOn(text: string, line: Line, next: Line, width: number, usualIndent: number): boolean {
  if (line.end - line.start > 200) return false;
  const head = text.slice(next.start, Math.min(next.end, next.start + 60));
  if (startsItem.test(head) || startsLabel.test(head) || rule.test(head)) return false;
  if (isSignOff(head) || (mayBeLabel.test(head) && mayBeLabel.test(text.slice(line.start, Math.min(line.end, line.start + 40)))))
    return false;
  if (text.startsWith("#", line.start) || isAddress(text, line) || isAddress(text, next)) return false;
  if (/^\d{4}-\d\d-\d\d(?:T|$|\s\d\d:)/.test(head)) return false;
  const ended = endsSentence(text.slice(Math.max(line.start, line.end - 12), line.end));
  if (width > 0) {
    // Lines in the middle of the page stand alone, though the one below begins further left.
    if (next.indent > usualIndent + 1 && (next.indent > line.indent || ended || next.indent > usualIndent + centred)) return false;
    const used = line.end - line.start + line.indent;
    const fits = used + 1 + firstWordLength(text, next) <= width;
    if (!fits && /^\p{Lu}{3}/u.test(head) && readDateline(text.slice(next.start, next.start + 200)) !== null) return false;
    if (!fits) return true;
    if (used < width / 2) return false;
  }
  return (
    line.end - line.start >= 40 && next.end - next.start >= 25 && !ended && !text.startsWith(":", line.end - 1) && startsInLowerCase(head)
  );
}

/**
 * The units of `span`, top to bottom: hard-wrapped lines are put together, every other line stands alone. Underlined
 * titles get their heading level. Blank lines give nothing. One pass over the lines.
 */
export function readUnits(text: string, lines: LineIndex, span: Span): Unit[] {
  const all = readLines(text, lines, span);
  const { width, usualIndent } = wrapWidth(text, all);
  const units: Unit[] = [];
  for (let i = 0; i < all.length;) {
    const first = all[i];
    if (first === undefined) break;
    let last = first;
    let next = all[++i];
    while (next?.block === first.block && carriesOn(text, last, next, width, usualIndent)) {
      last = next;
      next = all[++i];
    }
    const unit = new Unit(text, first, last);
    const above = units.at(-1);
    if (above?.block === unit.block && above.length <= 200 && above.heading === 0 && units.length < 40) {
      if (/^={3,}$/.test(unit.raw)) above.heading = 1;
      else if (/^-{3,}$/.test(unit.raw) && !/^[\w-]+:\s|^-/.test(above.raw)) above.heading = 2;
    }
    units.push(unit);
  }
  return units;
}
