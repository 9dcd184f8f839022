import { window, type DecorationRenderOptions, type Disposable, type Range, type TextEditor, type TextEditorDecorationType } from "vscode";

/**
 * A decoration of ranges in editors. An editor that has just these already is left alone: VS Code may be closing it, and logs a
 * warning about every decoration of an editor that has gone.
 */
export class EditorDecoration implements Disposable {
  readonly #type: TextEditorDecorationType;
  readonly #decorated = new WeakMap<TextEditor, { readonly version: number; readonly ranges: readonly Range[] }>();

  constructor(options: DecorationRenderOptions) {
    this.#type = window.createTextEditorDecorationType(options);
  }

  /** Decorates these ranges of an editor, and no others. */
  set(editor: TextEditor, ranges: readonly Range[]): void {
    const { version } = editor.document;
    const before = this.#decorated.get(editor);
    // Decorations move with the text: after a change they may be elsewhere.
    const isSame = before === undefined ? ranges.length === 0 : before.version === version && areEqual(before.ranges, ranges);
    if (isSame) return;
    this.#decorated.set(editor, { version, ranges });
    editor.setDecorations(this.#type, ranges);
  }

  dispose(): void {
    this.#type.dispose();
  }
}

function areEqual(some: readonly Range[], others: readonly Range[]): boolean {
  return some.length === others.length && some.every((range, at) => others[at]?.isEqual(range));
}
