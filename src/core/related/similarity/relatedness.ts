import { neverCancelled, type CancellationToken } from "../../cancellation";
import type { TermWeights } from "./articleTerms";
import { TermIndex, type SparseVector } from "./termIndex";
import { topicCount, topicsOf, trainTopicModel, type TopicModel } from "./topicModel";

/** What relatedness looks at in one article. */
export interface RelatednessFeatures {
  readonly terms: TermWeights;
  /** The entities that it names with how often, by their corpus-wide ids; empty while they are not known. */
  readonly entities: ReadonlyMap<string, number>;
  /** Days since 1970, null for an undated article. */
  readonly day: number | null;
}

/** Another article, how related it is, and what that rests on. */
export interface Relatedness {
  readonly id: string;
  /** 0..1 */
  readonly score: number;
  /** Shared entities and terms with what each contributes, most telling first. */
  readonly sharedEntities: readonly string[];
  readonly sharedTerms: readonly string[];
  /** How many days later than the asked article it appeared; negative: earlier; null where one is undated. */
  readonly daysLater: number | null;
}

export interface RelatednessOptions {
  readonly limit: number;
  /** Scores below are not related. */
  readonly floor: number;
  /** Articles that are not wanted: near-duplicates, say. */
  readonly exclude?: (id: string) => boolean;
}

const queryTerms = 40;
const candidateLimit = 150;
const termShare = 0.5;
const topicShare = 0.35;
const entityShare = 0.15;
const halfLifeDays = 7;
const reasonLimit = 5;

/**
 * Which articles of the corpus are related to one: candidates by its most telling terms, then ranked by TF-IDF cosine
 * with title and lead weight, by the corpus's own topics, by shared entities, and by nearness in time.
 */
export class RelatednessIndex {
  readonly #terms = new TermIndex();
  readonly #entities = new TermIndex();
  readonly #days = new Map<string, number | null>();
  readonly #topics = new Map<string, Float32Array>();
  #model: TopicModel | null = null;
  #scores = new Float64Array(0);

  /** How many articles there are. */
  get size(): number {
    return this.#terms.size;
  }

  /** Sets an article's features, in place of what it had. */
  set(id: string, features: RelatednessFeatures): void {
    this.#terms.set(id, features.terms);
    this.#entities.set(id, new Map([...features.entities].map(([entity, count]) => [entity, 1 + Math.log(count)])));
    this.#days.set(id, features.day);
    this.#topics.delete(id);
  }

  delete(id: string): void {
    this.#terms.delete(id);
    this.#entities.delete(id);
    this.#days.delete(id);
    this.#topics.delete(id);
  }

