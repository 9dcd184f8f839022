import { ColorThemeKind, type Disposable, Range, type TextEditor, ThemeColor, type Uri, window, workspace } from "vscode";
import { method, type QuietParts } from "../../../protocol/corpus";
import type { ProtocolRange } from "../../../protocol/ranges";
import { isNews } from "../../languages";
import type { CorpusServer } from "../../server/corpusServer";
import { Delayer } from "../../ui/delayer";
import { Disposables } from "../../ui/disposables";
import { EditorDecoration } from "../../ui/editorDecoration";

/** How long after a text was opened it is asked for, in milliseconds: the server must know it first. */
const openedPause = 50;

/** How long a text must rest before its quiet parts are looked for again, in milliseconds. */
const typingPause = 300;

/**
 * What is not the story steps back, in every theme: site text far, byline, date and the like a little. (Site text is
 * folded too: the server calls its folds imports, and our languages' defaults fold imports when a text is opened.)
 */
export class QuietText implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #typing = this.#disposables.add(new Delayer(typingPause));
  readonly #soon = this.#disposables.add(new Delayer(openedPause));
  #boilerplate = weaker(siteTextOpacity());
  readonly #details = this.#disposables.add(weaker("0.8"));

  constructor(server: CorpusServer) {
    this.#server = server;
    const soon = (): void => {
      this.#soon.schedule(() => void this.#dim(window.visibleTextEditors));
    };
    this.#disposables.add(window.onDidChangeVisibleTextEditors(soon));
    this.#disposables.add(workspace.onDidOpenTextDocument(soon));
    this.#disposables.add(server.onDidStart(soon));
    // What its siblings share may be known only now.
    this.#disposables.add(server.onDidChangeCorpus(soon));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isNews(document)) this.#typing.schedule(() => void this.#dim(editorsOf(document.uri)));
      }),
    );
    this.#disposables.add(
      window.onDidChangeActiveColorTheme(() => {
        this.#boilerplate.dispose();
        this.#boilerplate = weaker(siteTextOpacity());
        soon();
      }),
    );
    soon();
  }

  dispose(): void {
    this.#boilerplate.dispose();
    this.#disposables.dispose();
  }

  async #dim(editors: readonly TextEditor[]): Promise<void> {
    await Promise.all(editors.map((editor) => this.#dimEditor(editor)));
  }

  async #dimEditor(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const parts = isNews(document) ? await this.#ask(document.uri) : { boilerplate: [], details: [] };
    // Decorations move with the text; an answer about an older text would not. And the editor may have gone.
    if (!parts || document.version !== version || !window.visibleTextEditors.includes(editor)) return;
    this.#boilerplate.set(editor, parts.boilerplate.map(editorRange));
    this.#details.set(editor, parts.details.map(editorRange));
  }

  async #ask(uri: Uri): Promise<QuietParts | undefined> {
    return this.#server.request<QuietParts>(method.quietParts, { uri: uri.toString() }).catch(() => undefined);
  }
}

/** So weak that it is still readable: by `npm run contrast` 3:1 at least, and 4.5:1 in themes of high contrast. */
function siteTextOpacity(): string {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight ? "0.7" : "0.6";
}

/** The text's own colour, weaker: a theme's colour for comments is louder than the text in some. */
function weaker(opacity: string): EditorDecoration {
  return new EditorDecoration({ color: new ThemeColor("editor.foreground"), opacity });
}

function editorRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function editorsOf(uri: Uri): readonly TextEditor[] {
  return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
}
