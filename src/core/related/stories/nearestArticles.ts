import { none, tellingTerms, unit, type VectorTable } from "./storyVectors";

/** Pairs of articles that are near to each other, by their places in the order of time. */
export interface Edges {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** How near they are, 0..1. */
  readonly weights: Float64Array;
}

/** How many others before and after an article each of its telling terms gives, nearest in time. */
const othersATerm = 30;
const candidates = 16;
const neighbours = 8;
/** How much work is done between two chances for others, in articles. */
const step = 50;

/** The articles of each term in the order of time, term after term in one array. */
interface Postings {
  /** Where each term's articles begin; those of the next begin where they end. */
  readonly starts: Uint32Array;
  /**
   * An article in the upper 24 bits, in the lower 8 the upper half of its weight: enough to find candidates by, and half of what is
   * read.
   */
  readonly entries: Uint32Array;
  /** For each telling term of each article, where the article stands among those of the term. */
  readonly own: Uint32Array;
}

/**
 * The edges from each article to its nearest, each pair once. The articles of the table are in the order of time. What two
 * articles share is multiplied by the `nearness` in time of their places; edges below `floor` are left out. Each article looks
 * at a bounded number of others. To be driven in slices.
 */
export function* nearestArticles(
  table: VectorTable,
  termCount: number,
  nearness: (a: number, b: number) => number,
  floor: number,
): Generator<undefined, Edges> {
  const count = table.starts.length - 1;
  const postings = yield* postingsOf(table, termCount);
  const finder = new CandidateFinder(table, postings);
  const likeness = new Likeness(table, termCount);
  const nearest = new BestPlaces(neighbours);
  /** The nearest of each article; `none` where it has not so many. */
  const known = new Uint32Array(count * neighbours).fill(none);
  const edges = {
    a: new Uint32Array(count * neighbours),
    b: new Uint32Array(count * neighbours),
    weights: new Float64Array(count * neighbours),
  };
  let found = 0;
  for (let article = 0; article < count; article++) {
    const others = finder.find(article);
    likeness.take(article);
    nearest.clear();
    for (let at = 0; at < others.size; at++) {
      const other = others.placeAt(at);
      const weight = likeness.to(other) * nearness(article, other);
      if (weight >= floor) nearest.offer(other, weight);
    }
    likeness.drop(article);
    for (let at = 0; at < nearest.size; at++) {
      const other = nearest.placeAt(at);
      known[article * neighbours + at] = other;
      if (other < article && known.subarray(other * neighbours, (other + 1) * neighbours).includes(article)) continue;
      edges.a[found] = Math.min(article, other);
      edges.b[found] = Math.max(article, other);
      edges.weights[found++] = nearest.scoreAt(at);
    }
    if (article % step === 0) yield;
  }
  return { a: edges.a.subarray(0, found), b: edges.b.subarray(0, found), weights: edges.weights.subarray(0, found) };
}

