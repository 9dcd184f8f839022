import { l10n } from "vscode";
import type { ArticleGroup } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";
import { type DateStyle, formatDate, number } from "../../ui/locale";

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
  return [number(count), dates].filter(Boolean).join(" · ");
}

/** One sentence for a screen reader. */
export function spoken(article: ArticleSummary): string {
  const date = article.datePublished ? formatDate(article.datePublished, "long") : l10n.t("undated");
  const title = article.displayTitleKind === "headline" ? article.displayTitle : l10n.t("no headline, begins: {0}", article.displayTitle);
  return [title, sourceOf(article), date].filter(Boolean).join(", ");
}
