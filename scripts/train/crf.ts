import { labelCount, mayFollow, outside } from "../../src/core/entities/recognise/labels";
import type { Dataset } from "./dataset";

const L = labelCount;

/** xorshift32: a fixed seed gives the same order on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
}

export interface TrainingOptions {
  readonly epochs: number;
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
  const { rate, sparsity } = options;
  const smallest = 1e-2;
  const weights = new Float32Array(keys.length * L);
  const squares = new Float32Array(keys.length * L);
  const met = new Int32Array(keys.length);
  const transitions = new Float64Array(L * L);
  const transitionSquares = new Float64Array(L * L);
  const features = data.features.values;
  const tokenStarts = data.tokens.values;
  const gold = data.labels.values;
  const sequences = data.sequences.values;
  const count = data.sequences.length - 1;
  const allowed: number[] = [];
  for (let a = 0; a < L; a++) for (let b = 0; b < L; b++) if (mayFollow(a, b)) allowed.push(a * L + b);
  const allowedPairs = Int32Array.from(allowed);
  const fromLabels = allowedPairs.map((pair) => Math.floor(pair / L));
  const toLabels = allowedPairs.map((pair) => pair % L);
  const mayStart = Array.from({ length: L }, (_, label) => mayFollow(outside, label));
  const mayEnd = Array.from({ length: L }, (_, label) => mayFollow(label, outside));

  let longest = 1;
  for (let s = 0; s < count; s++) longest = Math.max(longest, (sequences[s + 1] ?? 0) - (sequences[s] ?? 0));
  const scores = new Float64Array(longest * L);
  const potentials = new Float64Array(longest * L);
  const forward = new Float64Array(longest * L);
  const backward = new Float64Array(longest * L);
  const scale = new Float64Array(longest);
  const factors = new Float64Array(L * L);
  const gradient = new Float64Array(L);
  const transitionGradient = new Float64Array(L * L);

  const random = randomFrom(options.seed);
  const order = Int32Array.from({ length: count }, (_, at) => at);
  let step = 0;

  const shrink = (feature: number): void => {
    const steps = step - (met[feature] ?? 0);
    if (steps <= 0) return;
    met[feature] = step;
    const base = feature * L;
    for (let at = base; at < base + L; at++) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      const by = (rate / (Math.sqrt(squares[at] ?? 0) + smallest)) * sparsity * steps;
      weights[at] = weight > by ? weight - by : weight < -by ? weight + by : 0;
    }
  };

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (let at = count - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = kept;
    }
    let logLikelihood = 0;
    for (let turn = 0; turn < count; turn++) {
      const sequence = order[turn] ?? 0;
      const first = sequences[sequence] ?? 0;
      const n = (sequences[sequence + 1] ?? 0) - first;
      const importance = (data.weights.values[sequence] ?? 100) / 100;
      step++;
      // Scores of each token's labels.
      scores.fill(0, 0, n * L);
      for (let i = 0; i < n; i++) {
        const o = i * L;
        const end = tokenStarts[first + i + 1] ?? 0;
        for (let q = tokenStarts[first + i] ?? 0; q < end; q++) {
          const feature = features[q] ?? -1;
          if (feature < 0) continue;
          shrink(feature);
          const base = feature * L;
          for (let l = 0; l < L; l++) scores[o + l] = (scores[o + l] ?? 0) + (weights[base + l] ?? 0);
        }
      }
      for (let k = 0; k < L * L; k++) factors[k] = Math.exp(transitions[k] ?? 0);
      for (let i = 0; i < n; i++) {
        let top = -Infinity;
        for (let l = i * L; l < i * L + L; l++) top = Math.max(top, scores[l] ?? 0);
        for (let l = i * L; l < i * L + L; l++) potentials[l] = Math.exp((scores[l] ?? 0) - top);
      }
      // Forward and backward, each token's values scaled to sum to one; both ends border on the outside label.
      let sum = 0;
      for (let l = 0; l < L; l++) {
        const value = mayStart[l] === true ? (potentials[l] ?? 0) * (factors[l] ?? 0) : 0;
        forward[l] = value;
        sum += value;
      }
      scale[0] = sum;
      for (let l = 0; l < L; l++) forward[l] = (forward[l] ?? 0) / sum;
      for (let i = 1; i < n; i++) {
        const o = i * L;
        forward.fill(0, o, o + L);
        for (let p = 0; p < allowedPairs.length; p++) {
          const b = o + (toLabels[p] ?? 0);
          forward[b] = (forward[b] ?? 0) + (forward[o - L + (fromLabels[p] ?? 0)] ?? 0) * (factors[allowedPairs[p] ?? 0] ?? 0);
        }
        sum = 0;
        for (let l = o; l < o + L; l++) {
          const value = (forward[l] ?? 0) * (potentials[l] ?? 0);
          forward[l] = value;
          sum += value;
        }
        scale[i] = sum;
        for (let l = o; l < o + L; l++) forward[l] = (forward[l] ?? 0) / sum;
      }
      const lastBase = (n - 1) * L;
      for (let l = 0; l < L; l++) backward[lastBase + l] = mayEnd[l] === true ? (factors[l * L] ?? 0) : 0;
      for (let i = n - 2; i >= 0; i--) {
        const o = i * L;
        backward.fill(0, o, o + L);
        for (let p = 0; p < allowedPairs.length; p++) {
          const a = o + (fromLabels[p] ?? 0);
          const b = o + L + (toLabels[p] ?? 0);
          backward[a] = (backward[a] ?? 0) + (factors[allowedPairs[p] ?? 0] ?? 0) * (potentials[b] ?? 0) * (backward[b] ?? 0);
        }
        for (let l = o; l < o + L; l++) backward[l] = (backward[l] ?? 0) / (scale[i + 1] ?? 1);
      }
      let total = 0;
      for (let l = lastBase; l < lastBase + L; l++) total += (forward[l] ?? 0) * (backward[l] ?? 0);
      // Gradients: expected minus observed.
      transitionGradient.fill(0);
      for (let l = 0; l < L; l++) {
        transitionGradient[l] = (forward[l] ?? 0) * (backward[l] ?? 0) / total;
        const end = l * L;
        transitionGradient[end] = (transitionGradient[end] ?? 0) + (forward[lastBase + l] ?? 0) * (backward[lastBase + l] ?? 0) / total;
      }
      const firstGold = gold[first] ?? 0;
      const lastGold = (gold[first + n - 1] ?? 0) * L;
      transitionGradient[firstGold] = (transitionGradient[firstGold] ?? 0) - 1;
      transitionGradient[lastGold] = (transitionGradient[lastGold] ?? 0) - 1;
      for (let i = 0; i < n; i++) {
        const o = i * L;
        const observed = gold[first + i] ?? 0;
        if (i > 0) {
          const scaled = (scale[i] ?? 1) * total;
          for (let p = 0; p < allowedPairs.length; p++) {
            const pair = allowedPairs[p] ?? 0;
            const b = o + (toLabels[p] ?? 0);
            transitionGradient[pair] =
              (transitionGradient[pair] ?? 0) +
              ((forward[o - L + (fromLabels[p] ?? 0)] ?? 0) * (factors[pair] ?? 0) * (potentials[b] ?? 0) * (backward[b] ?? 0)) / scaled;
          }
          const pair = (gold[first + i - 1] ?? 0) * L + observed;
          transitionGradient[pair] = (transitionGradient[pair] ?? 0) - 1;
        }
        let worth = false;
        for (let l = 0; l < L; l++) {
          let value = ((forward[o + l] ?? 0) * (backward[o + l] ?? 0)) / total;
          if (l === observed) {
            logLikelihood += Math.log(Math.max(1e-12, value));
            value -= 1;
          }
          value *= importance;
          gradient[l] = value;
          if (value > 1e-3 || value < -1e-3) worth = true;
        }
        if (!worth) continue;
        const end = tokenStarts[first + i + 1] ?? 0;
        for (let q = tokenStarts[first + i] ?? 0; q < end; q++) {
          const feature = features[q] ?? -1;
          if (feature < 0) continue;
          const base = feature * L;
          for (let l = 0; l < L; l++) {
            const g = gradient[l] ?? 0;
            if (g < 1e-4 && g > -1e-4) continue;
            const square = (squares[base + l] ?? 0) + g * g;
            squares[base + l] = square;
            weights[base + l] = (weights[base + l] ?? 0) - (rate * g) / (Math.sqrt(square) + smallest);
          }
        }
      }
      for (let p = 0; p < allowedPairs.length; p++) {
        const pair = allowedPairs[p] ?? 0;
        const g = (transitionGradient[pair] ?? 0) * importance;
        if (g === 0) continue;
        const square = (transitionSquares[pair] ?? 0) + g * g;
        transitionSquares[pair] = square;
        transitions[pair] = (transitions[pair] ?? 0) - (rate * g) / (Math.sqrt(square) + smallest);
      }
    }
    options.log(`epoch ${epoch}: mean log-likelihood ${(logLikelihood / Math.max(1, data.labels.length)).toFixed(5)} a token`);
  }
  for (let feature = 0; feature < keys.length; feature++) shrink(feature);
  return { keys, weights, transitions };
}