function* postingsOf({ starts: firsts, terms, weights: given, telling }: VectorTable, termCount: number): Generator<undefined, Postings> {
  const starts = new Uint32Array(termCount + 1);
  for (let at = 0; at < terms.length; at++) {
    const next = (terms[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
    if (at % 100_000 === 0) yield;
  }
  for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  yield;
  const next = starts.slice();
  const entries = new Uint32Array(terms.length);
  const own = new Uint32Array(telling.length);
  for (let article = 0; article < firsts.length - 1; article++) {
    let told = article * tellingTerms;
    const end = firsts[article + 1] ?? 0;
    for (let at = firsts[article] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      entries[place] = (article << 8) | ((given[at] ?? 0) >>> 8);
      if (telling[told] === at) own[told++] = place;
    }
    if (article % step === 0) yield;
  }
  return { starts, entries, own };
}

/** Finds the articles that share most of an article's telling terms. */
class CandidateFinder {
  readonly #table: VectorTable;
  readonly #postings: Postings;
  /** What each article shares; all zeros but while one is looked for. */
  readonly #scores: Uint32Array;
  readonly #touched = new Uint32Array(2 * tellingTerms * othersATerm);
  readonly #best = new BestPlaces(candidates);

  constructor(table: VectorTable, postings: Postings) {
    this.#table = table;
    this.#postings = postings;
    this.#scores = new Uint32Array(table.starts.length);
  }

  /** The best ones; the next call takes the same memory for its own. */
  find(article: number): BestPlaces {
    const [{ terms, weights: given, telling }, { starts, entries, own }] = [this.#table, this.#postings];
    const [scores, touched, best] = [this.#scores, this.#touched, this.#best];
    let count = 0;
    for (let told = article * tellingTerms; told < (article + 1) * tellingTerms && telling[told] !== none; told++) {
      const at = telling[told] ?? 0;
      const term = terms[at] ?? 0;
      const weight = given[at] ?? 0;
      const here = own[told] ?? 0;
      const end = Math.min(starts[term + 1] ?? 0, here + othersATerm);
      for (let place = Math.max(starts[term] ?? 0, here - othersATerm); place < end; place++) {
        const entry = entries[place] ?? 0;
        const other = entry >>> 8;
        const score = scores[other] ?? 0;
        if (score === 0) touched[count++] = other;
        scores[other] = score + Math.imul(weight, entry & 0xff);
      }
    }
    scores[article] = 0;
    best.clear();
    for (let at = 0; at < count; at++) {
      const other = touched[at] ?? 0;
      best.offer(other, scores[other] ?? 0);
      scores[other] = 0;
    }
    return best;
  }
}

/**
 * The few places with the highest scores above 0, best first, equal ones by place; without the object an item that `text/best` would
 * take.
 */
class BestPlaces {
  readonly #places: Uint32Array;
  readonly #scores: Float64Array;
  size = 0;

  constructor(limit: number) {
    this.#places = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  clear(): void {
    this.size = 0;
  }

  placeAt(rank: number): number {
    return this.#places[rank] ?? 0;
  }

  scoreAt(rank: number): number {
    return this.#scores[rank] ?? 0;
  }

  offer(place: number, score: number): void {
    const [places, scores] = [this.#places, this.#scores];
    if (score === 0) return;
    let rank = this.size;
    if (rank === places.length && !comesBefore(score, place, scores[--rank] ?? 0, places[rank] ?? 0)) return;
    for (; rank > 0 && comesBefore(score, place, scores[rank - 1] ?? 0, places[rank - 1] ?? 0); rank--) {
      scores[rank] = scores[rank - 1] ?? 0;
      places[rank] = places[rank - 1] ?? 0;
    }
    scores[rank] = score;
    places[rank] = place;
    if (this.size < places.length) this.size++;
  }
}

function comesBefore(score: number, place: number, otherScore: number, otherPlace: number): boolean {
  return score > otherScore || (score === otherScore && place < otherPlace);
}

/** The cosine of one article and others: quick where one is compared with many in a row. */
class Likeness {
  readonly #table: VectorTable;
  /** The weights of the article that was taken, by term; all zeros otherwise. */
  readonly #weights: Uint32Array;

  constructor(table: VectorTable, termCount: number) {
    this.#table = table;
    this.#weights = new Uint32Array(termCount);
  }

  take(article: number): void {
    const { starts, terms, weights } = this.#table;
    const end = starts[article + 1] ?? 0;
    for (let at = starts[article] ?? 0; at < end; at++) this.#weights[terms[at] ?? 0] = weights[at] ?? 0;
  }

  drop(article: number): void {
    const { starts, terms } = this.#table;
    const end = starts[article + 1] ?? 0;
    for (let at = starts[article] ?? 0; at < end; at++) this.#weights[terms[at] ?? 0] = 0;
  }

  /** 0..1 */
  to(other: number): number {
    const { starts, terms, weights } = this.#table;
    const own = this.#weights;
    const end = starts[other + 1] ?? 0;
    let total = 0;
    for (let at = starts[other] ?? 0; at < end; at++) total += (own[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return total / unit ** 2;
  }
}
