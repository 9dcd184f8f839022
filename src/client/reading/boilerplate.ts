import { commands, Range, window, workspace, type Disposable, type TextEditor } from "vscode";
import { method, type ProtocolRange } from "../../protocol";
import type { CorpusServer } from "../corpusServer";
import { isNews } from "../languages";
import { foldBoilerplate } from "../settings";
import { Delayer } from "../util/delayer";
import { Disposables } from "../util/disposables";

/** How long a text must rest before its site text is looked for again, in milliseconds. */
const typingPause = 300;

/** Site text steps back: dimmed in every theme, and folded when an article is first shown. */
export class Boilerplate implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #typing = this.#disposables.add(new Delayer(typingPause));
  /** By opacity, for a theme's own comment colour is too strong in some and too weak in others. */
  readonly #dimmed = this.#disposables.add(window.createTextEditorDecorationType({ opacity: "0.6", isWholeLine: true }));
  /** Documents that were folded once: what the reader unfolds stays open. */
  readonly #folded = new Set<string>();

  constructor(server: CorpusServer) {
    this.#server = server;
    this.#disposables.add(window.onDidChangeVisibleTextEditors((editors) => { editors.forEach((editor) => void this.#show(editor)); }));
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => { this.#showDocument(document.uri.toString()); }));
    this.#disposables.add(server.onDidChangeCorpus(() => { window.visibleTextEditors.forEach((editor) => void this.#show(editor)); }));
    this.#disposables.add(workspace.onDidChangeTextDocument(({ document }) => { this.#typing.schedule(() => { this.#showDocument(document.uri.toString()); }); }));
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        // Reported for a change of language too; only later does it show whether the document has gone.
        setTimeout(() => document.isClosed && this.#folded.delete(document.uri.toString()), 0);
      }),
    );
    window.visibleTextEditors.forEach((editor) => void this.#show(editor));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #showDocument(uri: string): void {
    window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === uri).forEach((editor) => void this.#show(editor));
  }

  async #show(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!isNews(document)) {
      editor.setDecorations(this.#dimmed, []);
      return;
    }
    const { version } = document;
    const found = await this.#server.request<ProtocolRange[]>(method.boilerplate, { uri: document.uri.toString() }).catch(() => undefined);
    if (!found || document.version !== version || document.isClosed) return;
    const ranges = found.map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));
    editor.setDecorations(this.#dimmed, ranges);
    await this.#foldOnce(editor, ranges);
  }

  async #foldOnce(editor: TextEditor, ranges: readonly Range[]): Promise<void> {
    const key = editor.document.uri.toString();
    // The fold command acts on the active editor only; the others get their turn when they are active.
    if (this.#folded.has(key) || !foldBoilerplate() || editor !== window.activeTextEditor) return;
    this.#folded.add(key);
    // Never under the cursor: the reader went there to read it.
    const lines = ranges.filter((range) => !range.isSingleLine && !range.contains(editor.selection.active)).map(({ start }) => start.line);
    if (lines.length > 0) await commands.executeCommand("editor.fold", { selectionLines: lines, levels: 1 });
  }
}
