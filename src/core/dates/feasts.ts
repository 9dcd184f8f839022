import { weekdayOf } from "./calendarDate";
import { addDays, dayPeriod } from "./period";

/** Easter Sunday of the Western churches (anonymous Gregorian algorithm, as Meeus gives it). */
function westernEaster(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayPeriod({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }) ?? `${year}-04-01`;
}

/** Easter Sunday of the Eastern churches in the Gregorian calendar (Meeus), right from 1900 to 2099. */
function easternEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return addDays(dayPeriod({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }) ?? `${year}-04-01`, 13);
}

/** The `count`th of a weekday (Sunday 0) in a month. */
function nthWeekday(year: number, month: number, weekday: number, count: number): string {
  const first = weekdayOf({ year, month, day: 1 });
  return dayPeriod({ year, month, day: 1 + ((weekday - first + 7) % 7) + 7 * (count - 1) }) ?? `${year}-01-01`;
}

type DayInYear = (year: number) => string;

const fixed =
  (month: number, day: number): DayInYear =>
  (year) =>
    dayPeriod({ year, month, day }) ?? `${year}-01-01`;
const easter = (offset: number): readonly DayInYear[] => [
  (year) => addDays(westernEaster(year), offset),
  (year) => addDays(easternEaster(year), offset),
];

/** Days that are called by a name, in small letters: when they are in a year, the usual reckoning first. */
export const feastDays: Readonly<Record<string, readonly DayInYear[]>> = {
  "new year's eve": [fixed(12, 31)],
  "new year's day": [fixed(1, 1)],
  "christmas eve": [fixed(12, 24)],
  "christmas day": [fixed(12, 25)],
  christmas: [fixed(12, 25)],
  "boxing day": [fixed(12, 26)],
  halloween: [fixed(10, 31)],
  "valentine's day": [fixed(2, 14)],
  "all saints' day": [fixed(11, 1)],
  "may day": [fixed(5, 1)],
  "palm sunday": easter(-7),
  "good friday": easter(-2),
  "easter sunday": easter(0),
  "easter monday": easter(1),
  easter: easter(0),
  // The United States' and Canada's.
  thanksgiving: [(year) => nthWeekday(year, 11, 4, 4), (year) => nthWeekday(year, 10, 1, 2)],
};
