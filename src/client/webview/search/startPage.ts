import { element, linkButton } from "../entityPage/dom";
import { filled } from "./dom";
import type { SavedSearch, SearchLabels } from "./messages";

/** Queries that show what can be asked. */
const examples = ['"peace talks"', "title:minister", "date:2013-05..2013-11", "confer*", "-sport", "market NEAR/5 prices"];
const recentShown = 8;

/** What stands below an empty box: saved searches, what was asked before, examples. */
export function startPage(
  saved: readonly SavedSearch[], history: readonly string[], labels: SearchLabels, run: (query: string) => void, forget: (search: SavedSearch) => void,
): HTMLElement {
  const page = element("div");
  const list = (title: string, rows: readonly HTMLElement[]): void => {
    if (rows.length > 0) page.append(element("section", { label: title }, element("h2", { text: title }), element("ul", {}, ...rows.map((row) => element("li", {}, row)))));
  };
  list(labels.saved, saved.map((search) => {
    const remove = linkButton("×", () => { forget(search); }, "forget");
    remove.setAttribute("aria-label", filled(labels.forget, search.name));
    remove.title = filled(labels.forget, search.name);
    const open = linkButton(search.name, () => { run(search.query); });
    open.title = search.query;
    return element("span", { className: "saved" }, open, remove);
  }));
  list(labels.recent, history.slice(0, recentShown).map((query) => linkButton(query, () => { run(query); })));
  if (saved.length === 0 && history.length === 0) list(labels.examples, examples.map((query) => linkButton(query, () => { run(query); })));
  return page;
}
