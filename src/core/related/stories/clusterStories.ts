import type { TermIndex } from "../similarity/termIndex";
import { nearestArticles, type Edges } from "./nearestArticles";
import { sortInSlices } from "./sortInSlices";
import { StorySum } from "./storySum";
import { termRarity, unit, vectorTable, type VectorTable } from "./storyVectors";

/** What stories are made of. */
export interface StorySource {
  readonly terms: TermIndex;
  /** Days since 1970; null for an undated article. */
  readonly dayOf: (id: string) => number | null;
  /** The article that stands for all copies of a text: itself, if it has none. */
  readonly originalOf: (id: string) => string;
}

/** How alike the articles of a story have to be, and how time counts. */
export interface StoryOptions {
  /** On average, 0..1. */
  readonly floor: number;
  /** An article alone, or two, must be as near as this to one of the story: people and places in common are not enough. */
  readonly closest: number;
  /** After so many days half of what distance takes from a likeness is gone. */
  readonly gapDays: number;
  /** What the longest distance leaves of a likeness. */
  readonly far: number;
}

/**
 * Settled on the samples and on the development sets of `bench/stories.ts`: B-cubed F1 stays above 0.95 there for floors from 0.12 to
 * 0.14, and for `closest` from 0.19 to 0.23.
 */
const defaults = { floor: 0.13, closest: 0.22, far: 0.5 } as const;
/** From so many articles on, a part of a story may join another by likeness on average alone. */
const group = 3;
/** The distance in time that counts is that of so many articles: where little is reported, months of silence end no story; */
const articlesAGap = 20;
/** but never less than this. */
const fewestDays = 30;

/** Of a large corpus, terms that more than this share of the articles have make no story: forms of results and reports. */
const commonShare = 0.08;
const largeCorpus = 500;

/** How much work is done between two chances for others, in edges and in articles. */
const bucketCount = 10_000;
const edgesPerStep = 50;
const articlesPerStep = 1000;

interface Cluster {
  readonly sum: StorySum;
  readonly members: number[];
  /** The first and the last day; `Infinity` and `-Infinity` while all are undated. */
  from: number;
  to: number;
}

/**
 * Groups articles into running stories: each with its nearest by terms and time, then, nearest pairs first, clusters are joined
 * while their articles are alike enough on average (average linkage over a graph of neighbours), so that no chain of
 * chance similarities makes one story of everything. To be driven in slices; returns lists of ids, articles
 * without a story left out. About linear in the number of articles: each looks at a bounded number of others.
 */
export function* clusterStories(
  source: StorySource,
  given: Partial<StoryOptions> = {},
): Generator<undefined, readonly (readonly string[])[]> {
  const { slots, days } = yield* originals(source);
  const options = { ...defaults, gapDays: Math.max(fewestDays, (articlesAGap * spanOf(days)) / Math.max(1, slots.length)), ...given };
  const rarity = yield* termRarity(source.terms, slots, slots.length < largeCorpus ? Infinity : commonShare * slots.length);
  const table = yield* vectorTable(source.terms, slots, rarity);
  const near = (a: number, b: number): number => nearness(Math.abs((days[a] ?? 0) - (days[b] ?? 0)), options);
  const edges = yield* nearestArticles(table, source.terms.termCount, near, options.floor);
  return yield* withCopies(yield* joined(table, days, edges, options), slots, source);
}

/** The day of an undated article. */
const undated = Infinity;

/** The slot of one article for each text, and its day, in the order of time and then of ids; undated ones last. */
function* originals({
  terms,
  originalOf,
  dayOf,
}: StorySource): Generator<undefined, { readonly slots: Uint32Array; readonly days: Float64Array }> {
  const days = new Float64Array(terms.slotCount).fill(undated);
  const found: number[] = [];
  for (let slot = 0; slot < terms.slotCount; slot++) {
    if (slot % articlesPerStep === 0) yield;
    const id = terms.idAt(slot);
    if (id === null || originalOf(id) !== id) continue;
    found.push(slot);
    days[slot] = dayOf(id) ?? undated;
  }
  const inTime = (a: number, b: number): number =>
    compare(days[a] ?? 0, days[b] ?? 0) || ((terms.idAt(a) ?? "") < (terms.idAt(b) ?? "") ? -1 : 1);
  const slots = yield* sortInSlices(Uint32Array.from(found), inTime);
  return { slots, days: Float64Array.from(slots, (slot) => days[slot] ?? undated) };
}

