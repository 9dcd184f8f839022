import { ShingleTable } from "./shingleTable";
import { shinglesInOrder } from "./wordHashes";

const scratch = new ShingleTable();

/** What is kept of a text for an exact comparison: its distinct word 3-grams in order, and 5-grams once they are asked for. */
export class Shingled {
  readonly three: Int32Array;
  readonly #words: Uint32Array | Uint16Array;
  #five: Int32Array | null = null;

  constructor(words: Uint32Array | Uint16Array) {
    this.#words = words;
    this.three = scratch.fill(shinglesInOrder(words, 3)).slice();
  }

  /** Made when they are first asked for: most candidates fall by their 3-grams. */
  get five(): Int32Array {
    return (this.#five ??= scratch.fill(shinglesInOrder(this.#words, 5)).slice());
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
/** From this share of the smaller text on, any overlap is a copy; */
const containmentFloor = 0.5;
/** from this share on, one that keeps the order of the other text is: an excerpt, not a mosaic of stock sentences; */
const orderedFloor = 0.38;
/** as long as so much of both texts together is shared: less than half of a short notice in a long report is none. */
const orderedJaccardFloor = 0.22;
/** So many 3-grams must be shared before a share of them means anything. */
const sharedFloor = 10;

/** How alike (Jaccard similarity of the 3-grams) texts of two sizes are at least if they are near-duplicates. */
export function leastOverlap(sizeA: number, sizeB: number): number {
  const smaller = Math.min(sizeA, sizeB);
  const overlapOf = (share: number): number => (share * smaller) / (sizeA + sizeB - share * smaller);
  return Math.min(overlapOf(containmentFloor), Math.max(orderedJaccardFloor, overlapOf(orderedFloor)));
}

function jaccard(shared: number, a: Int32Array, b: Int32Array): number {
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

/** How many of the shared 3-grams stand in the same order in both texts: the longest increasing run of their places. */
function sharedInOrder(table: ShingleTable, shingles: Int32Array): number {
  // Patience sorting: tails[k] is the smallest end of a run of k + 1 places.
  const tails: number[] = [];
  const all = shingles.length;
  for (let at = 0; at < all; at++) {
    const place = table.rankOf(shingles[at] ?? 0);
    if (place < 0) continue;
    let high = tails.length;
    // Where both texts go on alike there is nothing to search.
    let low = (tails[high - 1] ?? -1) < place ? high : 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    tails[low] = place;
  }
  return tails.length;
}

/** Compares texts exactly. Quickest where one text is compared with many others in a row. */
export class Comparer {
  readonly #three = new ShingleTable();
  readonly #five = new ShingleTable();
  #threeOf: Shingled | null = null;
  #fiveOf: Shingled | null = null;

  /** How two texts compare; null where they are not near-duplicates. */
  compare(a: Shingled, b: Shingled): Comparison | null {
    if (this.#threeOf !== a) this.#three.fill(a.three);
    this.#threeOf = a;
    const smaller = Math.min(a.three.length, b.three.length);
    const shared = this.#three.sharedWith(b.three);
    // Those that overlap by `jaccardFloor` share 52 % of the smaller one.
    if (smaller === 0 || shared < orderedFloor * smaller || shared < Math.min(sharedFloor, smaller)) return null;
    const containment = shared / smaller;
    const overlap = jaccard(shared, a.three, b.three);
    const isCopy = overlap >= jaccardFloor || containment >= containmentFloor;
    if (!isCopy && (overlap < orderedJaccardFloor || sharedInOrder(this.#three, b.three) / smaller < orderedFloor)) return null;
    if (this.#fiveOf !== a) this.#five.fill(a.five);
    this.#fiveOf = a;
    const similarity = jaccard(this.#five.sharedWith(b.five), a.five, b.five);
    const kind = overlap >= 0.9 ? "same" : overlap < 0.5 && containment >= overlap * 1.6 ? "excerpt" : "edited";
    return { similarity, containment, kind };
  }
}
