import { Range, window, workspace, type Disposable, type SemanticTokens, type TextDocument } from "vscode";
import { semanticTokenTypes } from "../../../core/article/semanticTokenLegend";
import { isNews } from "../../languages";
import { namesUnderlined, settingsSection } from "../../settings";
import { Disposables } from "../../ui/disposables";
import { EditorDecoration } from "../../ui/editorDecoration";

const nameTypes: ReadonlySet<string> = new Set(["person", "organization", "place", "event"]);

/** Underlines names where the reader wishes it. What is a name comes with the semantic tokens, so that nothing is asked twice. */
export class NameUnderline implements Disposable {
  readonly #disposables = new Disposables();
  readonly #names = new WeakMap<TextDocument, { readonly version: number; readonly ranges: readonly Range[] }>();
  #decoration: EditorDecoration | undefined;

  constructor() {
    this.#disposables.add(
      window.onDidChangeVisibleTextEditors(() => {
        this.#draw();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${settingsSection}.names`)) this.#draw();
      }),
    );
  }

  /** Takes note of a document's tokens: all of them, or those `within` a range. VS Code asks for no others in some themes. */
  read(document: TextDocument, tokens: SemanticTokens, within?: Range): void {
    const { version } = document;
    const known = this.#names.get(document);
    const others =
      within === undefined || known?.version !== version ? [] : known.ranges.filter((range) => within.intersection(range) === undefined);
    this.#names.set(document, { version, ranges: [...others, ...namesAmong(tokens)] });
    if (namesUnderlined()) this.#draw();
  }

  dispose(): void {
    this.#decoration?.dispose();
    this.#disposables.dispose();
  }

  #draw(): void {
    if (!namesUnderlined()) {
      this.#decoration?.dispose();
      this.#decoration = undefined;
      return;
    }
    // Dotted and thin, in the colour of the text: no link, no error.
    this.#decoration ??= new EditorDecoration({ textDecoration: "underline dotted 1px; text-underline-offset: 3px" });
    for (const editor of window.visibleTextEditors) {
      if (isNews(editor.document)) this.#decoration.set(editor, this.#names.get(editor.document)?.ranges ?? []);
    }
  }
}

/** The ranges of names in LSP's encoding: five numbers a token, places relative to the token before. */
function namesAmong({ data }: SemanticTokens): Range[] {
  const ranges: Range[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    if (nameTypes.has(semanticTokenTypes[type] ?? "")) ranges.push(new Range(line, character, line, character + length));
  }
  return ranges;
}
