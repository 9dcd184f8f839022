import { labelCount, mayFollow } from "../../src/core/entities/recognise/labels";
import type { LexiconData } from "../../src/core/entities/recognise/lexicon";
import type { ModelData } from "../../src/core/entities/recognise/modelFormat";
import type { TrainedWeights } from "./crf";

/** Weights beyond this are rare; they are cut to it, so that one byte resolves the others well. */
const largest = 4;

/**
 * Quantises trained weights to signed bytes. A feature stays only if one of its weights reaches `feature`; of its
 * weights those stay that reach half of it.
 */
export function quantize(trained: TrainedWeights, lexicon: LexiconData, threshold: number): ModelData {
  const unit = largest / 127;
  const keys: number[] = [];
  const offsets: number[] = [0];
  const labels: number[] = [];
  const values: number[] = [];
  trained.keys.forEach((key, feature) => {
    const row = trained.weights.subarray(feature * labelCount, (feature + 1) * labelCount);
    if (!row.some((weight) => Math.abs(weight) >= threshold)) return;
    row.forEach((weight, label) => {
      const value = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (value === 0 || Math.abs(weight) < threshold / 2) return;
      labels.push(label);
      values.push(value);
    });
    if (labels.length === offsets.at(-1)) return;
    keys.push(key);
    offsets.push(labels.length);
  });
  const transitions = Int32Array.from(trained.transitions, (weight, pair) =>
    mayFollow(Math.floor(pair / labelCount), pair % labelCount) ? Math.round(weight / unit) : 0,
  );
  return {
    unit,
    transitions,
    weights: {
      keys: Int32Array.from(keys),
      offsets: Int32Array.from(offsets),
      labels: Uint8Array.from(labels),
      values: Int8Array.from(values),
    },
    lexicon,
  };
}
