import { isoDate, isValidDate, weekdayOf, type CalendarDate } from "./calendarDate";

/**
 * A stretch of time as ISO 8601 writes it and `date:` of the search takes it: a day `2013-11-15`, a month `2013-11`, a
 * year `2013`, or days from one to another, both inclusive, `2013-11-15..2013-11-17`.
 */
export type Period = string;

const dayLength = 24 * 60 * 60 * 1000;

/** The date that `YYYY-MM-DD` writes. */
export function dateOf(day: string): CalendarDate {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day `count` days after (before, if negative) a day; both `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const { year, month, day: date } = dateOf(day);
  return new Date(Date.UTC(year, month - 1, date) + count * dayLength).toISOString().slice(0, 10);
}

/** How many days lie between two days, whichever is the earlier. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / dayLength;
}

/** The month `count` months after that of a day, `YYYY-MM`. */
export function addMonths(day: string, count: number): Period {
  const { year, month } = dateOf(day);
  const months = year * 12 + month - 1 + count;
  return monthPeriod(Math.floor(months / 12), (months % 12) + 1);
}

/** `YYYY-MM`. */
export function monthPeriod(year: number, month: number): Period {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(day: string): Period {
  const monday = addDays(day, -((weekdayOf(dateOf(day)) + 6) % 7));
  return daysFromTo(monday, addDays(monday, 6));
}

/** The days from one to another. */
export function daysFromTo(first: string, last: string): Period {
  return first === last ? first : `${first}..${last}`;
}

/** The day of a date, or null where the calendar has no such day. */
export function dayPeriod(date: CalendarDate): string | null {
  return isValidDate(date) ? isoDate(date) : null;
}
