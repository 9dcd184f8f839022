import { type TextDocument, type Uri, workspace } from "vscode";
import { isNews } from "../languages";
import { recognitionMode } from "../settings";

/** How long an article waits for its language before it is shown without, in milliseconds. */
const patience = 150;

/**
 * Opens a file of a corpus without showing it, and answers when it has the language that it is recognised as: shown then, it is
 * painted once, wrapped and with its own settings. Rejects as `openTextDocument` does: for files that have gone or are too large.
 */
export async function openNewsDocument(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  if (isNews(document) || document.languageId !== "plaintext" || recognitionMode(uri) === "off") return document;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(late);
      opening.dispose();
      resolve();
    };
    const late = setTimeout(done, patience);
    // A change of language is told as another opening.
    const opening = workspace.onDidOpenTextDocument((opened) => {
      if (opened.uri.toString() === uri.toString() && isNews(opened)) done();
    });
  });
  return document;
}
