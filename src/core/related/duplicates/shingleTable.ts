const filterBits = 15;
const filterMask = (1 << (filterBits - 5)) - 1;

/** A hash table of one text's shingles, to be filled again and again: linear probing, over the hashes as they are. */
export class ShingleTable {
  #shingles: Uint32Array = new Uint32Array(0);
  /** Place in `#shingles` plus one; 0 is free. At least half of what `#mask` covers is. */
  #places = new Uint32Array(1024);
  #mask = 1023;
  /** One bit for each value of the lowest bits of a shingle that is here. */
  readonly #filter = new Uint32Array(1 << (filterBits - 5));

  /** Puts shingles in place of what the table had; returns the distinct ones in the order of their first occurrence, in the same memory. */
  fill(shingles: Uint32Array): Uint32Array {
    const capacity = 1 << (33 - Math.clz32(shingles.length | 7));
    if (capacity > this.#places.length) this.#places = new Uint32Array(capacity);
    const places = this.#places;
    const mask = capacity - 1;
    const filter = this.#filter;
    places.fill(0, 0, capacity);
    filter.fill(0);
    let count = 0;
    for (const shingle of shingles) {
      if (shingle === 0) continue;
      let at = shingle & mask;
      let place = places[at] ?? 0;
      while (place !== 0 && shingles[place - 1] !== shingle) place = places[(at = (at + 1) & mask)] ?? 0;
      if (place !== 0) continue;
      shingles[count] = shingle;
      places[at] = ++count;
      const bits = (shingle >>> 5) & filterMask;
      filter[bits] = (filter[bits] ?? 0) | (1 << (shingle & 31));
    }
    this.#mask = mask;
    this.#shingles = shingles.subarray(0, count);
    return this.#shingles;
  }

  /** The place of a shingle among the distinct ones, -1 for one that is not here. */
  indexOf(shingle: number): number {
    const places = this.#places;
    const mask = this.#mask;
    let at = shingle & mask;
    let place = places[at] ?? 0;
    while (place !== 0 && this.#shingles[place - 1] !== shingle) place = places[(at = (at + 1) & mask)] ?? 0;
    return place - 1;
  }

  /** At least as many as of distinct shingles are here, and a few more: without a branch, and so several times as quick as counting. */
  mostSharedWith(shingles: Uint32Array): number {
    const filter = this.#filter;
    let most = 0;
    for (const shingle of shingles) {
      most += ((filter[(shingle >>> 5) & filterMask] ?? 0) >>> (shingle & 31)) & 1;
    }
    return most;
  }

  /** How many of distinct shingles are here. */
  sharedWith(shingles: Uint32Array): number {
    const places = this.#places;
    const mask = this.#mask;
    const own = this.#shingles;
    let shared = 0;
    for (const shingle of shingles) {
      let at = shingle & mask;
      let place = places[at] ?? 0;
      while (place !== 0 && own[place - 1] !== shingle) place = places[(at = (at + 1) & mask)] ?? 0;
      if (place !== 0) shared++;
    }
    return shared;
  }
}
