import { labelCount } from "../../src/core/entities/recognise/labels";
import type { Dataset } from "./dataset";
import { Lattice, pairs } from "./lattice";
import { randomFrom } from "./random";

const L = labelCount;
/** Keeps AdaGrad's first steps small. */
const damping = 1e-2;
/** Gradients below these are not worth the writing. */
const worthToken = 1e-3;
const worthLabel = 1e-4;

export interface TrainingOptions {
  readonly epochs: number;
  /** The weights are the mean of what they were after each of the last so many epochs, which steadies them. */
  readonly averaged: number;
  /** AdaGrad's step. */
  readonly rate: number;
  /** Strength of the L1 penalty that keeps most weights at zero. */
  readonly sparsity: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface TrainedWeights {
  /** The key of each feature, ascending. */
  readonly keys: Int32Array;
  /** `labelCount` for each feature. */
  readonly weights: Float32Array;
  /** `labelCount` squared. */
  readonly transitions: Float64Array;
}

/**
 * Trains a linear-chain CRF (Lafferty, McCallum and Pereira 2001) by stochastic gradients: AdaGrad (Duchi, Hazan and
 * Singer 2011) with the L1 penalty applied lazily, when a feature is next met. Deterministic for a seed.
 */
export function trainCrf(data: Dataset, keys: Int32Array, options: TrainingOptions): TrainedWeights {
  const trainer = new Trainer(data, keys, options);
  const order = Int32Array.from({ length: data.sequences.length - 1 }, (_, at) => at);
  const random = randomFrom(options.seed);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = kept;
    }
    let logLikelihood = 0;
    for (const sequence of order) logLikelihood += trainer.learn(sequence);
    if (epoch > options.epochs - options.averaged) trainer.keep();
    options.log(`epoch ${epoch}: mean log-likelihood ${(logLikelihood / Math.max(1, data.labels.length)).toFixed(5)} a token`);
  }
  return trainer.finish();
}

class Trainer {
  readonly #data: Dataset;
  readonly #keys: Int32Array;
  readonly #rate: number;
  readonly #sparsity: number;
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  /** The step at which each feature's penalty was last paid. */
  readonly #paid: Int32Array;
  readonly #weightSums: Float32Array;
  readonly #transitions = new Float64Array(L * L);
  readonly #transitionSums = new Float64Array(L * L);
  readonly #transitionSquares = new Float64Array(L * L);
  readonly #scores: Float64Array;
  readonly #lattice: Lattice;
  readonly #gradient = new Float64Array(L);
  #step = 0;
  #kept = 0;

  constructor(data: Dataset, keys: Int32Array, options: TrainingOptions) {
    this.#data = data;
    this.#keys = keys;
    this.#rate = options.rate;
    this.#sparsity = options.sparsity;
    this.#weights = new Float32Array(keys.length * L);
    this.#squares = new Float32Array(keys.length * L);
    this.#weightSums = new Float32Array(keys.length * L);
    this.#paid = new Int32Array(keys.length);
    const starts = data.sequences.values;
    let longest = 1;
    for (let at = 0; at + 1 < data.sequences.length; at++) longest = Math.max(longest, (starts[at + 1] ?? 0) - (starts[at] ?? 0));
    this.#scores = new Float64Array(longest * L);
    this.#lattice = new Lattice(longest);
  }

