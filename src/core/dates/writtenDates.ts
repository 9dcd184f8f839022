import { isValidDate, weekdayOf } from "./calendarDate";
import { findDates } from "../article/dateText";
import { monthNamed, weekdayNamed } from "./months";
import type { MentionedDate } from "./mentionedDate";
import { dateOf, dayPeriod, daysBetween, daysFromTo, monthPeriod, type Period } from "./period";

const weekday = "(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\\s+(?:the\\s+)?)?";
const day = "(?<first>\\d{1,2})(?:st|nd|rd|th|er|\\.)?";
const toDay = "(?:\\s?(?:[-–—]|to|and|or)\\s?(?<last>\\d{1,2})(?:st|nd|rd|th|\\.)?)?";
const fullMonths = "January|February|March|April|May|June|July|August|September|October|November|December";
const month = "(?<month>\\p{L}{3,12})\\.?";

/** "15 November 2013", "Friday, 15-17 Nov.", "the 4th of July", "4 de octubre de 2044". */
const dayFirst = new RegExp(`(?<![\\p{L}\\d.,:/$€£-])${weekday}${day}${toDay}[\\s-](?:of\\s|de\\s)?${month}(?:,?[\\s-](?:de[l]?\\s|of\\s)?(?<year>\\d{4}))?(?![\\p{L}\\d])`, "gu");
/** "Nov. 15, 2013", "Friday, November 15", "May 16-17, 2013". */
const monthFirst = new RegExp(`(?<![\\p{L}\\d])${weekday}${month}\\s${day}${toDay}(?:,?\\s(?<year>\\d{4}))?(?![\\p{L}\\d:%]|[.,]\\d|-\\p{L})`, "gu");
/** "May 2013", "mid-June of 2013". */
const monthAndYear = new RegExp(`(?<![\\p{L}\\d]|\\d(?:st|nd|rd|th|\\.)?\\s)${month}(?:,|\\sof|\\sde)?\\s(?<year>(?:1[89]|20)\\d\\d)(?![\\p{L}\\d]|[.,]\\d)`, "gu");
/** "in November", "since late May": a month alone is named behind a word that wants a time. */
const monthAlone = new RegExp(`(?<![\\p{L}\\d])(?:in|since|until|till|by|during|early|late|mid|of|last|next|this|from|through|before|after|between|and)[\\s-](?:early\\s|late\\s|mid[\\s-])?(?<month>${fullMonths})(?![\\p{L}\\d'’]|\\s\\d)`, "dgu");

/** Months as English writes them; a date without a year is believed in no other language. */
const englishMonth = /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/i;
/** A date that only lacks its year is of the nearest year; farther than this, in days, the other side is named too. */
const surelyNear = 120;

/**
 * The dates that a stretch of running text writes out, in no particular order: with a year, or completed from the article's
 * date of publication `published` (`YYYY-MM-DD`, null if unknown). Meant for a paragraph at most.
 */
export function writtenDates(text: string, published: string | null): MentionedDate[] {
  const found: MentionedDate[] = [];
  const add = (date: MentionedDate | null): void => {
    if (date !== null && !found.some(({ span }) => span.start < date.span.end && date.span.start < span.end)) found.push(date);
  };
  // All the same whatever day and month are called: figures only.
  for (const { start, end, iso, ambiguous } of findDates(text)) {
    const written = text.slice(start, end);
    if (/\p{L}{3}/u.test(written) || !/(?<!\d)\d{4}(?!\d)/.test(written)) continue;
    add({ span: { start, end }, readings: ambiguous === null ? [iso] : [ambiguous.dayFirst, ambiguous.monthFirst], by: "text" });
  }
  for (const match of text.matchAll(dayFirst)) add(dayOfMonth(text, match, published));
  for (const match of text.matchAll(monthFirst)) add(dayOfMonth(text, match, published));
  for (const match of text.matchAll(monthAndYear)) {
    const { month: name = "", year = "" } = match.groups ?? {};
    if (monthNamed(name) > 0) add({ span: spanOf(match), readings: [monthPeriod(Number(year), monthNamed(name))], by: "text" });
  }
  for (const match of text.matchAll(monthAlone)) {
    const [start, end] = match.indices?.groups?.["month"] ?? [0, 0];
    const number = monthNamed(text.slice(start, end));
    const told = yearAsTold(text, end, published);
    const readings = told.year !== null ? [monthPeriod(told.year, number)] : published === null ? [] : monthsNear(number, published, match[0]);
    add({ span: { start, end: told.end }, readings, by: "publication" });
  }
  return found;
}

