import type { ArticleTable } from "./articleTable";
import type { NumberLists } from "./numberLists";
import { facets, type Facet, type FacetCount, type FacetFilter } from "./searchEngine";
import { topOf } from "./top";
import type { ValueTable } from "./valueTable";

const valuesShown = 50;
/** So many articles are counted between two pauses: about a millisecond. */
const countedBetween = 8192;

/** What was chosen beside the query, ready to be asked of many articles. */
export class ChosenFacets {
  readonly #articles: ArticleTable;
  /** The facets in which something was chosen. */
  readonly #facets: readonly Facet[];
  /** By value: 1 + the index of its facet where it was chosen, 255 where it is left out. */
  readonly #chosen: Uint8Array;
  readonly isEmpty: boolean;

  constructor(filters: readonly FacetFilter[], values: ValueTable, articles: ArticleTable) {
    this.#articles = articles;
    this.isEmpty = filters.length === 0;
    this.#facets = [...new Set(filters.filter(({ exclude }) => !exclude).map(({ facet }) => facet))];
    this.#chosen = new Uint8Array(filters.length === 0 ? 0 : values.size);
    for (const { facet, value, exclude } of filters) {
      const number = values.find(facet, value);
      if (number !== undefined && this.#chosen[number] !== excluded)
        this.#chosen[number] = exclude ? excluded : this.#facets.indexOf(facet) + 1;
    }
  }

  /** Whether an article has one of the values chosen in each facet, and none that were excluded. */
  allow(slot: number): boolean {
    return this.barrier(slot) === null;
  }

  /** The only facet that keeps an article out by what was chosen in it; null for none, `true` where it is out anyway. */
  barrier(slot: number): Facet | true | null {
    if (this.isEmpty) return null;
    const { values } = this.#articles;
    const end = values.end(slot);
    let passed = 0;
    for (let at = values.start(slot); at < end; at++) {
      const choice = this.#chosen[values.numbers[at] ?? 0] ?? 0;
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
 * How often each value occurs in these articles (slots), by facet: the most frequent ones first, years and months in order. The
 * values of a facet in which something is chosen are counted as if nothing were, so that more can be chosen. Pauses about every
 * millisecond.
 */
export function* countFacets(
  slots: Uint32Array,
  chosen: ChosenFacets,
  articles: ArticleTable,
  values: ValueTable,
): Generator<undefined, Readonly<Record<Facet, readonly FacetCount[]>>> {
  const counts = new Uint32Array(values.size);
  for (let from = 0; from < slots.length; from += countedBetween) {
    const some = slots.subarray(from, from + countedBetween);
    if (chosen.isEmpty) for (const slot of some) countOne(slot, articles.values, counts);
    else countChosen(some, chosen, articles, values, counts);
    yield;
  }
  const lists = Object.fromEntries(facets.map((facet) => [facet, [] as FacetCount[]])) as Record<Facet, FacetCount[]>;
  for (let number = 0; number < counts.length; number++) {
    const found = counts[number] ?? 0;
    if (found === 0) continue;
    const known = values.at(number);
    if (known !== undefined && known.facet !== null) lists[known.facet].push({ value: known.value, count: found });
  }
  yield;
  return Object.fromEntries(
    facets.map((facet) => [
      facet,
      facet === "year" || facet === "month" ? lists[facet].sort(byValue) : topOf(lists[facet], valuesShown, byCount),
    ]),
  ) as Record<Facet, readonly FacetCount[]>;
}

/** How many articles have each value, by its number. */
export function countValues({ values, size }: ArticleTable, valueCount: number): Uint32Array {
  const counts = new Uint32Array(valueCount);
  for (let slot = 0; slot < size; slot++) countOne(slot, values, counts);
  return counts;
}

function countOne(slot: number, values: NumberLists, counts: Uint32Array): void {
  const { numbers } = values;
  const end = values.end(slot);
  for (let at = values.start(slot); at < end; at++) {
    const number = numbers[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
}

function countChosen(
  slots: Uint32Array,
  chosen: ChosenFacets,
  { values: lists }: ArticleTable,
  values: ValueTable,
  counts: Uint32Array,
): void {
  for (const slot of slots) {
    const barrier = chosen.barrier(slot);
    if (barrier === true) continue;
    const end = lists.end(slot);
    for (let at = lists.start(slot); at < end; at++) {
      const number = lists.numbers[at] ?? 0;
      if (barrier === null || values.at(number)?.facet === barrier) counts[number] = (counts[number] ?? 0) + 1;
    }
  }
}

/** Articles (slots) by year, month or day: the finest unit that gives at most 62 bars. Undated articles have none. */
export function countDates(slots: Uint32Array, { days }: ArticleTable): readonly FacetCount[] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const slot of slots) {
    const day = days[slot] ?? 0;
    if (day === 0) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (last === 0) return [];
  const unit = daysUntil(last) - daysUntil(first) < 62 ? 1 : monthsUntil(last) - monthsUntil(first) < 62 ? 100 : 10_000;
  const firstBar = Math.floor(first / unit);
  const counts = new Uint32Array(Math.floor(last / unit) - firstBar + 1);
  for (const slot of slots) {
    const day = days[slot] ?? 0;
    if (day === 0) continue;
    const bar = Math.floor(day / unit) - firstBar;
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return [...counts].flatMap((count, bar) => (count === 0 ? [] : [{ value: label(firstBar + bar, unit), count }]));
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
