import type { StoredArticle } from "./articleStore";
import { facets, type Facet, type FacetCount, type FacetFilter } from "./searchEngine";
import { topOf } from "./top";
import type { ValueTable } from "./valueTable";

const valuesShown = 50;

/** What was chosen beside the query, ready to be asked of many articles. */
export class ChosenFacets {
  /** The facets in which something was chosen. */
  readonly #facets: readonly Facet[];
  /** By value: 1 + the index of its facet where it was chosen, 255 where it is left out. */
  readonly #chosen: Uint8Array;
  readonly isEmpty: boolean;

  constructor(filters: readonly FacetFilter[], values: ValueTable) {
    this.isEmpty = filters.length === 0;
    this.#facets = [...new Set(filters.filter(({ exclude }) => !exclude).map(({ facet }) => facet))];
    this.#chosen = new Uint8Array(filters.length === 0 ? 0 : values.size);
    for (const { facet, value, exclude } of filters) {
      const number = values.find(facet, value);
      if (number !== undefined && this.#chosen[number] !== excluded) this.#chosen[number] = exclude ? excluded : this.#facets.indexOf(facet) + 1;
    }
  }

  /** Whether an article has one of the values chosen in each facet, and none that were excluded. */
  allow(article: StoredArticle): boolean {
    return this.barrier(article) === null;
  }

  /** The only facet that keeps an article out by what was chosen in it; null for none, `true` where it is out anyway. */
  barrier({ values }: StoredArticle): Facet | true | null {
    if (this.isEmpty) return null;
    let passed = 0;
    for (const value of values) {
      const choice = this.#chosen[value] ?? 0;
      if (choice === excluded) return true;
      if (choice > 0) passed |= 1 << (choice - 1);
    }
    let barrier: Facet | null = null;
    for (const [index, facet] of this.#facets.entries()) {
      if ((passed & (1 << index)) !== 0) continue;
      if (barrier !== null) return true;
      barrier = facet;
    }
    return barrier;
  }
}

const excluded = 255;

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function byValue(a: FacetCount, b: FacetCount): number {
  return a.value < b.value ? -1 : 1;
}

/**
 * How often each value occurs, by facet: the most frequent ones first, years and months in order. The values of a facet in which
 * something is chosen are counted as if nothing were, so that more can be chosen.
 */
export function countFacets(articles: readonly StoredArticle[], chosen: ChosenFacets, values: ValueTable): Readonly<Record<Facet, readonly FacetCount[]>> {
  const counts = new Uint32Array(values.size);
  const lists = Object.fromEntries(facets.map((facet) => [facet, [] as FacetCount[]])) as Record<Facet, FacetCount[]>;
  const met: number[] = [];
  for (const article of articles) {
    const barrier = chosen.barrier(article);
    if (barrier === true) continue;
    for (const value of article.values) {
      if (barrier !== null && values.at(value)?.facet !== barrier) continue;
      const count = counts[value] ?? 0;
      if (count === 0) met.push(value);
      counts[value] = count + 1;
    }
  }
  for (const number of met) {
    const known = values.at(number);
    if (known !== undefined && known.facet !== null) lists[known.facet].push({ value: known.value, count: counts[number] ?? 0 });
  }
  return Object.fromEntries(facets.map((facet) => [facet, facet === "year" || facet === "month" ? lists[facet].sort(byValue) : topOf(lists[facet], valuesShown, byCount)])) as Record<Facet, readonly FacetCount[]>;
}

/** Articles by year, month or day: the finest unit that gives at most 62 bars. Undated articles have none. */
export function countDates(articles: readonly StoredArticle[]): readonly FacetCount[] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { day } of articles) {
    if (day === 0) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const unit = last === 0 || daysUntil(last) - daysUntil(first) < 62 ? 1 : monthsUntil(last) - monthsUntil(first) < 62 ? 100 : 10_000;
  const counts = new Map<number, number>();
  for (const { day } of articles) {
    if (day === 0) continue;
    const bar = Math.floor(day / unit);
    counts.set(bar, (counts.get(bar) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]).map(([bar, count]) => ({ value: label(bar, unit), count }));
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
function label(bar: number, unit: 1 | 100 | 10_000): string {
  const digits = String(bar).padStart(unit === 1 ? 8 : unit === 100 ? 6 : 4, "0");
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== "").join("-");
}

function monthsUntil(day: number): number {
  return Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100);
}

/** Days, near enough to tell how long a span is. */
function daysUntil(day: number): number {
  return monthsUntil(day) * 30.44 + (day % 100);
}
