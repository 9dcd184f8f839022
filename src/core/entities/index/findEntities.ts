import { Best } from "../../util/best";
import { fold } from "../../text/fold";
import type { EntityType } from "../resolve/localEntity";
import { lettersOf } from "../resolve/formIndex";
import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { usefulness } from "./usefulness";

/** Ranks, best first; between them the more useful entity comes first. */
const rank = { whole: 0, prefix: 1, wordPrefixes: 2, substring: 3, subsequence: 4, typo: 5, none: 6 } as const;
/** Shorter words are one slip away from too much. */
const shortestTypo = 4;

/**
 * The entities that a quick pick offers for what was typed, best first, at most `limit`: by any of their names, those that
 * begin with it before those that hold its letters in order, and last those that are one slip of a key away
 * ("Lavrof"). The most useful ones for a blank query.
 */
export function findEntities(view: EntityView, query: string, limit: number, type: EntityType | null = null): readonly Entity[] {
  const typed = fold(query).trim().replace(/ +/g, " ");
  // Only the head of the list needs the finer measure.
  const head = new Best<Ranked>(
    Math.max(limit * 4, 200),
    (a, b) => a.rank - b.rank || b.weight - a.weight || (view.idOf(a.root) < view.idOf(b.root) ? -1 : 1),
  );
  const offer = (root: number, rankThere: number): void => {
    if (type === null || view.idOf(root).startsWith(type)) head.add({ root, rank: rankThere, weight: view.mentionsOf(root) });
  };
  if (typed === "") for (const root of view.roots()) offer(root, rank.whole);
  else for (const [root, rankThere] of ranksOf(view, typed)) offer(root, rankThere);
  const found = head.items.flatMap((one) => {
    const entity = view.entityNumbered(one.root);
    return entity === null ? [] : [{ entity, rank: one.rank, worth: usefulness(entity, view.index.articleCount) }];
  });
  found.sort((a, b) => a.rank - b.rank || b.worth - a.worth || (a.entity.id < b.entity.id ? -1 : 1));
  return found.slice(0, Math.max(0, limit)).map(({ entity }) => entity);
}

interface Ranked {
  /** The number of the root group. */
  readonly root: number;
  readonly rank: number;
  readonly weight: number;
}

/** The numbers of the entities one of whose names fits, each with the rank of the one that fits best. */
function ranksOf(view: EntityView, typed: string): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  const take = (root: number, rankThere: number): void => {
    if (rankThere < (ranks.get(root) ?? rank.none)) ranks.set(root, rankThere);
  };
  const words = typed.split(" ");
  const rankIn = (folded: string, missesLetter: boolean): number | null => {
    // What lacks a letter is a slip of a key away, or nothing.
    const found = missesLetter ? typoRank(folded, typed) : rankOf(folded, typed, words);
    return found === rank.none ? null : found;
  };
  view.index.groups.forms.find(lettersOf(typed), typed.length >= shortestTypo, rankIn, (group, found) => {
    view.eachRoot(group, (root) => {
      take(root, found);
    });
  });
  for (const [root, name] of view.givenNames()) take(root, rankOf(fold(name), typed, words));
  return ranks;
}

function rankOf(form: string, typed: string, words: readonly string[]): number {
  if (form === typed) return rank.whole;
  if (form.startsWith(typed)) return rank.prefix;
  if (words.every((word) => hasWordPrefix(form, word))) return rank.wordPrefixes;
  if (form.includes(typed)) return rank.substring;
  if (isSubsequence(typed, form)) return rank.subsequence;
  return typoRank(form, typed);
}

function typoRank(form: string, typed: string): number {
  if (typed.length < shortestTypo) return rank.none;
  for (let start = 0; start < form.length;) {
    const space = form.indexOf(" ", start);
    const end = space < 0 ? form.length : space;
    if (Math.abs(end - start - typed.length) <= 1 && isOneSlipAway(typed, form.slice(start, end))) return rank.typo;
    start = end + 1;
  }
  return rank.none;
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
  return (
    (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left === `${right.slice(1)}${right.slice(0, 1)}`)
  );
}
