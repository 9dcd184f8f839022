import { neverCancelled, type CancellationToken } from "../../util/cancellation";
import type { TermWeights } from "./articleTerms";
import { EntityVectors, type EntitySource } from "./entityVectors";
import { TermIndex, type SparseVector } from "./termIndex";
import { trainTopicModel } from "./topicModel";
import { type KeptTopics, TopicTable } from "./topicTable";

/** What relatedness looks at in one article. */
export interface RelatednessFeatures {
  readonly terms: TermWeights;
  /** Days since 1970, null for an undated article. */
  readonly day: number | null;
}

/** Another article, how related it is, and what that rests on. */
export interface Relatedness {
  readonly id: string;
  /** 0..1 */
  readonly score: number;
  /** What is shared, most telling first: ids of entities, stems of terms. */
  readonly sharedEntities: readonly string[];
  readonly sharedTerms: readonly string[];
  /** How many days later than the asked article it appeared; negative: earlier; null where one is undated. */
  readonly daysLater: number | null;
}

/** What counts how much. */
export interface RelatednessWeights {
  readonly terms: number;
  readonly topics: number;
  readonly entities: number;
  /** How much more terms and entities count in an article of the same day: 1 for twice as much. */
  readonly nearness: number;
}

/** Settled by `bench/related.ts`. */
export const relatednessDefaults: RelatednessWeights = { terms: 0.62, topics: 0.3, entities: 0.08, nearness: 0.4 };

export interface RelatednessOptions {
  readonly limit: number;
  /** Scores below are not related. */
  readonly floor: number;
  /** Articles that are not wanted: near-duplicates, say. */
  readonly exclude?: (id: string) => boolean;
  readonly entities?: EntitySource | null;
  /** For measurements; the defaults otherwise. */
  readonly weights?: RelatednessWeights;
}

/** So many of the most telling terms are looked up, as long as not more articles than `visitLimit` have them; */
const queryTerms = 30;
const visitLimit = 50_000;
/** further ones as long as not more than this do; */
const furtherLimit = 20_000;
/** and so many in any case. */
const fewestTerms = 8;
const candidateLimit = 150;
/** Brings scores into 0..1: what is as alike as copies are, on the same day, may go beyond. */
const scale = 0.8;
const halfLifeDays = 7;
const reasonLimit = 8;

/**
 * Which articles of the corpus are related to one: candidates by its most telling terms, then ranked by TF-IDF cosine
 * with title and lead weight, by the corpus's own topics, by shared entities, and by nearness in time.
 */
export class RelatednessIndex {
  /** The articles as vectors of terms; changed by `set` and `delete` alone. */
  readonly terms = new TermIndex();
  readonly #days = new Map<string, number | null>();
  /** Null until a model has been trained. */
  #topics: TopicTable | null = null;
  #scores = new Float64Array(0);

  /** How many articles there are. */
  get size(): number {
    return this.terms.size;
  }

  /** Sets an article's features, in place of what it had. */
  set(id: string, features: RelatednessFeatures): void {
    const slot = this.terms.set(id, features.terms);
    this.#topics?.forget(slot);
    this.#days.set(id, features.day);
  }

