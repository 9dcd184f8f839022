import { window } from "vscode";
import { Delayer } from "../../ui/delayer";

/** How long typing must pause before the view is filtered, in milliseconds. */
const typingPause = 120;

/** A view that can be narrowed. */
export interface Filterable {
  readonly filter: string;
  setFilter(filter: string): void;
}

/** Filters the view while the reader types: Enter keeps the filter, Escape brings the one before back. */
export function showFilterBox(view: Filterable, { title, placeholder }: { readonly title: string; readonly placeholder: string }): void {
  const before = view.filter;
  const box = window.createInputBox();
  const typing = new Delayer(typingPause);
  let accepted = false;
  box.title = title;
  box.placeholder = placeholder;
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
