import { type CalendarDate, fullYear, isoDate, isValidDate } from "../dates/calendarDate";
import { monthNamed } from "../dates/months";

/** A date found in a short text, at `[start, end)` of it. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
  /** Both readings of "03/04/2013"; `iso` is then the day-first one. */
  readonly ambiguous: { readonly dayFirst: string; readonly monthFirst: string } | null;
  readonly habit: "dayFirst" | "monthFirst" | null;
}

const iso = /(?<![\d.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const compact = /(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/g;
const ideographic = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/g;
const numeric = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.º|º|ª|\.)?(?:\s+|-)(?:de\s|of\s)?(\p{L}{3,12})\.?,?(?:\s+|-)(?:de\s|del\s)?(\d{4}|\d\d(?=$|\s\d\d:))(?!\d)/gu;
const monthFirst = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\.\s+|\s+)(?:\p{L}{3,9}\s*,\s*)?(\d{4})(?!\d)/gu;

interface Reading {
  readonly date: CalendarDate;
  readonly ambiguous?: FoundDate["ambiguous"];
  readonly habit?: FoundDate["habit"];
}

function readNumeric(first: string, mark: string, second: string, yearDigits: string): Reading | null {
  const year = fullYear(yearDigits);
  const one = { year, month: Number(second), day: Number(first) };
  const other = { year, month: Number(first), day: Number(second) };
  const asDayFirst = isValidDate(one);
  const asMonthFirst = isValidDate(other);
  if (!asDayFirst && !asMonthFirst) return null;
  if (!asDayFirst) return { date: other, habit: "monthFirst" };
  if (!asMonthFirst) return { date: one, habit: "dayFirst" };
  // Where dots are used ("03.04.2013"), the day comes first everywhere.
  if (mark === "." || one.month === one.day) return { date: one };
  return { date: one, ambiguous: { dayFirst: isoDate(one), monthFirst: isoDate(other) } };
}

type Reader = (parts: RegExpExecArray) => Reading | null;

const ymd: Reader = (m) => ({ date: { year: Number(m[1]), month: Number(m.at(-2)), day: Number(m.at(-1)) } });

const layouts: readonly (readonly [RegExp, Reader])[] = [
  [iso, ymd],
  [ideographic, ymd],
  [dayFirst, (m) => ({ date: { year: fullYear(m[3] ?? ""), month: monthNamed(m[2] ?? ""), day: Number(m[1]) } })],
  [monthFirst, (m) => ({ date: { year: Number(m[3]), month: monthNamed(m[1] ?? ""), day: Number(m[2]) } })],
  [numeric, (m) => readNumeric(m[1] ?? "", m[2] ?? "", m[3] ?? "", m[4] ?? "")],
  [compact, ymd],
];

const hasYear = /\d{4}|\d[/.-]\d\d(?!\d)|\p{L}-\d\d/u;

/**
 * All full dates (with a year) of a short text, in order; days that do not exist are none. Meant for one bounded
 * line that looks like a date line, never for running text.
 */
export function findDates(text: string): FoundDate[] {
  if (!hasYear.test(text)) return [];
  const found: FoundDate[] = [];
  for (const [pattern, read] of layouts) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const reading = read(match);
      const start = match.index;
      const end = start + match[0].length;
      if (reading === null || !isValidDate(reading.date)) {
        pattern.lastIndex = start + 1;
        continue;
      }
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, iso: isoDate(reading.date), ambiguous: reading.ambiguous ?? null, habit: reading.habit ?? null });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
