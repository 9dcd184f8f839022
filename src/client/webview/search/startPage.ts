import { element, linkButton } from "../page/dom";
import type { SavedEntry, SearchLabels } from "./messages";

/** Queries that show what can be asked. */
const examples = ['"peace talks"', "title:minister", "date:2013-05..2013-11", "confer*", "-sport", "market NEAR/5 prices"];
const recentShown = 8;

export interface StartPageEvents {
  readonly search: (query: string) => void;
  readonly saved: (action: "run" | "rename" | "delete", name: string) => void;
}

/** What stands below an empty box: saved searches, then what was asked before, or examples. */
export function startPage(
  saved: readonly SavedEntry[],
  history: readonly string[],
  labels: SearchLabels,
  events: StartPageEvents,
): DocumentFragment {
  const [title, queries] = history.length > 0 ? [labels.recent, history.slice(0, recentShown)] : [labels.examples, examples];
  const page = document.createDocumentFragment();
  if (saved.length > 0)
    page.append(
      section(
        labels.saved,
        saved.map((entry) => savedRow(entry, labels, events)),
      ),
    );
  const row = (query: string): HTMLElement =>
    linkButton(query, () => {
      events.search(query);
    });
  page.append(
    section(
      title,
      queries.map((query) => [row(query)]),
    ),
  );
  return page;
}

function section(title: string, rows: readonly (readonly HTMLElement[])[]): HTMLElement {
  return element(
    "section",
    { label: title },
    element("h2", { text: title }),
    element("ul", {}, ...rows.map((row) => element("li", {}, ...row))),
  );
}

/** A saved search: Enter or a click searches, F2 renames, Delete deletes, and so does its context menu. */
function savedRow({ name, asked }: SavedEntry, labels: SearchLabels, events: StartPageEvents): readonly HTMLElement[] {
  const button = linkButton(
    name,
    () => {
      events.saved("run", name);
    },
    "saved",
  );
  button.title = labels.savedHelp;
  button.dataset["vscodeContext"] = JSON.stringify({ webviewSection: "savedSearch", name, preventDefaultContextMenuItems: true });
  button.addEventListener("keydown", (event) => {
    const action = event.key === "F2" ? "rename" : event.key === "Delete" || (event.key === "Backspace" && event.metaKey) ? "delete" : null;
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    events.saved(action, name);
  });
  return asked === "" ? [button] : [button, element("span", { className: "quiet asked", text: ` ${asked}` })];
}
