import { FeatureKeys, Role, featureBits, jointFeatures, windowReach, wordFeatures } from "../../src/core/entities/recognise/features";
import { labelAt, nameTypes } from "../../src/core/entities/recognise/labels";
import type { Lexicon } from "../../src/core/entities/recognise/lexicon";
import { read } from "../../src/core/entities/recognise/reading";
import { sentencesOf } from "../../src/core/entities/recognise/sentence";
import { nameWindows } from "../../src/core/entities/recognise/tagging";
import { DocumentStats } from "../../src/core/entities/recognise/documentStats";
import { WordTable } from "../../src/core/entities/recognise/words";
import type { Tokens } from "../../src/core/text/tokens";
import type { TrainingDocument } from "./document";

class Column {
  values = new Int32Array(1 << 20);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}

/**
 * What a CRF is trained on: sequences (the windows in which names may stand) of tokens with their features and labels.
 * Feature keys become dense numbers with `index`.
 */
export class Dataset {
  readonly features = new Column();
  /** Where each token's features begin. */
  readonly tokens = new Column();
  readonly labels = new Column();
  /** Where each sequence's tokens begin. */
  readonly sequences = new Column();
  readonly weights = new Column();
  readonly #lexicon: Lexicon;
  readonly #keys = new FeatureKeys();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Adds all windows of the documents; `weight` is how much each counts, in hundredths. */
  add(documents: readonly TrainingDocument[], weight = 100): this {
    const table = new WordTable(this.#lexicon, Infinity);
    const stats = new DocumentStats();
    for (const document of documents) {
      const reading = read(document.text, document.zones, table);
      const gold = goldLabels(document, reading.tokens);
      for (const sentence of sentencesOf(reading, stats, table.formCount, this.#lexicon)) {
        for (const window of nameWindows(sentence.words, sentence.from, sentence.to)) {
          this.sequences.push(this.tokens.length);
          this.weights.push(weight);
          for (let at = window.start; at < window.end; at++) {
            this.tokens.push(this.features.length);
            this.labels.push(gold[at] ?? 0);
            this.#keys.clear();
            const single = (offset: number, role: number) => {
              wordFeatures(sentence.at(at + offset), role, this.#keys);
            };
            single(0, Role.Self);
            single(-1, Role.Previous);
            single(1, Role.Next);
            single(-2, Role.BeforePrevious);
            single(2, Role.AfterNext);
            for (let distance = 2; distance <= windowReach; distance++) {
              single(-distance, Role.Left);
              single(distance, Role.Right);
            }
            jointFeatures(sentence, at, this.#keys);
            for (let k = 0; k < this.#keys.length; k++) this.features.push(this.#keys.keys[k] ?? 0);
          }
          fixLabels(this.labels, this.sequences.values[this.sequences.length - 1] ?? 0);
        }
      }
    }
    return this;
  }

  /** Numbers the features that occur at least `minimum` times; replaces the others by -1. Returns their keys by number. */
  index(minimum: number): Int32Array {
    this.tokens.push(this.features.length);
    this.sequences.push(this.tokens.length - 1);
    const counts = new Uint8Array(1 << featureBits);
    const { values, length } = this.features;
    for (let at = 0; at < length; at++) {
      const key = values[at] ?? 0;
      const count = counts[key] ?? 0;
      if (count < 255) counts[key] = count + 1;
    }
    const numbers = new Int32Array(1 << featureBits).fill(-1);
    let next = 0;
    for (let key = 0; key < counts.length; key++) if ((counts[key] ?? 0) >= minimum) numbers[key] = next++;
    const keys = new Int32Array(next);
    numbers.forEach((number, key) => {
      if (number >= 0) keys[number] = key;
    });
    for (let at = 0; at < length; at++) values[at] = numbers[values[at] ?? 0] ?? -1;
    return keys;
  }
}

/** The label of each token. A name that is only part of a token ("Tarsk" in "Tarsk-based") is none. */
function goldLabels(document: TrainingDocument, tokens: Tokens): Uint8Array {
  const count = tokens.length;
  const labels = new Uint8Array(count);
  const position = new Map<number, number>();
  for (let at = 0; at < count; at++) position.set(tokens.start(at), at);
  for (const name of document.names) {
    const type = nameTypes.indexOf(name.type as (typeof nameTypes)[number]);
    const first = position.get(name.start);
    if (type < 0 || first === undefined) continue;
    let last = first;
    while (last + 1 < count && tokens.start(last + 1) < name.end) last++;
    if (tokens.end(last) > name.end + 1) continue;
    for (let at = first; at <= last; at++) labels[at] = labelAt(type, at - first, last - first + 1);
  }
  return labels;
}

/** Makes a window's labels well-formed where it cuts a name: a name's rest without capitals is dropped. */
function fixLabels(labels: Column, from: number): void {
  let at = from;
  while (at < labels.length) {
    const label = labels.values[at] ?? 0;
    if (label === 0) {
      at++;
      continue;
    }
    const type = (label - 1) >> 2;
    let end = at + 1;
    while (end < labels.length) {
      const next = labels.values[end] ?? 0;
      const position = (next - 1) & 3;
      if (next === 0 || (next - 1) >> 2 !== type || position === 0 || position === 3) break;
      end++;
      if (position === 2) break;
    }
    for (let k = at; k < end; k++) labels.values[k] = labelAt(type, k - at, end - at);
    at = end;
  }
}
