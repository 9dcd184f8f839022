import { crc32 } from "../../text/crc32";
import { lexiconBits, type LexiconData } from "./lexicon";
import { featureBits } from "./features";
import { labelCount } from "./labels";
import type { WeightData } from "./weights";

/**
 * A packed model, all numbers little-endian: "CNNM", version, CRC-32 of all that follows (u32 each), then varints and
 * arrays in the order of `packModel`. Ascending keys are stored as differences. Weights are grouped by feature: a bit
 * mask of labels, then one signed byte for each.
 */
export interface ModelData {
  /** What one unit of the integer scores is worth in natural-log odds. */
  readonly unit: number;
  /** `labelCount` squared; integer scores. */
  readonly transitions: Int32Array;
  readonly weights: WeightData;
  readonly lexicon: LexiconData;
}

const magic = 0x4d4e4e43;
const version = 1;
const headerLength = 12;

class Writer {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 255);
  }

  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte(rest | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  ascending(values: Int32Array): void {
    this.varint(values.length);
    let last = 0;
    for (const value of values) {
      this.varint(value - last);
      last = value;
    }
  }

  done(): Uint8Array {
    const bytes = new Uint8Array(headerLength + this.#bytes.length);
    bytes.set(this.#bytes, headerLength);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, magic, true);
    view.setUint32(4, version, true);
    view.setUint32(8, crc32(bytes, headerLength), true);
    return bytes;
  }
}

class Reader {
  #at = headerLength;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  ascending(): Int32Array {
    const values = new Int32Array(this.varint());
    let last = 0;
    for (let at = 0; at < values.length; at++) {
      last += this.varint();
      values[at] = last;
    }
    return values;
  }

  varints(count: number): Uint16Array {
    return Uint16Array.from({ length: count }, () => this.varint());
  }
}

/** The bytes of a model. */
export function packModel(model: ModelData): Uint8Array {
  const out = new Writer();
  const { weights, lexicon } = model;
  for (const value of [labelCount, featureBits, lexiconBits, Math.round(model.unit * 1e9)]) out.varint(value);
  for (const value of model.transitions) out.varint((value << 1) ^ (value >> 31));
  out.ascending(weights.keys);
  weights.keys.forEach((_, feature) => {
    let mask = 0;
    for (let at = weights.offsets[feature] ?? 0; at < (weights.offsets[feature + 1] ?? 0); at++) mask |= 1 << (weights.labels[at] ?? 0);
    out.varint(mask);
  });
  for (const value of weights.values) out.byte(value);
  out.varint(lexicon.middleOf.length);
  for (const value of [...lexicon.middleOf, ...lexicon.coarseOf]) out.varint(value);
  out.ascending(lexicon.wordKeys);
  for (const value of lexicon.wordClasses) out.varint(value);
  out.ascending(lexicon.phraseKeys);
  for (const value of lexicon.phraseLists) out.varint(value);
  return out.done();
}

function unpack(bytes: Uint8Array): ModelData | null {
  const reader = new Reader(bytes);
  if (reader.varint() !== labelCount || reader.varint() !== featureBits || reader.varint() !== lexiconBits) return null;
  const unit = reader.varint() / 1e9;
  const transitions = Int32Array.from({ length: labelCount * labelCount }, () => {
    const value = reader.varint();
    return (value >>> 1) ^ -(value & 1);
  });
  const keys = reader.ascending();
  const offsets = new Int32Array(keys.length + 1);
  const labels: number[] = [];
  for (let feature = 0; feature < keys.length; feature++) {
    for (let mask = reader.varint(); mask !== 0; mask &= mask - 1) labels.push(31 - Math.clz32(mask & -mask));
    offsets[feature + 1] = labels.length;
  }
  const values = Int8Array.from(labels, () => reader.byte());
  const classCount = reader.varint();
  const middleOf = reader.varints(classCount);
  const coarseOf = reader.varints(classCount);
  const wordKeys = reader.ascending();
  const wordClasses = reader.varints(wordKeys.length);
  const phraseKeys = reader.ascending();
  const phraseLists = reader.varints(phraseKeys.length);
  return {
    unit,
    transitions,
    weights: { keys, offsets, labels: Uint8Array.from(labels), values },
    lexicon: { wordKeys, wordClasses, middleOf, coarseOf, phraseKeys, phraseLists },
  };
}

/** What `packModel` packed, or why the bytes are not that: too short, of another kind or version, or damaged. */
export function unpackModel(bytes: Uint8Array): { readonly data: ModelData } | { readonly error: string } {
  if (bytes.length < headerLength) return { error: `The name model is too short: ${bytes.length} bytes.` };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return { error: "This is not a name model: it does not begin with CNNM." };
  const found = view.getUint32(4, true);
  if (found !== version) return { error: `The name model has version ${found}; this program reads version ${version}.` };
  if (view.getUint32(8, true) !== crc32(bytes, headerLength)) return { error: "The name model is damaged: its checksum does not match." };
  const data = unpack(bytes);
  return data === null ? { error: "The name model was trained for other features than this program has." } : { data };
}
