import { commands, EventEmitter, l10n, window, workspace, type Disposable, type TextEditor, type TreeView } from "vscode";
import { entityMethod, type EntitiesState, type EntitySort } from "../../../../protocol/entities";
import type { CorpusServer } from "../../../server/corpusServer";
import { isNews } from "../../../languages";
import { entitySort, settingsSection } from "../../../settings";
import { Delayer } from "../../../ui/delayer";
import { Disposables } from "../../../ui/disposables";
import { entitiesViewId, namesContextKey } from "../entityCommandIds";
import type { EntityQueries } from "../entityQueries";
import { EntitiesTree } from "./entitiesTree";
import type { EntityLeaf, EntityNode } from "./entityNode";
import { number } from "../../../ui/locale";

/** How long the cursor must rest before the view follows it, in milliseconds. */
const followAfter = 150;

/** The Entities view: the tree with its order and filter, how far the reading of names is, and the article that is being read. */
export class EntitiesView implements Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: EntityQueries;
  readonly #follow = this.#disposables.add(new Delayer(followAfter));
  readonly #changeEmitter = this.#disposables.add(new EventEmitter<void>());
  readonly #view: TreeView<EntityNode>;
  #state: EntitiesState | undefined;
  readonly tree: EntitiesTree;

  /** What is known about names has changed. */
  readonly onDidChangeNames = this.#changeEmitter.event;

  constructor(server: CorpusServer, queries: EntityQueries) {
    this.#queries = queries;
    this.tree = this.#disposables.add(new EntitiesTree(queries, entitySort()));
    this.#view = this.#disposables.add(
      window.createTreeView(entitiesViewId, { treeDataProvider: this.tree, showCollapseAll: true, canSelectMany: true }),
    );
    this.#announce();
    server.beforeStart((client) => {
      client.onNotification(entityMethod.entitiesState, (state: EntitiesState) => {
        this.#state = state;
        this.#announce();
      });
      client.onNotification(entityMethod.entitiesChanged, () => {
        this.#changeEmitter.fire();
        this.tree.refresh();
        this.#followEditor(window.activeTextEditor);
      });
    });
    this.#disposables.add(
      this.#view.onDidChangeVisibility(() => {
        this.#followEditor(window.activeTextEditor);
      }),
    );
    this.#disposables.add(
      window.onDidChangeActiveTextEditor((editor) => {
        this.#followEditor(editor);
      }),
    );
    // A text that was recognised is opened anew, in its language.
    this.#disposables.add(
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) this.#followEditor(window.activeTextEditor);
      }),
    );
    this.#disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#followEditor(textEditor);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settingsSection}.entities`)) this.sortBy(entitySort());
        // The icons are the legend of the colours.
        if (event.affectsConfiguration(`${settingsSection}.names`)) this.tree.refresh();
      }),
    );
  }

  /** How far the reading of names is; undefined while nothing was said. */
  get state(): EntitiesState | undefined {
    return this.#state;
  }

  /** The lines that are selected in the tree, the first one first. */
  get selection(): readonly EntityNode[] {
    return this.#view.selection;
  }

  /** The entity that is selected in the tree. */
  get selected(): EntityLeaf | undefined {
    const [node] = this.#view.selection;
    return node?.type === "entity" ? node : undefined;
  }

  get filter(): string {
    return this.tree.filter;
  }

  /** Lists the entities of a kind in this order. */
  sortBy(sort: EntitySort): void {
    if (sort !== this.tree.sort) this.tree.show(sort, this.tree.filter);
  }

  /** Shows the entities one of whose names matches what was typed; all for an empty filter. */
  setFilter(filter: string): void {
    if (filter === this.tree.filter) return;
    this.tree.show(this.tree.sort, filter);
    this.#announce();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Says above the tree what is filtered and what is still to come. */
  #announce(): void {
    const { filter } = this.tree;
    const lines = [progress(this.#state), filter === "" ? "" : l10n.t("Only names that match “{0}”.", filter)];
    this.#view.message = lines.filter(Boolean).join(" ");
    void commands.executeCommand("setContext", namesContextKey.filtered, filter !== "");
  }

  /** The section of the article stays while the reader is elsewhere, in a list or on a page. */
  #followEditor(editor: TextEditor | undefined): void {
    if (!editor || !this.#view.visible || !isNews(editor.document)) return;
    this.#follow.schedule(() => void this.#showArticleAt(editor));
  }

  async #showArticleAt({ document, selection }: TextEditor): Promise<void> {
    const { line, character } = selection.active;
    const place = { uri: document.uri.toString(), position: { line, character } };
    const [article, said] = await Promise.all([this.#queries.ofArticle(place), this.#queries.quotationsOfArticle(place)]);
    this.tree.showArticle(article, said?.quotations, place.uri);
  }
}

function progress(state: EntitiesState | undefined): string {
  if (state?.error) return state.error;
  return state && state.done < state.total ? l10n.t("Reading names: {0} of {1} articles.", number(state.done), number(state.total)) : "";
}
