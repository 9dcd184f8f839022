import { ConfigurationTarget, EventEmitter, workspace, type Disposable } from "vscode";
import { Disposables } from "../../ui/disposables";
import { savedSearchOf, type SavedSearch } from "./savedSearch";

const section = "corpusNavigator";
const setting = "savedSearches";

/** The searches that were saved in the settings. */
export class SavedSearches implements Disposable {
  readonly #disposables = new Disposables();
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  readonly onDidChange = this.#emitter.event;

  constructor() {
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.${setting}`)) this.#emitter.fire();
      }),
    );
  }

  /** In the order in which they were saved. */
  get all(): readonly SavedSearch[] {
    const stored = workspace.getConfiguration(section).get<unknown>(setting);
    return Array.isArray(stored) ? stored.flatMap((value: unknown) => savedSearchOf(value) ?? []) : [];
  }

  named(name: string): SavedSearch | undefined {
    return this.all.find((search) => search.name === name);
  }

  /** A search of the same name is replaced where it stands. */
  async save(search: SavedSearch): Promise<void> {
    await this.#store(
      this.named(search.name) === undefined
        ? [...this.all, search]
        : this.all.map((other) => (other.name === search.name ? search : other)),
    );
  }

  /** Another search of the new name gives way. */
  async rename(search: SavedSearch, name: string): Promise<void> {
    await this.#store(
      this.all
        .filter((other) => other.name === search.name || other.name !== name)
        .map((other) => (other.name === search.name ? { ...other, name } : other)),
    );
  }

  async delete({ name }: SavedSearch): Promise<void> {
    await this.#store(this.all.filter((search) => search.name !== name));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** In the workspace, where there is one: searches are about its texts. */
  async #store(saved: readonly SavedSearch[]): Promise<void> {
    const configuration = workspace.getConfiguration(section);
    const hasWorkspace = (workspace.workspaceFolders?.length ?? 0) > 0;
    // An empty list of the workspace hides the user's searches; without those it is not needed.
    const isNeeded = saved.length > 0 || (hasWorkspace && configuration.inspect(setting)?.globalValue !== undefined);
    await configuration.update(
      setting,
      isNeeded ? saved : undefined,
      hasWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
    );
  }
}