  /** Trains the topic model on the articles as they are; to be driven in slices. Until it ends, the last model answers. */
  *train(): Generator<undefined, void> {
    const model = yield* trainTopicModel(this.#terms);
    this.#model = model;
    this.#topics.clear();
  }

  /** The articles related to one, best first; empty for an unknown article. */
  related(id: string, options: RelatednessOptions, token: CancellationToken = neverCancelled): readonly Relatedness[] {
    const slot = this.#terms.slotOf(id);
    if (slot === undefined) return [];
    const vector = this.#terms.vectorAt(slot);
    const own = lengthOf(this.#terms, vector);
    const hits: Relatedness[] = [];
    for (const candidate of this.#candidates(slot, vector)) {
      if (token.isCancellationRequested) return [];
      const other = this.#terms.idAt(candidate);
      if (other === null || options.exclude?.(other) === true) continue;
      const score = this.#score(id, vector, own, other, candidate);
      if (score < options.floor) continue;
      hits.push({ id: other, score, sharedEntities: [], sharedTerms: [], daysLater: this.#daysLater(id, other) });
    }
    hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return hits.slice(0, options.limit).map((hit) => ({
      ...hit,
      sharedEntities: shared(this.#entities, id, hit.id),
      sharedTerms: shared(this.#terms, id, hit.id),
    }));
  }

  #daysLater(id: string, other: string): number | null {
    const day = this.#days.get(id) ?? null;
    const otherDay = this.#days.get(other) ?? null;
    return day === null || otherDay === null ? null : otherDay - day;
  }

  #candidates(slot: number, vector: SparseVector): readonly number[] {
    const index = this.#terms;
    if (this.#scores.length < index.slotCount) this.#scores = new Float64Array(index.slotCount * 2);
    const telling = [...vector.terms]
      .map((term, at) => ({ term, weight: (vector.weights[at] ?? 0) * index.idf(term) ** 2 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, queryTerms);
    const touched: number[] = [];
    for (const { term, weight } of telling) {
      for (const other of index.postings(term)) {
        if (other === slot) continue;
        const score = this.#scores[other] ?? 0;
        if (score === 0) touched.push(other);
        this.#scores[other] = score + weight;
      }
    }
    const ranked = touched.map((other) => ({ other, score: this.#scores[other] ?? 0 }));
    for (const other of touched) this.#scores[other] = 0;
    ranked.sort((a, b) => b.score - a.score || a.other - b.other);
    return ranked.slice(0, candidateLimit).map(({ other }) => other);
  }

  #topicsOf(id: string, vector: SparseVector): Float32Array | null {
    if (this.#model === null) return null;
    let topics = this.#topics.get(id);
    if (topics === undefined) this.#topics.set(id, (topics = topicsOf(this.#model, this.#terms, vector)));
    return topics;
  }

  #score(id: string, vector: SparseVector, own: number, other: string, slot: number): number {
    const theirs = this.#terms.vectorAt(slot);
    const terms = cosine(this.#terms, vector, own, theirs);
    const mine = this.#entities.vectorAt(this.#entities.slotOf(id) ?? -1);
    const entities = cosine(this.#entities, mine, lengthOf(this.#entities, mine), this.#entities.vectorAt(this.#entities.slotOf(other) ?? -1));
    const a = this.#topicsOf(id, vector);
    const b = this.#topicsOf(other, theirs);
    let topics = terms;
    if (a !== null && b !== null) {
      topics = 0;
      for (let at = 0; at < topicCount; at++) topics += (a[at] ?? 0) * (b[at] ?? 0);
      topics = Math.max(0, topics);
    }
    const days = this.#daysLater(id, other);
    const near = days === null ? 0 : 2 ** (-Math.abs(days) / halfLifeDays);
    return Math.min(1, (termShare * terms + topicShare * topics + entityShare * entities) * (1 + near) * 0.75);
  }
}

function lengthOf(index: TermIndex, vector: SparseVector): number {
  let length = 0;
  for (let at = 0; at < vector.terms.length; at++) length += ((vector.weights[at] ?? 0) * index.idf(vector.terms[at] ?? 0)) ** 2;
  return Math.sqrt(length);
}

function cosine(index: TermIndex, a: SparseVector, lengthA: number, b: SparseVector): number {
  let product = 0;
  let inA = 0;
  let inB = 0;
  while (inA < a.terms.length && inB < b.terms.length) {
    const left = a.terms[inA] ?? 0;
    const right = b.terms[inB] ?? 0;
    if (left === right) product += (a.weights[inA++] ?? 0) * (b.weights[inB++] ?? 0) * index.idf(left) ** 2;
    else if (left < right) inA++;
    else inB++;
  }
  const lengths = lengthA * lengthOf(index, b);
  return lengths === 0 ? 0 : product / lengths;
}

/** What two articles share, most telling first. */
function shared(index: TermIndex, id: string, other: string): readonly string[] {
  const a = index.vectorAt(index.slotOf(id) ?? -1);
  const b = index.vectorAt(index.slotOf(other) ?? -1);
  const weights = new Map<number, number>();
  for (let at = 0; at < a.terms.length; at++) weights.set(a.terms[at] ?? 0, a.weights[at] ?? 0);
  return [...b.terms]
    .map((term, at) => ({ term, weight: (weights.get(term) ?? 0) * (b.weights[at] ?? 0) * index.idf(term) ** 2 }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || x.term - y.term)
    .slice(0, reasonLimit)
    .map(({ term }) => index.nameOf(term));
}
