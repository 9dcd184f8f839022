import { l10n, window } from "vscode";
import { Delayer } from "../util/delayer";
import type { ArticlesView } from "./articlesView";

/** How long typing must pause before the view is filtered, in milliseconds. */
const typingPause = 120;

/** Filters the view while the reader types: Enter keeps the filter, Escape brings the one before back. */
export function showFilterBox(view: ArticlesView): void {
  const before = view.tree.filter;
  const box = window.createInputBox();
  const typing = new Delayer(typingPause);
  let accepted = false;
  box.title = l10n.t("Filter Articles");
  box.placeholder = l10n.t("Words of the title, an outlet or a date");
  box.value = before;
  box.onDidChangeValue((value) => {
    typing.schedule(() => {
      view.setFilter(value.trim());
    });
  });
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    typing.dispose();
    view.setFilter(accepted ? box.value.trim() : before);
    box.dispose();
  });
  box.show();
}
