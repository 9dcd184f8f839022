import { weekdayOf } from "./calendarDate";
import { weekdayNamed } from "./months";
import type { MentionedDate } from "./mentionedDate";
import { addDays, addMonths, dateOf, daysBetween, daysFromTo, weekOf, type Period } from "./period";
import { tenseAround, type Tense } from "./tense";

const weekdays =
  /(?<![\p{L}\d])(?:(?<which>last|next|this|coming)\s+)?(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)(?![\p{L}\d])/giu;
/** Days of no particular week, and names that have a day in them. */
const noDayBefore = /(?:^|[^\p{L}])(?:every|each|any|per|a|one|black|bloody|good|easter|palm|holy|ash|super|cyber|fat|mail on)\s$/iu;
const noDayBehind = /^\s(?:Times|Telegraph|Express|Mirror|Herald|Post|Mail|Independent|Night)(?!\p{L})/u;

const days =
  /(?<!\p{L})(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening))(?!\p{L})/giu;
const weekends = /(?<!\p{L})(?<which>last|this|next|over the|at the|on the|during the)\s+weekend(?!\p{L})/giu;
const besides = /(?<!\p{L})the\s+(?<unit>week|month|year)\s+(?<which>before\s+last|after\s+next)(?!\p{L})/giu;
const weekLater =
  /(?<!\p{L})(?:(?<ago>an?|one|two|three)\s+weeks?\s+ago\s+(?<past>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?<next>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+week)(?!\p{L})/gu;
const ends =
  /(?<!\p{L})(?:(?:the\s+)?end\s+of\s+(?<of>the|this|next|last)\s+(?<unit>week|month|year)|(?<short>year)(?:['’]s\s+|-)end)(?!\p{L})/giu;
/** "in three days", "two weeks from now": ahead of the day of publication. */
const ahead =
  /(?<![\p{L}\d.,])(?:in\s+(?<count>\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<unit>day|week|month|year)s?(?!\p{L}|['’]|\s+(?:of|ago|earlier|later|before|after))|(?<number>\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<what>day|week|month|year)s?\s+from\s+now(?!\p{L}))/giu;
const couple = /(?<!\p{L})a\s+couple\s+of\s+(?<unit>day|week|month|year)s\s+ago(?!\p{L})/giu;
const spans = /(?<!\p{L})(?<which>last|this|next)\s+(?<unit>week|month|year)(?!\p{L})/giu;
const ago =
  /(?<![\p{L}\d.,])(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<unit>day|week|month|year)s?\s+ago(?!\p{L})/giu;
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
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      readings: published === null ? [] : read(published),
      by: "publication",
    });
  };
  for (const match of text.matchAll(weekLater)) {
    const { ago: count, past = "", next = "" } = match.groups ?? {};
    const which = weekdayNamed(count === undefined ? next : past);
    add(match, (day) => {
      const since = (weekdayOf(dateOf(day)) - which + 7) % 7;
      return [
        count === undefined
          ? addDays(day, ((7 - since) % 7) + (since === 0 ? 7 : 7))
          : addDays(day, -(since === 0 ? 7 : since) - 7 * Math.max(1, numbers.indexOf(count.toLowerCase())) + (since === 0 ? 7 : 0)),
      ];
    });
  }
  for (const match of text.matchAll(weekdays)) {
    const { which, weekday = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    // In lower case it is no weekday of English.
    if (
      !/^\p{Lu}/u.test(weekday) ||
      noDayBefore.test(text.slice(Math.max(0, match.index - 12), match.index)) ||
      noDayBehind.test(text.slice(end, end + 14))
    )
      continue;
    add(match, (day) => weekdaysNear(weekdayNamed(weekday), day, which?.toLowerCase(), tenseAround(text, match.index, end)));
  }
  for (const match of text.matchAll(days)) add(match, (day) => [addDays(day, offsetOf(match[0].toLowerCase()))]);
  for (const match of text.matchAll(weekends))
    add(match, (day) =>
      weekendsNear(
        (match.groups?.["which"] ?? "").toLowerCase().split(" ")[0] ?? "",
        day,
        tenseAround(text, match.index, match.index + match[0].length),
      ),
    );
  for (const match of text.matchAll(besides))
    add(match, (day) => [shifted(day, /^before/i.test(match.groups?.["which"] ?? "") ? -2 : 2, match.groups?.["unit"] ?? "")]);
  for (const match of text.matchAll(couple)) {
    const unit = match.groups?.["unit"] ?? "";
    add(match, (day) =>
      unit.toLowerCase() === "day" ? [addDays(day, -2), addDays(day, -3)] : [shifted(day, -2, unit), shifted(day, -3, unit)],
    );
  }
  for (const match of text.matchAll(ends)) {
    const unit = (match.groups?.["unit"] ?? match.groups?.["short"] ?? "").toLowerCase();
    const step = steps[(match.groups?.["of"] ?? "").toLowerCase()] ?? 0;
    add(match, (day) => [unit === "year" ? `${Number(day.slice(0, 4)) + step}-12` : shifted(day, step, unit)]);
  }
  for (const match of text.matchAll(ahead)) {
    const { count, unit, number, what = "" } = match.groups ?? {};
    // "It fell by a tenth in three days" looks back.
    if (count !== undefined && tenseAround(text, match.index, match.index + match[0].length) !== "future") continue;
    const many = countOf(count ?? number ?? "");
    add(match, (day) => [(unit ?? what).toLowerCase() === "day" ? addDays(day, many) : shifted(day, many, unit ?? what)]);
  }
  for (const match of text.matchAll(spans))
    add(match, (day) => [shifted(day, steps[(match.groups?.["which"] ?? "").toLowerCase()] ?? 0, match.groups?.["unit"] ?? "")]);
  for (const match of text.matchAll(ago)) {
    const { count = "", unit = "" } = match.groups ?? {};
    const number = countOf(count);
    add(match, (day) => [unit.toLowerCase() === "day" ? addDays(day, -number) : shifted(day, -number, unit)]);
  }
  return found;
}

function countOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : Math.max(1, numbers.indexOf(word.toLowerCase()));
}

/** Saturday and Sunday about a day of publication, the likelier first. */
function weekendsNear(which: string, published: string, tense: Tense | null): Period[] {
  const at = (weekdayOf(dateOf(published)) + 1) % 7;
  const saturday = addDays(published, -at);
  const weekend = (first: string): Period => daysFromTo(first, addDays(first, 1));
  // On the weekend itself.
  if (at <= 1)
    return which === "last" ? [weekend(addDays(saturday, -7))] : which === "next" ? [weekend(addDays(saturday, 7))] : [weekend(saturday)];
  const before = weekend(saturday);
  const behind = weekend(addDays(saturday, 7));
  if (which === "last") return [before];
  if (which === "next") return [behind, weekend(addDays(saturday, 14))];
  if (which === "this") return tense === "past" ? [before, behind] : [behind, before];
  return tense === "future" ? [behind, before] : [before, behind];
}

function offsetOf(words: string): number {
  if (/^last\s/.test(words)) return -1;
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
