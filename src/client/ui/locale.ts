import { env } from "vscode";

const dayOptions: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
const longOptions: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };

/** How a date is written: without its year where a heading already says it, with it, or in full. */
export type DateStyle = "day" | "date" | "long";

/** The language of VS Code for `Intl`. British order (15 Nov 2013) for English, which no reader takes for another date. */
export function displayLanguage(): string {
  return env.language === "en" ? "en-GB" : env.language;
}

/** A count in the reader's language: `1,234`. */
export function number(count: number): string {
  return new Intl.NumberFormat(displayLanguage()).format(count);
}

/** A part of a whole (0 to 1) in the reader's language: `71%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(displayLanguage(), { style: "percent" }).format(share);
}

/** An ISO date in the reader's language; the text as it is where it is not a date. */
export function formatDate(iso: string, style: DateStyle): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const options = style === "long" ? longOptions : style === "date" ? { ...dayOptions, year: "numeric" as const } : dayOptions;
  return new Intl.DateTimeFormat(displayLanguage(), options).format(date);
}
