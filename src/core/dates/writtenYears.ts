import { fullYear } from "./calendarDate";
import type { MentionedDate } from "./mentionedDate";
import { ordinalOf, ordinalWords } from "./numberWords";
import { addDays, addMonths, dateOf, daysFromTo, monthPeriod, type Period } from "./period";
import { tenseAround, type Tense } from "./tense";

const oneYear = "(?:1[5-9]|20)\\d\\d";
const season = "spring|summer|autumn|fall|winter";
/** Where a number behind it is none of these: "HR 2012-13", "555 1998", "10-12-2013". */
const notBefore = "(?<![\\p{L}\\d.,/$€£-])(?<!\\d\\s)(?<!(?<!\\b(?:IN|OF|THE|FOR|SINCE|FROM|BY))(?<=\\p{Lu}{2})\\s)";

const fiscal = new RegExp(
  `(?<!\\p{L})(?:(?:fiscal|financial)\\s(?:year\\s)?|FY\\s?)(?<from>${oneYear}|['’]?\\d\\d)(?:[-–/](?<to>\\d{4}|\\d\\d))?(?![\\d\\p{L}%]|[.,]\\d)|${notBefore}(?<first>${oneYear})(?:[-–/](?<last>\\d{4}|\\d\\d))?\\s(?:fiscal|financial)\\syear(?!\\p{L})`,
  "gu",
);
const seasonOfYear = new RegExp(
  `(?<!\\p{L})(?<season>${season})\\s(?:of\\s)?(?<year>${oneYear}|['’‘]\\d\\d)(?:[-–/](?<to>\\d{4}|\\d\\d))?(?![\\d\\p{L}%]|[.,]\\d)`,
  "giu",
);
const seasonNear = new RegExp(
  `(?<!\\p{L})(?<which>last|this|next|coming|past)\\s(?<season>${season})(?!\\p{L}|\\s(?:\\p{Lu}|of\\s))`,
  "gu",
);
/** "2012-13", "1998–2003". */
const yearRange = new RegExp(`${notBefore}(?<from>${oneYear})\\s?[-–—/]\\s?(?<to>${oneYear}|\\d\\d)(?![\\d\\p{L}%/-]|[.,]\\d)`, "gu");
/** "from 1998 to 2003", "between 1998 and 2003". */
const yearToYear = new RegExp(
  `(?<!\\p{L})(?:from|between|of|in)\\s(?<from>${oneYear})(?<joint>\\s(?:to|until|till|through|and|or)\\s)(?<to>${oneYear})(?![\\d\\p{L}%/’'-]|[.,]\\d|\\s\\p{Ll}{3,}s(?!\\p{L}))`,
  "dgiu",
);
/** "Q3 2013", "the third quarter of last year", "the first half"; a quarter without a year needs words of business about it. */
const quarter = new RegExp(
  `(?<!\\p{L})(?:(?<count>first|second|third|fourth|last)[\\s-](?<unit>quarter|half)|Q(?<number>[1-4]))(?:,?\\s(?:of\\s)?(?:the\\s)?(?:(?<year>${oneYear})|(?<which>last|this|next)\\syear|(?<year2>['’]\\d\\d)|(?<of>year)))?(?![\\p{L}\\d])`,
  "gu",
);
const quarterNear = /(?<!\p{L})(?<which>last|this|next|the previous|the current|the coming)\squarter(?![\p{L}-]|\sof)/giu;
const business =
  /(?<!\p{L})(?:profits?|sales|revenues?|earn(?:ings|ed)|growth|grew|gdp|econom(?:y|ic|ists?)|output|loss(?:es)?|orders|per ?cent|[mb]illion|incomes?|inflation|exports?|imports?|fiscal|results|compan(?:y|ies)|firms?|banks?|demand|production|shares?|wages|deliveries|prices|spending|investors?|unemployment)(?!\p{L})/iu;
const sport =
  /(?<!\p{L})(?:touchdowns?|goals?|match|game|yards?|half-?time|coach|teams?|scored?|scoring|kick|penalty|players?|minutes?|points)(?!\p{L})/iu;
