import type { SearchHitItem } from "../../../protocol/search";
import { element } from "../page/dom";
import { filled, marked } from "./dom";
import type { SearchLabels } from "./messages";

/** An article among the results: title, source and date, snippets. `index` counts from 0 through all results. */
export function resultItem(item: SearchHitItem, index: number, total: number, labels: SearchLabels): HTMLElement {
  const { article, title, snippets, matches, partial, inSiteText, copies } = item;
  const root = element("div", { className: "result", role: "option" });
  root.id = `result-${index}`;
  root.setAttribute("aria-posinset", String(index + 1));
  root.setAttribute("aria-setsize", String(total));
  root.setAttribute("aria-selected", "false");
  const details = [
    article.publisher ?? article.agency,
    article.datePublished ?? labels.undated,
    matches === null || matches === 0 ? null : matches === 1 ? labels.oneMatch : filled(labels.matches, matches),
  ].filter((detail) => detail !== null);
  const line = element("div", { className: "details quiet", text: details.join(" · ") });
  for (const [is, text] of [[partial, labels.partial], [inSiteText, labels.inSiteText]] as const) if (is) line.append(" ", element("span", { className: "badge", text }));
  if (copies.length > 0) {
    const badge = element("span", { className: "badge", text: copies.length === 1 ? labels.copy : filled(labels.copies, copies.length) });
    badge.title = copies.map((copy) => [copy.displayTitle, copy.publisher ?? copy.agency, copy.datePublished].filter((part) => part !== null).join(" · ")).join("\n");
    line.append(" ", badge);
  }
  root.append(marked(title.text, title.marks, "title"), line, ...snippets.map(({ text, marks }) => marked(text, marks, "snippet")));
  return root;
}
