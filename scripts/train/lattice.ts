import { labelCount, mayFollow, outside } from "../../src/core/entities/recognise/labels";

const L = labelCount;
const allowed = Array.from({ length: L * L }, (_, pair) => pair).filter((pair) => mayFollow(Math.floor(pair / L), pair % L));

/** The pairs of labels that may stand side by side, as `labelCount × first + second`. */
export const pairs = Int32Array.from(allowed);
const firsts = pairs.map((pair) => Math.floor(pair / L));
const seconds = pairs.map((pair) => pair % L);

/**
 * The forward-backward algorithm over one window, whose ends border on tokens that are outside. After `run`, `tokens`
 * has the probability of each label of each token and `transitions` the expected number of each pair of labels.
 */
export class Lattice {
  readonly tokens: Float64Array;
  readonly transitions = new Float64Array(L * L);
  readonly #potentials: Float64Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #scale: Float64Array;
  readonly #factors = new Float64Array(L * L);

  /** `longest` is the length of the longest window. */
  constructor(longest: number) {
    this.tokens = new Float64Array(longest * L);
    this.#potentials = new Float64Array(longest * L);
    this.#forward = new Float64Array(longest * L);
    this.#backward = new Float64Array(longest * L);
    this.#scale = new Float64Array(longest);
  }

  /** `scores` has `labelCount` values for each of `n` tokens, `weights` those of the pairs of labels. */
  run(n: number, scores: Float64Array, weights: Float64Array): void {
    for (let pair = 0; pair < L * L; pair++) this.#factors[pair] = Math.exp(weights[pair] ?? 0);
    for (let base = 0; base < n * L; base += L) {
      let top = -Infinity;
      for (let at = base; at < base + L; at++) top = Math.max(top, scores[at] ?? 0);
      for (let at = base; at < base + L; at++) this.#potentials[at] = Math.exp((scores[at] ?? 0) - top);
    }
    this.#runForward(n);
    this.#runBackward(n);
    this.#expect(n);
  }

  /** Each token's values are scaled to sum to one. */
  #runForward(n: number): void {
    const forward = this.#forward;
    const factors = this.#factors;
    for (let label = 0; label < L; label++) forward[label] = mayFollow(outside, label) ? (factors[label] ?? 0) : 0;
    for (let token = 0; token < n; token++) {
      const base = token * L;
      if (token > 0) {
        forward.fill(0, base, base + L);
        for (let p = 0; p < pairs.length; p++) {
          const to = base + (seconds[p] ?? 0);
          forward[to] = (forward[to] ?? 0) + (forward[base - L + (firsts[p] ?? 0)] ?? 0) * (factors[pairs[p] ?? 0] ?? 0);
        }
      }
      let sum = 0;
      for (let at = base; at < base + L; at++) {
        const value = (forward[at] ?? 0) * (this.#potentials[at] ?? 0);
        forward[at] = value;
        sum += value;
      }
      this.#scale[token] = sum;
      for (let at = base; at < base + L; at++) forward[at] = (forward[at] ?? 0) / sum;
    }
  }

  #runBackward(n: number): void {
    const backward = this.#backward;
    const last = (n - 1) * L;
    for (let label = 0; label < L; label++) backward[last + label] = mayFollow(label, outside) ? (this.#factors[label * L] ?? 0) : 0;
    for (let base = last - L; base >= 0; base -= L) {
      backward.fill(0, base, base + L);
      for (let p = 0; p < pairs.length; p++) {
        const from = base + (firsts[p] ?? 0);
        const to = base + L + (seconds[p] ?? 0);
        backward[from] = (backward[from] ?? 0) + (this.#factors[pairs[p] ?? 0] ?? 0) * (this.#potentials[to] ?? 0) * (backward[to] ?? 0);
      }
      const scale = this.#scale[base / L + 1] ?? 1;
      for (let at = base; at < base + L; at++) backward[at] = (backward[at] ?? 0) / scale;
    }
  }

  #expect(n: number): void {
    const { tokens, transitions } = this;
    const last = (n - 1) * L;
    let total = 0;
    for (let at = last; at < last + L; at++) total += (this.#forward[at] ?? 0) * (this.#backward[at] ?? 0);
    for (let at = 0; at < n * L; at++) tokens[at] = ((this.#forward[at] ?? 0) * (this.#backward[at] ?? 0)) / total;
    transitions.fill(0);
    for (let label = 0; label < L; label++) {
      transitions[label] = (transitions[label] ?? 0) + (tokens[label] ?? 0);
      transitions[label * L] = (transitions[label * L] ?? 0) + (tokens[last + label] ?? 0);
    }
    for (let base = L; base < n * L; base += L) {
      const scale = (this.#scale[base / L] ?? 1) * total;
      for (let p = 0; p < pairs.length; p++) {
        const pair = pairs[p] ?? 0;
        const to = base + (seconds[p] ?? 0);
        const expected =
          (this.#forward[base - L + (firsts[p] ?? 0)] ?? 0) *
          (this.#factors[pair] ?? 0) *
          (this.#potentials[to] ?? 0) *
          (this.#backward[to] ?? 0);
        transitions[pair] = (transitions[pair] ?? 0) + expected / scale;
      }
    }
  }
}
