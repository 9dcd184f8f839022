import type { TermIndex } from "../similarity/termIndex";
import { addVector, articleVector, product, type StoryVector } from "./storyVectors";

/** What stories are made of. */
export interface StorySource {
  readonly terms: TermIndex;
  /** Days since 1970; null for an undated article. */
  readonly dayOf: (id: string) => number | null;
  /** The article that stands for all copies of a text: itself, if it has none. */
  readonly originalOf: (id: string) => string;
}

/** How alike the articles of a story have to be on average, and how time counts. Settled by `bench/stories.ts`. */
export interface StoryOptions {
  readonly floor: number;
  readonly gapDays: number;
  readonly far: number;
}

/**
 * What suits a corpus of `count` articles over `days` days. Where little is reported, months of silence end no story; in a
 * small corpus terms are less rare, and likenesses lower.
 */
export function storyOptionsFor(count: number, days: number): StoryOptions {
  const floor = 0.06 + 0.02 * Math.min(2, Math.max(0, Math.log10(Math.max(1, count) / 100)));
  return { floor, gapDays: Math.max(30, (20 * days) / Math.max(1, count)), far: 0.5 };
}

/** Of a large corpus, terms that more than this share of the articles have make no story: forms of results and reports. */
const commonShare = 0.04;
const largeCorpus = 500;

/** Terms by which an article looks for others of its story, and how many others each term gives, nearest in time. */
const queryTerms = 14;
const othersATerm = 30;
const neighbours = 10;
/** How much work is done between two chances for others, in articles. */
const step = 50;

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

interface Cluster {
  readonly vector: StoryVector;
  readonly members: number[];
  from: number | null;
  to: number | null;
}

/**
 * Groups articles into running stories: each with its nearest by terms and time, then, nearest pairs first, clusters are joined
 * while their articles are alike enough on average (average linkage over a graph of neighbours), so that no chain of
 * chance similarities makes one story of everything. To be driven in slices; returns lists of ids, articles
 * without a story left out. About linear in the number of articles: each looks at a bounded number of others.
 */
export function* clusterStories(source: StorySource, given?: StoryOptions): Generator<undefined, readonly (readonly string[])[]> {
  const { terms } = source;
  const ids = originals(source);
  const days = ids.map((id) => source.dayOf(id));
  const options = given ?? storyOptionsFor(ids.length, spanOf(days));
  const most = ids.length < largeCorpus ? Infinity : commonShare * ids.length;
  const vectors: StoryVector[] = [];
  for (const [at, id] of ids.entries()) {
    vectors.push(articleVector(terms, terms.slotOf(id) ?? -1, most));
    if (at % step === 0) yield;
  }
  const postings = yield* postingsOf(vectors);
  const edges: Edge[] = [];
  const scores = new Float64Array(ids.length);
  for (let article = 0; article < ids.length; article++) {
    findNeighbours(article, vectors, days, postings, scores, options, edges);
    if (article % step === 0) yield;
  }
  edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  yield;
  return withCopies(yield* joined(ids.length, vectors, days, edges, options), ids, source);
}

/** One id for each text, in the order of time and then of ids; undated ones last. */
function originals({ terms, originalOf, dayOf }: StorySource): readonly string[] {
  const ids: string[] = [];
  for (let slot = 0; slot < terms.slotCount; slot++) {
    const id = terms.idAt(slot);
    if (id !== null && originalOf(id) === id) ids.push(id);
  }
  const order = new Map(ids.map((id) => [id, dayOf(id) ?? Infinity]));
  return ids.sort((a, b) => compare(order.get(a) ?? 0, order.get(b) ?? 0) || (a < b ? -1 : 1));
}

