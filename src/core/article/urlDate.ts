import { type CalendarDate, isoDate, isValidDate } from "../dates/calendarDate";
import { monthNamed } from "../dates/months";

const layouts: readonly RegExp[] = [
  /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/._?#-]|$)/i,
  /[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/,
  /[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/,
];

/** The date in a URL's path ("/2013/11/14/", "/2013/nov/14/", "/20131114"), as ISO; null if there is none. */
export function dateOfUrl(url: string): string | null {
  const path = url.slice(0, 2000).replace(/^https?:\/\/[^/]*/i, "");
  for (const layout of layouts) {
    const match = layout.exec(path);
    if (match === null) continue;
    const month = match[2] ?? "";
    const date: CalendarDate = {
      year: Number(match[1]),
      month: /^\d/.test(month) ? Number(month) : monthNamed(month),
      day: Number(match[3]),
    };
    if (isValidDate(date)) return isoDate(date);
  }
  return null;
}

/** The words of a URL's last telling path segment, in lower case: what its headline was when it was published. */
export function slugWords(url: string): Set<string> {
  const segments = url
    .slice(0, 2000)
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(/[?#].*/s, "")
    .split("/");
  let best: string[] = [];
  for (const segment of segments) {
    const words = segment
      .toLowerCase()
      .replace(/\.[a-z]{3,5}$/, "")
      .split(/[-_+]|%20/)
      .filter((word) => word.length > 1 && !/^[a-z]?\d{4,}$/.test(word));
    if (words.length > best.length) best = words;
  }
  return new Set(best.length >= 2 ? best : []);
}
