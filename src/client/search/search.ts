import { commands, l10n, window, type Disposable, type ExtensionContext } from "vscode";
import { searchMethod } from "../../protocol/search";
import type { CorpusServer } from "../corpusServer";
import { isPlace, openPlace } from "../entities/openPlace";
import { Disposables } from "../util/disposables";
import { MatchHighlights } from "./matchHighlights";
import { SearchMemory } from "./memory";
import { ReportDocuments } from "./reportDocument";
import { walkResults } from "./resultWalk";
import { searchCommand, searchContextKey, searchViewId } from "./searchCommandIds";
import { searchPick } from "./searchPick";
import { SearchQueries } from "./searchQueries";
import { SearchView, type Shown } from "./searchView";
import { copyResults, exportResults } from "./takeAlong";

/** Searching: the view, the commands, the colours in the editors. */
export class Search implements Disposable {
  readonly #disposables = new Disposables();
  readonly #memory: SearchMemory;
  readonly #view: SearchView;

  constructor(server: CorpusServer, { extensionUri, workspaceState }: Pick<ExtensionContext, "extensionUri" | "workspaceState">) {
    const queries = new SearchQueries(server);
    const memory = this.#disposables.add(new SearchMemory(workspaceState));
    const view = this.#disposables.add(new SearchView(extensionUri, queries, memory));
    const highlights = this.#disposables.add(new MatchHighlights(queries));
    const reports = this.#disposables.add(new ReportDocuments(queries));
    this.#memory = memory;
    this.#view = view;
    this.#disposables.add(window.registerWebviewViewProvider(searchViewId, view));
    this.#disposables.add(view.onDidShow((shown) => {
      highlights.query = shown?.question.query ?? "";
      void commands.executeCommand("setContext", searchContextKey.active, shown !== undefined);
      void commands.executeCommand("setContext", searchContextKey.hasResults, (shown?.listed ?? 0) > 0);
    }));
    server.beforeStart((client) => {
      client.onNotification(searchMethod.searchChanged, () => { view.refresh(); });
    });
    const register = (id: string, run: (...args: never[]) => unknown): void => {
      this.#disposables.add(commands.registerCommand(id, run));
    };
    register(searchCommand.searchFor, (query?: unknown) => view.focus(typeof query === "string" ? query : selectedText()));
    register(searchCommand.quick, () => { searchPick(queries, memory, view); });
    register(searchCommand.next, () => walkResults(view, queries, 1));
    register(searchCommand.previous, () => walkResults(view, queries, -1));
    register(searchCommand.clear, () => { view.clear(); });
    register(searchCommand.copy, () => copyResults(queries, view.shown));
    register(searchCommand.export, () => exportResults(queries, view.shown));
    register(searchCommand.openInEditor, () => (view.shown ? reports.open(view.shown) : undefined));
    register(searchCommand.save, () => this.#save());
    register(searchCommand.openPlace, (place: unknown) => (isPlace(place) ? openPlace(place) : undefined));
  }

  /** What is searched for at the moment. */
  get shown(): Shown | undefined {
    return this.#view.shown;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #save(): Promise<void> {
    const query = this.#view.shown?.question.query.trim() ?? "";
    if (query === "") return;
    const name = await window.showInputBox({ title: l10n.t("Save Search"), prompt: l10n.t("A name for “{0}”", query), value: query });
    if (name !== undefined && name.trim() !== "") await this.#memory.save({ name: name.trim(), query });
  }
}

/** A short selection on one line is what a reader wants to look for; as a phrase, if it is several words. */
function selectedText(): string | null {
  const editor = window.activeTextEditor;
  if (!editor?.selection.isSingleLine || editor.selection.isEmpty) return null;
  const text = editor.document.getText(editor.selection).trim().replace(/["“”]/g, "");
  if (text === "" || text.length > 100) return null;
  return /\s/.test(text) ? `"${text}"` : text;
}