const yearAlone =
  /(?<![\p{L}\d])(?:(?:in|since|until|till|by|during|before|after|from|of)\s|(?<part>early|late|mid|end|beginning|start)[\s-](?:of\s)?)(?<year>(?:1[5-9]|20)\d\d|['’‘]\d\d(?!\d))(?![\d%°/’'\p{L}]|[.,]\d|[-–]\d|\s?(?:%|percent|per cent))/dgiu;
/** "the 2012 election", "(1998)", "in 1998 and 2003". */
const yearInPlace = new RegExp(
  `(?<=(?<!\\p{L})[Tt]he\\s)(?:19|20)\\d\\d(?=\\s\\p{L})|(?<=\\((?:[^()]{0,40},\\s)?)${oneYear}(?=[);])|(?<=\\s${oneYear}\\s(?:and|or)\\s)${oneYear}(?![\\d\\p{L}%/-]|[.,]\\d)`,
  "gu",
);
const decade = /(?<![\p{L}\d])(?:1[5-9]|20)\d0s(?![\p{L}\d])/gu;
const shortDecade =
  /(?<![\p{L}\d])(?:(?<=\bthe\s(?:early[\s-]|mid[\s-]|late[\s-])?)['’‘]?|['’‘])(?<ten>[1-9])0['’]?s(?![\p{L}\d]|\s(?:degrees|percent|per cent))/gu;
const namedDecade =
  /(?<=\bthe\s(?:early[\s-]|mid[\s-]|late[\s-])?)(?<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![\p{L}\d])/giu;
const decadeNames = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
const century = new RegExp(
  `(?<![\\p{L}\\d-])(?<which>(?:the\\s)?(?:${ordinalWords}|last|previous)|this|next)[\\s-]century(?!\\p{L}|\\s(?:ago|B\\.?C|before))`,
  "gu",
);
const warm = /(?<!\p{L})(?:degrees?|temperatures?|highs?|lows?|Fahrenheit|aged?)(?!\p{L})/iu;

/**
 * The years, parts of years, spans of years, decades and centuries that a stretch of running text names: "in 2012", "2012-13", "the spring
 * of 2012", "fiscal 2013", "last winter", "the third quarter", "the '60s", "the 19th century". Seasons are given as north and
 * as south of the equator, fiscal years as the usual ones of several countries. English; `published` is `YYYY-MM-DD`, null if unknown.
 * What comes first has precedence over what overlaps it; `ranges` are about dates that stand for themselves, too.
 */
export function writtenYears(
  text: string,
  published: string | null,
): { readonly dates: MentionedDate[]; readonly ranges: MentionedDate[] } {
  const dates: MentionedDate[] = [];
  const ranges: MentionedDate[] = [];
  const add = (match: RegExpExecArray, readings: readonly Period[], by: MentionedDate["by"] = "text"): void => {
    dates.push({ span: { start: match.index, end: match.index + match[0].length }, readings, by });
  };
  for (const match of text.matchAll(fiscal)) {
    const { from, to, first = "", last } = match.groups ?? {};
    add(match, fiscalYears(yearOf(from ?? first, published), (from === undefined ? last : to) !== undefined));
  }
  for (const match of text.matchAll(seasonOfYear)) {
    const { season: name = "", year = "", to } = match.groups ?? {};
    const one = yearOf(year, published);
    const all = seasonsOf(name.toLowerCase(), one);
    add(match, to === undefined ? all : all.slice(0, 1));
  }
  for (const match of text.matchAll(seasonNear))
    add(
      match,
      published === null
        ? []
        : seasonsNear(
            match.groups?.["season"] ?? "",
            match.groups?.["which"] ?? "",
            published,
            tenseAround(text, match.index, match.index + match[0].length),
          ),
      "publication",
    );
  for (const match of text.matchAll(quarter)) {
    const read = quarterOf(text, match, published);
    if (read !== null) add(match, read.readings, read.by);
  }
  for (const match of text.matchAll(quarterNear)) {
    if (!isBusiness(text)) continue;
    const which = (match.groups?.["which"] ?? "").toLowerCase();
    const step = /last|previous/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0;
    add(match, published === null ? [] : [monthsFrom(dateOf(published).year, (quarterOfDay(published) + step) * 3, 3)], "publication");
  }
  for (const match of text.matchAll(yearRange)) {
    const { from = "", to = "" } = match.groups ?? {};
    const end = to.length > 2 ? Number(to) : Number(from) + ((Number(to) - (Number(from) % 100) + 100) % 100);
    // "2012-11" is a month; "1998-97" nothing.
    if (end <= Number(from) || (to.length === 2 && end - Number(from) > 40)) continue;
    const years = daysFromTo(`${from}-01-01`, `${end}-12-31`);
    add(match, to.length === 2 && Number(to) >= 1 && Number(to) <= 12 ? [years, `${from}-${to}`] : [years]);
  }
  for (const match of text.matchAll(yearToYear)) {
    const { from = "", to = "", joint = "" } = match.groups ?? {};
    if (Number(to) <= Number(from)) continue;
    const [fromStart, fromEnd] = match.indices?.groups?.["from"] ?? [0, 0];
    const [toStart, toEnd] = match.indices?.groups?.["to"] ?? [0, 0];
    dates.push(
      { span: { start: fromStart, end: fromEnd }, readings: [from], by: "text" },
      { span: { start: toStart, end: toEnd }, readings: [to], by: "text" },
    );
    if (joint.trim() !== "or" && (joint.trim() !== "and" || /^between/i.test(match[0])))
      ranges.push({ span: { start: fromStart, end: toEnd }, readings: [`${from}-01-01..${to}-12-31`], by: "text" });
  }
  for (const match of text.matchAll(decade)) add(match, [decadeFrom(Number(match[0].slice(0, 4)))]);
  for (const match of text.matchAll(shortDecade))
    if (!warm.test(text.slice(Math.max(0, match.index - 60), match.index + 40)))
      add(match, shortDecades(Number(match.groups?.["ten"]) * 10, published));
  for (const match of text.matchAll(namedDecade))
    add(match, shortDecades((decadeNames.indexOf((match.groups?.["name"] ?? "").toLowerCase()) + 2) * 10, published));
  for (const match of text.matchAll(century)) {
    const which = (match.groups?.["which"] ?? "").replace(/^the\s/, "");
    const ordinal = ordinalOf(which);
    const current = published === null ? null : Math.floor((dateOf(published).year + 99) / 100);
    if (ordinal > 21 || (ordinal > 0 && ordinal < 10)) continue;
    if (ordinal > 0) add(match, [centuryPeriod(ordinal)]);
    else
      add(
        match,
        current === null ? [] : [centuryPeriod(current + (/last|previous/.test(which) ? -1 : which === "next" ? 1 : 0))],
        "publication",
      );
  }
  for (const match of text.matchAll(yearAlone)) {
    const { year = "", part } = match.groups ?? {};
    const [start, end] = match.indices?.groups?.["year"] ?? [0, 0];
    if (countsSomething(text, end)) continue;
    const from = part === undefined ? start : (match.indices?.groups?.["part"]?.[0] ?? start);
    dates.push({ span: { start: from, end }, readings: [String(yearOf(year, published))], by: "text" });
  }
  for (const match of text.matchAll(yearInPlace))
    if (!(Number(match[0]) % 1000 === 0 && countsSomething(text, match.index + 4))) add(match, [match[0]]);
  return { dates, ranges };
}

/** "in 2000 homes": a number of something. */
function countsSomething(text: string, end: number): boolean {
  const next = /^\s(\p{Ll}{3,}s)(?!\p{L})/u.exec(text.slice(end, end + 30))?.[1];
  return (
    next !== undefined && !/^(?:was|has|his|its|this|does|says|is|as|thus|unless|towards|across|besides|means|remains|shows)$/.test(next)
  );
}

/** The year that two or four digits mean: "'92" in an article of 2013 is 1992, "'45" 1945. */
export function yearOf(written: string, published: string | null): number {
  const digits = written.replace(/^['’‘]/, "");
  if (digits.length > 2) return Number(digits);
  if (published === null) return fullYear(digits);
  const near = 2000 + Number(digits);
  return near > dateOf(published).year + 5 ? near - 100 : near;
}

/** `count` whole months from the month of that number (0 is January) of a year. */
function monthsFrom(year: number, month: number, count: number): Period {
  const first = `${addMonths(`${monthPeriod(year, 1)}-01`, month)}-01`;
  return daysFromTo(first, addDays(`${addMonths(first, count)}-01`, -1));
}

function quarterOfDay(day: string): number {
  return Math.floor((dateOf(day).month - 1) / 3);
}

/** A fiscal year by its name: that of several countries and firms; "2012-13" never is the calendar's. */
function fiscalYears(year: number, isDouble: boolean): Period[] {
  const last = isDouble ? year + 1 : year;
  const common = [monthsFrom(last - 1, 9, 12), monthsFrom(last - 1, 6, 12)];
  return isDouble
    ? [monthsFrom(year, 3, 12), monthsFrom(year, 6, 12), monthsFrom(year, 9, 12)]
    : [String(year), ...common, monthsFrom(year - 1, 3, 12), monthsFrom(year, 3, 12)];
}

const northern: Readonly<Record<string, number>> = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };

/** A season of a year: north of the equator, winter as beginning and as ending in it, then south of it. */
function seasonsOf(name: string, year: number): Period[] {
  const month = northern[name] ?? 0;
  if (month === 11) return [monthsFrom(year, 11, 3), monthsFrom(year - 1, 11, 3), monthsFrom(year, 5, 3)];
  return [monthsFrom(year, month, 3), monthsFrom(year, (month + 6) % 12, 3)];
}

/** The season of that name about a day of publication, north of the equator and south of it. */
function seasonsNear(name: string, which: string, published: string, tense: Tense | null): Period[] {
  const { year } = dateOf(published);
  return [0, 6].flatMap((shift) => {
    const all = [-2, -1, 0, 1, 2].map((step) => monthsFrom(year + step, ((northern[name] ?? 0) + shift) % 12, 3));
    const past = all.findLast((period) => period.slice(-10) < published);
    const now = all.find((period) => period.slice(0, 10) <= published && period.slice(-10) >= published);
    const coming = all.find((period) => period.slice(0, 10) > published);
    if (which === "last" || which === "past") return past ?? [];
    if (which === "next" || which === "coming") return coming ?? [];
    return now ?? (tense === "future" ? (coming ?? []) : tense === "past" ? (past ?? []) : [past ?? [], coming ?? []].flat());
  });
}

function isBusiness(text: string): boolean {
  return business.test(text) && !sport.test(text);
}

/** A quarter or half of a year: of the year that is named, else of those about the day of publication. */
function quarterOf(
  text: string,
  match: RegExpExecArray,
  published: string | null,
): { readonly readings: readonly Period[]; readonly by: MentionedDate["by"] } | null {
  const { count, unit, number, year, year2, which } = match.groups ?? {};
  const months = unit === "half" ? 6 : 3;
  const at =
    number !== undefined
      ? Number(number) - 1
      : count === "last"
        ? 12 / months - 1
        : ["first", "second", "third", "fourth"].indexOf(count ?? "");
  if (at * months >= 12) return null;
  const inYear = (one: number): Period => monthsFrom(one, at * months, months);
  const written = year ?? year2;
  if (written !== undefined) return { readings: [inYear(yearOf(written, published))], by: "text" };
  if (which !== undefined)
    return {
      readings: published === null ? [] : [inYear(dateOf(published).year + ({ last: -1, this: 0, next: 1 }[which] ?? 0))],
      by: "publication",
    };
  // "the last half of the year", "first-half profit"; "the last half" alone is of anything.
  if (!isBusiness(text) || (count === "last" && match.groups?.["of"] === undefined)) return null;
  if (published === null) return { readings: [], by: "publication" };
  const all = [-1, 0, 1].map((step) => inYear(dateOf(published).year + step));
  const ended = all.findLast((period) => period.slice(-10) < published);
  const open = all.find((period) => period.slice(-10) >= published);
  const isFuture = tenseAround(text, match.index, match.index + match[0].length) === "future";
  return { readings: (isFuture ? [open, ended] : [ended, open]).flatMap((period) => period ?? []), by: "publication" };
}

function decadeFrom(year: number): Period {
  return `${year}-01-01..${year + 9}-12-31`;
}

/** "the '60s": of the last century; of this one where it has begun, too. */
function shortDecades(ten: number, published: string | null): Period[] {
  const last = decadeFrom(1900 + ten);
  const year = published === null ? 2025 : dateOf(published).year;
  return 2000 + ten <= year ? [last, decadeFrom(2000 + ten)] : [last];
}

function centuryPeriod(count: number): Period {
  return `${(count - 1) * 100 + 1}-01-01..${count * 100}-12-31`;
}
