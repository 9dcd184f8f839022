import { mixHash, shinglesInOrder } from "./wordHashes";

/** How many components a signature has, 2 bytes each. */
export const signatureSize = 128;
const binBits = 7;

/** Minima are held with the sign turned, so that the order of signed numbers is theirs. */
const sign = 0x80000000;
const empty = 0x7fffffff;

/** A text in 260 bytes: enough to see which others may be its near-duplicates. */
export interface Signature {
  readonly values: Uint16Array;
  /** How many word 3-grams the text has. */
  readonly size: number;
}

/**
 * One-permutation MinHash of a text's word 3-grams (Li, Owen, Zhang 2012), empty bins filled by optimal densification
 * (Shrivastava 2017): the share of equal components of two signatures estimates the sets' Jaccard similarity. 16 bits
 * of each minimum are kept. Null for a text without shingles.
 */
export function signatureOf(words: Uint32Array): Signature | null {
  const minima = new Int32Array(signatureSize).fill(empty);
  let size = 0;
  const shingles = shinglesInOrder(words, 3);
  const all = shingles.length;
  for (let at = 0; at < all; at++) {
    const shingle = shingles[at] ?? 0;
    if (shingle === 0) continue;
    size++;
    const hash = mixHash((shingle ^ 0x9e3779b9) >>> 0);
    const bin = hash >>> (32 - binBits);
    const value = (hash << binBits) ^ sign;
    if (value < (minima[bin] ?? 0)) minima[bin] = value;
  }
  if (size === 0) return null;
  const signature = new Uint16Array(signatureSize);
  for (let bin = 0; bin < signatureSize; bin++) {
    let from = bin;
    for (let attempt = 1; minima[from] === empty; attempt++) from = mixHash((bin * 1000003 + attempt) >>> 0) & (signatureSize - 1);
    signature[bin] = ((minima[from] ?? 0) ^ sign) >>> 16;
  }
  return { values: signature, size };
}
