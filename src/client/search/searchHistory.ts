import { EventEmitter, workspace, type Disposable, type Memento } from "vscode";
import type { SavedSearch } from "../webview/search/messages";
import { Disposables } from "../util/disposables";

const historyKey = "search.history";
const mostRemembered = 50;
const section = "corpusNavigator";
const setting = "savedSearches";

/** What was asked before, in this workspace, and the searches that were saved in its settings. */
export class SearchMemory implements Disposable {
  readonly #disposables = new Disposables();
  readonly #state: Memento;
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  readonly onDidChange = this.#emitter.event;

  constructor(state: Memento) {
    this.#state = state;
    this.#disposables.add(workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.${setting}`)) this.#emitter.fire();
    }));
  }

  /** The last first. */
  get history(): readonly string[] {
    const stored = this.#state.get<unknown>(historyKey);
    return Array.isArray(stored) ? stored.filter((query) => typeof query === "string") : [];
  }

  /** Settings are written by hand: what is no saved search is passed over. */
  get saved(): readonly SavedSearch[] {
    const stored = workspace.getConfiguration(section).get<unknown>(setting);
    return Array.isArray(stored) ? stored.filter(isSaved) : [];
  }

  async remember(query: string): Promise<void> {
    const typed = query.trim();
    if (typed === "" || this.history[0] === typed) return;
    await this.#state.update(historyKey, [typed, ...this.history.filter((other) => other !== typed)].slice(0, mostRemembered));
    this.#emitter.fire();
  }

  /** A search of the same name is replaced. */
  async save(search: SavedSearch): Promise<void> {
    await this.#store([...this.saved.filter(({ name }) => name !== search.name), search]);
  }

  async forget({ name }: SavedSearch): Promise<void> {
    await this.#store(this.saved.filter((search) => search.name !== name));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** In the workspace, where there is one: searches are about its texts. */
  async #store(saved: readonly SavedSearch[]): Promise<void> {
    const hasWorkspace = (workspace.workspaceFolders?.length ?? 0) > 0;
    await workspace.getConfiguration(section).update(setting, saved.length === 0 ? undefined : saved, !hasWorkspace);
  }
}

function isSaved(value: unknown): value is SavedSearch {
  const { name, query } = (value ?? {}) as { readonly name?: unknown; readonly query?: unknown };
  return typeof name === "string" && typeof query === "string" && name !== "";
}
