import { env, l10n } from "vscode";
import type { ArticleGroup } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";

const dayOptions: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
const longOptions: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };

/** How a date is written: without its year where a heading already says it, with it, or in full. */
export type DateStyle = "day" | "date" | "long";

/** An ISO date in the reader's language; the text as it is where it is not a date. */
export function formatDate(iso: string, style: DateStyle): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const options = style === "long" ? longOptions : style === "date" ? { ...dayOptions, year: "numeric" as const } : dayOptions;
  return new Intl.DateTimeFormat(displayLanguage(), options).format(date);
}

/** British order (15 Nov 2013) for English, which no reader takes for another date. */
function displayLanguage(): string {
  return env.language === "en" ? "en-GB" : env.language;
}

/** Who brought it: the publisher, else the agency, else the place of filing. */
export function sourceOf(article: ArticleSummary): string | null {
  return article.publisher ?? article.agency ?? article.datelineCity;
}

/** The quiet half of a line in a list: `Reuters · 15 Nov`. */
export function describe(article: ArticleSummary, style: DateStyle): string {
  const parts = [sourceOf(article), article.datePublished && formatDate(article.datePublished, style)];
  return parts.filter(Boolean).join(" · ");
}

/** The quiet half of a group's line: how many articles, and of a part of a large group from when: `500 · 15 Nov 2013 – 2 May 2013`. */
export function describeGroup({ count, span }: ArticleGroup): string {
  const dates = span && [...new Set([span.newest, span.oldest])].map((date) => formatDate(date, "date")).join(" – ");
  return [String(count), dates].filter(Boolean).join(" · ");
}

/** One sentence for a screen reader. */
export function spoken(article: ArticleSummary): string {
  const date = article.datePublished ? formatDate(article.datePublished, "long") : l10n.t("undated");
  const title = article.displayTitleKind === "headline" ? article.displayTitle : l10n.t("no headline, begins: {0}", article.displayTitle);
  return [title, sourceOf(article), date].filter(Boolean).join(", ");
}
