import { weekdayOf } from "./calendarDate";
import { weekdayNamed } from "./months";
import type { MentionedDate } from "./mentionedDate";
import { addDays, addMonths, dateOf, daysBetween, weekOf, type Period } from "./period";
import { tenseAround, type Tense } from "./tense";

const weekdays = /(?<![\p{L}\d])(?:(?<which>last|next|this|coming)\s+)?(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)(?![\p{L}\d])/giu;
/** Days of no particular week, and names that have a day in them. */
const noDayBefore = /(?:^|[^\p{L}])(?:every|each|any|per|a|one|black|bloody|good|easter|palm|holy|ash|super|cyber|fat|mail on)\s$/iu;
const noDayBehind = /^\s(?:Times|Telegraph|Express|Mirror|Herald|Post|Mail|Independent|Night)(?!\p{L})/u;

const days = /(?<!\p{L})(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tonight|tomorrow)(?!\p{L})/giu;
const spans = /(?<!\p{L})(?<which>last|this|next)\s+(?<unit>week|month|year)(?!\p{L})/giu;
const ago = /(?<![\p{L}\d.,])(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<unit>day|week|month|year)s?\s+ago(?!\p{L})/giu;
const numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const steps: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/**
 * The dates that a stretch of running text gives as seen from the day of publication (`YYYY-MM-DD`, null if unknown):
 * "on Monday", "yesterday", "last month", "two weeks ago". English. Which Monday is a matter of
 * what the sentence speaks of; the other one stays a reading. In no particular order; meant for a paragraph at most.
 */
export function relativeDates(text: string, published: string | null): MentionedDate[] {
  const found: MentionedDate[] = [];
  const add = (match: RegExpExecArray, read: (published: string) => readonly Period[]): void => {
    found.push({ span: { start: match.index, end: match.index + match[0].length }, readings: published === null ? [] : read(published), by: "publication" });
  };
  for (const match of text.matchAll(weekdays)) {
    const { which, weekday = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    // In lower case it is no weekday of English.
    if (!/^\p{Lu}/u.test(weekday) || noDayBefore.test(text.slice(Math.max(0, match.index - 12), match.index)) || noDayBehind.test(text.slice(end, end + 14))) continue;
    add(match, (day) => weekdaysNear(weekdayNamed(weekday), day, which?.toLowerCase(), tenseAround(text, match.index, end)));
  }
  for (const match of text.matchAll(days)) add(match, (day) => [addDays(day, offsetOf(match[0].toLowerCase()))]);
  for (const match of text.matchAll(spans)) add(match, (day) => [shifted(day, steps[(match.groups?.["which"] ?? "").toLowerCase()] ?? 0, match.groups?.["unit"] ?? "")]);
  for (const match of text.matchAll(ago)) {
    const { count = "", unit = "" } = match.groups ?? {};
    const number = /^\d/.test(count) ? Number(count) : Math.max(1, numbers.indexOf(count.toLowerCase()));
    add(match, (day) => [unit.toLowerCase() === "day" ? addDays(day, -number) : shifted(day, -number, unit)]);
  }
  return found;
}

function offsetOf(words: string): number {
  if (words.startsWith("the")) return words.includes("before") ? -2 : 2;
  return words === "yesterday" ? -1 : words === "tomorrow" ? 1 : 0;
}

/** The week, month or year `count` of them after that of a day. */
function shifted(day: string, count: number, unit: string): Period {
  switch (unit.toLowerCase()) {
    case "week":
      return weekOf(addDays(day, count * 7));
    case "month":
      return addMonths(day, count);
    default:
      return String(dateOf(day).year + count);
  }
}

/** The days of that name about a day of publication, likeliest first. */
function weekdaysNear(weekday: number, published: string, which: string | undefined, tense: Tense | null): Period[] {
  const since = (weekdayOf(dateOf(published)) - weekday + 7) % 7;
  const before = addDays(published, since === 0 ? -7 : -since);
  const behind = addDays(published, since === 0 ? 7 : 7 - since);
  // "last Monday" on a Thursday may be that of the week before, "next Friday" on a Monday that of the week after.
  if (which === "last") return weekOf(before) === weekOf(published) ? [before, addDays(before, -7)] : [before];
  if (which === "next") return weekOf(behind) === weekOf(published) ? [addDays(behind, 7), behind] : [behind];
  if (which === "coming") return [behind];
  // Who writes of Monday on a Monday means that day.
  if (since === 0) return [published];
  const isPast = tense === null ? daysBetween(before, published) < daysBetween(behind, published) : tense === "past";
  return isPast ? [before, behind] : [behind, before];
}
