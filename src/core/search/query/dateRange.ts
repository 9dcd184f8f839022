import { monthNamed } from "../../dates/months";
import type { DateNode, ParsedQuery } from "./ast";

/** The query, and besides a date between two days (`YYYY-MM-DD`, inclusive; null is open), as a choice in a timeline says. */
export function withDates(query: ParsedQuery, from: string | null, to: string | null): ParsedQuery {
  if (from === null && to === null) return query;
  const end = query.source.length;
  const dates: DateNode = { kind: "date", from, to, span: { start: end, end } };
  const { root } = query;
  if (root === null) return { ...query, root: dates };
  const parts = root.kind === "and" ? root.children : [root];
  return { ...query, root: { kind: "and", children: [...parts, dates], span: root.span } };
}

/** Days `YYYY-MM-DD`, both inclusive; null is open. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether it may be read otherwise: 03/04/2023. */
  readonly isDoubtful?: boolean;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days `YYYY-MM-DD`, both there. */
interface Days extends DateRange {
  readonly from: string;
  readonly to: string;
}

/** A date in words or with the day first (`March 2023`, `5 March 2023`, `March 5, 2023`, `19.03.2023`, `3/2023`), year first. */
function yearFirst(value: string): { readonly text: string; readonly isDoubtful: boolean } | null {
  const numbers = /^(?:(\d{1,2})([-/.]))?(\d{1,2})[-/.](\d{4})$/u.exec(value);
  if (numbers !== null) {
    const [, first, , second = "", year = ""] = numbers;
    if (first === undefined) return { text: `${year}-${second}`, isDoubtful: false };
    const isMonthFirst = Number(second) > 12 && Number(first) <= 12;
    const isDoubtful = numbers[2] === "/" && Number(first) <= 12 && Number(second) <= 12 && first !== second;
    return { text: isMonthFirst ? `${year}-${first}-${second}` : `${year}-${second}-${first}`, isDoubtful };
  }
  const parts = value
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter((part) => part !== "" && part !== "of" && part !== "de");
  const year = parts.find((part) => /^\d{4}$/u.test(part));
  const month = parts.map((part) => monthNamed(part)).find((number) => number > 0);
  const day = parts.find((part) => /^\d{1,2}(?:st|nd|rd|th)?$/u.test(part));
  if (year === undefined || month === undefined || parts.length !== (day === undefined ? 2 : 3)) return null;
  return { text: day === undefined ? `${year}-${month}` : `${year}-${month}-${Number.parseInt(day, 10)}`, isDoubtful: false };
}

/** The days of a year, a month or a day (`2013`, `2013-11`, `2013-11-05`, and as `yearFirst` has it); null where it is none. */
function period(value: string): Days | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(value);
  if (match === null) {
    const other = yearFirst(value);
    const days = other === null ? null : period(other.text);
    return days === null ? null : other?.isDoubtful === true ? { ...days, isDoubtful: true } : days;
  }
  const year = match[1] ?? "";
  if (match[2] === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const last = lastDay(Number(year), month);
  if (match[3] === undefined) return { from: `${year}-${pad(month)}-01`, to: `${year}-${pad(month)}-${pad(last)}` };
  const day = Number(match[3]);
  if (day < 1 || day > last) return null;
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  return { from: iso, to: iso };
}

/** The day before or after a day that exists. */
function shift(day: string, by: -1 | 1): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const next = Number(day.slice(8)) + by;
  if (next < 1)
    return month === 1
      ? `${String(year - 1).padStart(4, "0")}-12-31`
      : `${day.slice(0, 5)}${pad(month - 1)}-${pad(lastDay(year, month - 1))}`;
  if (next > lastDay(year, month))
    return month === 12 ? `${String(year + 1).padStart(4, "0")}-01-01` : `${day.slice(0, 5)}${pad(month + 1)}-01`;
  return `${day.slice(0, 8)}${pad(next)}`;
}

/**
 * What a reader types behind `date:`: `2013`, `2013-11`, `2013-11-05`, `2013-05..2013-11` (either end may be open),
 * `<2012`, `<=2012-06`, `>2012`, `>=2012`. Null where it cannot be read; an inverted range is turned round.
 */
export function dateRange(value: string): DateRange | null {
  const compared = /^([<>]=?|=)(.*)$/u.exec(value);
  if (compared !== null) {
    const day = period(compared[2] ?? "");
    if (day === null) return null;
    const operator = compared[1] ?? "=";
    if (operator === "=") return day;
    if (operator.startsWith("<")) return { from: null, to: operator === "<" ? shift(day.from, -1) : day.to };
    return { from: operator === ">" ? shift(day.to, 1) : day.from, to: null };
  }
  const dots = value.indexOf("..");
  if (dots < 0) return period(value);
  const left = value.slice(0, dots);
  const right = value.slice(dots).replace(/^\.+/u, "");
  const from = left === "" ? null : period(left);
  const to = right === "" ? null : period(right);
  if ((left !== "" && from === null) || (right !== "" && to === null) || (from === null && to === null)) return null;
  if (from !== null && to !== null && to.to < from.from) return { from: to.from, to: from.to };
  return { from: from?.from ?? null, to: to?.to ?? null };
}

/** All days from a range on, after it, before it or until its end, as `since:`, `after:`, `before:` and `until:` ask. */
export function reaching(range: DateRange, reach: "within" | "from" | "after" | "before" | "until"): DateRange | null {
  const { from, to } = range;
  switch (reach) {
    case "within":
      return range;
    case "from":
      return from === null ? null : { from, to: null };
    case "after":
      return to === null ? null : { from: shift(to, 1), to: null };
    case "before":
      return from === null ? null : { from: null, to: shift(from, -1) };
    case "until":
      return to === null ? null : { from: null, to };
  }
}
