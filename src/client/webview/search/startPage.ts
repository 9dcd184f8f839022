import { element, linkButton } from "../page/dom";
import type { SearchLabels } from "./messages";

/** Queries that show what can be asked. */
const examples = ['"peace talks"', "title:minister", "date:2013-05..2013-11", "confer*", "-sport", "market NEAR/5 prices"];
const recentShown = 8;

/** What stands below an empty box: what was asked before, or examples. */
export function startPage(history: readonly string[], labels: SearchLabels, run: (query: string) => void): HTMLElement {
  const [title, queries] = history.length > 0 ? [labels.recent, history.slice(0, recentShown)] : [labels.examples, examples];
  const rows = queries.map((query) => element("li", {}, linkButton(query, () => { run(query); })));
  return element("section", { label: title }, element("h2", { text: title }), element("ul", {}, ...rows));
}
