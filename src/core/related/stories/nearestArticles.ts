import type { TermIndex } from "../similarity/termIndex";
import { articleVector, product, termRarity, type StoryVector } from "./storyVectors";

/** Two articles, by their places in the order of time, and how near they are to each other, 0..1. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Of a large corpus, terms that more than this share of the articles have make no story: forms of results and reports. */
const commonShare = 0.08;
const largeCorpus = 500;

/** Terms by which an article looks for others of its story, and how many others before and after it each term gives, nearest in time. */
const tellingTerms = 14;
const othersATerm = 30;
const candidates = 20;
const neighbours = 10;
/** How much work is done between two chances for others, in articles. */
const step = 50;

/** The articles of each term in the order of time, term after term in one array, with their weights of it. */
interface Postings {
  /** Where each term's articles begin; those of the next begin where they end. */
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * The vectors of the articles with `ids`, which are in the order of time, and the edges from each to its nearest. What two
 * articles share is multiplied by the `nearness` in time of their places; edges below `floor` are left out. Each article looks
 * at a bounded number of others. To be driven in slices.
 */
export function* nearestArticles(
  index: TermIndex, ids: readonly string[], nearness: (a: number, b: number) => number, floor: number,
): Generator<undefined, { readonly vectors: readonly StoryVector[]; readonly edges: Edge[] }> {
  const slots = ids.map((id) => index.slotOf(id) ?? -1);
  const rarity = yield* termRarity(index, slots, ids.length < largeCorpus ? Infinity : commonShare * ids.length);
  const vectors: StoryVector[] = [];
  const tellings: Uint32Array[] = [];
  for (const [at, slot] of slots.entries()) {
    const { vector, telling } = articleVector(index, slot, rarity, tellingTerms);
    vectors.push(vector);
    tellings.push(telling);
    if (at % step === 0) yield;
  }
  const postings = yield* postingsOf(vectors, index.termCount);
  const scores = new Float64Array(ids.length);
  const edges: Edge[] = [];
  for (const [article, vector] of vectors.entries()) {
    const near = candidatesOf(article, vector, tellings[article] ?? new Uint32Array(0), postings, scores)
      .map((other) => ({ other, weight: product(vector, vectors[other] ?? vector) * nearness(article, other) }))
      .filter(({ weight }) => weight >= floor)
      .sort((x, y) => y.weight - x.weight || x.other - y.other);
    for (const { other, weight } of near.slice(0, neighbours)) edges.push({ a: Math.min(article, other), b: Math.max(article, other), weight });
    if (article % step === 0) yield;
  }
  return { vectors, edges };
}

function* postingsOf(vectors: readonly StoryVector[], termCount: number): Generator<undefined, Postings> {
  const starts = new Uint32Array(termCount + 1);
  for (const { terms } of vectors) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  yield;
  for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  yield;
  const next = starts.slice();
  const articles = new Uint32Array(starts[termCount] ?? 0);
  const weights = new Float32Array(articles.length);
  for (const [article, vector] of vectors.entries()) {
    for (const [at, term] of vector.terms.entries()) {
      const place = next[term] ?? 0;
      articles[place] = article;
      weights[place] = vector.weights[at] ?? 0;
      next[term] = place + 1;
    }
    if (article % step === 0) yield;
  }
  return { starts, articles, weights };
}

/** The articles that share most of an article's telling terms, best first. `scores` is all zeros, before and after. */
function candidatesOf(article: number, vector: StoryVector, telling: Uint32Array, { starts, articles, weights }: Postings, scores: Float64Array): readonly number[] {
  const touched: number[] = [];
  for (const term of telling) {
    const weight = vector.weights[lowerBound(vector.terms, term, 0, vector.terms.length)] ?? 0;
    const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0];
    const here = lowerBound(articles, article, start, end);
    for (let at = Math.max(start, here - othersATerm); at < Math.min(end, here + othersATerm); at++) {
      const other = articles[at] ?? article;
      if (other === article) continue;
      const score = scores[other] ?? 0;
      if (score === 0) touched.push(other);
      scores[other] = score + weight * (weights[at] ?? 0);
    }
  }
  const best = highest(touched, scores, candidates);
  for (const other of touched) scores[other] = 0;
  return best;
}

/** The `limit` places with the highest scores, best first, equal ones by place. Most are seen once and never sorted. */
function highest(places: readonly number[], scores: Float64Array, limit: number): readonly number[] {
  let kept: number[] = [];
  let least = 0;
  const cut = (): void => {
    kept.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || x - y);
    kept = kept.slice(0, limit);
    if (kept.length === limit) least = scores[kept.at(-1) ?? 0] ?? 0;
  };
  for (const place of places) {
    if ((scores[place] ?? 0) < least) continue;
    kept.push(place);
    if (kept.length >= 3 * limit) cut();
  }
  cut();
  return kept;
}

/** The first place from `low` up to `high` whose value is not below `value`; values ascend. */
function lowerBound(values: Uint32Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
