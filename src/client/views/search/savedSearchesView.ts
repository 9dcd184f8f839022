import {
  commands,
  EventEmitter,
  InputBoxValidationSeverity,
  l10n,
  ThemeIcon,
  TreeItem,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from "vscode";
import { label, promptLabel } from "../../../core/text/escape";
import { Disposables } from "../../ui/disposables";
import { questionOf, savedAs, type SavedSearch } from "./savedSearch";
import type { SavedSearches } from "./savedSearches";
import { savedSearchCommand, savedSearchesViewId, searchCommand } from "./searchCommandIds";
import type { SearchView } from "./searchView";

/** The Saved Searches view: Enter searches, and what is saved can be renamed and deleted. */
export class SavedSearchesView implements TreeDataProvider<SavedSearch>, Disposable {
  readonly #disposables = new Disposables();
  readonly #saved: SavedSearches;
  readonly #search: SearchView;
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  readonly #view: TreeView<SavedSearch>;

  readonly onDidChangeTreeData = this.#emitter.event;

  constructor(saved: SavedSearches, search: SearchView) {
    this.#saved = saved;
    this.#search = search;
    this.#disposables.add(
      saved.onDidChange(() => {
        this.#emitter.fire();
      }),
    );
    this.#view = this.#disposables.add(window.createTreeView(savedSearchesViewId, { treeDataProvider: this }));
    // A key gives no item: what is selected is meant. What is selected was read from the settings; an argument may be anything.
    const register = (id: string, run: (search: SavedSearch) => Promise<void>): void => {
      this.#disposables.add(
        commands.registerCommand(id, async (item?: { readonly name?: unknown }) => {
          const name = item?.name ?? this.#view.selection[0]?.name;
          const chosen = typeof name === "string" ? saved.named(name) : undefined;
          if (chosen) await run(chosen);
        }),
      );
    };
    register(savedSearchCommand.run, (chosen) => search.focus(questionOf(chosen)));
    register(savedSearchCommand.rename, (chosen) => this.#rename(chosen));
    register(savedSearchCommand.delete, (chosen) => saved.delete(chosen));
    this.#disposables.add(commands.registerCommand(searchCommand.save, () => this.#save()));
  }

  getChildren(search?: SavedSearch): SavedSearch[] {
    return search === undefined ? [...this.#saved.all] : [];
  }

  getTreeItem(search: SavedSearch): TreeItem {
    const { name, query, filters = [], dates } = search;
    const item = new TreeItem(label(name));
    const narrowed = [
      ...filters.map(({ value, exclude }) => `${exclude ? "−" : ""}${value}`),
      ...(dates === undefined ? [] : [`${dates.from ?? ""} – ${dates.to ?? ""}`]),
    ];
    const asked = [query, ...narrowed].filter((part) => part !== "" && part !== name).join(" · ");
    item.id = name;
    item.description = label(asked);
    item.tooltip = asked === "" ? label(name) : `${label(name)}\n${label(asked, 1000)}`;
    item.iconPath = new ThemeIcon("bookmark");
    item.contextValue = "savedSearch";
    item.accessibilityInformation = { label: label(asked === "" ? name : `${name}, ${asked}`) };
    item.command = { command: savedSearchCommand.run, title: l10n.t("Search"), arguments: [{ name }] };
    return item;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #save(): Promise<void> {
    const question = this.#search.shown?.question;
    if (!question) return;
    const query = question.query.trim();
    const name = await this.#askName(l10n.t("Save Search"), query, null);
    if (name !== undefined) await this.#saved.save(savedAs(name, question));
  }

  async #rename(search: SavedSearch): Promise<void> {
    const name = await this.#askName(l10n.t("Rename Saved Search"), search.name, search.name);
    if (name !== undefined && name !== search.name) await this.#saved.rename(search, name);
  }

  /** A name that is not empty; one that stands already is taken with a warning, unless it is the search's own. */
  async #askName(title: string, value: string, own: string | null): Promise<string | undefined> {
    const name = await window.showInputBox({
      title,
      value,
      prompt: l10n.t("A name to find the search by"),
      validateInput: (typed) => {
        const wanted = typed.trim();
        if (wanted === "") return l10n.t("A name is needed.");
        const taken = wanted === own ? undefined : this.#saved.named(wanted);
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
}
