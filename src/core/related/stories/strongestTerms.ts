import type { TermIndex } from "../similarity/termIndex";

/** Of one article after the other, the terms that count most. In memory that is used again and again: there are many articles. */
export class StrongestTerms {
  readonly #index: TermIndex;
  readonly #rarity: Float64Array;
  /** The terms of the article that count at all, ascending, and how much; only the first `#size` are its own. */
  #terms = new Uint32Array(1024);
  #weights = new Float64Array(1024);
  #ascending = new Float64Array(1024);
  #size = 0;

  /** `rarity` says how much each term of the index counts, by its number. */
  constructor(index: TermIndex, rarity: Float64Array) {
    this.#index = index;
    this.#rarity = rarity;
  }

  /** Takes up the article in a slot; returns the length of its vector. */
  weigh(slot: number): number {
    const { terms, weights } = this.#index.vectorAt(slot);
    if (terms.length > this.#terms.length) this.#grow(2 * terms.length);
    this.#size = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const weight = (weights[at] ?? 0) * (this.#rarity[term] ?? 0);
      if (weight === 0) continue;
      this.#terms[this.#size] = term;
      this.#weights[this.#size] = weight;
      this.#ascending[this.#size++] = weight;
    }
    let squares = 0;
    // In this order whatever numbers the terms have: sums of floats depend on it.
    for (const weight of this.#ascending.subarray(0, this.#size).sort()) squares += weight * weight;
    return Math.sqrt(squares);
  }

  /** How many terms of the article count at all. */
  get size(): number {
    return this.#size;
  }

  /** Which are its `count` strongest terms; where weights are equal, those whose names come first. */
  strongest(count: number): (place: number) => boolean {
    const ascending = this.#ascending;
    const weights = this.#weights;
    const first = this.#size - count;
    const least = ascending[first] ?? 0;
    if (first <= 0 || ascending[first - 1] !== least) return (place) => (weights[place] ?? 0) >= least;
    let room = count;
    const equal: number[] = [];
    for (let at = 0; at < this.#size; at++) {
      const weight = weights[at] ?? 0;
      if (weight > least) room--;
      else if (weight === least) equal.push(at);
    }
    const chosen = new Set(equal.sort((a, b) => (this.#nameAt(a) < this.#nameAt(b) ? -1 : 1)).slice(0, room));
    return (place) => (weights[place] ?? 0) > least || chosen.has(place);
  }

  termAt(place: number): number {
    return this.#terms[place] ?? 0;
  }

  weightAt(place: number): number {
    return this.#weights[place] ?? 0;
  }

  #nameAt(place: number): string {
    return this.#index.nameOf(this.termAt(place));
  }

  #grow(size: number): void {
    this.#terms = new Uint32Array(size);
    this.#weights = new Float64Array(size);
    this.#ascending = new Float64Array(size);
  }
}
