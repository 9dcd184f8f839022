import { packFile, unpackFile, type Unpacked } from "../../util/packedFile";
import { VarintReader, VarintWriter } from "../../util/varints";
import { lexiconBits, type LexiconData } from "./lexicon";
import { featureBits } from "./features";
import { labelCount } from "./labels";
import type { WeightData } from "./weights";

/**
 * A packed model: varints and arrays in the order of `packModel`. Ascending keys are stored as differences. Weights are
 * grouped by feature: a bit mask of labels, then one signed byte for each.
 */
export interface ModelData {
  /** What one unit of the integer scores is worth in natural-log odds. */
  readonly unit: number;
  /** `labelCount` squared; integer scores. */
  readonly transitions: Int32Array;
  readonly weights: WeightData;
  readonly lexicon: LexiconData;
}

const kind = "CNNM";
const version = 1;

class Writer extends VarintWriter {
  ascending(values: Int32Array): void {
    this.put(values.length);
    let last = 0;
    for (const value of values) {
      this.put(value - last);
      last = value;
    }
  }
}

class Reader extends VarintReader {
  ascending(): Int32Array {
    const values = new Int32Array(this.next());
    let last = 0;
    for (let at = 0; at < values.length; at++) {
      last += this.next();
      values[at] = last;
    }
    return values;
  }

  list(count: number): Uint16Array {
    const values = new Uint16Array(count);
    for (let at = 0; at < count; at++) values[at] = this.next();
    return values;
  }
}

/** The bytes of a model. */
export function packModel(model: ModelData): Uint8Array {
  const out = new Writer();
  const { weights, lexicon } = model;
  for (const value of [labelCount, featureBits, lexiconBits, Math.round(model.unit * 1e9)]) out.put(value);
  for (const value of model.transitions) out.put((value << 1) ^ (value >> 31));
  out.ascending(weights.keys);
  weights.keys.forEach((_, feature) => {
    let mask = 0;
    for (let at = weights.offsets[feature] ?? 0; at < (weights.offsets[feature + 1] ?? 0); at++) mask |= 1 << (weights.labels[at] ?? 0);
    out.put(mask);
  });
  for (const value of weights.values) out.byte(value);
  out.put(lexicon.middleOf.length);
  for (const value of [...lexicon.middleOf, ...lexicon.coarseOf]) out.put(value);
  out.ascending(lexicon.wordKeys);
  for (const value of lexicon.wordClasses) out.put(value);
  out.ascending(lexicon.phraseKeys);
  for (const value of lexicon.phraseLists) out.put(value);
  return packFile(kind, version, out.take());
}

function unpack(bytes: Uint8Array): ModelData | null {
  const reader = new Reader(bytes);
  if (reader.next() !== labelCount || reader.next() !== featureBits || reader.next() !== lexiconBits) return null;
  const unit = reader.next() / 1e9;
  const transitions = Int32Array.from({ length: labelCount * labelCount }, () => {
    const value = reader.next();
    return (value >>> 1) ^ -(value & 1);
  });
  const keys = reader.ascending();
  const offsets = new Int32Array(keys.length + 1);
  const labels: number[] = [];
  for (let feature = 0; feature < keys.length; feature++) {
    for (let mask = reader.next(); mask !== 0; mask &= mask - 1) labels.push(31 - Math.clz32(mask & -mask));
    offsets[feature + 1] = labels.length;
  }
  const values = new Int8Array(labels.length);
  for (let at = 0; at < values.length; at++) values[at] = reader.byte();
  const classCount = reader.next();
  const middleOf = reader.list(classCount);
  const coarseOf = reader.list(classCount);
  const wordKeys = reader.ascending();
  const wordClasses = reader.list(wordKeys.length);
  const phraseKeys = reader.ascending();
  const phraseLists = reader.list(phraseKeys.length);
  return {
    unit,
    transitions,
    weights: { keys, offsets, labels: Uint8Array.from(labels), values },
    lexicon: { wordKeys, wordClasses, middleOf, coarseOf, phraseKeys, phraseLists },
  };
}

/** What `packModel` packed, or why the bytes are not that: too short, of another kind or version, or damaged. */
export function unpackModel(bytes: Uint8Array): { readonly data: ModelData } | { readonly error: string } {
  const file = unpackFile(kind, version, bytes);
  if ("fault" in file) return { error: faultText(file, bytes.length) };
  const data = unpack(file.body);
  return data === null ? { error: "The name model was trained for other features than this program has." } : { data };
}

function faultText(file: Exclude<Unpacked, { readonly body: Uint8Array }>, length: number): string {
  switch (file.fault) {
    case "short":
      return `The name model is too short: ${length} bytes.`;
    case "kind":
      return `This is not a name model: it does not begin with ${kind}.`;
    case "version":
      return `The name model has version ${file.version}; this program reads version ${version}.`;
    case "damage":
      return "The name model is damaged: its checksum does not match.";
  }
}
