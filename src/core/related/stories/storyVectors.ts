import type { TermIndex } from "../similarity/termIndex";

/** Terms with weights; of length 1 for one article, the sum of theirs for a story. */
export type StoryVector = Map<number, number>;

/** So many of an article's terms say which story it is of. */
const keptTerms = 60;
/** A story's vector is cut back to so many terms when it has grown to twice as many. */
const keptOfStory = 400;

/** An article's most telling terms, of length 1; terms that more than `most` articles have are left out. */
export function articleVector(index: TermIndex, slot: number, most: number): StoryVector {
  const { terms, weights } = index.vectorAt(slot);
  const weighed = Array.from(terms, (term, at): [number, number] => [term, (weights[at] ?? 0) * index.idf(term)])
    .filter(([term, weight]) => weight > 0 && index.postings(term).length <= most);
  // By name where weights are equal: numbers depend on the order in which articles came.
  weighed.sort((a, b) => b[1] - a[1] || (index.nameOf(a[0]) < index.nameOf(b[0]) ? -1 : 1));
  let length = 0;
  for (const [, weight] of weighed) length += weight * weight;
  length = Math.sqrt(length) || 1;
  return new Map(weighed.slice(0, keptTerms).map(([term, weight]) => [term, weight / length]));
}

/** The sum of products of the weights that two vectors share. */
export function product(a: StoryVector, b: StoryVector): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of smaller) sum += weight * (larger.get(term) ?? 0);
  return sum;
}

/** Adds `from` to `into`. */
export function addVector(into: StoryVector, from: StoryVector): void {
  for (const [term, weight] of from) into.set(term, (into.get(term) ?? 0) + weight);
  if (into.size < 2 * keptOfStory) return;
  const strongest = [...into].sort((a, b) => b[1] - a[1]).slice(0, keptOfStory);
  into.clear();
  for (const [term, weight] of strongest) into.set(term, weight);
}
