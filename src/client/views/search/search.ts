import { commands, type Disposable, type ExtensionContext, l10n, window } from "vscode";
import { searchMethod, type SearchQuestion } from "../../../protocol/search";
import type { CorpusServer } from "../../server/corpusServer";
import { Disposables } from "../../ui/disposables";
import { number } from "../../ui/locale";
import { isPlace, openPlace } from "../entities/openPlace";
import { MatchHighlights } from "./matchHighlights";
import { ReportDocuments } from "./reportDocument";
import type { SavedSearch } from "./savedSearch";
import { SavedSearches } from "./savedSearches";
import { registerSavedSearchCommands } from "./savedSearchCommands";
import { searchCommand, searchContextKey, searchViewId } from "./searchCommandIds";
import { SearchHistory } from "./searchHistory";
import { searchPick } from "./searchPick";
import { SearchQueries } from "./searchQueries";
import { SearchView, type Shown } from "./searchView";
import { copyResults, exportResults } from "./takeAlong";

/** Opens the result after (1) or before (-1) the one that was opened last; from the end it goes on at the other. */
async function walkResults(view: SearchView, queries: SearchQueries, step: 1 | -1): Promise<void> {
  const { shown } = view;
  if (!shown || shown.listed === 0) return;
  const { question, listed, active } = shown;
  const index = active < 0 ? (step > 0 ? 0 : listed - 1) : (active + step + listed) % listed;
  const result = await queries.search({ ...question, asker: "walk", offset: index, limit: 1 });
  const [hit] = result?.hits ?? [];
  if (!hit) return;
  view.activate(index);
  window.setStatusBarMessage(l10n.t("Result {0} of {1}", number(index + 1), number(listed)), 3000);
  await openPlace({ uri: hit.article.uri, range: hit.snippets[0]?.range ?? hit.article.selection });
}

/** Searching: the view, the commands, the colours in the editors. */
export class Search implements Disposable {
  readonly #disposables = new Disposables();
  readonly #view: SearchView;
  readonly #saved: SavedSearches;

  constructor(server: CorpusServer, { extensionUri, workspaceState }: Pick<ExtensionContext, "extensionUri" | "workspaceState">) {
    const queries = new SearchQueries(server);
    const history = this.#disposables.add(new SearchHistory(workspaceState));
    const saved = this.#disposables.add(new SavedSearches());
    const view = this.#disposables.add(new SearchView(extensionUri, queries, history, saved));
    const highlights = this.#disposables.add(new MatchHighlights(queries));
    const reports = this.#disposables.add(new ReportDocuments(queries));
    this.#view = view;
    this.#saved = saved;
    this.#disposables.add(registerSavedSearchCommands(saved, view));
    // What was typed and found stays while another view is looked at, and is there at once.
    const stay = { webviewOptions: { retainContextWhenHidden: true } };
    this.#disposables.add(window.registerWebviewViewProvider(searchViewId, view, stay));
    const tellSaved = (): void => void commands.executeCommand("setContext", searchContextKey.hasSaved, saved.all.length > 0);
    this.#disposables.add(saved.onDidChange(tellSaved));
    tellSaved();
    this.#disposables.add(
      view.onDidShow((shown) => {
        highlights.query = shown?.question.query ?? "";
        void commands.executeCommand("setContext", searchContextKey.active, shown !== undefined);
        void commands.executeCommand("setContext", searchContextKey.hasResults, (shown?.listed ?? 0) > 0);
      }),
    );
    server.beforeStart((client) => {
      client.onNotification(searchMethod.searchChanged, () => {
        view.refresh();
      });
    });
    const register = (id: string, run: (...args: never[]) => unknown): void => {
      this.#disposables.add(commands.registerCommand(id, run));
    };
    register(searchCommand.box, () => view.focusBox());
    register(searchCommand.searchFor, (query?: unknown) => view.focus(questionFor(typeof query === "string" ? query : selectedText())));
    register(searchCommand.quick, () => {
      searchPick(queries, saved, history, view);
    });
    register(searchCommand.next, () => walkResults(view, queries, 1));
    register(searchCommand.previous, () => walkResults(view, queries, -1));
    register(searchCommand.clear, () => {
      view.clear();
    });
    register(searchCommand.copy, () => copyResults(queries, view.shown));
    register(searchCommand.export, () => exportResults(queries, view.shown));
    register(searchCommand.openInEditor, () => (view.shown ? reports.open(view.shown) : undefined));
    register(searchCommand.openPlace, (place: unknown) => (isPlace(place) ? openPlace(place) : undefined));
  }

  /** What is searched for at the moment. */
  get shown(): Shown | undefined {
    return this.#view.shown;
  }

  /** The searches that were saved, in their order. */
  get savedSearches(): readonly SavedSearch[] {
    return this.#saved.all;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function questionFor(query: string | null): Pick<SearchQuestion, "query"> | null {
  return query === null ? null : { query };
}

/** A short selection on one line is what a reader wants to look for; as a phrase, if it is several words. */
function selectedText(): string | null {
  const editor = window.activeTextEditor;
  if (!editor?.selection.isSingleLine || editor.selection.isEmpty) return null;
  const text = editor.document.getText(editor.selection).trim().replace(/["“”]/g, "");
  if (text === "" || text.length > 100) return null;
  return /\s/.test(text) ? `"${text}"` : text;
}
