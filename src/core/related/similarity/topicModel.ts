import type { SparseVector, TermIndex } from "./termIndex";

/** How many dimensions a topic vector has. */
export const topicCount = 64;
/** From this many articles on a model is worth while; below, it would only repeat the terms. */
export const topicFloor = 60;
const sampleLimit = 4000;
const iterations = 2;
const minimumFrequency = 3;
const rowsPerStep = 200;

/** Maps terms to topics: latent semantic analysis trained on the corpus itself. */
export interface TopicModel {
  /** The row of a term number in `loadings`, -1 for terms that the model does not know. */
  readonly rows: Int32Array;
  /** Row by row, `topicCount` numbers a term. */
  readonly loadings: Float32Array;
}

/** A small seeded generator (mulberry32), so that the same corpus gives the same model. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 - 0.5;
  };
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The slots that a model is trained on: all, or those with the smallest id hashes, so that few edits change the sample. */
function sampleOf(index: TermIndex): readonly number[] {
  const all: { readonly slot: number; readonly id: string; readonly hash: number }[] = [];
  for (let slot = 0; slot < index.slotCount; slot++) {
    const id = index.idAt(slot);
    if (id !== null) all.push({ slot, id, hash: hashOf(id) });
  }
  all.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  return all.slice(0, sampleLimit).map((one) => one.slot);
}

/** Makes the columns of a matrix of `topicCount` columns orthonormal (modified Gram–Schmidt). Yields after every column. */
function* orthonormalize(matrix: Float32Array, rows: number): Generator<undefined, void> {
  for (let column = 0; column < topicCount; column++) {
    for (let before = 0; before < column; before++) {
      let product = 0;
      for (let row = 0; row < rows; row++) product += (matrix[row * topicCount + column] ?? 0) * (matrix[row * topicCount + before] ?? 0);
      for (let at = 0; at < rows * topicCount; at += topicCount) matrix[at + column] = (matrix[at + column] ?? 0) - product * (matrix[at + before] ?? 0);
    }
    let length = 0;
    for (let at = column; at < rows * topicCount; at += topicCount) length += (matrix[at] ?? 0) ** 2;
    length = Math.sqrt(length) || 1;
    for (let at = column; at < rows * topicCount; at += topicCount) matrix[at] = (matrix[at] ?? 0) / length;
    yield;
  }
}

/** The document's weights times idf, of length 1. */
function normalized(index: TermIndex, vector: SparseVector): Float32Array {
  const weights = new Float32Array(vector.terms.length);
  let length = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = (vector.weights[at] ?? 0) * index.idf(vector.terms[at] ?? 0);
    weights[at] = weight;
    length += weight * weight;
  }
  length = Math.sqrt(length) || 1;
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / length;
  return weights;
}

/**
 * Trains a model by randomised subspace iteration (Halko, Martinsson, Tropp 2011) on at most 4,000 articles, chosen by
 * their ids. A generator, to be driven in slices: it yields now and then and returns the model; null below
 * `topicFloor` articles. The same articles give the same model, in whatever order they came.
 */
export function* trainTopicModel(index: TermIndex): Generator<undefined, TopicModel | null> {
  if (index.size < topicFloor) return null;
  const sample = sampleOf(index);
  const frequency = new Map<number, number>();
  for (const slot of sample) for (const term of index.vectorAt(slot).terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  // By name, not by number: numbers depend on the order in which articles came.
  const known = [...frequency].filter(([term, count]) => count >= minimumFrequency && index.idf(term) > 0).map(([term]) => term);
  known.sort((a, b) => (index.nameOf(a) < index.nameOf(b) ? -1 : 1));
  const rows = new Int32Array(index.termCount).fill(-1);
  known.forEach((term, row) => (rows[term] = row));
  const documents = sample.map((slot) => ({ terms: index.vectorAt(slot).terms, weights: normalized(index, index.vectorAt(slot)) }));
  yield;
  const random = randomNumbers(1);
  const loadings = Float32Array.from({ length: known.length * topicCount }, random);
  const projected = new Float32Array(documents.length * topicCount);
  for (let pass = 0; pass < iterations; pass++) {
    projected.fill(0);
    for (const [at, document] of documents.entries()) {
      project(document.terms, document.weights, rows, loadings, projected, at * topicCount);
      if (at % rowsPerStep === 0) yield;
    }
    yield* orthonormalize(projected, documents.length);
    loadings.fill(0);
    for (const [at, document] of documents.entries()) {
      spread(document.terms, document.weights, rows, loadings, projected, at * topicCount);
      if (at % rowsPerStep === 0) yield;
    }
    yield* orthonormalize(loadings, known.length);
  }
  return { rows, loadings };
}

function project(terms: Uint32Array, weights: Float32Array, rows: Int32Array, loadings: Float32Array, into: Float32Array, offset: number): void {
  for (let at = 0; at < terms.length; at++) {
    const row = rows[terms[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const weight = weights[at] ?? 0;
    const base = row * topicCount;
    for (let topic = 0; topic < topicCount; topic++) into[offset + topic] = (into[offset + topic] ?? 0) + weight * (loadings[base + topic] ?? 0);
  }
}

function spread(terms: Uint32Array, weights: Float32Array, rows: Int32Array, loadings: Float32Array, from: Float32Array, offset: number): void {
  for (let at = 0; at < terms.length; at++) {
    const row = rows[terms[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const weight = weights[at] ?? 0;
    const base = row * topicCount;
    for (let topic = 0; topic < topicCount; topic++) loadings[base + topic] = (loadings[base + topic] ?? 0) + weight * (from[offset + topic] ?? 0);
  }
}

/** The topics of an article, of length 1 (all zero where the model knows none of its terms). */
export function topicsOf(model: TopicModel, index: TermIndex, vector: SparseVector): Float32Array {
  const topics = new Float32Array(topicCount);
  project(vector.terms, normalized(index, vector), model.rows, model.loadings, topics, 0);
  let length = 0;
  for (const value of topics) length += value * value;
  length = Math.sqrt(length) || 1;
  return topics.map((value) => value / length);
}