/** Where a date stands, without the full stop of its sentence. */
function spanOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].replace(/\.$/, "").length };
}

/** The year that "last year", "this year" or "next year" behind a date gives it, and where that ends; null for none. */
function yearAsTold(text: string, end: number, published: string | null): { readonly year: number | null; readonly end: number } {
  const behind = /^,?\s(?:of\s)?(last|this|next)\syear(?!\p{L})/iu.exec(text.slice(end, end + 16));
  if (behind === null || published === null) return { year: null, end };
  const step = { last: -1, this: 0, next: 1 }[(behind[1] ?? "").toLowerCase()] ?? 0;
  return { year: dateOf(published).year + step, end: end + behind[0].length };
}

/** A day or a few days of a month, with or without a year. */
function dayOfMonth(text: string, match: RegExpExecArray, published: string | null): MentionedDate | null {
  const { weekday: named, first = "", last, month: name = "", year } = match.groups ?? {};
  const number = monthNamed(name);
  if (number === 0) return null;
  const span = spanOf(match);
  const inYear = (one: number): Period | null => {
    const start = dayPeriod({ year: one, month: number, day: Number(first) });
    const end = last === undefined ? start : dayPeriod({ year: one, month: number, day: Number(last) });
    return start === null || end === null || end < start ? null : daysFromTo(start, end);
  };
  const written = year ?? yearBehind(text, span.end);
  if (written !== null) {
    const period = inYear(Number(written));
    return period === null ? null : { span, readings: [period], by: "text" };
  }
  // "12 may have died" is no date, nor is "out 5" in Portuguese.
  if (!englishMonth.test(name) || !/^\p{Lu}/u.test(name) || !isValidDate({ year: 2000, month: number, day: Number(first) })) return null;
  const told = yearAsTold(text, span.end, published);
  const day = told.year === null ? null : inYear(told.year);
  if (day !== null) return { span: { ...span, end: told.end }, readings: [day], by: "publication" };
  return { span, readings: published === null ? [] : nearestYears(inYear, published, named), by: "publication" };
}

/** The year of "30 April" in "30 April to 2 May 1998", or null. */
function yearBehind(text: string, end: number): string | null {
  const behind = /^\s?(?:[-–—]|to|until|and)\s?(?:\d{1,2}(?:st|nd|rd|th)?\s\p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.?\s\d{1,2}),?\s(\d{4})(?!\d)/u.exec(text.slice(end, end + 40));
  return behind?.[1] ?? null;
}

/** The period in the years about a date of publication, the nearest first; a weekday that is named rules out others. */
function nearestYears(inYear: (year: number) => Period | null, published: string, named: string | undefined): Period[] {
  const { year } = dateOf(published);
  const distance = (period: Period): number => daysBetween(period.slice(0, 10), published);
  const all = [year - 1, year, year + 1].flatMap((one) => inYear(one) ?? []).sort((a, b) => distance(a) - distance(b));
  const fitting = named === undefined ? all : all.filter((period) => weekdayOf(dateOf(period)) === weekdayNamed(named));
  const [nearest, other] = fitting;
  if (nearest === undefined) return [];
  return named !== undefined || other === undefined || distance(nearest) <= surelyNear ? [nearest] : [nearest, other];
}

/** The month of that number before and behind a date of publication, the nearer first; or the one that the words ask for. */
function monthsNear(number: number, published: string, words: string): Period[] {
  const { year, month: current } = dateOf(published);
  const before = monthPeriod(number < current ? year : year - 1, number);
  const behind = monthPeriod(number > current ? year : year + 1, number);
  if (/^last/i.test(words)) return [before];
  if (/^next/i.test(words)) return [behind];
  if (number === current) return [monthPeriod(year, number)];
  if (/^since/i.test(words)) return [before];
  return (current - number + 12) % 12 <= 6 ? [before, behind] : [behind, before];
}
