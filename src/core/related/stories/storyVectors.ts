import type { TermIndex } from "../similarity/termIndex";
import { StrongestTerms } from "./strongestTerms";

/**
 * The terms of many articles by which stories are told apart, one article after the other. Weights are whole numbers: their sums are the
 * same in whatever order they are added, and the numbers of terms depend on the order in which articles came.
 */
export interface VectorTable {
  /** Where each article's terms begin; those of the next begin where they end. */
  readonly starts: Uint32Array;
  /** Ascending within an article. */
  readonly terms: Uint32Array;
  /** An article's vector is of length `unit`, before what counts least was left out. */
  readonly weights: Uint32Array;
  /** `tellingTerms` an article: where in `terms` its strongest ones are, ascending; `none` where it has not so many. */
  readonly telling: Uint32Array;
}

/** What a weight of 1 is as a whole number. */
export const unit = 65_535;
/** By so many terms an article looks for others of its story. */
export const tellingTerms = 10;
export const none = 0xffffffff;

/** So many of an article's terms say which story it is of. */
const keptTerms = 100;
/** Rare terms count a little more than their idf says: common words that two articles share by chance are many. */
const rarityPower = 1.2;
/** How much work is done between two chances for others, in articles and in terms. */
const articlesPerStep = 100;
const termsPerStep = 10_000;

/**
 * How much each term counts, by its number, for the articles in `slots`: nothing if one article alone has it, or more than `most`
 * of them do. What one article alone has would only make it less like all others, the more the smaller the corpus is.
 * To be driven in slices.
 */
export function* termRarity(index: TermIndex, slots: Uint32Array, most: number): Generator<undefined, Float64Array> {
  const counts = new Uint32Array(index.termCount);
  for (let at = 0; at < slots.length; at++) {
    for (const term of index.vectorAt(slots[at] ?? 0).terms) counts[term] = (counts[term] ?? 0) + 1;
    if (at % articlesPerStep === 0) yield;
  }
  const rarity = new Float64Array(counts.length);
  for (let term = 0; term < rarity.length; term++) {
    const count = counts[term] ?? 0;
    if (count >= 2 && count <= most) rarity[term] = index.idf(term) ** rarityPower;
    if (term % termsPerStep === 0) yield;
  }
  return rarity;
}

/** The vectors of the articles in `slots`, in this order: of each the terms that count most. To be driven in slices. */
export function* vectorTable(index: TermIndex, slots: Uint32Array, rarity: Float64Array): Generator<undefined, VectorTable> {
  const starts = new Uint32Array(slots.length + 1);
  // Not all of it is filled, and memory that is never written to is never taken.
  const terms = new Uint32Array(slots.length * keptTerms);
  const weights = new Uint32Array(slots.length * keptTerms);
  const telling = new Uint32Array(slots.length * tellingTerms).fill(none);
  const strongest = new StrongestTerms(index, rarity);
  let count = 0;
  for (let article = 0; article < slots.length; article++) {
    const scale = unit / (strongest.weigh(slots[article] ?? 0) || 1);
    const [isKept, isTelling] = [strongest.strongest(keptTerms), strongest.strongest(tellingTerms)];
    let told = article * tellingTerms;
    for (let place = 0; place < strongest.size; place++) {
      if (!isKept(place)) continue;
      if (isTelling(place)) telling[told++] = count;
      terms[count] = strongest.termAt(place);
      weights[count++] = Math.round(scale * strongest.weightAt(place));
    }
    starts[article + 1] = count;
    if (article % articlesPerStep === 0) yield;
  }
  return { starts, terms: terms.subarray(0, count), weights: weights.subarray(0, count), telling };
}
