import type { MentionedDate } from "./mentionedDate";
import { countOf, countWords } from "./numberWords";
import { addDays, addMonths, dateOf, weekOf, type Period } from "./period";

const beside =
  /(?<!\p{L})(?:the\s)?(?<which>following|next|previous|preceding)\s(?<unit>day|night|morning|afternoon|evening|week|month|year)(?![\p{L}'’-]|\s(?:of|that)\s)/giu;
/** "the day before", where no event is named behind it. */
const beforeOrAfter =
  /(?<!\p{L})the\s(?<unit>day|night|morning|evening|week|month|year)\s(?<which>before|after)(?=\s*[.,;:)?!"”]|\s*$|\s(?:he|she|it|they|we|neither|nobody|there|was|were|had|but|and|in|at)(?!\p{L}))/giu;
const counted = new RegExp(
  `(?<![\\p{L}\\d.,])(?<count>${countWords})\\s(?<unit>day|week|month|year|decade)s?\\s(?:(?<which>later|earlier|afterwards)(?!\\p{L}|\\s(?:than|this|in\\s(?:the|January|February|March|April|May|June|July|August|September|October|November|December)))|(?<bare>before|after)(?=\\s*[.,;:)]|\\s*$|\\s(?:and|but)\\s))`,
  "giu",
);
const same =
  /(?<!\p{L})(?:(?:(?:early|earlier|late|later)\s)?(?:that(?:\ssame|\svery)?|the\ssame)\s(?<unit>day|night|morning|afternoon|evening|week|month|year))(?![\p{L}'’-]|\s(?:that|when|of)\s)/giu;
/** What is only said of when somebody spoke. */
const reporting = /(?:said|says|told\s\p{L}+|reported|announced|added|confirmed|wrote)\s(?:late\s|early\s)?(?:on\s|in\s)?$/u;

const lengths: Readonly<Record<string, number>> = { day: 0, week: 1, month: 2, year: 3, decade: 3 };
/** So many dates before it can be what a phrase starts from. */
const most = 2;

/**
 * The dates that a text gives by another one it names before: "The bridge was opened on 4 October 1904. The following day …",
 * "three years later", "that month". `dates` are those that the text names otherwise, in any order. Where two stand before it, both are
 * readings, the nearer first, but for one that only tells when somebody spoke. A phrase with none before it is not found. English.
 */
export function datesFromOthers(text: string, dates: readonly MentionedDate[]): MentionedDate[] {
  const found: MentionedDate[] = [];
  const anchors = dates
    .filter(({ readings }) => readings.length > 0)
    .map((date) => ({ date, isAside: reporting.test(text.slice(Math.max(0, date.span.start - 40), date.span.start)) }));
  const add = (match: RegExpExecArray, shift: (day: string, unit: number) => readonly Period[] | null): void => {
    const before = anchors
      .filter(({ date }) => date.span.end <= match.index)
      .sort((a, b) => Number(a.isAside) - Number(b.isAside) || b.date.span.end - a.date.span.end);
    const usable = before
      .map(({ date }) => ({ date, shifted: [...new Set(date.readings.flatMap((reading) => shift(reading, lengthOf(reading)) ?? []))] }))
      .filter(({ shifted }) => shifted.length > 0)
      .slice(0, most);
    const [first] = usable;
    if (first === undefined) return;
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      readings: [...new Set(usable.flatMap(({ shifted }) => shifted))],
      by: first.date.by,
    });
  };
  for (const match of text.matchAll(beside)) {
    const { which = "", unit = "" } = match.groups ?? {};
    // "next week" is seen from the day of publication.
    if (which.toLowerCase() === "next" && !/^the/i.test(match[0])) continue;
    add(match, (reading, length) => moved(reading, length, /following|next/i.test(which) ? 1 : -1, unit.toLowerCase(), false));
  }
  for (const match of text.matchAll(beforeOrAfter)) {
    const { which = "", unit = "" } = match.groups ?? {};
    add(match, (reading, length) => moved(reading, length, /after/i.test(which) ? 1 : -1, unit.toLowerCase(), false));
  }
  for (const match of text.matchAll(counted)) {
    const { count = "", unit = "", which, bare = "" } = match.groups ?? {};
    const many = countOf(count) * (/later|after/i.test(which ?? bare) ? 1 : -1);
    add(match, (reading, length) => moved(reading, length, many, unit.toLowerCase(), true));
  }
  for (const match of text.matchAll(same))
    add(match, (reading, length) => moved(reading, length, 0, (match.groups?.["unit"] ?? "").toLowerCase(), false));
  return found;
}

/** How exact a period is: 0 a day, 1 up to a week, 2 up to a month, 3 more. */
function lengthOf(period: Period): number {
  if (!period.includes("..")) return period.length > 7 ? 0 : period.length > 4 ? 2 : 3;
  const days = (Date.parse(period.slice(-10)) - Date.parse(period.slice(0, 10))) / 86_400_000;
  return days <= 7 ? 1 : days <= 31 ? 2 : 3;
}

/** A period moved by days, weeks, months or years; null where it is less exact than what it is moved by. */
function moved(period: Period, length: number, count: number, unit: string, isCounted: boolean): readonly Period[] | null {
  const step = lengths[unit] ?? 0;
  if (step < length && !(step === 1 && length === 1)) return null;
  const end = count > 0 && period.includes("..") ? period.slice(-10) : period.slice(0, 10);
  const day = end.length === 10 ? end : end.length === 7 ? `${end}-01` : `${end}-01-01`;
  switch (unit) {
    case "week":
      return isCounted && length === 0 ? [addDays(day, count * 7), weekOf(addDays(day, count * 7))] : [weekOf(addDays(day, count * 7))];
    case "month":
      return [addMonths(day, count)];
    case "year":
      return [String(dateOf(day).year + count)];
    case "decade":
      return [String(dateOf(day).year + count * 10)];
    default:
      return [addDays(day, count)];
  }
}
