import type { Span } from "../text/span";

/** Words between quotation marks: the span is that of the words, `open` and `close` are where the marks begin and end. */
export interface QuotedSpan extends Span {
  readonly open: number;
  readonly close: number;
}

/** Which marks close what a mark opens. Some close in one language and open in another: „so“, “so”, »so«, «so». */
const closers: ReadonlyMap<string, string> = new Map([
  ["“", '”"“'],
  ["„", '“”"„'],
  ["‟", "”"],
  ["”", "”"],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["›", "‹"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ['"', '"”'],
  ["``", "''"],
  ["''", "''"],
  ["‘", "’"],
  ["'", "'"],
]);

/** A longer stretch is no quotation but a mark that was forgotten. */
const longest = 6000;

const space = /[\s([{—–-]/u;
const letter = /[\p{L}\p{N}]/u;

/** The mark at `at`, or "" for none: `''` and two backticks are one mark. */
function markAt(text: string, at: number): string {
  const unit = text.charAt(at);
  const pair = unit + text.charAt(at + 1);
  if (pair === "``" || pair === "''") return pair;
  return closers.has(unit) || "』」》›’".includes(unit) ? unit : "";
}

/** Whether a mark at `at` can open: what stands before is no word, and what stands behind begins one. */
function canOpen(text: string, from: number, at: number, mark: string): boolean {
  const before = at > from ? text.charAt(at - 1) : " ";
  const behind = text.charAt(at + mark.length);
  if (behind === "" || (/\s/u.test(behind) && mark !== "«") || mark === "’") return false;
  if ("「『《".includes(mark)) return true;
  return (
    space.test(before) ||
    (mark !== "'" && mark !== "‘" && /[,:;.。，：！？"“„]/u.test(before)) ||
    ((mark === "«" || mark === "„" || mark === "“") && !letter.test(before))
  );
}

/**
 * Whether a mark that could close a single quotation is an apostrophe: inside a word, in front of one ("the ’90s"), or behind a
 * plural whose quotation is closed further on ("‘the miners’ lamps went out’").
 */
function isApostrophe(text: string, at: number, end: number, mark: string): boolean {
  if (letter.test(text.charAt(at + 1)) || /\s/u.test(text.charAt(at - 1))) return true;
  if (!/s/iu.test(text.charAt(at - 1)) || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  for (let next = at + 1; next < end && next < at + 300; next++) {
    const unit = text.charAt(next);
    if (unit === "‘" || (unit === "'" && mark === "'" && space.test(text.charAt(next - 1)))) return false;
    if (unit === mark && !letter.test(text.charAt(next + 1))) return true;
  }
  return false;
}

/** Where the mark that closes what `mark` opened begins; -1 where there is none up to `end`. */
function closeOf(text: string, from: number, end: number, mark: string): number {
  const wanted = closers.get(mark) ?? "";
  const isSingle = mark === "'" || mark === "‘";
  let depth = 0;
  for (let at = from; at < end; at++) {
    const found = markAt(text, at);
    if (found === "") continue;
    if (wanted === "''" ? found === "''" : wanted.includes(found)) {
      if (isSingle && isApostrophe(text, at, end, found)) continue;
      if (depth === 0) return at;
      depth--;
    } else if (found === mark && !wanted.includes(mark) && canOpen(text, from, at, mark)) depth++;
    if (found.length > 1) at++;
  }
  return -1;
}

/**
 * What stands between quotation marks in `paragraphs`, in order, without overlaps; marks inside a quotation are part of
 * it. A quotation that is not closed and whose next paragraph opens with the same mark goes on there, as newspapers
 * set a speech of several paragraphs. One that is closed nowhere ends with its paragraph. Apostrophes open nothing
 * inside words. Linear in the length of the text, but for marks that are never closed, which cost a paragraph each.
 */
export function quotedSpans(text: string, paragraphs: readonly Span[]): readonly QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let running: { readonly open: number; readonly start: number; readonly mark: string } | null = null;
  for (const [index, { start, end }] of paragraphs.entries()) {
    let at = start;
    if (running !== null) {
      const mark = markAt(text, at);
      if (mark === "" || (mark !== running.mark && !(closers.get(running.mark) ?? "").includes(mark))) {
        running = null;
      } else {
        const close = closeOf(text, at + mark.length, end, running.mark);
        if (close >= 0) {
          found.push({ open: running.open, start: running.start, end: close, close: close + markAt(text, close).length });
          at = close + markAt(text, close).length;
          running = null;
        } else {
          if (opensNext(text, paragraphs[index + 1], running.mark) && end - running.open < longest) continue;
          found.push({ open: running.open, start: running.start, end, close: end });
          running = null;
          continue;
        }
      }
    }
    let lastUnclosed = "";
    for (; at < end; at++) {
      const mark = markAt(text, at);
      if (mark === "") continue;
      if (mark === lastUnclosed || !canOpen(text, start, at, mark)) {
        at += mark.length - 1;
        continue;
      }
      const from = at + mark.length;
      const close = closeOf(text, from, Math.min(end, from + longest), mark);
      if (close > from) {
        const after = close + markAt(text, close).length;
        found.push({ open: at, start: from, end: close, close: after });
        at = after - 1;
      } else if (mark !== "'" && mark !== "‘" && opensNext(text, paragraphs[index + 1], mark)) {
        running = { open: at, start: from, mark };
        break;
      } else {
        if (at === start && mark !== "'" && mark !== "‘" && end - at < longest) {
          found.push({ open: at, start: from, end, close: end });
          break;
        }
        // Nothing closes it here, nor would anything close the next of its kind.
        lastUnclosed = mark;
      }
    }
  }
  return found;
}

function opensNext(text: string, next: Span | undefined, mark: string): boolean {
  if (next === undefined) return false;
  const found = markAt(text, next.start);
  return found !== "" && (found === mark || (closers.get(mark) ?? "").includes(found));
}
