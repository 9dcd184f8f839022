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

const rows = 2;
const bands = signatureSize / rows;
/** Below this share of equal components a pair that met in a band is chance. */
export const estimateFloor = 0.09;
const fewestEqual = Math.ceil(estimateFloor * signatureSize);
/** A band value that more articles share than this comes from site text or a form, not from one story. */
const bucketLimit = 256;
const slotFactor = 2_097_152;

/**
 * All candidate pairs by locality-sensitive hashing: pairs whose signatures agree in a band of two neighbouring
 * components and in at least `estimateFloor` of all. `signatures` holds one after the other; `ids` names the slots that
 * count. Sorts each band once: O(n log n) with 8 bytes an article beside the signatures. To be driven in slices.
 */
export function* candidatePairs(signatures: Uint16Array, ids: readonly (string | null)[]): Generator<undefined, CandidatePairs> {
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
      if (end - start > bucketLimit) isCrowded = pairCrowd(sorted.subarray(start, end), signatures, ids, met, pairs);
      else if (end - start > 1) pairBucket(sorted, start, end, signatures, met, pairs);
      start = end;
    }
  }
  return { pairs, isCrowded };
}

function pairBucket(sorted: Float64Array, start: number, end: number, signatures: Uint16Array, met: Set<number>, pairs: CandidatePair[]): void {
  for (let first = start; first < end; first++) {
    const a = (sorted[first] ?? 0) % slotFactor;
    for (let second = first + 1; second < end; second++) meet(a, (sorted[second] ?? 0) % slotFactor, signatures, met, pairs);
  }
}

/** In a crowd only each article's nearest neighbours are looked at: a text that stands there a thousand times makes a chain, no square. */
function pairCrowd(crowd: Float64Array, signatures: Uint16Array, ids: readonly (string | null)[], met: Set<number>, pairs: CandidatePair[]): true {
  const slots = Array.from(crowd, (key) => key % slotFactor);
  slots.sort((a, b) => compareSignatures(signatures, a, b) || ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1));
  for (let at = 1; at < slots.length; at++) {
    const before = slots[at - 1] ?? 0;
    const slot = slots[at] ?? 0;
    meet(Math.min(before, slot), Math.max(before, slot), signatures, met, pairs);
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

function meet(a: number, b: number, signatures: Uint16Array, met: Set<number>, pairs: CandidatePair[]): void {
  const key = a * slotFactor + b;
  if (met.has(key)) return;
  met.add(key);
  if (equalComponents(signatures, a, b) >= fewestEqual) pairs.push({ a, b });
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
export function candidatesOf(slot: number, signatures: Uint16Array, ids: readonly (string | null)[]): readonly number[] | null {
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
    if (meets && equalComponents(signatures, slot, other) >= fewestEqual) found.push(other);
  }
  return found;
}
