import { OverviewRulerLane, ThemeColor, window, workspace, type DecorationRenderOptions, type Disposable, type TextEditor } from "vscode";
import { editorRange } from "../entities/openPlace";
import { isNews } from "../../languages";
import { Delayer } from "../../ui/delayer";
import { Disposables } from "../../ui/disposables";
import { EditorDecoration } from "../../ui/editorDecoration";
import type { SearchQueries } from "./searchQueries";

/** How long typing and scrolling through results rests before editors are coloured, in milliseconds. */
const pause = 150;

/** How VS Code itself shows what was found: themes of high contrast have a border and no background. */
export const matchStyle: DecorationRenderOptions = {
  backgroundColor: new ThemeColor("editor.findMatchHighlightBackground"),
  border: "1px solid",
  borderColor: new ThemeColor("editor.findMatchHighlightBorder"),
};

/** Colours in the editors what was searched for, until the search is cleared. */
export class MatchHighlights implements Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: SearchQueries;
  readonly #later = this.#disposables.add(new Delayer(pause));
  readonly #decoration = this.#disposables.add(
    new EditorDecoration({
      ...matchStyle,
      overviewRulerColor: new ThemeColor("editorOverviewRuler.findMatchForeground"),
      overviewRulerLane: OverviewRulerLane.Center,
    }),
  );
  #query = "";

  constructor(queries: SearchQueries) {
    this.#queries = queries;
    this.#disposables.add(
      window.onDidChangeVisibleTextEditors(() => {
        this.#schedule();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#query !== "" && isNews(document)) this.#schedule();
      }),
    );
  }

  /** What is coloured; empty for nothing. */
  set query(query: string) {
    if (query === this.#query) return;
    this.#query = query;
    this.#schedule();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #schedule(): void {
    this.#later.schedule(() => {
      for (const editor of window.visibleTextEditors) if (isNews(editor.document)) void this.#colour(editor);
    });
  }

  async #colour(editor: TextEditor): Promise<void> {
    const query = this.#query;
    const { version, uri } = editor.document;
    const ranges = query === "" ? [] : await this.#queries.matchesInDocument(uri.toString(), query);
    // The answer may be late: about an older text, or an editor that has gone.
    const isCurrent = query === this.#query && version === editor.document.version && window.visibleTextEditors.includes(editor);
    if (ranges && isCurrent) this.#decoration.set(editor, ranges.map(editorRange));
  }
}
