import type { ArticleSummary } from "../../../protocol/ranges";
import { element, linkButton } from "../page/dom";
import { host } from "./host";
import type { TimelineLabels } from "./messages";

/** The articles of a story in a table, which says all that the chart says. Each row's title opens its article. */
export function articleTable(
  articles: readonly ArticleSummary[],
  labels: TimelineLabels,
  dateText: (iso: string) => string,
): HTMLTableElement {
  const heading = (text: string): HTMLElement => {
    const cell = element("th", { text });
    cell.scope = "col";
    return cell;
  };
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, heading(labels.date), heading(labels.outlet), heading(labels.article))),
    element("tbody", {}, ...articles.map((article) => articleRow(article, labels, dateText))),
  );
}

function articleRow(article: ArticleSummary, labels: TimelineLabels, dateText: (iso: string) => string): HTMLElement {
  const open = linkButton(article.displayTitle, () => {
    host.postMessage({ type: "open", article });
  });
  const row = element(
    "tr",
    {},
    element("td", { text: article.datePublished === null ? labels.undated : dateText(article.datePublished), className: "date" }),
    element("td", { text: outletOf(article, labels) }),
    element("td", {}, open),
  );
  row.dataset["article"] = article.id;
  return row;
}

/** Whose article it is. */
export function outletOf({ publisher, agency }: ArticleSummary, labels: TimelineLabels): string {
  return publisher ?? agency ?? labels.unknownOutlet;
}
