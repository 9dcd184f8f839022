import { facets, type FacetFilter, type SortOrder } from "../../../core/search/engine/searchEngine";
import type { SearchQuestion } from "../../../protocol/search";

/** A question with a name that a reader gave it. What is usual is left out: settings are read by people. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
  readonly filters?: readonly FacetFilter[];
  readonly dates?: NonNullable<SearchQuestion["dates"]>;
  readonly sort?: SortOrder;
}

/** `question` under a name. */
export function savedAs(name: string, { query, filters, dates, sort }: SearchQuestion): SavedSearch {
  return {
    name,
    query: query.trim(),
    ...(filters.length > 0 && { filters }),
    ...(dates ? { dates } : {}),
    ...(sort !== "relevance" && { sort }),
  };
}

/** What a saved search asks, in one line: its query, filters and dates; without what its name says already. */
export function askedBy({ name, query, filters = [], dates }: SavedSearch): string {
  const narrowed = [
    ...filters.map(({ value, exclude }) => `${exclude ? "−" : ""}${value}`),
    ...(dates === undefined ? [] : [`${dates.from ?? ""} – ${dates.to ?? ""}`]),
  ];
  return [query, ...narrowed].filter((part) => part !== "" && part !== name).join(" · ");
}

/** The question that was saved. */
export function questionOf({ query, filters, dates, sort }: SavedSearch): SearchQuestion {
  return { query, filters: filters ?? [], dates: dates ?? null, sort: sort ?? "relevance" };
}

/** What of a setting, which is written by hand, is a saved search; null for none. Parts that mean nothing are passed over. */
export function savedSearchOf(value: unknown): SavedSearch | null {
  const { name, query, filters, dates, sort } = fieldsOf(value);
  if (typeof name !== "string" || name === "" || typeof query !== "string") return null;
  const { from = null, to = null } = fieldsOf(dates);
  return savedAs(name, {
    query,
    filters: Array.isArray(filters) ? filters.flatMap((filter: unknown) => filterOf(filter) ?? []) : [],
    dates: isDay(from) && isDay(to) && (from ?? to) !== null ? { from, to } : null,
    sort: sort === "newest" || sort === "oldest" ? sort : "relevance",
  });
}

function filterOf(value: unknown): FacetFilter | null {
  const { facet: name, value: wanted, exclude } = fieldsOf(value);
  const facet = facets.find((known) => known === name);
  return facet === undefined || typeof wanted !== "string" ? null : { facet, value: wanted, exclude: exclude === true };
}

function isDay(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
