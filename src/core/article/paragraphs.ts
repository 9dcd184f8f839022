import type { Span } from "../text/span";
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
  return dangling && /\p{L}$/u.test(end) && above.length >= 60 && /^["“‘«(]?[\p{L}\p{N}]/u.test(start) && endsSentence(below.text.slice(Math.max(below.start, below.end - 12), below.end));
}

/** The paragraphs of the body, broken ones put together. `leadStart` is where the text of the first one starts. */
export function readParagraphs(units: readonly Unit[], roles: ReadonlyMap<number, Role>, lead: number, end: number, leadStart: number): Paragraph[] {
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