  /** Sets the day of an article that is here. */
  setDay(id: string, day: number | null): void {
    if (this.#days.has(id)) this.#days.set(id, day);
  }

  delete(id: string): void {
    this.terms.delete(id);
    this.#days.delete(id);
  }

  /** Days since 1970; null for an undated article, and one that is not here. */
  dayOf(id: string): number | null {
    return this.#days.get(id) ?? null;
  }

  /**
   * Trains the topic model on the articles as they are; to be driven in slices, and to be given up if an article changes meanwhile.
   * Until it
   * ends, the last model answers. Returns whether there is one now.
   */
  *train(): Generator<undefined, boolean> {
    const model = yield* trainTopicModel(this.terms);
    const topics = model === null ? null : new TopicTable(model, this.terms);
    if (topics !== null) yield* topics.fill();
    this.#topics = topics;
    return model !== null;
  }

  /** The topics with those of these articles, so that they can be kept; null where there are none. */
  keptTopics(ids: readonly string[]): KeptTopics | null {
    return this.#topics?.kept(ids.map((id) => this.terms.slotOf(id) ?? -1)) ?? null;
  }

  /** Takes topics over that were kept in place of what there is; `ids` are those of its articles that are here as they were. */
  takeTopics(kept: KeptTopics | null, ids: readonly (string | undefined)[]): void {
    const slots = ids.map((id) => (id === undefined ? undefined : this.terms.slotOf(id)));
    this.#topics = kept === null ? null : TopicTable.of(kept, slots, this.terms);
  }

  /** The articles related to one, best first; empty for an unknown article. */
  related(id: string, options: RelatednessOptions, token: CancellationToken = neverCancelled): readonly Relatedness[] {
    const slot = this.terms.slotOf(id);
    if (slot === undefined) return [];
    const vector = this.terms.vectorAt(slot);
    const own = lengthOf(this.terms, vector);
    const entities = new EntityVectors(options.entities ?? null, this.size);
    const weights = options.weights ?? relatednessDefaults;
    const hits: Relatedness[] = [];
    for (const candidate of this.candidates(slot)) {
      if (token.isCancellationRequested) return [];
      const other = this.terms.idAt(candidate);
      if (other === null || options.exclude?.(other) === true) continue;
      const score = this.#score(id, slot, vector, own, other, candidate, entities, weights);
      if (score < options.floor) continue;
      hits.push({ id: other, score, sharedEntities: [], sharedTerms: [], daysLater: this.#daysLater(id, other) });
    }
    hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return hits.slice(0, options.limit).map((hit) => ({
      ...hit,
      sharedEntities: entities.shared(id, hit.id),
      sharedTerms: sharedTerms(this.terms, id, hit.id),
    }));
  }

  /** How related two articles are, 0..1; 0 for one that is not here. For measurements. */
  similarity(a: string, b: string, weights: RelatednessWeights, entities: EntitySource | null): number {
    const [slot, other] = [this.terms.slotOf(a), this.terms.slotOf(b)];
    if (slot === undefined || other === undefined) return 0;
    const vector = this.terms.vectorAt(slot);
    return this.#score(a, slot, vector, lengthOf(this.terms, vector), b, other, new EntityVectors(entities, this.size), weights);
  }

  #daysLater(id: string, other: string): number | null {
    const day = this.dayOf(id);
    const otherDay = this.dayOf(other);
    return day === null || otherDay === null ? null : otherDay - day;
  }

  /** The slots of the articles that share the most telling terms of one, best first. */
  candidates(slot: number): readonly number[] {
    const index = this.terms;
    const vector = index.vectorAt(slot);
    if (this.#scores.length < index.slotCount) this.#scores = new Float64Array(index.slotCount * 2);
    const telling = [...vector.terms]
      .map((term, at) => ({ term, weight: (vector.weights[at] ?? 0) * index.idf(term) ** 2 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || (index.nameOf(a.term) < index.nameOf(b.term) ? -1 : 1));
    const touched: number[] = [];
    let visited = 0;
    for (const [rank, { term, weight }] of telling.entries()) {
      visited += index.postings(term).length;
      if (visited > (rank < queryTerms ? visitLimit : furtherLimit) && rank >= fewestTerms) break;
      for (const other of index.postings(term)) {
        if (other === slot) continue;
        const score = this.#scores[other] ?? 0;
        if (score === 0) touched.push(other);
        this.#scores[other] = score + weight;
      }
    }
    const ranked = this.#best(touched);
    for (const other of touched) this.#scores[other] = 0;
    return ranked;
  }

  /** The slots with the highest scores, best first. Most of many thousands are never sorted. */
  #best(touched: readonly number[]): readonly number[] {
    const index = this.terms;
    let kept: { readonly other: number; readonly score: number }[] = [];
    let least = 0;
    const cut = (): void => {
      kept.sort((a, b) => b.score - a.score || ((index.idAt(a.other) ?? "") < (index.idAt(b.other) ?? "") ? -1 : 1));
      kept = kept.slice(0, candidateLimit);
      if (kept.length === candidateLimit) least = kept.at(-1)?.score ?? 0;
    };
    for (const other of touched) {
      const score = rounded(this.#scores[other] ?? 0);
      if (score < least) continue;
      kept.push({ other, score });
      if (kept.length >= 8 * candidateLimit) cut();
    }
    cut();
    return kept.map(({ other }) => other);
  }

  /**
   * Terms and entities say that two articles tell one story, the more the nearer they are in time; topics, squared so that a
   * faint likeness counts for little, that they are about like things, whenever that was.
   */
  #score(
    id: string,
    slot: number,
    vector: SparseVector,
    own: number,
    other: string,
    candidate: number,
    entityVectors: EntityVectors,
    weights: RelatednessWeights,
  ): number {
    const terms = cosine(this.terms, vector, own, this.terms.vectorAt(candidate));
    const entities = entityVectors.similarity(id, other);
    const topics = this.#topics === null ? null : this.#topics.similarity(slot, candidate) ** 2;
    const days = this.#daysLater(id, other);
    const near = days === null ? 0 : 2 ** (-Math.abs(days) / halfLifeDays);
    // What is not known, terms stand for.
    const share = weights.terms + (entities === null ? weights.entities : 0) + (topics === null ? weights.topics : 0);
    const story = (share * terms + weights.entities * (entities ?? 0)) * (1 + weights.nearness * near);
    return rounded(Math.min(1, (story + weights.topics * (topics ?? 0)) * scale));
  }
}

/** Without the last digits, which depend on the order in which articles came: sums of floats do. */
function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9;
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

/** The terms that two articles share, most telling first. */
function sharedTerms(index: TermIndex, id: string, other: string): readonly string[] {
  const a = index.vectorAt(index.slotOf(id) ?? -1);
  const b = index.vectorAt(index.slotOf(other) ?? -1);
  const weights = new Map<number, number>();
  for (let at = 0; at < a.terms.length; at++) weights.set(a.terms[at] ?? 0, a.weights[at] ?? 0);
  return [...b.terms]
    .map((term, at) => ({ term, weight: (weights.get(term) ?? 0) * (b.weights[at] ?? 0) * index.idf(term) ** 2 }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (index.nameOf(x.term) < index.nameOf(y.term) ? -1 : 1))
    .slice(0, reasonLimit)
    .map(({ term }) => index.nameOf(term));
}
