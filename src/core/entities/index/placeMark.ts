import { largestMark } from "../resolve/placeRows";
import type { ArticleNames } from "./articleNames";

const hasRole = 1;
const inHeadline = 2;
/** Behind those: one more than twice the score of the best sentence. */
const scoreShift = 2;
const largestScore = largestMark >> scoreShift;

/**
 * What the rows of places say of each local entity: whether it has a role, whether the headline names it, and the score of its best
 * sentence.
 */
export function placeMarks(
  { mentions, headline, locals: read, roles, sentences }: ArticleNames,
  localOf: Int32Array,
  locals: number,
): Uint8Array {
  const scores = new Uint8Array(locals);
  for (const { local, score } of sentences) {
    const at = localOf[read[local]?.mentions[0] ?? -1] ?? -1;
    if (at >= 0) scores[at] = Math.max(scores[at] ?? 0, Math.min(largestScore, Math.round(score * 2) + 1));
  }
  const marks = scores.map((score) => score << scoreShift);
  const add = (mention: number, bit: number): void => {
    const at = localOf[mention] ?? -1;
    if (at >= 0) marks[at] = (marks[at] ?? 0) | bit;
  };
  for (const { mention } of roles) add(mention, hasRole);
  for (let mention = 0; headline !== null && mention < mentions.count; mention++) {
    const { start } = mentions.span(mention);
    if (start >= headline.end) break;
    if (start >= headline.start) add(mention, inHeadline);
  }
  return marks;
}

export function markHasRole(mark: number): boolean {
  return (mark & hasRole) !== 0;
}

export function markInHeadline(mark: number): boolean {
  return (mark & inHeadline) !== 0;
}

/** The score of the best sentence; -1 for none. */
export function markScore(mark: number): number {
  const stored = mark >> scoreShift;
  return stored === 0 ? -1 : (stored - 1) / 2;
}
