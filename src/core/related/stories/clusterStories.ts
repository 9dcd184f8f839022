import type { TermIndex } from "../similarity/termIndex";
import { nearestArticles, type Edge } from "./nearestArticles";
import { product, sum, type StoryVector } from "./storyVectors";

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

/** Settled on the samples and on the development sets of `bench/stories.ts`: B-cubed F1 stays above 0.95 there for floors from 0.12 to 0.14, and for `closest` from 0.19 to 0.23. */
const defaults = { floor: 0.13, closest: 0.22, far: 0.5 } as const;
/** From so many articles on, a part of a story may join another by likeness on average alone. */
const group = 3;
/** The distance in time that counts is that of so many articles: where little is reported, months of silence end no story; */
const articlesAGap = 20;
/** but never less than this. */
const fewestDays = 30;

/** How much work is done between two chances for others, in edges. */
const step = 50;
const bucketCount = 1000;

interface Cluster {
  vector: StoryVector;
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
export function* clusterStories(source: StorySource, given: Partial<StoryOptions> = {}): Generator<undefined, readonly (readonly string[])[]> {
  const ids = originals(source);
  const days = ids.map((id) => source.dayOf(id));
  const options = { ...defaults, gapDays: Math.max(fewestDays, (articlesAGap * spanOf(days)) / Math.max(1, ids.length)), ...given };
  const near = (a: number, b: number): number => nearness(gap(days[a] ?? null, days[b] ?? null), options);
  const { vectors, edges } = yield* nearestArticles(source.terms, ids, near, options.floor);
  return withCopies(yield* joined(vectors, days, yield* nearestFirst(edges), options), ids, source);
}

/** Edges sorted in slices: first into buckets by their weight, then within each. */
function* nearestFirst(edges: readonly Edge[]): Generator<undefined, readonly Edge[]> {
  const buckets = Array.from({ length: bucketCount }, (): Edge[] => []);
  for (const [done, edge] of edges.entries()) {
    buckets[Math.min(bucketCount - 1, Math.floor(edge.weight * bucketCount))]?.push(edge);
    if (done % (100 * step) === 0) yield;
  }
  const sorted: Edge[] = [];
  for (const bucket of buckets.reverse()) {
    for (const edge of bucket.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) sorted.push(edge);
    yield;
  }
  return sorted;
}

/** One id for each text, in the order of time and then of ids; undated ones last. */
function originals({ terms, originalOf, dayOf }: StorySource): readonly string[] {
  const found: { readonly id: string; readonly day: number }[] = [];
  for (let slot = 0; slot < terms.slotCount; slot++) {
    const id = terms.idAt(slot);
    if (id !== null && originalOf(id) === id) found.push({ id, day: dayOf(id) ?? Infinity });
  }
  return found.sort((a, b) => compare(a.day, b.day) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
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

function gap(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}

/** How much a distance in time leaves of a likeness: all on the same day, `far` after a long while; undated in between. */
function nearness(days: number | null, { gapDays, far }: StoryOptions): number {
  return days === null ? (1 + far) / 2 : far + (1 - far) * 2 ** (-days / gapDays);
}

/** Joins clusters along the edges, nearest first. */
function* joined(vectors: readonly StoryVector[], days: readonly (number | null)[], edges: readonly Edge[], options: StoryOptions): Generator<undefined, readonly Cluster[]> {
  const clusters: (Cluster | null)[] = vectors.map((vector, at) => {
    const day = days[at] ?? null;
    return { vector, members: [at], from: day, to: day };
  });
  const parents = Int32Array.from(vectors.keys());
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0;
    return root;
  };
  for (const [done, { a, b, weight }] of edges.entries()) {
    if (done % step === 0) yield;
    // Two that are near each other have two edges, one after the other.
    if (edges[done - 1]?.a === a && edges[done - 1]?.b === b) continue;
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    const [left, right] = [clusters[rootA], clusters[rootB]];
    if (rootA === rootB || !left || !right) continue;
    if (weight < options.closest && Math.min(left.members.length, right.members.length) < group) continue;
    const alike = product(left.vector, right.vector) / (left.members.length * right.members.length);
    if (alike * nearness(clusterGap(left, right), options) < options.floor) continue;
    const [larger, smaller] = left.members.length >= right.members.length ? [rootA, rootB] : [rootB, rootA];
    if (larger === rootA) merge(left, right);
    else merge(right, left);
    clusters[smaller] = null;
    parents[smaller] = larger;
  }
  return clusters.filter((cluster) => cluster !== null);
}

function merge(into: Cluster, from: Cluster): void {
  into.vector = sum(into.vector, from.vector);
  for (const member of from.members) into.members.push(member);
  into.from = into.from === null || from.from === null ? into.from ?? from.from : Math.min(into.from, from.from);
  into.to = into.to === null || from.to === null ? into.to ?? from.to : Math.max(into.to, from.to);
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
