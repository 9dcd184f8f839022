import { neverCancelled, type CancellationToken } from "../../cancellation";
import { signatureSize } from "./signature";

/** A pair of articles (indexes into the list that was asked about) that may be near-duplicates. `a < b`. */
export interface CandidatePair {
  readonly a: number;
  readonly b: number;
  /** The share of equal components of the two signatures, 0..1. */
  readonly estimate: number;
}

const rows = 2;
const bands = signatureSize / rows;
/** Below this estimate a pair that met in a band is chance. */
export const estimateFloor = 0.09;
/** A band value that more articles share than this comes from site text or a form, not from one story. */
const bucketLimit = 256;

/** The share of equal components. */
export function estimate(a: Uint16Array, b: Uint16Array): number {
  let equal = 0;
  for (let at = 0; at < signatureSize; at++) if (a[at] === b[at]) equal++;
  return equal / signatureSize;
}

/**
 * All candidate pairs by locality-sensitive hashing: pairs whose signatures agree in a band of two neighbouring
 * components and in at least `estimateFloor` of all. Null signatures (empty texts) pair with nothing. Sorts each band
 * once: O(n log n) with 8 bytes an article beside the signatures.
 */
export function candidatePairs(signatures: readonly (Uint16Array | null)[], token: CancellationToken = neverCancelled): readonly CandidatePair[] {
  const pairs = new Map<number, CandidatePair>();
  const count = signatures.length;
  const keys = new Float64Array(count);
  for (let band = 0; band < bands && !token.isCancellationRequested; band++) {
    let kept = 0;
    for (let article = 0; article < count; article++) {
      const signature = signatures[article];
      if (signature === null || signature === undefined) continue;
      const value = (signature[band * rows] ?? 0) * 65536 + (signature[band * rows + 1] ?? 0);
      // Value and article in one number: 32 + 21 bits fit a double exactly.
      keys[kept++] = value * 2097152 + article;
    }
    const sorted = keys.subarray(0, kept).sort();
    for (let start = 0; start < kept; ) {
      const value = Math.floor((sorted[start] ?? 0) / 2097152);
      let end = start + 1;
      while (end < kept && Math.floor((sorted[end] ?? 0) / 2097152) === value) end++;
      if (end - start > 1 && end - start <= bucketLimit) pairBucket(sorted, start, end, signatures, pairs);
      start = end;
    }
  }
  return [...pairs.values()].filter((pair) => pair.estimate >= estimateFloor).sort((x, y) => x.a - y.a || x.b - y.b);
}

function pairBucket(sorted: Float64Array, start: number, end: number, signatures: readonly (Uint16Array | null)[], pairs: Map<number, CandidatePair>): void {
  for (let first = start; first < end; first++) {
    const a = (sorted[first] ?? 0) % 2097152;
    for (let second = first + 1; second < end; second++) {
      const b = (sorted[second] ?? 0) % 2097152;
      const id = a * 2097152 + b;
      if (pairs.has(id)) continue;
      const left = signatures[a];
      const right = signatures[b];
      if (left && right) pairs.set(id, { a, b, estimate: estimate(left, right) });
    }
  }
}
