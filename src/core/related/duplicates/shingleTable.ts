/** An eighth to a sixteenth of each half is taken by distinct shingles. */
const spareBits = 3;
const leastBits = 10;

/**
 * One text's shingles, to be filled again and again. As in cuckoo hashing each has two places, by its lowest and by its highest bits,
 * but nobody is pushed on: the few that find both taken go to a stash (Kirsch, Mitzenmacher, Wieder 2009). So counting shared
 * shingles takes no branch, and is several times as quick as probing.
 */
export class ShingleTable {
  #distinct: Int32Array = new Int32Array(0);
  #half = 1 << leastBits;
  #shift = 32 - leastBits;
  /** Both halves; 0 is a free place. */
  #keys = new Int32Array(2 << leastBits);
  /** The rank of each key among the distinct shingles. */
  #ranks = new Int32Array(2 << leastBits);
  readonly #stash = new Map<number, number>();

  /** Puts shingles in place of what the table had; returns the distinct ones in the order of their first occurrence, in the same memory. */
  fill(shingles: Int32Array): Int32Array {
    const bits = Math.max(leastBits, 32 - Math.clz32(shingles.length) + spareBits);
    const half = 1 << bits;
    const shift = 32 - bits;
    if (2 * half > this.#keys.length) {
      this.#keys = new Int32Array(2 * half);
      this.#ranks = new Int32Array(2 * half);
    } else this.#keys.fill(0, 0, 2 * half);
    this.#half = half;
    this.#shift = shift;
    this.#stash.clear();
    const [keys, ranks, stash] = [this.#keys, this.#ranks, this.#stash];
    let count = 0;
    // By place: for-of makes an object of each number.
    const all = shingles.length;
    for (let at = 0; at < all; at++) {
      const shingle = shingles[at] ?? 0;
      const low = shingle & (half - 1);
      const high = half + (shingle >>> shift);
      const inLow = keys[low] ?? 0;
      const inHigh = keys[high] ?? 0;
      if (shingle === 0 || inLow === shingle || inHigh === shingle || (stash.size > 0 && stash.has(shingle))) continue;
      if (inLow === 0 || inHigh === 0) {
        const place = inLow === 0 ? low : high;
        keys[place] = shingle;
        ranks[place] = count;
      } else stash.set(shingle, count);
      shingles[count++] = shingle;
    }
    this.#distinct = shingles.subarray(0, count);
    return this.#distinct;
  }

  /** The rank of a shingle among the distinct ones, -1 for one that is not here. */
  rankOf(shingle: number): number {
    const [keys, half] = [this.#keys, this.#half];
    const low = shingle & (half - 1);
    const high = half + (shingle >>> this.#shift);
    const place = keys[low] === shingle ? low : high;
    return keys[place] === shingle ? (this.#ranks[place] ?? 0) : (this.#stash.get(shingle) ?? -1);
  }

  /** How many of distinct shingles are here. */
  sharedWith(shingles: Int32Array): number {
    const [keys, half, shift, stash] = [this.#keys, this.#half, this.#shift, this.#stash];
    const all = shingles.length;
    let missing = 0;
    for (let at = 0; at < all; at++) {
      const shingle = shingles[at] ?? 0;
      const low = (keys[shingle & (half - 1)] ?? 0) ^ shingle;
      const high = (keys[half + (shingle >>> shift)] ?? 0) ^ shingle;
      // The sign of x | -x is 1 but for x = 0.
      missing += ((low | -low) & (high | -high)) >>> 31;
    }
    let shared = all - missing;
    if (stash.size > 0) for (const shingle of shingles) if (stash.has(shingle)) shared++;
    return shared;
  }
}
