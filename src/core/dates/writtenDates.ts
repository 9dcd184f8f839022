import { findDates } from "../article/dateText";
import { isValidDate, weekdayOf } from "./calendarDate";
import { feastDays } from "./feasts";
import { isEnglishMonth, monthNamed, weekdayNamed } from "./months";
import type { MentionedDate } from "./mentionedDate";
import { addDays, addMonths, dateOf, dayPeriod, daysBetween, daysFromTo, monthPeriod, weekOf, type Period } from "./period";
import type { Span } from "../text/span";
import { writtenYears, yearOf } from "./writtenYears";
import { type Tense, tenseAround } from "./tense";

const weekday = "(?:(?<weekday>(?:Mon|Tues?|Weds?|Wednes|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\\.?,?\\s+(?:the\\s+)?)?";
const day = "(?<first>\\d{1,2})(?<ordinal>st|nd|rd|th|er|\\.)?";
const toDay = "(?:\\s?(?:[-–—]|to|and|or)\\s?(?:the\\s)?(?<last>\\d{1,2})(?:st|nd|rd|th|\\.)?)?";
const fullMonths = "January|February|March|April|May|June|July|August|September|October|November|December";
const month = "(?<month>\\p{L}[\\p{L}\\p{M}]{2,15})\\.?";
const year = "(?<year>\\d{4}|['’‘]\\d{2})";

