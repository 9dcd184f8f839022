import { window, type DecorationRenderOptions, type Disposable, type Range, type TextEditor, type TextEditorDecorationType } from "vscode";

/**
 * A decoration of ranges in editors. An editor that has none and is to get none is left alone: VS Code may just be closing it,
 * and logs a warning about every decoration of an editor that has gone.
 */
export class EditorDecoration implements Disposable {
  readonly #type: TextEditorDecorationType;
  readonly #decorated = new WeakSet<TextEditor>();

  constructor(options: DecorationRenderOptions) {
    this.#type = window.createTextEditorDecorationType(options);
  }

  /** Decorates these ranges of an editor, and no others. */
  set(editor: TextEditor, ranges: readonly Range[]): void {
    if (ranges.length === 0 && !this.#decorated.has(editor)) return;
    if (ranges.length === 0) this.#decorated.delete(editor);
    else this.#decorated.add(editor);
    editor.setDecorations(this.#type, ranges);
  }

  dispose(): void {
    this.#type.dispose();
  }
}
