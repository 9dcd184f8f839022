import { l10n, Selection, TextEditorRevealType, window } from "vscode";
import { isNews } from "../../languages";
import type { EntityQueries } from "./entityQueries";
import { editorRange } from "./openPlace";

const shownFor = 3000;

/** Selects the next (or the previous) mention of the name at the cursor in its file, and says which of how many it is. */
export async function goToAdjacentMention(queries: EntityQueries, direction: "next" | "previous"): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isNews(editor.document)) return;
  // The start of a selected mention is in the mention; its end may be behind it.
  const { line, character } = editor.selection.start;
  const found = await queries.adjacent({ uri: editor.document.uri.toString(), position: { line, character } }, direction);
  if (!found) {
    window.setStatusBarMessage(l10n.t("There is no name at the cursor."), shownFor);
    return;
  }
  const range = editorRange(found.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(l10n.t("Mention {0} of {1} in this file", found.index, found.count), shownFor);
}
