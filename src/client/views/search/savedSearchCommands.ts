import { commands, InputBoxValidationSeverity, l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { iconLabel, promptLabel } from "../../../core/text/escape";
import { Disposables } from "../../ui/disposables";
import { askedBy, questionOf, savedAs, type SavedSearch } from "./savedSearch";
import type { SavedSearches } from "./savedSearches";
import { savedSearchCommand, searchCommand } from "./searchCommandIds";
import type { SearchView } from "./searchView";

/** Registers what saves a search, runs one, and renames and deletes what was saved. The Search view lists them. */
export function registerSavedSearchCommands(saved: SavedSearches, view: SearchView): Disposables {
  const disposables = new Disposables();
  const rename = async (search: SavedSearch): Promise<void> => {
    const name = await askName(saved, l10n.t("Rename Saved Search"), search.name, search.name);
    if (name !== undefined && name !== search.name) await saved.rename(search, name);
  };
  const run = (search: SavedSearch): Promise<void> => view.focus(questionOf(search));
  const register = (id: string, act: (search: SavedSearch) => Promise<void>): void => {
    disposables.add(
      commands.registerCommand(id, async (argument?: unknown) => {
        const name = nameIn(argument);
        // An argument may be anything: only what is in the settings is taken.
        const chosen = name === undefined ? undefined : saved.named(name);
        if (chosen) await act(chosen);
        else if (argument === undefined) showSavedSearches(saved, { run, rename });
      }),
    );
  };
  register(savedSearchCommand.run, run);
  register(savedSearchCommand.rename, rename);
  register(savedSearchCommand.delete, (search) => saved.delete(search));
  disposables.add(
    commands.registerCommand(searchCommand.save, async () => {
      const question = view.shown?.question;
      if (!question) return;
      const name = await askName(saved, l10n.t("Save Search"), question.query.trim(), null);
      if (name !== undefined) await saved.save(savedAs(name, question));
    }),
  );
  return disposables;
}

interface SavedItem extends QuickPickItem {
  readonly search: SavedSearch;
}

/** All saved searches in a quick pick: Enter runs one, its buttons rename and delete it. */
function showSavedSearches(
  saved: SavedSearches,
  { run, rename }: { readonly run: (search: SavedSearch) => Promise<void>; readonly rename: (search: SavedSearch) => Promise<void> },
): void {
  const renameIt: QuickInputButton = { iconPath: new ThemeIcon("edit"), tooltip: l10n.t("Rename…") };
  const deleteIt: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: l10n.t("Delete") };
  const pick = window.createQuickPick<SavedItem>();
  pick.title = l10n.t("Saved Searches");
  pick.placeholder = saved.all.length === 0 ? l10n.t("No search was saved in this workspace.") : l10n.t("Enter searches");
  pick.matchOnDescription = true;
  const list = (): void => {
    pick.items = saved.all.map((search) => ({
      search,
      label: `$(bookmark) ${iconLabel(search.name)}`,
      description: iconLabel(askedBy(search)),
      buttons: [renameIt, deleteIt],
    }));
  };
  const following = saved.onDidChange(list);
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen) void run(chosen.search);
  });
  pick.onDidTriggerItemButton(({ item, button }) => {
    if (button === deleteIt) {
      void saved.delete(item.search);
      return;
    }
    pick.hide();
    void rename(item.search);
  });
  pick.onDidHide(() => {
    following.dispose();
    pick.dispose();
  });
  list();
  pick.show();
}

function nameIn(argument: unknown): string | undefined {
  const { name } = (argument ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? name : undefined;
}

/** A name that is not empty; one that stands already is taken with a warning, unless it is the search's own. */
async function askName(saved: SavedSearches, title: string, value: string, own: string | null): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    value,
    prompt: l10n.t("A name to find the search by"),
    validateInput: (typed) => {
      const wanted = typed.trim();
      if (wanted === "") return l10n.t("A name is needed.");
      const taken = wanted === own ? undefined : saved.named(wanted);
      return (
        taken && {
          message: l10n.t("Replaces the search of that name: {0}", promptLabel(taken.query)),
          severity: InputBoxValidationSeverity.Warning,
        }
      );
    },
  });
  return name?.trim();
}
