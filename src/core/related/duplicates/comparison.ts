import { ShingleTable } from "./shingleTable";
import { figureBit, shinglesInOrder } from "./wordHashes";

const scratch = new ShingleTable();

/** What is kept of a text for an exact comparison: its distinct word 3-grams in order, and 5-grams once they are asked for. */
export class Shingled {
  readonly three: Int32Array;
  /** As `wordHashes` gives them, or half of each. */
  readonly words: Uint32Array | Uint16Array;
  #five: Int32Array | null = null;
  #figures: ReadonlySet<number> | null = null;

  constructor(words: Uint32Array | Uint16Array) {
    this.words = words;
    this.three = scratch.fill(shinglesInOrder(words, 3)).slice();
  }

  /** Made when they are first asked for: most candidates fall by their 3-grams. */
  get five(): Int32Array {
    return (this.#five ??= scratch.fill(shinglesInOrder(this.words, 5)).slice());
  }

  /** Its different figures, days and small numbers, by their hashes. */
  get figures(): ReadonlySet<number> {
    return (this.#figures ??= new Set(this.words.filter((word) => (word & figureBit) !== 0)));
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
const orderedFloor = 0.4;
/** as long as so much of both texts together is shared: less than half of a short notice in a long report is none. */
const orderedJaccardFloor = 0.22;
/** So many 3-grams must be shared before a share of them means anything. */
const sharedFloor = 10;

/** With so many figures in each, a text tells by them what it is about; */
const figuresFloor = 4;
/** and where less of them are shared, two texts are filled in from one template: share prices of two firms, weather of two days. */
const figuresShared = 0.5;
/** So many 3-grams are the beginning of a text, */
const leadLength = 24;
/** and where less of it is in the other, it begins with news of its own. */
const leadShared = 0.2;
/** What shares less than this of the smaller text may be background that two reports have in common. */
const backgroundShare = 0.75;

/** How near to shared text a figure stands that was put in place of another, in words. */
const nearBy = 3;

/** How many figures of a text are shared with another as they stand, and how many stand in the midst of shared text and are not. */
function countFigures({ words }: Shingled, other: ShingleTable): { readonly kept: number; readonly changed: number } {
  const shingles = shinglesInOrder(words, 3);
  const covered = new Uint8Array(words.length);
  for (let at = 0; at < shingles.length; at++) if (shingles[at] !== 0 && other.rankOf(shingles[at] ?? 0) >= 0) covered.fill(1, at, at + 3);
  let [kept, changed] = [0, 0];
  for (let at = 0; at < words.length; at++) {
    if (((words[at] ?? 0) & figureBit) === 0) continue;
    if (covered[at] === 1) kept++;
    else if (covered.subarray(Math.max(0, at - nearBy), at).includes(1) && covered.subarray(at + 1, at + 1 + nearBy).includes(1)) changed++;
  }
  return { kept, changed };
}

/** Whether most of the figures in what two texts share are other ones. */
function areFilledIn(a: Shingled, b: Shingled, tableOfA: ShingleTable): boolean {
  if (a.figures.size < figuresFloor || b.figures.size < figuresFloor) return false;
  const [inB, inA] = [countFigures(b, tableOfA), countFigures(a, tableOf(b))];
  const changed = inA.changed + inB.changed;
  return changed >= 2 * figuresFloor - 2 && inA.kept + inB.kept < figuresShared * (changed + inA.kept + inB.kept);
}

/** Whether a text begins otherwise than anything in the other. */
function beginsAnew(table: ShingleTable, { three }: Shingled): boolean {
  const lead = three.subarray(0, leadLength);
  return lead.length === leadLength && table.sharedWith(lead) < leadShared * leadLength;
}

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

const other = new ShingleTable();

function tableOf({ three }: Shingled): ShingleTable {
  // Filling writes into what it is given.
  other.fill(three.slice());
  return other;
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
    if (areFilledIn(a, b, this.#three)) return null;
    if (containment < backgroundShare && overlap < 0.5 && beginsAnew(this.#three, b) && beginsAnew(tableOf(b), a)) return null;
    if (this.#fiveOf !== a) this.#five.fill(a.five);
    this.#fiveOf = a;
    const similarity = jaccard(this.#five.sharedWith(b.five), a.five, b.five);
    const kind = overlap >= 0.9 ? "same" : overlap < 0.5 && containment >= overlap * 1.6 ? "excerpt" : "edited";
    return { similarity, containment, kind };
  }
}
