import type { TermIndex } from "./termIndex";
import { topicsOf, type TopicModel } from "./topicModel";

/** A component of a vector of length 1 as a signed byte. */
const unit = 127;

const slotsPerStep = 100;

/** A model with the topics of articles, so that it can be kept: by the names of its terms. */
export interface KeptTopics {
  readonly topicCount: number;
  /** Of each row of `loadings`. */
  readonly terms: readonly string[];
  readonly loadings: Float32Array;
  /** The topics of one article after the other, and which of them are known (1). */
  readonly values: Int8Array;
  readonly isKnown: Uint8Array;
}

/** The topics of articles by slot, a byte a topic. */
export class TopicTable {
  readonly #model: TopicModel;
  readonly #index: TermIndex;
  #values = new Int8Array(0);
  #isKnown = new Uint8Array(0);

  constructor(model: TopicModel, index: TermIndex) {
    this.#model = model;
    this.#index = index;
  }

  /** Computes the topics of all articles, which otherwise is done when they are first asked for. To be driven in slices. */
  *fill(): Generator<undefined, void> {
    for (let slot = 0; slot < this.#index.slotCount; slot++) {
      if (this.#index.idAt(slot) !== null) this.#know(slot);
      if (slot % slotsPerStep === 0) yield;
    }
  }

  /** The model, with the topics of the articles in these slots. */
  kept(slots: readonly number[]): KeptTopics {
    const { topicCount, rows, loadings } = this.#model;
    const terms: string[] = new Array<string>(loadings.length / topicCount).fill("");
    for (const [term, row] of rows.entries()) if (row >= 0) terms[row] = this.#index.nameOf(term);
    const values = new Int8Array(slots.length * topicCount);
    const isKnown = new Uint8Array(slots.length);
    for (const [at, slot] of slots.entries()) {
      if (this.#isKnown[slot] !== 1) continue;
      values.set(this.#values.subarray(slot * topicCount, (slot + 1) * topicCount), at * topicCount);
      isKnown[at] = 1;
    }
    return { topicCount, terms, loadings, values, isKnown };
  }

  /** The table that `kept` was of; `slots` are the slots of its articles, undefined for those that are not here as they were. */
  static of(
    { topicCount, terms, loadings, values, isKnown }: KeptTopics,
    slots: readonly (number | undefined)[],
    index: TermIndex,
  ): TopicTable {
    const numbers = terms.map((term) => index.numberOf(term));
    const rows = new Int32Array(index.termCount).fill(-1);
    for (const [row, number] of numbers.entries()) rows[number] = row;
    const table = new TopicTable({ topicCount, rows, loadings }, index);
    table.#grow(index.slotCount);
    for (const [at, slot] of slots.entries()) {
      if (slot === undefined || isKnown[at] !== 1) continue;
      table.#values.set(values.subarray(at * topicCount, (at + 1) * topicCount), slot * topicCount);
      table.#isKnown[slot] = 1;
    }
    return table;
  }

  /** Forgets the topics of a slot whose article has changed. */
  forget(slot: number): void {
    this.#isKnown[slot] = 0;
  }

  /** The cosine of the topics of two slots, 0..1. */
  similarity(a: number, b: number): number {
    const { topicCount } = this.#model;
    this.#know(a);
    this.#know(b);
    const values = this.#values;
    const [inA, inB] = [a * topicCount, b * topicCount];
    let product = 0;
    for (let topic = 0; topic < topicCount; topic++) product += (values[inA + topic] ?? 0) * (values[inB + topic] ?? 0);
    return Math.max(0, product / unit ** 2);
  }

  #know(slot: number): void {
    if (this.#isKnown[slot] === 1) return;
    const { topicCount } = this.#model;
    if (slot >= this.#isKnown.length) this.#grow(Math.max(slot + 1, this.#index.slotCount));
    const topics = topicsOf(this.#model, this.#index, this.#index.vectorAt(slot));
    for (const [at, value] of topics.entries()) this.#values[slot * topicCount + at] = Math.round(unit * value);
    this.#isKnown[slot] = 1;
  }

  #grow(slots: number): void {
    const values = new Int8Array(slots * this.#model.topicCount);
    values.set(this.#values);
    this.#values = values;
    const isKnown = new Uint8Array(slots);
    isKnown.set(this.#isKnown);
    this.#isKnown = isKnown;
  }
}
