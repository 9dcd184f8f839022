import { CancellationTokenSource, commands, l10n, window, type Disposable, type TextEditor, type TreeView } from "vscode";
import { label } from "../../../core/text/escape";
import type { ArticleSummary } from "../../../protocol/ranges";
import { isNews } from "../../languages";
import { Delayer } from "../../ui/delayer";
import { Disposables } from "../../ui/disposables";
import { bodyScheme, relatedViewId } from "./relatedCommandIds";
import type { RelatedNode } from "./relatedNode";
import type { RelatedQueries } from "./relatedQueries";
import { nothingRelated, RelatedTree } from "./relatedTree";

/** How long the cursor must rest before the view follows it, in milliseconds. */
const followAfter = 150;

/** The Related view: follows the article at the cursor. */
export class RelatedView implements Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: RelatedQueries;
  readonly #follow = this.#disposables.add(new Delayer(followAfter));
  readonly #view: TreeView<RelatedNode>;
  #question = new CancellationTokenSource();
  #asked: string | undefined;
  readonly tree = this.#disposables.add(new RelatedTree());

  constructor(queries: RelatedQueries) {
    this.#queries = queries;
    this.#view = this.#disposables.add(window.createTreeView(relatedViewId, { treeDataProvider: this.tree }));
    this.#disposables.add(
      queries.onDidChange(() => {
        this.#followEditor(window.activeTextEditor, true);
      }),
    );
    this.#disposables.add(
      this.#view.onDidChangeVisibility(() => {
        this.#followEditor(window.activeTextEditor, true);
      }),
    );
    this.#disposables.add(
      window.onDidChangeActiveTextEditor((editor) => {
        this.#followEditor(editor, false);
      }),
    );
    this.#disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#followEditor(textEditor, false);
      }),
    );
    this.#followEditor(window.activeTextEditor, true);
  }

  /** The article of the line that is selected. */
  get selected(): ArticleSummary | undefined {
    const [node] = this.#view.selection;
    return node?.kind === "article" ? node.article : node?.kind === "reason" ? node.leaf.article : undefined;
  }

  /** Opens the view on the article at the cursor. */
  async reveal(): Promise<void> {
    await commands.executeCommand(`${relatedViewId}.focus`);
    this.#followEditor(window.activeTextEditor, true);
  }

  dispose(): void {
    this.#question.cancel();
    this.#disposables.dispose();
  }

  /** Shows what belongs to the article in `editor`; asks again for the same one only if `anew`. */
  #followEditor(editor: TextEditor | undefined, anew: boolean): void {
    // A list or a comparison that is looked at meanwhile changes nothing: the reader comes back to the article.
    if (!this.#view.visible || !editor || editor.document.uri.scheme === bodyScheme || !isNews(editor.document)) return;
    const { line } = editor.selection.active;
    const place = `${editor.document.uri.toString()}:${editor.document.languageId === "news-bundle" ? line : ""}`;
    if (!anew && place === this.#asked) return;
    this.#asked = place;
    this.#follow.schedule(() => void this.#show(editor));
  }

  async #show(editor: TextEditor): Promise<void> {
    this.#question.cancel();
    this.#question.dispose();
    const question = new CancellationTokenSource();
    this.#question = question;
    const answer = await this.#queries.relatedAt(editor, question.token).catch(() => undefined);
    if (question !== this.#question || question.token.isCancellationRequested) return;
    if (JSON.stringify(answer) !== JSON.stringify(this.tree.answer)) this.tree.show(answer);
    this.#view.description = label(answer?.article.displayTitle ?? "");
    const isEmpty = this.tree.getChildren().length === 0;
    this.#view.message = !answer
      ? ""
      : isEmpty
        ? nothingRelated(answer)
        : answer.isReady
          ? ""
          : l10n.t("The corpus is still being read: there may be more.");
  }
}
