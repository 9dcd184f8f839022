import { type CalendarDate, fullYear, isoDate, isValidDate } from "../dates/calendarDate";
import { isEnglishMonth, monthNamed, persianMonthNamed } from "../dates/months";
import { fromPersian, yearOfBuddha, yearOfEra } from "../dates/otherCalendars";

/** A date found in a short text, at `[start, end)` of it. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
  /** Both readings of "03/04/2013"; `iso` is then the day-first one. */
  readonly ambiguous: { readonly dayFirst: string; readonly monthFirst: string } | null;
  readonly habit: "dayFirst" | "monthFirst" | null;
}

/** A month's name; a few are two words. */
const name = "(\\p{L}[\\p{L}\\p{M}\\u200c]{1,15}(?:\\s(?:الثاني|الأول|fómhair))?)";
const year = "(\\d{4}|['’]\\d{2})";

const iso = /(?<![\d.])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/g;
const isoNamed = new RegExp(`(?<!\\d)(\\d{4})([-/. ])${name}\\2(\\d{1,2})(?!\\d)`, "gu");
const compact = /(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/g;
const ideographic = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일號号]?/g;
const ofEra = /(\p{Script=Han}{2,4}?)\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?/gu;
const numeric = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/g;
const spaced = /(?<![\d./-])(\d{1,2})(?:\s([/.-])\s|([.|])\s?)(\d{1,2})(?:\s\2\s|\3\s?)(\d{4})(?![\d/-]|\.\d)/g;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|ère|\\.º|º|ª|-?го|-?е|\\.)?(?:,?\\s+|-|/)(?:de\\s|of\\s|d['’]|ngày\\s)?${name}\\.?,?(?:\\s+|-|/)(?:(?:de|del|di|พ\\.ศ\\.|ค\\.ศ\\.)\\s)?(\\d{4}|['’]\\d\\d|\\d\\d(?=$|\\s\\d\\d:))(?!\\d)`,
  "gu",
);
const monthFirst = new RegExp(
  `(?<![\\p{L}\\p{M}])${name}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\.\\s+|\\s+)(?:\\p{L}{3,9}\\s*,\\s*)?${year}(?!\\d)`,
  "gu",
);
/** "2013. november 15.", "2013 m. lapkričio 15 d.", "2013 November 15". */
const yearFirst = new RegExp(`(?<!\\d)(\\d{4})(?:\\.|\\sm\\.|\\s?ko)?,?\\s${name}\\.?\\s(\\d{1,2})(?!\\d|:)`, "gu");
/** "2013. gada 15. novembrī", "2013 жылғы 15 қараша". */
const yearThenDay = new RegExp(`(?<!\\d)(\\d{4})\\.?\\s(?:gada|жылғы|жылдың|йил)\\s(\\d{1,2})[.-]?\\s?${name}`, "gu");
const vietnamese = /(?<!\d)(\d{1,2})\s?tháng\s(\d{1,2})(?:\snăm\s|,\s?|\s)(\d{4})/giu;
/** A clock's own layout: "Tue Oct 4 10:15:00 UTC 2044". */
const ofClock = /(?<!\p{L})(\p{L}{3})\s+(\d{1,2})\s\d{2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}|[+-]\d{4})?\s?(\d{4})(?!\d)/gu;
/** "04OCT2044". */
const joined = /(?<![\d\p{L}])(\d{1,2})(\p{L}{3})(\d{4}|\d{2})(?![\d\p{L}])/gu;
const inWords = new RegExp(
  `(?<!\\p{L})(?:the\\s)?((?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)|twentieth|thirtieth)\\s(?:day\\s)?of\\s${name},?\\s(\\d{4})(?!\\d)`,
  "giu",
);
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

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

/** A day of a month by name, in the calendar that the name belongs to. */
function readNamed(day: string, month: string, yearWritten: string, ordinal = false): Reading | null {
  const ofYear = fullYear(yearWritten.replace(/^['’]/, ""));
  const persian = persianMonthNamed(month);
  if (persian > 0) {
    const date = fromPersian({ year: ofYear, month: persian, day: Number(day) });
    return date === null ? null : { date };
  }
  const number = monthNamed(month, ordinal);
  if (number === 0) return null;
  return {
    date: { year: /^\p{Script=Thai}/u.test(month) && ofYear > 2400 ? yearOfBuddha(ofYear) : ofYear, month: number, day: Number(day) },
  };
}

function dayInWords(words: string): string {
  const [tens, unit = ""] = words.toLowerCase().split("-");
  if (unit !== "") return String((tens === "twenty" ? 20 : 30) + ordinals.indexOf(unit) + 1);
  return words.toLowerCase() === "thirtieth" ? "30" : String(ordinals.indexOf(tens ?? "") + 1);
}

function readYmd(match: RegExpExecArray, text: string): Reading | null {
  const date = { year: Number(match[1]), month: Number(match.at(-2)), day: Number(match.at(-1)) };
  if (date.year < 1300 || date.year > 1499 || !/\p{Script=Arabic}/u.test(text)) return { date };
  const persian = fromPersian(date);
  return persian === null ? null : { date: persian };
}

type Reader = (parts: RegExpExecArray, text: string) => Reading | null;

const layouts: readonly (readonly [RegExp, Reader, needs?: RegExp])[] = [
  [iso, readYmd],
  [
    ofEra,
    (m) => {
      const year = yearOfEra(m[1] ?? "", m[2] ?? "");
      return year === null ? null : { date: { year, month: Number(m[3]), day: Number(m[4]) } };
    },
    /年/,
  ],
  [ideographic, readYmd, /[年년]/],
  [dayFirst, (m) => readNamed(m[1] ?? "", m[2] ?? "", m[3] ?? "", /^\d+\./.test(m[0]))],
  // Only English, and the languages that learnt it there, write the month first.
  [monthFirst, (m) => (isEnglishMonth(m[1] ?? "") || (m[1] ?? "").length >= 4 ? readNamed(m[2] ?? "", m[1] ?? "", m[3] ?? "") : null)],
  [isoNamed, (m) => readNamed(m[4] ?? "", m[3] ?? "", m[1] ?? "")],
  [yearFirst, (m) => readNamed(m[3] ?? "", m[2] ?? "", m[1] ?? "")],
  [numeric, (m) => readNumeric(m[1] ?? "", m[2] ?? "", m[3] ?? "", m[4] ?? "")],
  [compact, readYmd],
  [spaced, (m) => readNumeric(m[1] ?? "", m[2] ?? m[3] ?? "", m[4] ?? "", m[5] ?? ""), /\d\s?[./|-]\s?\d/],
  [vietnamese, (m) => ({ date: { year: Number(m[3]), month: Number(m[2]), day: Number(m[1]) } }), /tháng/i],
  [yearThenDay, (m) => readNamed(m[2] ?? "", m[3] ?? "", m[1] ?? ""), /gada|жыл|йил/],
  [ofClock, (m) => readNamed(m[2] ?? "", m[1] ?? "", m[3] ?? ""), /:\d\d/],
  [joined, (m) => readNamed(m[1] ?? "", m[2] ?? "", m[3] ?? ""), /\d\p{L}{3}\d/u],
  [inWords, (m) => readNamed(dayInWords(m[1] ?? ""), m[2] ?? "", m[3] ?? ""), /(?:st|nd|rd|th) (?:day )?of/i],
];

const hasYear = /\d{4}|\d[/.-]\d\d(?!\d)|\p{L}-\d\d|['’]\d\d|[元\d]\s?年|\d\p{L}{3}\d\d/u;
const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/;
const foreignDigits = new RegExp(foreignDigit, "g");
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** `text` with the digits of other scripts as ours; offsets stay. */
export function withAsciiDigits(text: string): string {
  if (!foreignDigit.test(text)) return text;
  return text.replace(foreignDigits, (digit) => {
    const unit = digit.charCodeAt(0);
    return String(unit - (zeros.findLast((zero) => zero <= unit) ?? unit));
  });
}

/**
 * All full dates (with a year) of a short text, in order; days that do not exist are none. Month names of some fifty
 * languages, digits of other scripts, and the eras and calendars of Japan, Taiwan, Thailand and Iran. Meant for one bounded
 * line that looks like a date line, never for running text.
 */
export function findDates(original: string): FoundDate[] {
  const text = withAsciiDigits(original);
  if (!hasYear.test(text)) return [];
  const found: FoundDate[] = [];
  for (const [pattern, read, needs] of layouts) {
    if (needs !== undefined && !needs.test(text)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const reading = read(match, text);
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
