import { Range, ThemeColor, window, workspace, type Disposable, type TextEditor, type Uri } from "vscode";
import { method, type ProtocolRange } from "../../protocol";
import type { CorpusServer } from "../corpusServer";
import { isNews } from "../languages";
import { Delayer } from "../util/delayer";
import { Disposables } from "../util/disposables";

/** How long a text must rest before its site text is looked for again, in milliseconds. */
const typingPause = 300;

/**
 * Site text steps back in every theme. (It is folded too: the server calls its folds imports, and our languages'
 * defaults fold imports when a text is opened.)
 */
export class Boilerplate implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #typing = this.#disposables.add(new Delayer(typingPause));
  /** The text's own colour, weaker: a theme's colour for comments is louder than the text in some. */
  readonly #dimmed = this.#disposables.add(window.createTextEditorDecorationType({ color: new ThemeColor("editor.foreground"), opacity: "0.6" }));

  constructor(server: CorpusServer) {
    this.#server = server;
    this.#disposables.add(window.onDidChangeVisibleTextEditors((editors) => void this.#dim(editors)));
    this.#disposables.add(workspace.onDidOpenTextDocument(({ uri }) => void this.#dim(editorsOf(uri))));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isNews(document)) this.#typing.schedule(() => void this.#dim(editorsOf(document.uri)));
      }),
    );
    void this.#dim(window.visibleTextEditors);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #dim(editors: readonly TextEditor[]): Promise<void> {
    await Promise.all(editors.map((editor) => this.#dimEditor(editor)));
  }

  async #dimEditor(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const found = isNews(document) ? await this.#ask(document.uri) : [];
    // Decorations move with the text; an answer about an older text would not. And the editor may have gone.
    if (!found || document.version !== version || !window.visibleTextEditors.includes(editor)) return;
    const ranges = found.map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));
    editor.setDecorations(this.#dimmed, ranges);
  }

  async #ask(uri: Uri): Promise<readonly ProtocolRange[] | undefined> {
    return this.#server.request<ProtocolRange[]>(method.boilerplate, { uri: uri.toString() }).catch(() => undefined);
  }
}

function editorsOf(uri: Uri): readonly TextEditor[] {
  return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
}
