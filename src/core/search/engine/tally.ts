import type { StoredArticle } from "./articleStore";
import { facets, type Facet, type FacetCount, type FacetFilter } from "./searchEngine";

const valuesShown = 50;

function sorted(counts: ReadonlyMap<string, number>): readonly FacetCount[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** What was chosen beside the query, ready to be asked of many articles. */
export class ChosenFacets {
  readonly #excluded: readonly FacetFilter[];
  readonly #included: ReadonlyMap<Facet, ReadonlySet<string>>;

  constructor(filters: readonly FacetFilter[]) {
    this.#excluded = filters.filter(({ exclude }) => exclude);
    const included = new Map<Facet, Set<string>>();
    for (const { facet, value, exclude } of filters) if (!exclude) included.set(facet, (included.get(facet) ?? new Set()).add(value));
    this.#included = included;
  }

  get isEmpty(): boolean {
    return this.#excluded.length === 0 && this.#included.size === 0;
  }

  /** Whether an article has one of the values chosen in each facet, and none that were excluded. */
  allow(article: StoredArticle): boolean {
    return this.barrier(article) === null;
  }

  /** The only facet that keeps an article out by what was chosen in it; null for none, `true` where it is out anyway. */
  barrier({ facets: own }: StoredArticle): Facet | true | null {
    if (this.#excluded.some(({ facet, value }) => own.get(facet)?.includes(value) === true)) return true;
    let barrier: Facet | null = null;
    for (const [facet, values] of this.#included) {
      if (own.get(facet)?.some((value) => values.has(value)) === true) continue;
      if (barrier !== null) return true;
      barrier = facet;
    }
    return barrier;
  }
}

/**
 * How often each value occurs, by facet: the most frequent ones first, months in order. The values of a facet in which
 * something is chosen are counted as if nothing were, so that more can be chosen.
 */
export function countFacets(articles: readonly StoredArticle[], chosen: ChosenFacets): Readonly<Record<Facet, readonly FacetCount[]>> {
  const counts = new Map<Facet, Map<string, number>>(facets.map((facet) => [facet, new Map<string, number>()]));
  for (const article of articles) {
    const barrier = chosen.barrier(article);
    if (barrier === true) continue;
    for (const [facet, values] of article.facets) {
      if (barrier !== null && barrier !== facet) continue;
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
