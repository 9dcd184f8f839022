import { sharedCount, shingles, shinglesInOrder } from "./wordHashes";

/** What is kept of a text for an exact comparison: its words, and its distinct word 3-grams and 5-grams. */
export class Shingled {
  readonly words: Uint32Array;
  readonly three: Uint32Array;
  #five: Uint32Array | null = null;

  constructor(words: Uint32Array) {
    this.words = words;
    this.three = shingles(words, 3);
  }

  /** Made when they are first asked for: most candidates fall by their 3-grams. */
  get five(): Uint32Array {
    return (this.#five ??= shingles(this.words, 5));
  }
}

/** `same`: the same text but for a few words; `edited`: a rewrite of the same text; `excerpt`: one holds a part of the other. */
export type DuplicateKind = "same" | "edited" | "excerpt";

export interface Comparison {
  /** Jaccard similarity of the word 5-grams, 0..1. */
  readonly similarity: number;
  /** The share of the smaller text's 3-grams that the other has, 0..1. */
  readonly containment: number;
  readonly kind: DuplicateKind;
}

const jaccardFloor = 0.35;
/** From this share on, any overlap is a copy; */
const containmentFloor = 0.5;
/** from this share on, one that keeps the order of the other text is: an excerpt, not a mosaic of stock sentences. */
const orderedFloor = 0.42;
/** So many 3-grams must be shared before a share of them means anything. */
const sharedFloor = 12;

function jaccard(shared: number, a: Uint32Array, b: Uint32Array): number {
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

/** How many of the shared 3-grams stand in the same order in both texts: the longest increasing run of their positions. */
function sharedInOrder(a: Uint32Array, b: Uint32Array): number {
  const positions = new Map<number, number>();
  const inA = shinglesInOrder(a, 3);
  for (let at = 0; at < inA.length; at++) {
    const shingle = inA[at] ?? 0;
    if (shingle !== 0 && !positions.has(shingle)) positions.set(shingle, at);
  }
  // Patience sorting: tails[k] is the smallest end of a run of k + 1 positions.
  const tails: number[] = [];
  for (const shingle of shinglesInOrder(b, 3)) {
    const position = shingle === 0 ? undefined : positions.get(shingle);
    if (position === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    tails[low] = position;
  }
  return tails.length;
}

function isCopy(a: Shingled, b: Shingled, containment: number, overlap: number, smaller: number): boolean {
  if (overlap >= jaccardFloor || containment >= containmentFloor) return true;
  return containment >= orderedFloor && sharedInOrder(a.words, b.words) / smaller >= orderedFloor;
}

/** Compares two texts exactly; null where they are not near-duplicates. */
export function compare(a: Shingled, b: Shingled): Comparison | null {
  const shared = sharedCount(a.three, b.three);
  const smaller = Math.min(a.three.length, b.three.length);
  if (smaller === 0 || shared < Math.min(sharedFloor, smaller)) return null;
  const containment = shared / smaller;
  const overlap = jaccard(shared, a.three, b.three);
  if (!isCopy(a, b, containment, overlap, smaller)) return null;
  const similarity = jaccard(sharedCount(a.five, b.five), a.five, b.five);
  const kind = overlap >= 0.9 ? "same" : overlap < 0.5 && containment >= overlap * 1.6 ? "excerpt" : "edited";
  return { similarity, containment, kind };
}