/** Days from the first to the last date. */
function spanOf(days: readonly (number | null)[]): number {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last >= first ? last - first : 0;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The articles of each term, in the order of time. */
function* postingsOf(vectors: readonly StoryVector[]): Generator<undefined, ReadonlyMap<number, readonly number[]>> {
  const postings = new Map<number, number[]>();
  for (const [article, vector] of vectors.entries()) {
    for (const term of vector.keys()) {
      const articles = postings.get(term);
      if (articles === undefined) postings.set(term, [article]);
      else articles.push(article);
    }
    if (article % step === 0) yield;
  }
  return postings;
}

/** Adds the edges from an article to those before it that are nearest, by terms and time. */
function findNeighbours(
  article: number, vectors: readonly StoryVector[], days: readonly (number | null)[], postings: ReadonlyMap<number, readonly number[]>,
  scores: Float64Array, options: StoryOptions, edges: Edge[],
): void {
  const vector = vectors[article] ?? new Map<number, number>();
  const touched: number[] = [];
  let rank = 0;
  for (const [term, weight] of vector) {
    if (rank++ >= queryTerms) break;
    const articles = postings.get(term) ?? [];
    const here = indexIn(articles, article);
    for (let at = Math.max(0, here - othersATerm); at < Math.min(articles.length, here + othersATerm); at++) {
      const other = articles[at] ?? article;
      if (other === article) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other] = (scores[other] ?? 0) + weight * (vectors[other]?.get(term) ?? 0);
    }
  }
  const ranked = touched.map((other) => ({ other, score: scores[other] ?? 0 })).sort((x, y) => y.score - x.score || x.other - y.other).slice(0, 2 * neighbours);
  for (const other of touched) scores[other] = 0;
  const near = ranked
    .map(({ other }) => ({ other, weight: product(vector, vectors[other] ?? vector) * nearness(gap(days[article] ?? null, days[other] ?? null), options) }))
    .filter(({ weight }) => weight >= options.floor)
    .sort((x, y) => y.weight - x.weight || x.other - y.other)
    .slice(0, neighbours);
  for (const { other, weight } of near) edges.push({ a: Math.min(article, other), b: Math.max(article, other), weight });
}

/** The place of `value` in ascending numbers. */
function indexIn(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gap(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}

/** How much a distance in time leaves of a likeness: all on the same day, `far` after a long while; undated in between. */
function nearness(days: number | null, { gapDays, far }: StoryOptions): number {
  return days === null ? (1 + far) / 2 : far + (1 - far) * 2 ** (-days / gapDays);
}

/** Joins clusters along the edges, nearest first. */
function* joined(
  count: number, vectors: readonly StoryVector[], days: readonly (number | null)[], edges: readonly Edge[], options: StoryOptions,
): Generator<undefined, readonly Cluster[]> {
  const clusters: (Cluster | null)[] = Array.from({ length: count }, (_, at) => {
    const day = days[at] ?? null;
    return { vector: new Map(vectors[at]), members: [at], from: day, to: day };
  });
  const parents = Int32Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0;
    return root;
  };
  for (const [done, edge] of edges.entries()) {
    if (done % step === 0) yield;
    const [a, b] = [rootOf(edge.a), rootOf(edge.b)];
    const [left, right] = [clusters[a], clusters[b]];
    if (a === b || !left || !right) continue;
    const alike = product(left.vector, right.vector) / (left.members.length * right.members.length);
    if (alike * nearness(clusterGap(left, right), options) < options.floor) continue;
    const [larger, smaller] = left.members.length >= right.members.length ? [a, b] : [b, a];
    merge(clusters[larger] ?? left, clusters[smaller] ?? right);
    clusters[smaller] = null;
    parents[smaller] = larger;
  }
  return clusters.filter((cluster) => cluster !== null);
}

function merge(into: Cluster, from: Cluster): void {
  addVector(into.vector, from.vector);
  into.members.push(...from.members);
  into.from = into.from === null ? from.from : Math.min(into.from, from.from ?? into.from);
  into.to = into.to === null ? from.to : Math.max(into.to, from.to ?? into.to);
}

/** Days between the times of two clusters; 0 where they overlap. */
function clusterGap(a: Cluster, b: Cluster): number | null {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return null;
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** Each cluster's ids with the copies of its texts; those of one article alone are no story. */
function withCopies(clusters: readonly Cluster[], ids: readonly string[], { terms, originalOf }: StorySource): readonly (readonly string[])[] {
  const copies = new Map<string, string[]>();
  for (let slot = 0; slot < terms.slotCount; slot++) {
    const id = terms.idAt(slot);
    if (id === null) continue;
    const original = originalOf(id);
    const known = copies.get(original);
    if (known === undefined) copies.set(original, [id]);
    else known.push(id);
  }
  return clusters.map(({ members }) => members.flatMap((at) => copies.get(ids[at] ?? "") ?? [])).filter((story) => story.length > 1);
}
