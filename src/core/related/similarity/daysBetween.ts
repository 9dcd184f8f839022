const millisecondsADay = 86_400_000;

/** `YYYY-MM-DD` as days since 1970; null for none, or for what is no date. */
export function dayOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / millisecondsADay);
}

/** A distance in days in words, as seen from an article: `3 days earlier`, `the same day`, `6 months later`; `undated` for null. */
export function daysInWords(days: number | null): string {
  if (days === null) return "undated";
  if (days === 0) return "the same day";
  return `${distance(Math.abs(days))} ${days < 0 ? "earlier" : "later"}`;
}

function distance(days: number): string {
  if (days < 14) return count(days, "day");
  if (days < 60) return count(Math.round(days / 7), "week");
  if (days < 700) return count(Math.round(days / 30.44), "month");
  return count(Math.round(days / 365.25), "year");
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
