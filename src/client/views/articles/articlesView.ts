import { commands, type Disposable, l10n, type TextEditor, type TreeView, window, workspace } from "vscode";
import { type ArticleAt, type ArticleAtParams, type Grouping, method } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";
import { articlesViewId, contextKey } from "../../commandIds";
import { isNews } from "../../languages";
import type { CorpusServer } from "../../server/corpusServer";
import { autoReveal, grouping, settingsSection } from "../../settings";
import { Delayer } from "../../ui/delayer";
import { Disposables } from "../../ui/disposables";
import { type ArticleLeaf, type ArticleNode, groupChain } from "./articleNode";
import { ArticlesTree } from "./articlesTree";

/** How long the cursor must rest before the view follows it, in milliseconds. */
const followAfter = 150;

/** How often an article is revealed at most, until VS Code finds it in its tree. */
const attempts = 4;

/** The Articles view: the tree with its grouping, its filter and the article that is being read. */
export class ArticlesView implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #follow = this.#disposables.add(new Delayer(followAfter));
  readonly #view: TreeView<ArticleNode>;
  /** The end of what loads or reveals at the moment. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly tree: ArticlesTree;

  constructor(server: CorpusServer) {
    this.#server = server;
    this.tree = this.#disposables.add(new ArticlesTree(server, grouping()));
    this.#view = this.#disposables.add(window.createTreeView(articlesViewId, { treeDataProvider: this.tree, showCollapseAll: true }));
    this.#announce();
    this.#disposables.add(
      server.onDidChangeCorpus(() => {
        void this.#inTurn(() => {
          this.tree.refresh();
        });
        this.#followEditor(window.activeTextEditor);
      }),
    );
    this.#disposables.add(
      this.#view.onDidChangeVisibility(() => {
        this.tree.expectQuestions();
        this.#followEditor(window.activeTextEditor);
      }),
    );
    this.#disposables.add(
      window.onDidChangeActiveTextEditor((editor) => {
        this.#followEditor(editor);
      }),
    );
    this.#disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#followEditor(textEditor);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(`${settingsSection}.articles`) || this.tree.by === grouping()) return;
        this.#show(grouping(), this.tree.filter);
      }),
    );
  }

  /** The article that is selected in the view. */
  get selected(): ArticleSummary | undefined {
    const [node] = this.#view.selection;
    return node?.kind === "article" ? node.article : undefined;
  }

  /** What was typed to filter. */
  get filter(): string {
    return this.tree.filter;
  }

  /** Groups the articles in this way. */
  groupBy(by: Grouping): void {
    if (by !== this.tree.by) this.#show(by, this.tree.filter);
  }

  /** Shows the articles that match what was typed; all for an empty filter. */
  setFilter(filter: string): void {
    if (filter !== this.tree.filter) this.#show(this.tree.by, filter);
  }

  /** The article at the cursor of `editor`, if there is one. */
  async articleAt(editor: TextEditor | undefined): Promise<ArticleSummary | undefined> {
    return editor && isNews(editor.document) ? (await this.#nodeAt(editor))?.article : undefined;
  }

  /** Selects the article at the cursor in the view, opening the view; false if there is none. */
  async revealActive(editor: TextEditor): Promise<boolean> {
    await commands.executeCommand(`${articlesViewId}.focus`);
    return this.#revealAt(editor, true);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #show(by: Grouping, filter: string): void {
    void this.#inTurn(() => {
      this.tree.show(by, filter);
      this.#announce();
    });
  }

  /** Says above the tree what is filtered, and tells the menus. */
  #announce(): void {
    const { by, filter } = this.tree;
    this.#view.message = filter === "" ? "" : l10n.t("Only articles that match “{0}”.", filter);
    void commands.executeCommand("setContext", contextKey.groupBy, by);
    void commands.executeCommand("setContext", contextKey.filtered, filter !== "");
  }

  #followEditor(editor: TextEditor | undefined): void {
    if (!editor || !this.#view.visible || !isNews(editor.document) || !autoReveal()) return;
    // What is followed may go away on the way there: then there is nothing to reveal.
    this.#follow.schedule(() => void this.#revealAt(editor, false).catch(() => false));
  }

  /**
   * False if there is no article at the cursor. VS Code mixes up the children of groups when it is asked to reveal
   * one while it loads others: loading and revealing take turns.
   */
  #revealAt(editor: TextEditor, focus: boolean): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.tree.whenLoaded();
      const node = await this.#nodeAt(editor);
      if (!node) return false;
      // Who asked for it gets it; what only follows has nothing to do in a view that has gone, or for a text that was left.
      if (!focus && (window.activeTextEditor !== editor || !this.#view.visible)) return false;
      if (focus || node.article.id !== this.selected?.id) await this.#reveal(node, editor, focus);
      return true;
    });
  }

  /**
   * VS Code's tree may have lost the node, and keep losing it, when it was refreshed while it loaded: then everything is
   * asked for again.
   */
  async #reveal(node: ArticleLeaf, editor: TextEditor, focus: boolean): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#view.reveal(node, { select: true, focus });
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        this.tree.refresh();
        await this.tree.whenLoaded();
        node = (await this.#nodeAt(editor)) ?? node;
      }
    }
  }

  #inTurn<T>(task: () => T | Promise<T>): Promise<T> {
    const done = this.#turn.then(task);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #nodeAt({ document, selection }: TextEditor): Promise<ArticleLeaf | undefined> {
    const { line, character } = selection.active;
    const params: ArticleAtParams = {
      uri: document.uri.toString(),
      position: { line, character },
      by: this.tree.by,
      filter: this.tree.filter,
    };
    const at = await this.#server.request<ArticleAt | null>(method.articleAt, params);
    return at ? { kind: "article", article: at.article, parent: groupChain(at.path) } : undefined;
  }
}
