import type { VectorTable } from "./storyVectors";

/** A sum is cut back to so many terms when it has grown to twice as many. */
const keptTerms = 400;

/** Where sums are made: two together have fewer terms than this. */
const madeTerms = new Uint32Array(4 * keptTerms);
const madeWeights = new Uint32Array(4 * keptTerms);

/** The sum of the vectors of a story's articles. */
export class StorySum {
  /** Ascending; only the first `#size` count. At first a view of the article's own. */
  #terms: Uint32Array;
  #weights: Uint32Array;
  #size: number;
  #isView = true;

  /** The vector of one article. */
  constructor({ starts, terms, weights }: VectorTable, article: number) {
    const [start, end] = [starts[article], starts[article + 1]];
    this.#terms = terms.subarray(start, end);
    this.#weights = weights.subarray(start, end);
    this.#size = this.#terms.length;
  }

  /** The sum of products of the weights that two sums share. */
  product(other: StorySum): number {
    const [termsA, termsB, weightsA, weightsB] = [this.#terms, other.#terms, this.#weights, other.#weights];
    const [sizeA, sizeB] = [this.#size, other.#size];
    // A float from the beginning: V8 would make an object of each step's sum otherwise.
    let total = -0;
    let [inA, inB] = [0, 0];
    while (inA < sizeA && inB < sizeB) {
      const [left, right] = [termsA[inA] ?? 0, termsB[inB] ?? 0];
      if (left === right) total += (weightsA[inA] ?? 0) * (weightsB[inB] ?? 0);
      // On in the one that is behind, or in both; without a branch, since nobody can tell which it is.
      inA += 1 - ((right - left) >>> 31);
      inB += 1 - ((left - right) >>> 31);
    }
    return total + 0;
  }

  /** Adds another to this one. */
  add(other: StorySum): void {
    const [termsA, termsB, weightsA, weightsB] = [this.#terms, other.#terms, this.#weights, other.#weights];
    const [sizeA, sizeB] = [this.#size, other.#size];
    let [count, inA, inB] = [0, 0, 0];
    while (inA < sizeA && inB < sizeB) {
      const [left, right] = [termsA[inA] ?? 0, termsB[inB] ?? 0];
      const ofA = 1 - ((right - left) >>> 31);
      const ofB = 1 - ((left - right) >>> 31);
      madeTerms[count] = Math.min(left, right);
      madeWeights[count++] = ofA * (weightsA[inA] ?? 0) + ofB * (weightsB[inB] ?? 0);
      inA += ofA;
      inB += ofB;
    }
    for (; inA < sizeA; inA++) {
      madeTerms[count] = termsA[inA] ?? 0;
      madeWeights[count++] = weightsA[inA] ?? 0;
    }
    for (; inB < sizeB; inB++) {
      madeTerms[count] = termsB[inB] ?? 0;
      madeWeights[count++] = weightsB[inB] ?? 0;
    }
    this.#size = count < 2 * keptTerms ? count : strongest(count);
    if (this.#isView || this.#size > this.#terms.length) {
      const room = Math.min(2 * keptTerms, 2 * this.#size);
      this.#terms = new Uint32Array(room);
      this.#weights = new Uint32Array(room);
      this.#isView = false;
    }
    for (let at = 0; at < this.#size; at++) {
      this.#terms[at] = madeTerms[at] ?? 0;
      this.#weights[at] = madeWeights[at] ?? 0;
    }
  }
}

/** Leaves out those of the first `count` terms that weigh least; returns how many are left. */
function strongest(count: number): number {
  const ascending = madeWeights.slice(0, count).sort();
  const last = ascending[count - keptTerms] ?? 0;
  // Equal ones stay or go together, as long as not too many are.
  const least = ascending[count - 2 * keptTerms] === last ? last + 1 : last;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const weight = madeWeights[at] ?? 0;
    if (weight < least) continue;
    madeTerms[kept] = madeTerms[at] ?? 0;
    madeWeights[kept++] = weight;
  }
  return kept;
}
