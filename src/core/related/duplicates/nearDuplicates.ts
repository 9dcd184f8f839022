import { signatureSize } from "./signature";

/** A pair of articles, by their slots, that may be near-duplicates. `a < b`. */
export interface CandidatePair {
  readonly a: number;
  readonly b: number;
}

export interface CandidatePairs {
  readonly pairs: readonly CandidatePair[];
  /** Whether some value of a band was left out because too many articles share it. */
  readonly isCrowded: boolean;
}

/** The signatures of all slots. */
export interface SignatureTable {
  /** One signature after the other. */
  readonly values: Uint16Array;
  /** The texts' numbers of word 3-grams. */
  readonly sizes: readonly number[];
  /** Whose slot it is; null for a free one. */
  readonly ids: readonly (string | null)[];
}

const rows = 2;
const bands = signatureSize / rows;
/** What of the smaller text's 3-grams the other must have for a near-duplicate. */
const containmentFloor = 0.42;
/** So many standard deviations an estimate may be below what is needed. */
const tolerance = 2.6;

/** A band value that more articles share than this comes from site text or a form, not from one story. */
const bucketLimit = 256;
/** A band that was met by chance brings its two components, and a few more. */
const estimateFloor = 0.09;
const slotFactor = 2_097_152;

/**
 * All candidate pairs by locality-sensitive hashing: pairs whose signatures agree in a band of two neighbouring
 * components and in as many of all as texts of their sizes must when one holds a good part of the other. Sorts each band once: O(n log n) with 8 bytes an article beside the signatures. To be driven in slices.
 */
export function* candidatePairs(table: SignatureTable): Generator<undefined, CandidatePairs> {
  const { values: signatures, ids } = table;
  const met = new Set<number>();
  const pairs: CandidatePair[] = [];
  const count = ids.length;
  const keys = new Float64Array(count);
  let isCrowded = false;
  for (let band = 0; band < bands; band++) {
    yield;
    let kept = 0;
    for (let slot = 0; slot < count; slot++) {
      if (ids[slot] === null) continue;
      const at = slot * signatureSize + band * rows;
      // Value and slot in one number: 32 + 21 bits fit a double exactly.
      keys[kept++] = ((signatures[at] ?? 0) * 65536 + (signatures[at + 1] ?? 0)) * slotFactor + slot;
    }
    const sorted = keys.subarray(0, kept).sort();
    for (let start = 0; start < kept; ) {
      const value = Math.floor((sorted[start] ?? 0) / slotFactor);
      let end = start + 1;
      while (end < kept && Math.floor((sorted[end] ?? 0) / slotFactor) === value) end++;
      if (end - start > bucketLimit) isCrowded = pairCrowd(sorted.subarray(start, end), table, met, pairs);
      else if (end - start > 1) pairBucket(sorted, start, end, table, met, pairs);
      start = end;
    }
  }
  return { pairs, isCrowded };
}

function pairBucket(sorted: Float64Array, start: number, end: number, table: SignatureTable, met: Set<number>, pairs: CandidatePair[]): void {
  for (let first = start; first < end; first++) {
    const a = (sorted[first] ?? 0) % slotFactor;
    for (let second = first + 1; second < end; second++) meet(a, (sorted[second] ?? 0) % slotFactor, table, met, pairs);
  }
}

/** In a crowd only each article's nearest neighbours are looked at: a text that stands there a thousand times makes a chain, no square. */
function pairCrowd(crowd: Float64Array, table: SignatureTable, met: Set<number>, pairs: CandidatePair[]): true {
  const { values: signatures, ids } = table;
  const slots = Array.from(crowd, (key) => key % slotFactor);
  slots.sort((a, b) => compareSignatures(signatures, a, b) || ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1));
  for (let at = 1; at < slots.length; at++) {
    const before = slots[at - 1] ?? 0;
    const slot = slots[at] ?? 0;
    meet(Math.min(before, slot), Math.max(before, slot), table, met, pairs);
  }
  return true;
}

function compareSignatures(signatures: Uint16Array, a: number, b: number): number {
  for (let at = 0; at < signatureSize; at++) {
    const difference = (signatures[a * signatureSize + at] ?? 0) - (signatures[b * signatureSize + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function meet(a: number, b: number, table: SignatureTable, met: Set<number>, pairs: CandidatePair[]): void {
  const key = a * slotFactor + b;
  if (met.has(key)) return;
  met.add(key);
  if (isLikely(table, a, b)) pairs.push({ a, b });
}

/**
 * Whether two texts may be near-duplicates by the share of equal components, which estimates their Jaccard similarity J: where one
 * has a share c of the 3-grams of the smaller, J is c·s / (s + l − c·s) for the sizes s and l.
 */
function isLikely({ values, sizes }: SignatureTable, a: number, b: number): boolean {
  const smaller = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
  const common = containmentFloor * smaller;
  const needed = common / ((sizes[a] ?? 0) + (sizes[b] ?? 0) - common);
  const deviation = Math.sqrt((needed * (1 - needed)) / signatureSize);
  return equalComponents(values, a, b) >= signatureSize * Math.max(estimateFloor, needed - tolerance * deviation);
}

/** How many components of two signatures are equal: an estimate of the texts' Jaccard similarity, times `signatureSize`. */
function equalComponents(signatures: Uint16Array, a: number, b: number): number {
  const inA = a * signatureSize;
  const inB = b * signatureSize;
  let equal = 0;
  for (let at = 0; at < signatureSize; at++) if (signatures[inA + at] === signatures[inB + at]) equal++;
  return equal;
}

/** The slots that `candidatePairs` would pair with `slot`; null where a band of it is too crowded to tell without all others. */
export function candidatesOf(slot: number, table: SignatureTable): readonly number[] | null {
  const { values: signatures, ids } = table;
  const found: number[] = [];
  const crowd = new Uint32Array(bands);
  const own = slot * signatureSize;
  for (let other = 0; other < ids.length; other++) {
    if (other === slot || ids[other] === null) continue;
    const at = other * signatureSize;
    let meets = false;
    for (let band = 0; band < bands; band++) {
      const row = band * rows;
      if (signatures[at + row] !== signatures[own + row] || signatures[at + row + 1] !== signatures[own + row + 1]) continue;
      meets = true;
      crowd[band] = (crowd[band] ?? 0) + 1;
      if ((crowd[band] ?? 0) >= bucketLimit) return null;
    }
    if (meets && isLikely(table, slot, other)) found.push(other);
  }
  return found;
}
