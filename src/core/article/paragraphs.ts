import type { Span } from "../text/span";
import type { Problem } from "../corpus/problem";
import type { Paragraph } from "./article";
import type { Role } from "./role";
import { endsDangling, endsSentence, startsInLowerCase } from "./sentence";
import type { Unit } from "./unit";

/** Whether figures outweigh words, as in the rows of a table. */
function isTabular(text: string): boolean {
  const digits = text.match(/[\d.,/%$-]/g)?.length ?? 0;
  return digits * 4 > text.length;
}

/**
 * Whether a paragraph was broken between two units: the first stops in the middle of a sentence, the second goes on in
 * lower case. List items, subheadings and short lines without company are never joined.
 */
export function isBroken(above: Unit, below: Unit): boolean {
  if (above.block === below.block || above.isListItem || below.isListItem || above.heading > 0 || below.heading > 0) return false;
  const end = above.text.slice(Math.max(above.start, above.end - 40), above.end);
  if (endsSentence(end) || /[:;|]\s*["”’»)\]]*$/.test(end)) return false;
  const start = below.text.slice(below.start, Math.min(below.end, below.start + 40)).replace(/[\u00a0\u200b\u202f]/g, " ");
  if (isTabular(end) || isTabular(start)) return false;
  const dangling = endsDangling(end.replace(/[\u00a0\u202f]/g, " "));
  const enough = above.length >= 40 || (above.length >= 15 && dangling);
  if (!enough || below.length < 12) return false;
  if (startsInLowerCase(start)) return above.words >= 6 || dangling;
  return (
    dangling &&
    /\p{L}$/u.test(end) &&
    above.length >= 60 &&
    /^["“‘«(]?[\p{L}\p{N}]/u.test(start) &&
    endsSentence(below.text.slice(Math.max(below.start, below.end - 12), below.end))
  );
}

/** The paragraphs of the body, broken ones put together. `leadStart` is where the text of the first one starts. */
export function readParagraphs(
  units: readonly Unit[],
  roles: ReadonlyMap<number, Role>,
  lead: number,
  end: number,
  leadStart: number,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let pieces: Span[] = [];
  let above: Unit | null = null;
  for (let i = lead; i < end; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (roles.get(i) !== "paragraph") {
      above = null;
      continue;
    }
    // A dateline alone on the first line of a labelled body leaves nothing of it.
    if (i === lead && leadStart >= unit.end) continue;
    const piece = { start: i === lead ? Math.max(unit.start, leadStart) : unit.textStart, end: unit.end };
    if (above !== null && isBroken(above, unit)) pieces.push(piece);
    else {
      pieces = [piece];
      paragraphs.push({ pieces });
    }
    above = unit;
  }
  return paragraphs;
}

/**
 * So much of an article's body is read, in UTF-16 code units: some 170,000 words. No article is as long; a damaged file's single line
 * may be.
 */
export const longestBody = 1_000_000;

/** A word may go on so far behind the place where a body is cut; longer ones are cut themselves. */
const longestWord = 100;

/**
 * The paragraphs as far as `limit` code units of them go, the last one cut behind a word; and, where something is left out, a
 * problem over that part which names the bound.
 */
export function boundedParagraphs(
  text: string,
  paragraphs: readonly Paragraph[],
  limit = longestBody,
): { readonly read: readonly Paragraph[]; readonly problems: readonly Problem[] } {
  let left = limit;
  for (const [number, { pieces }] of paragraphs.entries()) {
    for (const [index, { start, end }] of pieces.entries()) {
      left -= end - start;
      if (left >= 0) continue;
      const cut = wordEnd(text, start, end + left);
      const kept = [...pieces.slice(0, index), ...(cut > start ? [{ start, end: cut }] : [])];
      const rest = { start: cut, end: paragraphs.at(-1)?.pieces.at(-1)?.end ?? end };
      const message = `This article's text is longer than ${limit.toLocaleString("en")} characters: what follows here is not read, so that neither search nor names find it.`;
      const problem: Problem = { code: "text-cut", severity: "warning", message, span: rest };
      return { read: [...paragraphs.slice(0, number), ...(kept.length > 0 ? [{ pieces: kept }] : [])], problems: [problem] };
    }
  }
  return { read: paragraphs, problems: [] };
}

/** The last end of a word from `start` to `at`; `at`, but never between surrogates, where none is near. */
function wordEnd(text: string, start: number, at: number): number {
  for (let end = at; end > Math.max(start, at - longestWord); end--)
    if (/\s/u.test(text.charAt(end)) && !/\s/u.test(text.charAt(end - 1))) return end;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff && at > start ? at - 1 : at;
}
