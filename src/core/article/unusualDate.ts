import { strict } from "chrono-node/en";
import { isoDate, isValidDate } from "../dates/calendarDate";
import type { FoundDate } from "./dateText";

/** Only completes what a text leaves out, and such results are refused; fixed, for the core knows no clock. */
const reference = new Date(Date.UTC(2000, 0, 1));

/**
 * The date of a line that is known to be a date line but is written in no usual layout ("Tue Oct 4 10:15:00 UTC 2044",
 * "the fourth of October 2044", "04OCT2044"), read by chrono; null where it does not find year, month and day.
 * For single bounded lines: it costs some ten times what the usual layouts do.
 */
export function findUnusualDate(line: string): FoundDate | null {
  const result = strict.parse(line.slice(0, 100), reference)[0];
  if (result === undefined) return null;
  const { start } = result;
  if (!start.isCertain("year") || !start.isCertain("month") || !start.isCertain("day")) return null;
  const date = { year: start.get("year") ?? 0, month: start.get("month") ?? 0, day: start.get("day") ?? 0 };
  if (!isValidDate(date)) return null;
  return { start: result.index, end: result.index + result.text.length, iso: isoDate(date), ambiguous: null, habit: null };
}
