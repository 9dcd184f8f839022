import type { StoredArticle } from "./articleStore";
import type { SearchHit, SortOrder } from "./searchEngine";
import { topOf } from "./top";

/** An article that was found. */
export interface Found {
  readonly article: StoredArticle;
  /** Raised where the words stand close together. */
  score: number;
  readonly partial: boolean;
  readonly inSiteText: boolean;
}

/** A page of hits, and how many there are to page through. */
export interface Listing {
  readonly listed: number;
  readonly hits: readonly SearchHit[];
}

/** Articles with all the words in what ranks first, then the best. */
function byRelevance(a: Found, b: Found): number {
  if (a.partial !== b.partial) return a.partial ? 1 : -1;
  if (a.inSiteText !== b.inSiteText) return a.inSiteText ? 1 : -1;
  return b.score - a.score || b.article.day - a.article.day || (a.article.id < b.article.id ? -1 : 1);
}

/** Undated articles come last in either order. */
function byDate(direction: 1 | -1): (a: Found, b: Found) => number {
  return (a, b) => {
    const [first, second] = [a.article.day, b.article.day];
    if (first === second) return byRelevance(a, b);
    return first === 0 ? 1 : second === 0 ? -1 : direction * (first - second);
  };
}

export function order(sort: SortOrder): (a: Found, b: Found) => number {
  return sort === "relevance" ? byRelevance : byDate(sort === "oldest" ? 1 : -1);
}

/** A part of what was found, in order. Where `fold` is set, near-duplicates of a hit that would follow it are folded into it. */
export function list(found: readonly Found[], sort: SortOrder, { offset, limit, fold }: { readonly offset: number; readonly limit: number; readonly fold: boolean }): Listing {
  const compare = order(sort);
  const groups = new Map<string, Found[]>();
  const single: Found[] = [];
  for (const one of found) {
    const { duplicates } = one.article;
    if (!fold || duplicates === null) single.push(one);
    else {
      const group = groups.get(duplicates);
      if (group === undefined) groups.set(duplicates, [one]);
      else group.push(one);
    }
  }
  for (const group of groups.values()) {
    const [first] = group.sort(compare);
    if (first !== undefined) single.push(first);
  }
  const page = topOf(single, offset + limit, compare).slice(offset);
  const copiesOf = ({ article: { duplicates } }: Found): readonly string[] => (!fold || duplicates === null ? [] : (groups.get(duplicates) ?? []).slice(1).map(({ article }) => article.id));
  return {
    listed: single.length,
    hits: page.map((one) => ({ id: one.article.id, score: one.score, partial: one.partial, inSiteText: one.inSiteText, copies: copiesOf(one) })),
  };
}
