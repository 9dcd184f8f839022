import { fold } from "../../text/fold";
import type { EntityType } from "../resolve/localEntity";
import type { Entity, EntityView } from "./entityView";
import { usefulness } from "./usefulness";

/** Ranks, best first; between them the more useful entity comes first. */
const rank = { whole: 0, prefix: 1, wordPrefixes: 2, substring: 3, subsequence: 4, typo: 5, none: 6 } as const;

/**
 * The entities that a quick pick offers for what was typed, best first, at most `limit`: by any of their names, those that
 * begin with it before those that hold its letters in order, and last those that are one slip of a key away
 * ("Lavrof"). The most useful ones for a blank query.
 */
export function findEntities(view: EntityView, query: string, limit: number, type: EntityType | null = null): readonly Entity[] {
  const typed = fold(query).trim().replace(/ +/g, " ");
  const words = typed.split(" ");
  const found: { readonly id: string; readonly rank: number; readonly weight: number }[] = [];
  for (const [id, forms] of view.foldedForms()) {
    if (type !== null && !id.startsWith(`${type}:`)) continue;
    let best: number = typed === "" ? rank.whole : rank.none;
    for (const form of typed === "" ? [] : forms) best = Math.min(best, rankOf(form, typed, words));
    if (best !== rank.none) found.push({ id, rank: best, weight: view.mentionsOf(id) });
  }
  found.sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  // Only the head of the list needs the finer measure.
  const head = found.slice(0, Math.max(limit * 4, 200)).flatMap((one) => {
    const entity = view.entity(one.id);
    return entity === null ? [] : [{ entity, rank: one.rank, worth: usefulness(entity, view.index.articleCount) }];
  });
  head.sort((a, b) => a.rank - b.rank || b.worth - a.worth || (a.entity.id < b.entity.id ? -1 : 1));
  return head.slice(0, Math.max(0, limit)).map(({ entity }) => entity);
}

function rankOf(form: string, typed: string, words: readonly string[]): number {
  if (form === typed) return rank.whole;
  if (form.startsWith(typed)) return rank.prefix;
  if (words.every((word) => hasWordPrefix(form, word))) return rank.wordPrefixes;
  if (form.includes(typed)) return rank.substring;
  if (isSubsequence(typed, form)) return rank.subsequence;
  return typed.length >= 4 && form.split(" ").some((word) => isOneSlipAway(typed, word)) ? rank.typo : rank.none;
}

function hasWordPrefix(text: string, prefix: string): boolean {
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Whether the letters of `typed` stand in `text` in their order, beginning at a word's start. */
function isSubsequence(typed: string, text: string): boolean {
  if (typed.length < 3 || !hasWordPrefix(text, typed.charAt(0))) return false;
  let at = -1;
  for (const letter of typed.replaceAll(" ", "")) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  // Letters that are strewn over a long name are there by chance.
  return at <= typed.length * 3;
}

/** Whether one letter was added, left out, changed, or swapped with the next (Damerau's slips). */
export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left === `${right.slice(1)}${right.slice(0, 1)}`);
}
