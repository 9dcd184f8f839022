import { noGroup, type ArticleTable } from "./articleTable";
import type { SearchHit, SortOrder } from "./searchEngine";
import { topOf } from "./top";

/** How well an article matches: all that was asked for in what ranks, all of it in site text at best, or some of the words. */
export const Rank = { Content: 0, Site: 1, Partial: 2 } as const;

/** The articles that were found. */
export interface Found {
  readonly articles: ArticleTable;
  readonly slots: Uint32Array;
  /** By slot; a number of `Rank`. */
  readonly ranks: Uint8Array;
  /** By slot. Raised where the words stand close together. */
  readonly scores: Float64Array;
}

/** A page of hits, and how many there are to page through. */
export interface Listing {
  readonly listed: number;
  readonly hits: readonly SearchHit[];
}

/** Of two slots, the one that comes first is the smaller one. */
export type Compare = (a: number, b: number) => number;

/** Articles with all the words in what ranks first, then the best. */
export function byRelevance({ articles, ranks, scores }: Found): Compare {
  const { days } = articles;
  return (a, b) =>
    (ranks[a] ?? 0) - (ranks[b] ?? 0) ||
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    (days[b] ?? 0) - (days[a] ?? 0) ||
    (articles.id(a) < articles.id(b) ? -1 : 1);
}

/** Undated articles come last in either order. */
function byDate(found: Found, direction: 1 | -1): Compare {
  const { days } = found.articles;
  const relevance = byRelevance(found);
  return (a, b) => {
    const [first, second] = [days[a] ?? 0, days[b] ?? 0];
    if (first === second) return relevance(a, b);
    return first === 0 ? 1 : second === 0 ? -1 : direction * (first - second);
  };
}

function order(found: Found, sort: SortOrder): Compare {
  return sort === "relevance" ? byRelevance(found) : byDate(found, sort === "oldest" ? 1 : -1);
}

/** A part of what was found, in order. Where `fold` is set, near-duplicates of a hit that would follow it are folded into it. */
export function list(
  found: Found,
  sort: SortOrder,
  { offset, limit, fold }: { readonly offset: number; readonly limit: number; readonly fold: boolean },
): Listing {
  const { articles, slots, scores, ranks } = found;
  const compare = order(found, sort);
  const groupOf = (slot: number): number => (fold ? (articles.groups[slot] ?? noGroup) : noGroup);
  const groups = new Map<number, number[]>();
  const leading = new Uint32Array(slots.length);
  let listed = 0;
  for (const slot of slots) {
    const group = groupOf(slot);
    const members = groups.get(group);
    if (group === noGroup) leading[listed++] = slot;
    else if (members === undefined) groups.set(group, [slot]);
    else members.push(slot);
  }
  for (const members of groups.values()) leading[listed++] = members.sort(compare)[0] ?? 0;
  const page = topOf(leading.subarray(0, listed), offset + limit, compare).slice(offset);
  return {
    listed,
    hits: page.map((slot) => ({
      id: articles.id(slot),
      score: scores[slot] ?? 0,
      partial: ranks[slot] === Rank.Partial,
      inSiteText: ranks[slot] === Rank.Site,
      copies: (groups.get(groupOf(slot)) ?? []).slice(1).map((copy) => articles.id(copy)),
    })),
  };
}
