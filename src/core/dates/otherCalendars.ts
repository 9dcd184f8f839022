import { type CalendarDate } from "./calendarDate";

/** Starts of Japanese eras, the year before their first, and of the calendar of Taiwan. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
};

/** The year of our calendar that a year of an era is; null for an unknown era. `year` is digits or "元", the first. */
export function yearOfEra(era: string, year: string): number | null {
  const before = eras[era];
  return before === undefined ? null : before + (year === "元" ? 1 : Number(year));
}

/** The year of our calendar that a year of the Buddhist one is, as Thailand counts. */
export function yearOfBuddha(year: number): number {
  return year - 543;
}

const dayLength = 24 * 60 * 60 * 1000;

/**
 * A day of the Solar Hijri calendar as one of ours; null where there is no such day. By the arithmetic cycle of 33 years,
 * which holds for the years 1178 to 1633.
 */
export function fromPersian({ year, month, day }: CalendarDate): CalendarDate | null {
  if (year < 1178 || year > 1633 || month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : 30)) return null;
  const before = 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
  const dayOfYear = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  // 1 Farvardin 1400 was 21 March 2021.
  const base = 365 * 1399 + Math.floor((8 * 1400 + 21) / 33);
  const date = new Date(Date.UTC(2021, 2, 21) + (before - base + dayOfYear + day - 1) * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
