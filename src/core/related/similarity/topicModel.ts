import { mixHash } from "../duplicates/wordHashes";
import type { SparseVector, TermIndex } from "./termIndex";

/** A topic vector has so many dimensions at most; */
const mostTopics = 64;
/** in a small corpus, so many times the square root of its size: more of them would say again what the terms say. */
const topicsPerRoot = 1.5;
/** From this many articles on a model is worth while; below, it would only repeat the terms. */
export const topicFloor = 60;
const sampleLimit = 4000;
/** Passes over the sample: the fewer articles, the slower the topics settle, and the less a pass costs. */
const fewestPasses = 3;
const mostPasses = 8;
const passedArticles = 10_000;
const minimumFrequency = 3;
const slotsPerStep = 5000;
const documentsPerStep = 100;
const termsPerStep = 5000;
const rowsPerStep = 500;

/** Maps terms to topics: latent semantic analysis trained on the corpus itself. */
export interface TopicModel {
  readonly topicCount: number;
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

/** FNV-1a, mixed so that like names come out apart. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return mixHash(hash >>> 0);
}

interface Hashed {
  readonly number: number;
  readonly name: string;
  readonly hash: number;
}

/** An order that depends on names alone. */
function byHash(a: Hashed, b: Hashed): number {
  return a.hash - b.hash || (a.name < b.name ? -1 : 1);
}

/** The slots that a model is trained on: all, or those with the smallest id hashes, so that few edits change the sample. */
function* sampleOf(index: TermIndex): Generator<undefined, readonly number[]> {
  const found: Hashed[] = [];
  // Hashes are spread evenly: of many articles, those above can hardly be among the smallest.
  const bound = 4_294_967_296 * Math.min(1, (1.3 * sampleLimit) / index.size);
  for (let slot = 0; slot < index.slotCount; slot++) {
    const name = index.idAt(slot);
    const hash = name === null ? Infinity : hashOf(name);
    if (name !== null && hash < bound) found.push({ number: slot, name, hash });
    if (slot % slotsPerStep === 0) yield;
  }
  return found
    .sort(byHash)
    .slice(0, sampleLimit)
    .map(({ number }) => number);
}

/**
 * Makes the columns of a matrix orthonormal, row by row: by the Cholesky factor of its Gram matrix, of which a column that depends on
 * those before becomes zero.
 */
function* orthonormalize(matrix: Float32Array, columns: number): Generator<undefined, void> {
  const gram = new Float64Array(columns * columns);
  for (let start = 0, step = 0; start < matrix.length; start += columns) {
    for (let row = 0; row < columns; row++) {
      const value = matrix[start + row] ?? 0;
      for (let column = 0; column <= row; column++)
        gram[row * columns + column] = (gram[row * columns + column] ?? 0) + value * (matrix[start + column] ?? 0);
    }
    if (++step % rowsPerStep === 0) yield;
  }
  const factor = cholesky(gram, columns);
  for (let start = 0, step = 0; start < matrix.length; start += columns) {
    // Forward substitution: the row times the inverse of the factor.
    for (let column = 0; column < columns; column++) {
      let value = matrix[start + column] ?? 0;
      for (let before = 0; before < column; before++) value -= (matrix[start + before] ?? 0) * (factor[column * columns + before] ?? 0);
      const pivot = factor[column * columns + column] ?? 0;
      matrix[start + column] = pivot === 0 ? 0 : value / pivot;
    }
    if (++step % rowsPerStep === 0) yield;
  }
}

/** The lower triangle whose product with its transpose is a symmetric matrix; zero where a pivot vanishes. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      const whole = sum;
      for (let at = 0; at < column; at++) sum -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      const pivot = factor[column * size + column] ?? 0;
      if (row === column) factor[row * size + row] = sum > whole * 1e-9 ? Math.sqrt(sum) : 0;
      else factor[row * size + column] = pivot === 0 ? 0 : sum / pivot;
    }
  }
  return factor;
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
 * their ids. A generator, to be driven in slices of a few milliseconds: it returns the model; null below
 * `topicFloor` articles. The same articles give the same model, in whatever order they came.
 */
export function* trainTopicModel(index: TermIndex): Generator<undefined, TopicModel | null> {
  if (index.size < topicFloor) return null;
  const sample = yield* sampleOf(index);
  const topicCount = Math.min(mostTopics, Math.round(topicsPerRoot * Math.sqrt(sample.length)));
  const known = yield* knownTerms(index, sample);
  const rows = new Int32Array(index.termCount).fill(-1);
  known.forEach((term, row) => (rows[term] = row));
  const documents: SparseVector[] = [];
  for (const slot of sample) {
    documents.push({ terms: index.vectorAt(slot).terms, weights: normalized(index, index.vectorAt(slot)) });
    if (documents.length % documentsPerStep === 0) yield;
  }
  const random = randomNumbers(1);
  const model = { rows, loadings: new Float32Array(known.length * topicCount), topicCount };
  for (let at = 0; at < model.loadings.length; at++) {
    model.loadings[at] = random();
    if (at % 100_000 === 0) yield;
  }
  const projected = new Float32Array(documents.length * topicCount);
  const passes = Math.min(mostPasses, Math.max(fewestPasses, Math.round(passedArticles / sample.length)));
  for (let pass = 0; pass < passes; pass++) {
    projected.fill(0);
    for (const [at, document] of documents.entries()) {
      project(model, document, projected, at * topicCount);
      if (at % documentsPerStep === 0) yield;
    }
    yield* orthonormalize(projected, topicCount);
    model.loadings.fill(0);
    for (const [at, document] of documents.entries()) {
      spread(model, document, projected, at * topicCount);
      if (at % documentsPerStep === 0) yield;
    }
    yield* orthonormalize(model.loadings, topicCount);
  }
  return model;
}

/**
 * The terms that some articles of the sample share, in an order that depends on their names alone: numbers depend on the order in
 * which articles came.
 */
function* knownTerms(index: TermIndex, sample: readonly number[]): Generator<undefined, readonly number[]> {
  const frequency = new Uint16Array(index.termCount);
  for (const [at, slot] of sample.entries()) {
    for (const term of index.vectorAt(slot).terms) frequency[term] = (frequency[term] ?? 0) + 1;
    if (at % documentsPerStep === 0) yield;
  }
  const known: Hashed[] = [];
  for (const [number, count] of frequency.entries()) {
    if (count < minimumFrequency || index.idf(number) === 0) continue;
    const name = index.nameOf(number);
    known.push({ number, name, hash: hashOf(name) });
    if (known.length % termsPerStep === 0) yield;
  }
  yield;
  return known.sort(byHash).map(({ number }) => number);
}

/** Adds an article's topics to `into` at `offset`. */
function project({ rows, loadings, topicCount }: TopicModel, { terms, weights }: SparseVector, into: Float32Array, offset: number): void {
  for (let at = 0; at < terms.length; at++) {
    const row = rows[terms[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const weight = weights[at] ?? 0;
    const base = row * topicCount;
    for (let topic = 0; topic < topicCount; topic++)
      into[offset + topic] = (into[offset + topic] ?? 0) + weight * (loadings[base + topic] ?? 0);
  }
}

/** The other way round: adds topics at `offset` of `from` to the loadings of an article's terms. */
function spread({ rows, loadings, topicCount }: TopicModel, { terms, weights }: SparseVector, from: Float32Array, offset: number): void {
  for (let at = 0; at < terms.length; at++) {
    const row = rows[terms[at] ?? 0] ?? -1;
    if (row < 0) continue;
    const weight = weights[at] ?? 0;
    const base = row * topicCount;
    for (let topic = 0; topic < topicCount; topic++)
      loadings[base + topic] = (loadings[base + topic] ?? 0) + weight * (from[offset + topic] ?? 0);
  }
}

/** The topics of an article, of length 1 (all zero where the model knows none of its terms). */
export function topicsOf(model: TopicModel, index: TermIndex, vector: SparseVector): Float32Array {
  const topics = new Float32Array(model.topicCount);
  project(model, { terms: vector.terms, weights: normalized(index, vector) }, topics, 0);
  let length = 0;
  for (const value of topics) length += value * value;
  length = Math.sqrt(length) || 1;
  return topics.map((value) => value / length);
}
