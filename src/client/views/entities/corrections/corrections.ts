import { commands, FileType, l10n, Range, TabInputTextDiff, type TextDocument, Uri, window, workspace, WorkspaceEdit } from "vscode";
import { iconLabel, label, labelLimit, noticeLabel } from "../../../../core/text/escape";
import type { CorrectionPreview } from "../../../../protocol/entities";
import { stepDone } from "../../../sample/walkthrough";
import { namesCommand, namesContextKey } from "../entityCommandIds";
import { editorRange } from "../openPlace";
import { isCorrectionsFile } from "./correctionsFile";

/** Texts that are compared while a correction is reviewed, and nowhere stored. */
const scheme = "corpus-correction";

/**
 * Shows the file of corrections as it is beside what it will be, and asks whether to write it. Answers once the reader has
 * decided; the comparison is closed then.
 */
async function reviewCorrection({ file, summary, text }: Correction, before: string): Promise<boolean> {
  const { path } = Uri.parse(file, true);
  const [left, right] = ["before", "after"].map((state) => Uri.from({ scheme, path, query: state })) as [Uri, Uri];
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => (query === "after" ? text : before),
  });
  try {
    await commands.executeCommand(
      "vscode.diff",
      left,
      right,
      l10n.t("{0}: as it is and as it will be", label(workspace.asRelativePath(path))),
      { preview: true },
    );
    const apply = { label: `$(check) ${l10n.t("Apply")}` };
    const leave = { label: `$(close) ${l10n.t("Leave It as It Is")}` };
    // The reader may scroll and select in the comparison meanwhile.
    return (await window.showQuickPick([apply, leave], { title: label(summary, 3 * labelLimit), ignoreFocusOut: true })) === apply;
  } finally {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(tabs.filter(({ input }) => input instanceof TabInputTextDiff && input.modified.scheme === scheme));
    provider.dispose();
  }
}

/** A preview that can be carried out. */
export type Correction = Exclude<CorrectionPreview, { readonly error: string }>;

/** What was done, for taking it back. */
interface Done {
  readonly file: Uri;
  /** Null where there was no file. */
  readonly before: string | null;
  readonly after: string;
  readonly done: string;
}

/** In UTF-16 code units. */
const longestNotice = 600;

/** How many corrections can be taken back. */
const mostRemembered = 100;

/** Writes corrections of names into the folder's file, and takes the last ones back. */
export class Corrections {
  readonly #done: Done[] = [];

  /** Whether there is a correction to take back. */
  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  /** Writes a correction and saves the file; with `review`, shows what will be written and asks first. Answers whether it was written. */
  async apply(correction: Correction, { review = false }: { readonly review?: boolean } = {}): Promise<boolean> {
    const file = Uri.parse(correction.file, true);
    if (!isCorrectionsFile(file))
      throw new Error(l10n.t("Corrections are only written to .corpus/entities.yaml in a folder of the workspace."));
    const before = correction.exists ? (await workspace.openTextDocument(file)).getText() : null;
    if (review && !(await reviewCorrection(correction, before ?? ""))) return false;
    if (!(await workspace.applyEdit(editFor(correction, file)))) return false;
    const document = await workspace.openTextDocument(file);
    await document.save();
    stepDone("correct");
    this.#remember({ file, before, after: document.getText(), done: correction.done });
    return true;
  }

  /** Takes the last correction back. Where the file has changed since, it is opened instead, for the reader to decide. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (!last) {
      void window.showInformationMessage(l10n.t("There is no correction to undo."));
      return;
    }
    const document = await workspace.openTextDocument(last.file);
    if (document.getText() !== last.after) {
      await window.showTextDocument(document);
      void window.showWarningMessage(l10n.t("This file was changed after the last correction: please correct it by hand."));
      return;
    }
    await restore(document, last);
    this.#done.pop();
    this.#announce();
    window.setStatusBarMessage(l10n.t("Undone: {0}", iconLabel(last.done)), 5000);
  }

  /** Says what was done, with a way back. */
  async offerUndo(done: string): Promise<void> {
    const undo = l10n.t("Undo");
    if ((await window.showInformationMessage(noticeLabel(done, longestNotice), undo)) === undo)
      await commands.executeCommand(namesCommand.undo);
  }

  #remember(done: Done): void {
    this.#done.push(done);
    if (this.#done.length > mostRemembered) this.#done.shift();
    this.#announce();
  }

  #announce(): void {
    void commands.executeCommand("setContext", namesContextKey.canUndo, this.#done.length > 0);
  }
}

function editFor({ exists, text, edits }: Correction, file: Uri): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  if (exists) for (const { range, newText } of edits) edit.replace(file, editorRange(range), newText);
  else edit.createFile(file, { contents: new TextEncoder().encode(text), ignoreIfExists: false });
  return edit;
}

async function restore(document: TextDocument, { file, before }: Done): Promise<void> {
  const edit = new WorkspaceEdit();
  if (before === null) edit.deleteFile(file, { ignoreIfNotExists: true });
  else edit.replace(file, new Range(document.positionAt(0), document.positionAt(document.getText().length)), before);
  await workspace.applyEdit(edit);
  if (before === null) await removeIfEmpty(Uri.joinPath(file, ".."));
  else await document.save();
}

/** Leaves no empty `.corpus` behind. */
async function removeIfEmpty(folder: Uri): Promise<void> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const { type } = await workspace.fs.stat(folder);
    if (entries.length === 0 && type === FileType.Directory) await workspace.fs.delete(folder);
  } catch {
    // It has gone already, or may not be removed: an empty folder harms nobody.
  }
}
