import type { StoredArticle } from "./articleStore";
import { facets, type Facet, type FacetCount } from "./searchEngine";

const valuesShown = 50;

function sorted(counts: ReadonlyMap<string, number>): readonly FacetCount[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** How often each value occurs among the articles, by facet: the most frequent ones first, months in order. */
export function countFacets(articles: readonly StoredArticle[]): Readonly<Record<Facet, readonly FacetCount[]>> {
  const counts = new Map<Facet, Map<string, number>>(facets.map((facet) => [facet, new Map<string, number>()]));
  for (const article of articles) {
    for (const [facet, values] of article.facets) {
      const tally = counts.get(facet);
      if (tally === undefined) continue;
      for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  const list = (facet: Facet): readonly FacetCount[] => {
    const all = sorted(counts.get(facet) ?? new Map<string, number>());
    return facet === "month" ? [...all].sort((a, b) => (a.value < b.value ? -1 : 1)) : all.slice(0, valuesShown);
  };
  return Object.fromEntries(facets.map((facet) => [facet, list(facet)])) as Record<Facet, readonly FacetCount[]>;
}

/** Articles by year, month or day: the finest unit that gives at most 62 bars. Undated articles have none. */
export function countDates(articles: readonly StoredArticle[]): readonly FacetCount[] {
  for (const length of [10, 7]) {
    const counts = new Map<string, number>();
    for (const { date } of articles) if (date !== null) counts.set(date.slice(0, length), (counts.get(date.slice(0, length)) ?? 0) + 1);
    const days = [...counts.keys()].sort();
    const span = length === 10 ? dayNumber(days.at(-1)) - dayNumber(days[0]) : monthNumber(days.at(-1)) - monthNumber(days[0]);
    if (span < 62) return inOrder(counts);
  }
  const years = new Map<string, number>();
  for (const { date } of articles) if (date !== null) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1);
  return inOrder(years);
}

function inOrder(counts: ReadonlyMap<string, number>): readonly FacetCount[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => (a.value < b.value ? -1 : 1));
}

function monthNumber(date: string | undefined): number {
  return date === undefined ? 0 : Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Days, near enough to tell how long a span is. */
function dayNumber(date: string | undefined): number {
  return date === undefined ? 0 : monthNumber(date) * 30.44 + Number(date.slice(8, 10));
}