/** Days from the first to the last date. */
function spanOf(days: Float64Array): number {
  let last = -Infinity;
  for (const day of days) if (day !== undated) last = day;
  return last === -Infinity ? 0 : last - (days[0] ?? 0);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How much a distance in time leaves of a likeness: all on the same day, `far` after a long while; in between where one is undated. */
function nearness(days: number, { gapDays, far }: StoryOptions): number {
  return Number.isFinite(days) ? far + (1 - far) * 2 ** (-days / gapDays) : (1 + far) / 2;
}

/** The numbers of edges, nearest first: sorted into buckets by weight, and then within each. */
function* nearestFirst({ weights }: Edges): Generator<undefined, Uint32Array> {
  const bucketOf = (edge: number): number => Math.max(0, Math.floor((1 - (weights[edge] ?? 0)) * bucketCount));
  const starts = new Uint32Array(bucketCount + 1);
  for (let edge = 0; edge < weights.length; edge++) {
    const next = bucketOf(edge) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
    if (edge % (1000 * edgesPerStep) === 0) yield;
  }
  for (let bucket = 0; bucket < bucketCount; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const sorted = new Uint32Array(weights.length);
  for (let edge = 0; edge < weights.length; edge++) {
    const bucket = bucketOf(edge);
    const place = starts[bucket] ?? 0;
    starts[bucket] = place + 1;
    sorted[place] = edge;
    if (edge % (1000 * edgesPerStep) === 0) yield;
  }
  // Each bucket begins by now where the one after it began.
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    sorted.subarray(bucket === 0 ? 0 : starts[bucket - 1], starts[bucket]).sort((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0) || x - y);
    yield;
  }
  return sorted;
}

/** Joins clusters along the edges, nearest first; returns the places of each one's articles. */
function* joined(
  table: VectorTable,
  days: Float64Array,
  edges: Edges,
  options: StoryOptions,
): Generator<undefined, readonly (readonly number[])[]> {
  // Made when they are first looked at.
  const clusters = new Array<Cluster | undefined>(days.length);
  const clusterAt = (at: number): Cluster => (clusters[at] ??= alone(table, at, days[at] ?? undated));
  const parents = Int32Array.from(days.keys());
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0;
    return root;
  };
  for (const [done, edge] of (yield* nearestFirst(edges)).entries()) {
    if (done % edgesPerStep === 0) yield;
    const [rootA, rootB] = [rootOf(edges.a[edge] ?? 0), rootOf(edges.b[edge] ?? 0)];
    if (rootA === rootB) continue;
    const [left, right] = [clusterAt(rootA), clusterAt(rootB)];
    if ((edges.weights[edge] ?? 0) < options.closest && Math.min(left.members.length, right.members.length) < group) continue;
    const alike = left.sum.product(right.sum) / (unit ** 2 * left.members.length * right.members.length);
    if (alike * nearness(clusterGap(left, right), options) < options.floor) continue;
    const [larger, smaller] = left.members.length >= right.members.length ? [rootA, rootB] : [rootB, rootA];
    if (larger === rootA) merge(left, right);
    else merge(right, left);
    clusters[smaller] = undefined;
    parents[smaller] = larger;
  }
  yield;
  return Array.from(clusters, (cluster, at) => cluster?.members ?? (parents[at] === at ? [at] : []));
}

function alone(table: VectorTable, article: number, day: number): Cluster {
  return { sum: new StorySum(table, article), members: [article], from: day, to: day === undated ? -Infinity : day };
}

function merge(into: Cluster, from: Cluster): void {
  into.sum.add(from.sum);
  for (const member of from.members) into.members.push(member);
  into.from = Math.min(into.from, from.from);
  into.to = Math.max(into.to, from.to);
}

/** Days between the times of two clusters: 0 where they overlap, `Infinity` where one is undated. */
function clusterGap(a: Cluster, b: Cluster): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** Each cluster's ids with the copies of its texts; those of one article alone are no story. */
function* withCopies(
  clusters: readonly (readonly number[])[],
  slots: Uint32Array,
  { terms, originalOf }: StorySource,
): Generator<undefined, readonly (readonly string[])[]> {
  const copies = new Map<string, string[]>();
  for (let slot = 0; slot < terms.slotCount; slot++) {
    if (slot % articlesPerStep === 0) yield;
    const id = terms.idAt(slot);
    if (id === null) continue;
    const original = originalOf(id);
    const known = copies.get(original);
    if (known === undefined) copies.set(original, [id]);
    else known.push(id);
  }
  const stories: string[][] = [];
  for (const [at, members] of clusters.entries()) {
    if (at % articlesPerStep === 0) yield;
    const story = members.flatMap((member) => copies.get(terms.idAt(slots[member] ?? 0) ?? "") ?? []);
    if (story.length > 1) stories.push(story);
  }
  return stories;
}
