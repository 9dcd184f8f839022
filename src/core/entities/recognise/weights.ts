import { KeyTable } from "./keyTable";
import type { FeatureKeys } from "./features";

/** The columns that weights are made of: feature `i` has the entries `offsets[i]` to `offsets[i + 1]`. */
export interface WeightData {
  /** Ascending. */
  readonly keys: Int32Array;
  readonly offsets: Int32Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
}

/** The weight of each feature for each label, as small integers; most are absent, which is zero. */
export class Weights {
  readonly #index: KeyTable;
  readonly #data: WeightData;

  constructor(data: WeightData) {
    this.#data = data;
    this.#index = new KeyTable(data.keys.length);
    data.keys.forEach((key, at) => {
      this.#index.set(key, at);
    });
  }

  /** Adds the weights of all `features` to the labels' scores at `base` in `scores`. */
  add(features: FeatureKeys, scores: Int16Array | Int32Array, base: number): void {
    const { offsets, labels, values } = this.#data;
    const { keys, length } = features;
    for (let k = 0; k < length; k++) {
      const feature = this.#index.get(keys[k] ?? 0);
      if (feature < 0) continue;
      const end = offsets[feature + 1] ?? 0;
      for (let at = offsets[feature] ?? 0; at < end; at++) {
        const slot = base + (labels[at] ?? 0);
        scores[slot] = (scores[slot] ?? 0) + (values[at] ?? 0);
      }
    }
  }
}
