import { FeatureKeys, Role, roleCount, windowReach, wordFeatures } from "./features";
import { labelCount } from "./labels";
import type { Sentence } from "./sentence";
import type { Weights } from "./weights";
import type { Word } from "./words";

const stride = roleCount * labelCount;

/** For each word and role the labels' scores that its features add up to, computed at the first meeting. */
export class WordScores {
  readonly #weights: Weights;
  readonly #features = new FeatureKeys();
  #scores = new Int16Array(1024 * stride);
  #known = new Uint8Array(1024);

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  /** Forgets all words; for when their ids are given out anew. */
  clear(): void {
    this.#known.fill(0);
  }

  /** Adds to `scores` at `base` what the token at `index` and its neighbours tell as single words. */
  add(sentence: Sentence, index: number, scores: Int32Array, base: number): void {
    this.#addRole(sentence.at(index), Role.Self, scores, base);
    this.#addRole(sentence.at(index - 1), Role.Previous, scores, base);
    this.#addRole(sentence.at(index + 1), Role.Next, scores, base);
    this.#addRole(sentence.at(index - 2), Role.BeforePrevious, scores, base);
    this.#addRole(sentence.at(index + 2), Role.AfterNext, scores, base);
    for (let distance = 2; distance <= windowReach; distance++) {
      this.#addRole(sentence.at(index - distance), Role.Left, scores, base);
      this.#addRole(sentence.at(index + distance), Role.Right, scores, base);
    }
  }

  #addRole(word: Word, role: number, scores: Int32Array, base: number): void {
    if (this.#known[word.id] !== 1) this.#learn(word);
    const from = word.id * stride + role * labelCount;
    const table = this.#scores;
    for (let label = 0; label < labelCount; label++) {
      scores[base + label] = (scores[base + label] ?? 0) + (table[from + label] ?? 0);
    }
  }

  #learn(word: Word): void {
    if (word.id >= this.#known.length) this.#grow(word.id);
    const base = word.id * stride;
    this.#scores.fill(0, base, base + stride);
    for (let role = 0; role < roleCount; role++) {
      this.#features.clear();
      wordFeatures(word, role, this.#features);
      this.#weights.add(this.#features, this.#scores, base + role * labelCount);
    }
    this.#known[word.id] = 1;
  }

  #grow(id: number): void {
    const size = Math.max(id + 1, this.#known.length * 2);
    const scores = new Int16Array(size * stride);
    const known = new Uint8Array(size);
    scores.set(this.#scores);
    known.set(this.#known);
    this.#scores = scores;
    this.#known = known;
  }
}
