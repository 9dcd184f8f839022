import type { TermIndex } from "../similarity/termIndex";

/** Terms, ascending, with weights; of length 1 for one article, the sum of theirs for a story. */
export interface StoryVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** So many of an article's terms say which story it is of. */
const keptTerms = 100;
/** A story's vector is cut back to so many terms when it has grown to twice as many. */
const keptOfStory = 400;
/** Rare terms count a little more than their idf says: common words that two articles share by chance are many. */
const rarityPower = 1.2;
/** How much work is done between two chances for others, in articles. */
const step = 1000;

/**
 * How much each term counts, by its number, for the articles in `slots`: nothing if one article alone has it, or more than `most`
 * of them do. What one article alone has would only make it less like all others, the more the smaller the corpus is.
 * To be driven in slices.
 */
export function* termRarity(index: TermIndex, slots: readonly number[], most: number): Generator<undefined, Float64Array> {
  const rarity = new Float64Array(index.termCount);
  for (const [at, slot] of slots.entries()) {
    for (const term of index.vectorAt(slot).terms) rarity[term] = (rarity[term] ?? 0) + 1;
    if (at % step === 0) yield;
  }
  for (let term = 0; term < rarity.length; term++) {
    const count = rarity[term] ?? 0;
    rarity[term] = count < 2 || count > most ? 0 : index.idf(term) ** rarityPower;
    if (term % (10 * step) === 0) yield;
  }
  return rarity;
}

/** An article's terms that count, of length 1; `telling` are the `tellingCount` strongest of them, strongest first. */
export function articleVector(index: TermIndex, slot: number, rarity: Float64Array, tellingCount: number): { readonly vector: StoryVector; readonly telling: Uint32Array } {
  const { terms, weights } = index.vectorAt(slot);
  const weighed: { readonly term: number; readonly weight: number }[] = [];
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    const weight = (weights[at] ?? 0) * (rarity[term] ?? 0);
    if (weight > 0) weighed.push({ term, weight });
  }
  // By name where weights are equal, and summed in this order: numbers depend on the order in which articles came.
  weighed.sort((a, b) => b.weight - a.weight || (index.nameOf(a.term) < index.nameOf(b.term) ? -1 : 1));
  const length = Math.sqrt(weighed.reduce((sumOfSquares, { weight }) => sumOfSquares + weight * weight, 0)) || 1;
  const telling = Uint32Array.from(weighed.slice(0, tellingCount), ({ term }) => term);
  const kept = weighed.slice(0, keptTerms).sort((a, b) => a.term - b.term);
  return { vector: { terms: Uint32Array.from(kept, ({ term }) => term), weights: Float32Array.from(kept, ({ weight }) => weight / length) }, telling };
}

/** The sum of products of the weights that two vectors share, without the last digits: they depend on the order of terms. */
export function product(a: StoryVector, b: StoryVector): number {
  let [total, inA, inB] = [0, 0, 0];
  while (inA < a.terms.length && inB < b.terms.length) {
    const left = a.terms[inA] ?? 0;
    const right = b.terms[inB] ?? 0;
    if (left === right) total += (a.weights[inA++] ?? 0) * (b.weights[inB++] ?? 0);
    else if (left < right) inA++;
    else inB++;
  }
  return Math.round(total * 1e9) / 1e9;
}

/** The sum of two vectors. */
export function sum(a: StoryVector, b: StoryVector): StoryVector {
  const terms = new Uint32Array(a.terms.length + b.terms.length);
  const weights = new Float32Array(terms.length);
  let [count, inA, inB] = [0, 0, 0];
  while (inA < a.terms.length || inB < b.terms.length) {
    const left = a.terms[inA] ?? Infinity;
    const right = b.terms[inB] ?? Infinity;
    terms[count] = Math.min(left, right);
    weights[count++] = (left <= right ? a.weights[inA++] ?? 0 : 0) + (right <= left ? b.weights[inB++] ?? 0 : 0);
  }
  const both = { terms: terms.slice(0, count), weights: weights.slice(0, count) };
  return count < 2 * keptOfStory ? both : strongest(both);
}

function strongest({ terms, weights }: StoryVector): StoryVector {
  const least = Float32Array.from(weights).sort().at(-keptOfStory) ?? 0;
  const kept = [...terms.keys()].filter((at) => (weights[at] ?? 0) >= least);
  return { terms: Uint32Array.from(kept, (at) => terms[at] ?? 0), weights: Float32Array.from(kept, (at) => weights[at] ?? 0) };
}
