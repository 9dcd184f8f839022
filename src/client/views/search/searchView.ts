import { commands, type Disposable, env, EventEmitter, l10n, type Uri, type WebviewView, type WebviewViewProvider } from "vscode";
import type { ContextSort, SearchQuestion } from "../../../protocol/search";
import { Disposables } from "../../ui/disposables";
import { emptyHtml, webviewFiles, webviewHtml } from "../../ui/webviewHtml";
import type { AskedFor, FromView, ToView } from "../../webview/search/messages";
import { isPlace, openPlace } from "../entities/openPlace";
import { ActiveResult } from "./activeResult";
import { searchViewId } from "./searchCommandIds";
import type { SearchHistory } from "./searchHistory";
import { searchLabels } from "./searchLabels";
import type { SearchQueries } from "./searchQueries";

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
  readonly #extensionUri: Uri;
  readonly #emitter = this.#disposables.add(new EventEmitter<Shown | undefined>());
  #view: WebviewView | undefined;
  #isUp = false;
  /** What is to be said as soon as the view is there. */
  #waiting: ToView[] = [];
  #shown: Shown | undefined;
  readonly #active = new ActiveResult();

  /** Another question, or other results, or another place among them. */
  readonly onDidShow = this.#emitter.event;

  constructor(extensionUri: Uri, queries: SearchQueries, history: SearchHistory) {
    this.#extensionUri = extensionUri;
    this.#queries = queries;
    this.#history = history;
    this.#disposables.add(
      history.onDidChange(() => {
        this.#say({ type: "remembered", history: history.queries });
      }),
    );
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
    // What is hidden is taken down; it says when it is up again.
    const hiding = view.onDidChangeVisibility(() => {
      if (!view.visible) this.#isUp = false;
    });
    view.onDidDispose(() => {
      hearing.dispose();
      hiding.dispose();
      if (this.#view === view) this.#view = undefined;
      this.#isUp = false;
    });
    view.webview.html = webviewHtml(view.webview, this.#extensionUri, "search", l10n.t("Search"));
  }

  /** Shows the view with the focus in its box; `question` replaces what stands there. */
  async focus(question: AskedFor | null = null): Promise<void> {
    await commands.executeCommand(`${searchViewId}.focus`);
    this.#sayWhenUp({ type: "focus", question });
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

  async #hear(message: FromView): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isUp = true;
        this.#say({
          type: "setUp",
          labels: searchLabels(),
          language: env.language,
          history: this.#history.queries,
          active: this.#shown?.active ?? null,
          walked: this.#active.walked,
        });
        for (const waiting of this.#waiting) this.#say(waiting);
        this.#waiting = [];
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
      case "used":
        await this.#history.remember(message.query);
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