  /** One step down the gradient of a sequence. Returns the log of its labels' probabilities, token by token. */
  learn(sequence: number): number {
    const first = this.#data.sequences.values[sequence] ?? 0;
    const n = (this.#data.sequences.values[sequence + 1] ?? 0) - first;
    const importance = (this.#data.weights.values[sequence] ?? 100) / 100;
    const gold = this.#data.labels.values;
    this.#step++;
    this.#score(first, n);
    this.#lattice.run(n, this.#scores, this.#transitions);
    let logLikelihood = 0;
    for (let token = 0; token < n; token++) {
      const observed = gold[first + token] ?? 0;
      logLikelihood += Math.log(Math.max(1e-12, this.#lattice.tokens[token * L + observed] ?? 0));
      this.#learnToken(first + token, token * L, observed, importance);
    }
    this.#learnTransitions(first, n, importance);
    return logLikelihood;
  }

  /** Adds the weights as they are, all penalties paid, to those that `finish` takes the mean of. */
  keep(): void {
    for (let feature = 0; feature < this.#keys.length; feature++) this.#pay(feature);
    this.#kept++;
    for (let at = 0; at < this.#weights.length; at++) this.#weightSums[at] = (this.#weightSums[at] ?? 0) + (this.#weights[at] ?? 0);
    for (let at = 0; at < this.#transitions.length; at++)
      this.#transitionSums[at] = (this.#transitionSums[at] ?? 0) + (this.#transitions[at] ?? 0);
  }

  /** The mean of the weights that were kept. */
  finish(): TrainedWeights {
    const mean = (sum: number): number => sum / this.#kept;
    return { keys: this.#keys, weights: this.#weightSums.map(mean), transitions: this.#transitionSums.map(mean) };
  }

  #score(first: number, n: number): void {
    const scores = this.#scores;
    const weights = this.#weights;
    const { values: features } = this.#data.features;
    const { values: starts } = this.#data.tokens;
    scores.fill(0, 0, n * L);
    for (let token = 0; token < n; token++) {
      const end = starts[first + token + 1] ?? 0;
      for (let at = starts[first + token] ?? 0; at < end; at++) {
        const feature = features[at] ?? -1;
        if (feature < 0) continue;
        this.#pay(feature);
        for (let label = 0; label < L; label++) {
          scores[token * L + label] = (scores[token * L + label] ?? 0) + (weights[feature * L + label] ?? 0);
        }
      }
    }
  }

  /** Moves a feature's weights towards zero by what the steps since the last time have cost. */
  #pay(feature: number): void {
    const steps = this.#step - (this.#paid[feature] ?? 0);
    if (steps === 0) return;
    this.#paid[feature] = this.#step;
    const weights = this.#weights;
    for (let at = feature * L; at < feature * L + L; at++) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      const cost = (this.#rate / (Math.sqrt(this.#squares[at] ?? 0) + damping)) * this.#sparsity * steps;
      weights[at] = weight > cost ? weight - cost : weight < -cost ? weight + cost : 0;
    }
  }

  #learnToken(token: number, base: number, observed: number, importance: number): void {
    const gradient = this.#gradient;
    let worth = false;
    for (let label = 0; label < L; label++) {
      const value = ((this.#lattice.tokens[base + label] ?? 0) - (label === observed ? 1 : 0)) * importance;
      gradient[label] = value;
      if (Math.abs(value) > worthToken) worth = true;
    }
    if (!worth) return;
    const { values: features } = this.#data.features;
    const weights = this.#weights;
    const squares = this.#squares;
    const end = this.#data.tokens.values[token + 1] ?? 0;
    for (let at = this.#data.tokens.values[token] ?? 0; at < end; at++) {
      const feature = features[at] ?? -1;
      if (feature < 0) continue;
      for (let label = 0; label < L; label++) {
        const slope = gradient[label] ?? 0;
        if (Math.abs(slope) < worthLabel) continue;
        const slot = feature * L + label;
        const square = (squares[slot] ?? 0) + slope * slope;
        squares[slot] = square;
        weights[slot] = (weights[slot] ?? 0) - (this.#rate * slope) / (Math.sqrt(square) + damping);
      }
    }
  }

  #learnTransitions(first: number, n: number, importance: number): void {
    const gold = this.#data.labels.values;
    const expected = this.#lattice.transitions;
    let before = 0;
    for (let token = 0; token <= n; token++) {
      const label = token < n ? (gold[first + token] ?? 0) : 0;
      const pair = before * L + label;
      expected[pair] = (expected[pair] ?? 0) - 1;
      before = label;
    }
    for (const pair of pairs) {
      const slope = (expected[pair] ?? 0) * importance;
      if (slope === 0) continue;
      const square = (this.#transitionSquares[pair] ?? 0) + slope * slope;
      this.#transitionSquares[pair] = square;
      this.#transitions[pair] = (this.#transitions[pair] ?? 0) - (this.#rate * slope) / (Math.sqrt(square) + damping);
    }
  }
}
