import type { ArticleTable } from "./articleTable";
import { byRelevance, type Found } from "./listing";
import type { Used } from "./prepare";
import { topOf } from "./top";

/** So many of the best are looked at again. */
const looked = 100;
/** How much more an article is worth in which all words stand together. */
const bonus = 0.5;
/** More words than this are not expected to stand together. */
const mostWords = 8;

/**
 * Raises the scores of the best articles in which the words of the query stand close together, as they do where they
 * belong together: by up to a half, in proportion to the share of them in the shortest stretch that has all (the span-based
 * proximity of Tao and Zhai 2007, over the best only). The scores are changed. Linear in the length of these articles.
 */
export function raiseClose(found: Found, used: readonly Used[], vocabulary: number): void {
  const words = used.flatMap(({ sequences, distance, zone }) =>
    distance === null && zone === null && sequences[0]?.steps.length === 1 ? sequences[0].steps : [],
  );
  if (words.length < 2 || words.length > mostWords || found.slots.length < 2) return;
  const classes = new Uint8Array(vocabulary);
  for (const [index, { terms }] of words.entries()) for (const term of terms) classes[term] = index + 1;
  const { articles, scores } = found;
  for (const slot of topOf(found.slots, looked, byRelevance(found))) {
    const stretch = shortestStretch(articles, slot, classes, words.length);
    if (stretch !== null) scores[slot] = (scores[slot] ?? 0) * (1 + (bonus * words.length) / stretch);
  }
}

/** How many terms the shortest stretch of title or body has in which all classes occur; null where none does. */
function shortestStretch(articles: ArticleTable, slot: number, classes: Uint8Array, count: number): number | null {
  const { terms } = articles.chunk(slot);
  const start = articles.starts[slot] ?? 0;
  const bodyEnd = start + (articles.bodyEnds[slot] ?? 0);
  const last = new Int32Array(count + 1).fill(-1);
  let shortest = Number.POSITIVE_INFINITY;
  for (let at = start; at < bodyEnd; at++) {
    const own = classes[terms[at] ?? 0] ?? 0;
    if (own === 0) continue;
    last[own] = at;
    let first = at;
    for (let other = 1; other <= count; other++) first = Math.min(first, last[other] ?? -1);
    if (first >= start && at - first + 1 < shortest) shortest = at - first + 1;
  }
  return Number.isFinite(shortest) ? shortest : null;
}
