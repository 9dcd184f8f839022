import { commands, type Disposable, env, EventEmitter, l10n, type Uri, type WebviewView, type WebviewViewProvider } from "vscode";
import { singleLine } from "../../../core/text/escape";
import type { ContextSort, SearchQuestion } from "../../../protocol/search";
import { command } from "../../commandIds";
import { Disposables } from "../../ui/disposables";
import { displayLanguage } from "../../ui/locale";
import { emptyHtml, webviewFiles, webviewHtml } from "../../ui/webviewHtml";
import type { AskedFor, FromView, SavedEntry, ToView } from "../../webview/search/messages";
import { isPlace, openPlace } from "../entities/openPlace";
import { ActiveResult } from "./activeResult";
import { savedSearchCommand, searchContextKey, searchViewId } from "./searchCommandIds";
import { askedBy } from "./savedSearch";
import type { SavedSearches } from "./savedSearches";
import type { SearchHistory } from "./searchHistory";
import { searchLabels } from "./searchLabels";
import type { SearchQueries } from "./searchQueries";
import { catchTyping } from "./typingCatcher";

/** What the view shows at the moment. */
export interface Shown {
  readonly question: SearchQuestion;
  readonly contexts: ContextSort | null;
  readonly listed: number;
  readonly active: number;
}

/** The Search view: carries questions from the webview to the server, and the answers back. */
export class SearchView implements WebviewViewProvider, Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: SearchQueries;
  readonly #history: SearchHistory;
  readonly #saved: SavedSearches;
  readonly #extensionUri: Uri;
  readonly #emitter = this.#disposables.add(new EventEmitter<Shown | undefined>());
  #view: WebviewView | undefined;
  /** The page has been loaded. */
  #isUp = false;
  readonly #upEmitter = this.#disposables.add(new EventEmitter<void>());
  /** What is to be said as soon as the view is there. */
  #waiting: ToView[] = [];
  #shown: Shown | undefined;
  readonly #active = new ActiveResult();

  /** Another question, or other results, or another place among them. */
  readonly onDidShow = this.#emitter.event;

  constructor(extensionUri: Uri, queries: SearchQueries, history: SearchHistory, saved: SavedSearches) {
    this.#extensionUri = extensionUri;
    this.#queries = queries;
    this.#history = history;
    this.#saved = saved;
    const remember = (): void => {
      this.#say({ type: "remembered", ...this.#remembered });
    };
    this.#disposables.add(history.onDidChange(remember));
    this.#disposables.add(saved.onDidChange(remember));
  }

  /** Undefined while nothing is searched for. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    this.#isUp = false;
    // The options alone would show an empty page without a policy.
    view.webview.html = emptyHtml;
    view.webview.options = { enableScripts: true, localResourceRoots: [webviewFiles(this.#extensionUri)] };
    const hearing = view.webview.onDidReceiveMessage((message: FromView) => this.#hear(message));
    view.onDidDispose(() => {
      hearing.dispose();
      if (this.#view !== view) return;
      this.#view = undefined;
      this.#isUp = false;
      void commands.executeCommand("setContext", searchContextKey.isUp, false);
    });
    view.webview.html = webviewHtml(view.webview, this.#extensionUri, "search", l10n.t("Search"));
  }

  /** Shows the view with the focus in its box; `question` replaces what stands there. */
  async focus(question: AskedFor | null = null): Promise<void> {
    await commands.executeCommand(`${searchViewId}.focus`);
    this.#sayWhenUp({ type: "focus", question });
  }

  /** Puts the focus into the box as it stands. What is typed before the page has been loaded goes there too. */
  async focusBox(): Promise<void> {
    if (this.#isUp) return this.focus();
    const isUp = new Promise<void>((resolve) => {
      const waiting = this.#upEmitter.event(() => {
        waiting.dispose();
        resolve();
      });
    });
    const typing = catchTyping(isUp);
    await commands.executeCommand(`${searchViewId}.focus`, { preserveFocus: true });
    const typed = await typing;
    if (typed !== undefined) await this.focus(typed === "" ? null : { query: typed });
  }

  /** Empties the box. */
  clear(): void {
    this.#show(undefined);
    if (this.#view) this.#sayWhenUp({ type: "clear" });
  }

  /** Marks a result in the list. */
  activate(index: number): void {
    this.#active.walk(index);
    if (this.#shown) this.#show({ ...this.#shown, active: index });
    this.#say({ type: "active", index, walked: this.#active.walked });
  }

  /** Says that answers may be others now. */
  refresh(): void {
    this.#say({ type: "changed" });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  get #remembered(): { readonly history: readonly string[]; readonly saved: readonly SavedEntry[] } {
    return { history: this.#history.queries, saved: this.#saved.all.map((search) => ({ name: search.name, asked: askedBy(search) })) };
  }

  async #hear(message: FromView): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isUp = true;
        void commands.executeCommand("setContext", searchContextKey.isUp, true);
        this.#say({
          type: "setUp",
          labels: searchLabels(),
          language: displayLanguage(),
          ...this.#remembered,
          active: this.#shown?.active ?? null,
          walked: this.#active.walked,
        });
        for (const waiting of this.#waiting) this.#say(waiting);
        this.#waiting = [];
        this.#upEmitter.fire();
        break;
      case "search": {
        const { id, question, offset, limit } = message;
        const result = await this.#queries.search({ ...question, asker: "view", offset, limit });
        this.#say({ type: "result", id, offset, result: result ?? null });
        break;
      }
      case "contexts":
        this.#say({ type: "contexts", id: message.id, contexts: (await this.#queries.contexts(message.question, message.order)) ?? null });
        break;
      case "suggest":
        this.#say({ type: "suggestions", id: message.id, suggestions: (await this.#queries.suggestions(message)) ?? [] });
        break;
      case "shows":
        this.#hearShown(message);
        break;
      case "open":
        if (isPlace(message)) await openPlace(message, { preserveFocus: !message.focus, beside: message.beside });
        break;
      case "copy":
        await commands.executeCommand(message.what === "title" ? command.copyTitle : command.copyCitation, message.article);
        break;
      case "copyText":
        await env.clipboard.writeText(singleLine(message.text));
        break;
      case "used":
        await this.#history.remember(message.query);
        break;
      case "saved":
        await commands.executeCommand(savedSearchCommand[message.action], { name: message.name });
        break;
      case "leave":
        await commands.executeCommand("workbench.action.focusActiveEditorGroup");
        break;
    }
  }

  #hearShown({ question, contexts, listed, active, walked }: Extract<FromView, { type: "shows" }>): void {
    const isAsking = question.query.trim() !== "" || question.filters.length > 0 || question.dates !== null;
    const before = this.#shown;
    this.#active.hear(active, walked, before?.question.query !== question.query);
    this.#show(
      isAsking ? { question, contexts, listed: listed < 0 ? (before?.listed ?? 0) : listed, active: this.#active.index } : undefined,
    );
  }

  #show(shown: Shown | undefined): void {
    this.#shown = shown;
    this.#emitter.fire(shown);
  }

  #say(message: ToView): void {
    if (this.#isUp) void this.#view?.webview.postMessage(message);
  }

  #sayWhenUp(message: ToView): void {
    if (this.#isUp) this.#say(message);
    else this.#waiting = [...this.#waiting.filter(({ type }) => type !== message.type), message];
  }
}
