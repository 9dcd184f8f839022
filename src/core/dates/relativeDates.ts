import { weekdayOf } from "./calendarDate";
import { weekdayNamed } from "./months";
import type { MentionedDate } from "./mentionedDate";
import { countOf, countWords } from "./numberWords";
import { addDays, addMonths, dateOf, daysBetween, daysFromTo, weekOf, type Period } from "./period";
import { tenseAround, type Tense } from "./tense";

const weekdays =
  /(?<![\p{L}\d])(?:(?<which>last|next|this|coming)\s+)?(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\p{L}\d])/giu;
/** Days of no particular week, and names that have a day in them. */
const noDayBefore = /(?:^|[^\p{L}])(?:every|each|any|per|a|one|black|bloody|good|easter|palm|holy|ash|super|cyber|fat|mail on)\s$/iu;
const noDayBehind = /^\s(?:Times|Telegraph|Express|Mirror|Herald|Post|Mail|Independent|Night)(?!\p{L})/u;

const days =
  /(?<!\p{L})(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening))(?!\p{L})/giu;
/** Through the night before publication; not "an overnight train". */
const overnight =
  /(?<!\p{L})(?<!\b(?:an?|the|his|her|their|its)\s)overnight(?=\s*[.,;:)]|\s*$|\s(?:by|in|on|to|at|from|and|but|after|before|as|with|near|when|while|for|because|into|through|between|until)(?!\p{L}))/giu;
