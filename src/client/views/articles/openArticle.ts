import { commands, Range, Selection, type TextEditor, TextEditorRevealType, ViewColumn, window } from "vscode";
import type { ArticleSummary } from "../../../protocol/ranges";
import { openNewsDocument } from "../../ui/newsDocument";
import { openable } from "../../ui/openable";
import { isRange } from "../entities/openPlace";

/** Where to open an article, and whether the reader stays in the list. */
export interface OpenOptions {
  readonly beside?: boolean;
  readonly preserveFocus?: boolean;
}

/**
 * Opens an article in a preview tab with its headline at the top, inside a bundle too. Opening the article that the
 * active editor shows already keeps its tab and moves the focus there. A document too large to be known to
 * extensions is opened without an editor to answer.
 */
export async function openArticle(
  article: Pick<ArticleSummary, "uri" | "selection">,
  { beside = false, preserveFocus = false }: OpenOptions = {},
): Promise<TextEditor | undefined> {
  const uri = openable(article.uri);
  if (!uri) return undefined;
  const { start } = article.selection;
  const caret = new Selection(start.line, start.character, start.line, start.character);
  const viewColumn = beside ? ViewColumn.Beside : ViewColumn.Active;
  const active = window.activeTextEditor;
  const again = !beside && active?.document.uri.toString() === uri.toString() && active.selection.isEqual(caret);
  try {
    const document = await openNewsDocument(uri);
    const focus = preserveFocus && !again;
    const editor = await window.showTextDocument(document, { viewColumn, selection: caret, preview: !again, preserveFocus: focus });
    editor.revealRange(new Range(caret.start, caret.start), TextEditorRevealType.AtTop);
    return editor;
  } catch {
    // Files of more than 50 MB are not shared with extensions, and files that have gone get the editor's own message.
    await commands.executeCommand("vscode.open", uri, { viewColumn, selection: caret, preview: true, preserveFocus });
    return undefined;
  }
}

/** The article in a command's argument, which anybody may have given: the article itself, or a line of a tree about one. */
export function articleIn(argument: unknown): Pick<ArticleSummary, "uri" | "selection"> | undefined {
  const { article = argument } = (argument ?? {}) as { readonly article?: unknown };
  const { uri, selection } = (article ?? {}) as { readonly uri?: unknown; readonly selection?: unknown };
  return typeof uri === "string" && isRange(selection) ? { uri, selection } : undefined;
}