/** "15 November 2013", "Friday, 15-17 Nov.", "the 4th of July", "4 de octubre de 2044", "3 May '92". */
const dayFirst = new RegExp(
  `(?<![\\p{L}\\d.,:/$€£-])${weekday}${day}${toDay}[\\s-](?:of\\s|de\\s)?${month}(?:,?[\\s-](?:del?\\s|of\\s)?${year})?(?![\\p{L}\\p{M}\\d])`,
  "gu",
);
/** "Nov. 15, 2013", "Friday, November 15", "May 16-17, 2013", "June 15,1987". */
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d])${weekday}${month}\\s${day}${toDay}(?:(?:,\\s?|\\s)${year})?(?![\\p{L}\\d:%]|[.,]\\d|-\\p{L})`,
  "gu",
);
/** "May 2013", "mid-June of 2013", "May '92". */
const monthAndYear = new RegExp(
  `(?<![\\p{L}\\d])(?<!\\d(?:st|nd|rd|th|\\.)?\\s)${month}(?:,|\\sof|\\sde)?\\s(?<year>(?:1[89]|20)\\d\\d|['’‘]\\d{2})(?![\\p{L}\\d]|[.,]\\d|\\s\\d{3}(?!\\d))`,
  "gu",
);
/** "in November", "since late May": a month alone is named behind a word that wants a time. */
const monthAlone = new RegExp(
  `(?<![\\p{L}\\d])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|of|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Tt]hrough|[Bb]efore|[Aa]fter|[Bb]etween|and)[\\s-](?:early\\s|late\\s|mid[\\s-])?(?<month>${fullMonths})(?![\\p{L}\\d'’]|\\s\\d)`,
  "dgu",
);
const oneMonth = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const between = "\\s?(?:[-–—]|\\bto\\b|\\buntil\\b|\\bthrough\\b|\\band\\b)\\s?";
/** "June 30-July 4", "Sept. 30 to Oct. 2, 2012". */
const monthFirstRange = new RegExp(
  `(?<![\\p{L}\\d])(?<one>${oneMonth}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,\\s\\d{4})?)${between}(?<other>${oneMonth}\\s\\d{1,2}(?:st|nd|rd|th)?)(?:,?\\s(?<year>\\d{4}))?(?![\\p{L}\\d])`,
  "dgu",
);
/** "30 June - 4 July 2012". */
const dayFirstRange = new RegExp(
  `(?<![\\p{L}\\d.,])(?<one>\\d{1,2}(?:st|nd|rd|th)?\\s${oneMonth}(?:\\s\\d{4})?)${between}(?<other>\\d{1,2}(?:st|nd|rd|th)?\\s${oneMonth})(?:,?\\s(?<year>\\d{4}))?(?![\\p{L}\\d])`,
  "dgu",
);
/** "from March to May", "between June and August 2012". */
const monthToMonth = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<from>[Ff]rom|[Bb]etween|[Ii]n|[Oo]f)\\s(?:early\\s|late\\s|mid-)?)?(?<one>${fullMonths})(?:\\s(?<first>(?:1[89]|20)\\d\\d))?(?<joint>\\s?[-–—]\\s?|\\s(?:to|through|until|and)\\s)(?:early\\s|late\\s|mid-)?(?<other>${fullMonths})(?:\\s(?:of\\s)?(?<year>(?:1[89]|20)\\d\\d))?(?![\\p{L}\\d'’]| \\d)`,
  "dgu",
);
const monthOfYear = /(?<![\d/.,-])(?<month>0?[1-9]|1[0-2])\/(?<year>(?:19|20)\d\d)(?![\d/])/gu;
/** "on the 15th", "Friday the 13th". */
const dayAlone =
  /(?<![\p{L}\d])(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?|on|by|until|till|since|before|after|(?<=\d(?:st|nd|rd|th)\s)(?:and|or|to))\s(?<day>the\s(?<number>\d{1,2})(?:st|nd|rd|th))(?:\sof\s(?<of>the|this|last|next)\smonth)?(?=[.,;:)!?"”]|$|\s(?:at|when|but|and|to|for|after|before|until|with|in|he|she|they|it|as|that)(?!\p{L}))/dgu;
const namedDays =
  /(?<!\p{L})(?<name>New Year['’]s Eve|New Year['’]s Day|Christmas Eve|Christmas Day|Boxing Day|Christmas|Halloween|Valentine['’]s Day|All Saints['’] Day|May Day|Palm Sunday|Good Friday|Easter Sunday|Easter Monday|Easter|Thanksgiving)(?!\p{L}|['’]s|\s(?:\p{Lu}|card|tree|market|party|present|shopping|dinner|carol|song|movie|season|sale|egg|bunny|turkey))(?! (?:Rising|Uprising))/gu;
/** What a number behind it counts, or numbers: "Flight 15", "some 20", "Version 1.2". */
const numbered =
  /(?<!\p{L})(?:flight|room|article|day|page|chapter|section|channel|route|highway|gate|unit|number|no\.?|level|apartment|figure|table|resolution|version|release|size|ip|act|law|group|team|platform|line|bus|model|some|at (?:least|most)|nearly|almost|of (?:the|these|those)(?: \d+)?,?)\s$/iu;
const clock = /^T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?/;

/** A date that only lacks its year is of the nearest year; farther than this, in days, the other side is named too. */
const surelyNear = 120;

/** How many code units of a text are looked at together for dates that overlap. */
const stretch = 64;

/** One date among others that a text writes; what is found first keeps its place. */
class Found {
  readonly dates: MentionedDate[] = [];
  /** The spans that are taken, by each stretch of text that they reach into, so that a long list of dates is not gone through for each. */
  readonly #taken = new Map<number, Span[]>();

  add(date: MentionedDate | null): void {
    if (date === null) return;
    const { start, end } = date.span;
    const first = Math.floor(start / stretch);
    const last = Math.floor(end / stretch);
    for (let at = first; at <= last; at++) if (this.#taken.get(at)?.some((span) => span.start < end && start < span.end)) return;
    this.dates.push(date);
    for (let at = first; at <= last; at++) {
      const spans = this.#taken.get(at);
      if (spans) spans.push(date.span);
      else this.#taken.set(at, [date.span]);
    }
  }
}

/**
 * The dates that a stretch of running text writes out: with a year, or completed from the article's date of publication
 * `published` (`YYYY-MM-DD`, null if unknown), where the tense of the sentence tells which year is likelier. A range gives both
 * its ends, and behind them itself. Meant for a paragraph at most.
 */
export function writtenDates(text: string, published: string | null): MentionedDate[] {
  const found = new Found();
  const ranges: MentionedDate[] = [];
  for (const pattern of [monthFirstRange, dayFirstRange])
    for (const match of text.matchAll(pattern)) addRange(text, match, published, found, ranges);
  const all = findDates(text);
  // All the same whatever day and month are called: figures only.
  for (const { start, end, iso, ambiguous } of all) {
    const written = text.slice(start, end);
    const before = text.slice(Math.max(0, start - 24), start);
    if (/\p{L}{3}/u.test(written) || numbered.test(before)) continue;
    const isShort = !/(?<!\d)\d{4}(?!\d)/.test(written);
    if (isShort && !/(?<!\p{L})(?:on|dated?|of|since|until|by|from|am|vom|le|du|el|del|il|em|den)\s$/iu.test(before)) continue;
    const behind = clock.exec(text.slice(end, end + 32))?.[0].length ?? 0;
    found.add({
      span: { start, end: end + behind },
      readings: ambiguous === null ? [iso] : [ambiguous.dayFirst, ambiguous.monthFirst],
      by: "text",
    });
  }
  for (const match of text.matchAll(dayFirst)) found.add(dayOfMonth(text, match, published));
  for (const match of text.matchAll(monthFirst)) found.add(dayOfMonth(text, match, published));
  // What other languages write out; their short forms are words of English.
  for (const { start, end, iso } of all) {
    const written = text.slice(start, end);
    if (/\p{L}{4}|[^\0-\x7f]/u.test(written)) found.add({ span: { start, end }, readings: [iso], by: "text" });
  }
  for (const match of text.matchAll(monthToMonth)) addMonthRange(text, match, published, found, ranges);
  for (const match of text.matchAll(monthAndYear)) {
    const { month: name = "", year: written = "" } = match.groups ?? {};
    if (monthNamed(name) > 0 && (name.length > 3 || isEnglishMonth(name)))
      found.add({ span: spanOf(match), readings: [monthPeriod(yearOf(written, published), monthNamed(name))], by: "text" });
  }
  for (const match of text.matchAll(monthAlone)) {
    const [start, end] = match.indices?.groups?.["month"] ?? [0, 0];
    const number = monthNamed(text.slice(start, end));
    const told = yearAsTold(text, end, published);
    const readings =
      told.year !== null
        ? [monthPeriod(told.year, number)]
        : published === null
          ? []
          : monthsNear(number, published, match[0], tenseAround(text, match.index, end));
    found.add({ span: { start, end: told.end }, readings, by: "publication" });
  }
  for (const match of text.matchAll(monthOfYear))
    found.add({
      span: spanOf(match),
      readings: [monthPeriod(Number(match.groups?.["year"]), Number(match.groups?.["month"]))],
      by: "text",
    });
  const years = writtenYears(text, published);
  for (const date of years.dates) found.add(date);
  for (const match of text.matchAll(dayAlone)) {
    const [start, end] = match.indices?.groups?.["day"] ?? [0, 0];
    const { number = "", weekday: named, of } = match.groups ?? {};
    const step = of === "next" ? 1 : of === "last" ? -1 : 0;
    const inMonth = (day: string): Period[] =>
      [dayPeriod({ ...dateOf(`${addMonths(day, step)}-01`), day: Number(number) })].flatMap((one) => one ?? []);
    if (Number(number) >= 1 && Number(number) <= 31)
      found.add({
        span: { start, end: of === undefined ? end : match.index + match[0].length },
        readings:
          published === null
            ? []
            : of === undefined
              ? daysNear(Number(number), named, published, tenseAround(text, match.index, end))
              : inMonth(published),
        by: "publication",
      });
  }
  for (const match of text.matchAll(namedDays)) {
    const days = feastDays[(match.groups?.["name"] ?? "").toLowerCase().replace("’", "'")] ?? [];
    const end = match.index + match[0].length;
    const year = /^,?\s(?:of\s)?((?:1[89]|20)\d\d)(?!\d)/.exec(text.slice(end, end + 9))?.[1];
    const tense = tenseAround(text, match.index, end);
    found.add({
      span: spanOf(match),
      readings:
        year !== undefined
          ? days.map((inYear) => inYear(Number(year)))
          : published === null
            ? []
            : [...new Set(days.flatMap((inYear) => nearestYears(inYear, published, undefined, tense)))],
      by: year === undefined ? "publication" : "text",
    });
  }
  ranges.push(...years.ranges, ...found.dates.flatMap((date) => weekAt(text, date) ?? []));
  return [...found.dates, ...ranges];
}

/** Where a date stands, without the full stop of its sentence. */
function spanOf(match: RegExpMatchArray): { readonly start: number; readonly end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].replace(/\.$/, "").length };
}

/** The year that "last year", "this year" or "next year" behind a date gives it, and where that ends; null for none. */
function yearAsTold(text: string, end: number, published: string | null): { readonly year: number | null; readonly end: number } {
  const behind = /^,?\s(?:of\s)?(last|this|next)\syear(?!\p{L})/iu.exec(text.slice(end, end + 16));
  if (behind === null || published === null) return { year: null, end };
  const step = { last: -1, this: 0, next: 1 }[(behind[1] ?? "").toLowerCase()] ?? 0;
  return { year: dateOf(published).year + step, end: end + behind[0].length };
}

/** Both ends of a range over the end of a month, and the range. */
function addRange(text: string, match: RegExpExecArray, published: string | null, found: Found, ranges: MentionedDate[]): void {
  const [oneStart, oneEnd] = match.indices?.groups?.["one"] ?? [0, 0];
  const [otherStart, otherEnd] = match.indices?.groups?.["other"] ?? [0, 0];
  const { one = "", other = "", year: written } = match.groups ?? {};
  const read = (part: string): { month: number; day: number; year: number | null } => ({
    month: monthNamed(/\p{L}{3,}/u.exec(part.replace(/\d{1,99}(?:st|nd|rd|th)/, ""))?.[0] ?? ""),
    day: Number(/\d+/.exec(part)?.[0]),
    year: /\d{4}/.test(part) ? Number(/\d{4}/.exec(part)?.[0]) : null,
  });
  const first = read(one);
  const last = read(other);
  if (first.month === 0 || last.month === 0) return;
  const turns = last.month < first.month;
  const end = written === undefined ? otherEnd : match.index + match[0].length;
  const told = yearAsTold(text, end, published);
  const pairs: { first: string; last: string }[] = [];
  const pair = (ofFirst: number): void => {
    const from = dayPeriod({ year: ofFirst, month: first.month, day: first.day });
    const to = dayPeriod({ year: ofFirst + (turns ? 1 : 0), month: last.month, day: last.day });
    if (from !== null && to !== null && from <= to) pairs.push({ first: from, last: to });
  };
  const known = first.year ?? (written !== undefined ? Number(written) - (turns ? 1 : 0) : told.year);
  if (known !== null) pair(known);
  else if (published !== null) {
    const inYear = (one: number): Period | null => dayPeriod({ year: one, month: first.month, day: first.day });
    for (const reading of nearestYears(inYear, published, undefined, tenseAround(text, match.index, end))) pair(dateOf(reading).year);
  } else if (!isValidDate({ year: 2000, month: first.month, day: first.day })) return;
  if (known !== null && pairs.length === 0) return;
  const by = first.year !== null || written !== undefined ? "text" : "publication";
  found.add({ span: { start: oneStart, end: oneEnd }, readings: pairs.map((one) => one.first), by });
  found.add({ span: { start: otherStart, end }, readings: pairs.map((one) => one.last), by });
  ranges.push({ span: { start: oneStart, end }, readings: pairs.map((one) => daysFromTo(one.first, one.last)), by });
}

/** Both months of "from March to May", and the time between them. */
function addMonthRange(text: string, match: RegExpExecArray, published: string | null, found: Found, ranges: MentionedDate[]): void {
  const { one = "", other = "", first: ofFirst, year: written, from = "", joint = "" } = match.groups ?? {};
  // "May and June" may be two people.
  if (from === "" && written === undefined) return;
  const [oneStart, oneEnd] = match.indices?.groups?.["one"] ?? [0, 0];
  const [otherStart] = match.indices?.groups?.["other"] ?? [0, 0];
  const end = match.index + match[0].length;
  const turns = monthNamed(other) <= monthNamed(one);
  const year = written ?? ofFirst;
  const last = written !== undefined ? Number(written) : ofFirst !== undefined ? Number(ofFirst) + (turns ? 1 : 0) : null;
  const lasts: readonly Period[] =
    last !== null
      ? [monthPeriod(last, monthNamed(other))]
      : published === null
        ? []
        : monthsNear(monthNamed(other), published, "", tenseAround(text, match.index, end));
  const pairs = lasts.map((until) => ({
    first: monthPeriod(ofFirst === undefined ? Number(until.slice(0, 4)) - (turns ? 1 : 0) : Number(ofFirst), monthNamed(one)),
    last: until,
  }));
  const by = year === undefined ? "publication" : "text";
  found.add({ span: { start: oneStart, end: ofFirst === undefined ? oneEnd : oneEnd + 5 }, readings: pairs.map((pair) => pair.first), by });
  found.add({ span: { start: otherStart, end }, readings: lasts, by });
  if (joint.trim() !== "and" || /^between/i.test(from))
    ranges.push({
      span: { start: oneStart, end },
      readings: pairs.map((pair) => daysFromTo(`${pair.first}-01`, addDays(`${addMonths(`${pair.last}-01`, 1)}-01`, -1))),
      by,
    });
}

/** A day or a few days of a month, with or without a year. */
function dayOfMonth(text: string, match: RegExpExecArray, published: string | null): MentionedDate | null {
  const { weekday: named, first = "", ordinal, last, month: name = "", year: written } = match.groups ?? {};
  const number = monthNamed(name, ordinal === "." && match[0].startsWith(first));
  if (number === 0) return null;
  const span = spanOf(match);
  const inYear = (one: number): Period | null => {
    const start = dayPeriod({ year: one, month: number, day: Number(first) });
    const end = last === undefined ? start : dayPeriod({ year: one, month: number, day: Number(last) });
    return start === null || end === null || end < start ? null : daysFromTo(start, end);
  };
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const behind = written ?? yearBehind(text, span.end);
  if (behind !== null && (name.length > 3 || isEnglishMonth(name) || /[^\0-\x7f]/.test(name))) {
    const period = inYear(yearOf(behind, published));
    return period === null ? null : { span, readings: [period], by: "text" };
  }
  // "12 may have died" is no date, nor is "out 5" in Portuguese, "Flight 15 November" or "Theresa May 3".
  if (!isEnglishMonth(name) || !/^\p{Lu}/u.test(name) || !isValidDate({ year: 2000, month: number, day: Number(first) })) return null;
  if (
    numbered.test(before) ||
    (/^(?:May|April|June|August|March)$/.test(name) &&
      match[0].startsWith(name) &&
      /(?<!(?<!Mrs|Mr|Ms|Dr)[.!?]\s)(?<!^)\p{Lu}\p{Ll}+\s$/u.test(before) &&
      weekdayNamed(before.trim().split(" ").at(-1) ?? "") < 0 &&
      !/(?:On|By|In|Since|Until|From|The|Before|After|Last|Next)\s$/.test(before))
  )
    return null;
  const told = yearAsTold(text, span.end, published);
  const ofYear = told.year === null ? null : inYear(told.year);
  if (ofYear !== null) return { span: { ...span, end: told.end }, readings: [ofYear], by: "publication" };
  if (published === null) return { span, readings: [], by: "publication" };
  const nearest = nearestYears(inYear, published, named, tenseAround(text, match.index, span.end));
  // "The July 20 plot failed in 1944."
  const elsewhere = /^[^.;]{0,60}?\sin\s(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text.slice(span.end, span.end + 80))?.[1];
  const said = elsewhere === undefined ? null : inYear(Number(elsewhere));
  return { span, readings: said === null ? nearest : [said, ...nearest.filter((one) => one !== said)], by: "publication" };
}

/** The year of "30 April" in "30 April to 2 May 1998", or null. */
function yearBehind(text: string, end: number): string | null {
  const behind =
    /^\s?(?:[-–—]|to|until|and)\s?(?:\d{1,2}(?:st|nd|rd|th)?\s\p{Lu}\p{L}{2,8}|\p{Lu}\p{L}{2,8}\.?\s\d{1,2}),?\s(\d{4})(?!\d)/u.exec(
      text.slice(end, end + 40),
    );
  return behind?.[1] ?? null;
}

/** "the week of December 2", "the week ending November 9": the words before a day that make it a week; null for none. */
function weekAt(text: string, { span, readings, by }: MentionedDate): MentionedDate | null {
  const words = /(?<!\p{L})(?:the\s)?week\s(?:(of)|(beginning|starting|from)|ending|ended|to)\s(?:on\s)?$/iu.exec(
    text.slice(Math.max(0, span.start - 28), span.start),
  );
  if (words === null || readings.some((one) => one.length !== 10)) return null;
  const weekOn = (day: string): Period =>
    words[1] !== undefined
      ? weekdayOf(dateOf(day)) === 0
        ? daysFromTo(day, addDays(day, 6))
        : weekOf(day)
      : words[2] !== undefined
        ? daysFromTo(day, addDays(day, 6))
        : daysFromTo(addDays(day, -6), day);
  return { span: { start: span.start - words[0].length, end: span.end }, readings: readings.map(weekOn), by };
}

/** The period in the years about a date of publication, the likeliest first; a weekday that is named rules out others. */
function nearestYears(
  inYear: (year: number) => Period | null,
  published: string,
  named: string | undefined,
  tense: Tense | null,
): Period[] {
  const { year } = dateOf(published);
  const distance = (period: Period): number => daysBetween(period.slice(0, 10), published);
  const fits = (period: Period): boolean =>
    tense === null || (tense === "past" ? period.slice(0, 10) <= published : period.slice(-10) >= published);
  const all = [year - 1, year, year + 1].flatMap((one) => inYear(one) ?? []).sort((a, b) => distance(a) - distance(b));
  const fitting = named === undefined ? all : all.filter((period) => weekdayOf(dateOf(period)) === weekdayNamed(named));
  const [nearest] = fitting;
  if (nearest === undefined) return [];
  if (named !== undefined || fitting.length === 1 || (fits(nearest) && distance(nearest) <= surelyNear)) return [nearest];
  const told = fitting.find(fits) ?? nearest;
  const other = fitting.find((period) => period !== told);
  return other === undefined ? [told] : [told, other];
}

/** The month of that number before and behind a date of publication, the likelier first; or the one that the words ask for. */
function monthsNear(number: number, published: string, words: string, tense: Tense | null): Period[] {
  const { year, month: current } = dateOf(published);
  const before = monthPeriod(number < current ? year : year - 1, number);
  const behind = monthPeriod(number > current ? year : year + 1, number);
  if (/^last/i.test(words)) return [before];
  if (/^next/i.test(words)) return [behind];
  if (number === current) return [monthPeriod(year, number)];
  if (/^since/i.test(words)) return [before];
  const isPast = tense === null ? (current - number + 12) % 12 <= 6 : tense === "past";
  return isPast ? [before, behind] : [behind, before];
}

/** The days of that number in the months about a date of publication, the likelier first; of a weekday, if one is named. */
function daysNear(number: number, named: string | undefined, published: string, tense: Tense | null): Period[] {
  const reach = named === undefined ? 1 : 14;
  const all: string[] = [];
  for (let step = -reach; step <= reach; step++) {
    const { year: ofYear, month: ofMonth } = dateOf(`${addMonths(published, step)}-01`);
    const date = dayPeriod({ year: ofYear, month: ofMonth, day: number });
    if (date !== null && (named === undefined || weekdayOf(dateOf(date)) === weekdayNamed(named))) all.push(date);
  }
  const before = all.findLast((date) => date <= published);
  const behind = all.find((date) => date > published);
  const order = tense === "future" ? [behind, before] : [before, behind];
  return order.flatMap((date) => date ?? []);
}