const dayNames = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
/** "Wednesday of last week", "last week on Wednesday". */
const dayOfWeek = new RegExp(
  `(?<!\\p{L})(?:(?<day>${dayNames}),?\\s+(?:of\\s+)?(?<which>last|this|next)\\s+week|(?<before>last|this|next)\\s+week\\s+on\\s+(?<behind>${dayNames}))(?!\\p{L})`,
  "gu",
);
/** "from Monday to Wednesday". */
const dayToDay = new RegExp(`(?<!\\p{L})(?<first>${dayNames})\\s?(?:to|through|until|[-–—])\\s?(?<last>${dayNames})(?!\\p{L})`, "gu");
/** "in the past three days", "over the next week": up to the day of publication, or from it. */
const stretch = new RegExp(
  `(?<!\\p{L})(?:in|over|during|for|within)\\s+the\\s+(?<which>past|last|next|coming)\\s+(?:(?<count>${countWords})\\s+)?(?<unit>day|week|fortnight|month|year|decade)s?(?!\\p{L}|['’]|\\sof\\s)`,
  "giu",
);
const weekendBefore = /(?<!\p{L})the\s+weekend\s+(?<which>before\s+last|after\s+next)(?!\p{L})/giu;
const weekends = /(?<!\p{L})(?<which>last|this|next|over the|at the|on the|during the)\s+weekend(?!\p{L})/giu;
const besides = /(?<!\p{L})the\s+(?<unit>week|month|year)\s+(?<which>before\s+last|after\s+next)(?!\p{L})/giu;
const weekLater =
  /(?<!\p{L})(?:(?<ago>an?|one|two|three)\s+weeks?\s+ago\s+(?<past>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?<next>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+week)(?!\p{L})/gu;
const ends =
  /(?<!\p{L})(?:(?:the\s+)?(?<edge>end|start|beginning)\s+of\s+(?<of>the|this|next|last)\s+(?<unit>week|month|year)|(?<short>year)(?:['’]s\s+|-)end)(?!\p{L})/giu;
/** "in three days", "two weeks from now": ahead of the day of publication. */
const ahead = new RegExp(
  `(?<![\\p{L}\\d.,])(?:in\\s+(?<count>${countWords})\\s+(?<unit>day|week|fortnight|month|year)(?:['’]s\\s+time|s['’]?\\s+time|s)?(?!\\p{L}|['’]|\\s+(?:of|ago|earlier|later|before|after))|in\\s+a\\s+(?<fortnight>fortnight)|(?<number>${countWords})\\s+(?<what>day|week|fortnight|month|year)s?\\s+from\\s+now(?!\\p{L}))`,
  "giu",
);
/** "The vote is in three days": a verb without a tense of its own right before it. */
const isBefore = /(?<!\p{L})(?:is|are|comes?|falls?|opens?|ends?|starts?|begins?|closes?|leaves?|meets?|votes?|expires?)(?:\s+\p{L}+)?\s$/u;
const superlative = /(?<!\p{L})(?:first|only|second|third|last|most|least|worst|best|\p{L}{3,}est)\s(?:[^\s.;]+\s){0,5}$/u;
const couple = /(?<!\p{L})a\s+couple\s+of\s+(?<unit>day|week|month|year)s\s+ago(?!\p{L})/giu;
const spans = /(?<!\p{L})(?<which>last|this|next)\s+(?<unit>week|month|year)(?!\p{L}|\s+of\s)/giu;
const ago = new RegExp(
  `(?<![\\p{L}\\d.,]|\\d-)(?:(?<part>half|a\\s+quarter\\s+of)\\s+)?(?<count>${countWords})\\s+(?<unit>day|week|fortnight|month|year|decade|century|centurie)s?\\s+ago(?!\\p{L})`,
  "giu",
);
const steps: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/**
 * The dates that a stretch of running text gives as seen from the day of publication (`YYYY-MM-DD`, null if unknown):
 * "on Monday", "yesterday", "last month", "two weeks ago". English. Which Monday is a matter of
 * what the sentence speaks of; the other one stays a reading. In no particular order; meant for a paragraph at most.
 */
export function relativeDates(text: string, published: string | null): MentionedDate[] {
  const found: MentionedDate[] = [];
  const add = (match: RegExpExecArray, read: (published: string) => readonly Period[], more = 0): void => {
    found.push({
      span: { start: match.index, end: match.index + match[0].length + more },
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
          : addDays(day, -(since === 0 ? 7 : since) - 7 * countOf(count) + (since === 0 ? 7 : 0)),
      ];
    });
  }
  for (const match of text.matchAll(dayOfWeek)) {
    const { day: name, which, before, behind = "" } = match.groups ?? {};
    const monday = (day: string): string => weekOf(addDays(day, (steps[which ?? before ?? ""] ?? 0) * 7)).slice(0, 10);
    add(match, (day) => [addDays(monday(day), (weekdayNamed(name ?? behind) + 6) % 7)]);
  }
  const between: MentionedDate[] = [];
  for (const match of text.matchAll(dayToDay)) {
    const { first = "", last = "" } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    const readings =
      published === null
        ? []
        : weekdaysNear(weekdayNamed(last), published, undefined, tenseAround(text, span.start, span.end)).map((end) =>
            daysFromTo(addDays(end, -((weekdayNamed(last) - weekdayNamed(first) + 7) % 7)), end),
          );
    between.push({ span, readings, by: "publication" });
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
    const part = /^\s(?:morning|afternoon|evening|night|noon|lunchtime)(?!\p{L})/u.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    add(match, (day) => weekdaysNear(weekdayNamed(weekday), day, which?.toLowerCase(), tenseAround(text, match.index, end)), part);
  }
  for (const match of text.matchAll(days)) add(match, (day) => [addDays(day, offsetOf(match[0].toLowerCase()))]);
  for (const match of text.matchAll(overnight)) add(match, (day) => [daysFromTo(addDays(day, -1), day)]);
  for (const match of text.matchAll(stretch)) {
    const { which = "", count, unit = "" } = match.groups ?? {};
    const many = count === undefined ? 1 : countOf(count);
    // "over the next day" is of some story's own time.
    if (many === 1 && unit.toLowerCase() === "day") continue;
    add(match, (day) => [
      /past|last/i.test(which) ? daysFromTo(dayAway(day, -many, unit), day) : daysFromTo(day, dayAway(day, many, unit)),
    ]);
  }
  for (const match of text.matchAll(weekendBefore))
    add(match, (day) => {
      const [near = day] = weekendsNear(/^before/i.test(match.groups?.["which"] ?? "") ? "last" : "next", day, null);
      const first = addDays(near.slice(0, 10), /^before/i.test(match.groups?.["which"] ?? "") ? -7 : 7);
      return [daysFromTo(first, addDays(first, 1))];
    });
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
    const month = /^(?:start|beginning)$/i.test(match.groups?.["edge"] ?? "") ? "01" : "12";
    add(match, (day) => [unit === "year" ? `${Number(day.slice(0, 4)) + step}-${month}` : shifted(day, step, unit)]);
  }
  for (const match of text.matchAll(ahead)) {
    const { count, unit, number, what = "", fortnight } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    // "It fell by a tenth in three days" looks back, as does "the deepest recession in ten years".
    if (number === undefined && superlative.test(before)) continue;
    if (
      number === undefined &&
      !/time$/i.test(match[0]) &&
      tenseAround(text, match.index, match.index + match[0].length) !== "future" &&
      !isBefore.test(before)
    )
      continue;
    const many = countOf(count ?? number ?? "");
    add(match, (day) => [shifted(day, many, fortnight ?? unit ?? what)]);
  }
  for (const match of text.matchAll(spans))
    add(match, (day) => [shifted(day, steps[(match.groups?.["which"] ?? "").toLowerCase()] ?? 0, match.groups?.["unit"] ?? "")]);
  for (const match of text.matchAll(ago)) {
    const { count = "", unit = "", part } = match.groups ?? {};
    const number = countOf(count);
    const years = { decade: 10, century: 100, centurie: 100 }[unit.toLowerCase()];
    const share = part === undefined ? 1 : /half/i.test(part) ? 0.5 : 0.25;
    if (years === undefined && part !== undefined) continue;
    add(match, (day) => [years === undefined ? shifted(day, -number, unit) : shifted(day, -Math.round(number * years * share), "year")]);
  }
  return [...found, ...between];
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

/** The day `count` days, weeks, months or years away from one; at the end of a month, that month's last. */
function dayAway(day: string, count: number, unit: string): string {
  const days = { day: 1, week: 7, fortnight: 14 }[unit.toLowerCase()];
  if (days !== undefined) return addDays(day, count * days);
  const month = addMonths(day, count * ({ month: 1, year: 12, decade: 120 }[unit.toLowerCase()] ?? 12));
  const last = addDays(`${addMonths(`${month}-01`, 1)}-01`, -1);
  const same = `${month}-${day.slice(-2)}`;
  return same > last ? last : same;
}

/** The day, week, month or year `count` of them after that of a day. */
function shifted(day: string, count: number, unit: string): Period {
  switch (unit.toLowerCase()) {
    case "day":
      return addDays(day, count);
    case "week":
      return weekOf(addDays(day, count * 7));
    case "fortnight":
      return weekOf(addDays(day, count * 14));
    case "month":
      return addMonths(day, count);
    case "decade":
      return String(dateOf(day).year + count * 10);
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
