import { l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import { iconLabel, label, noticeLabel } from "../../../../core/text/escape";
import type { EntitySummary, CorrectionOperation } from "../../../../protocol/entities";
import { isNews } from "../../../languages";
import { articleCount, mentionCount } from "../counts";
import type { EntityQueries } from "../entityQueries";
import { kindCodicon } from "../kinds";
import type { Corrections, Correction } from "./corrections";
import type { CorrectionsWatch } from "./correctionsFile";

/** What names it tells of are bounded; a file's fault may be told at length. In UTF-16 code units. */
const longestNotice = 600;

/** Asks the server what a correction would change, shows it, and writes it if the reader says so. Answers whether it was written. */
export async function correct(
  queries: EntityQueries,
  files: CorrectionsWatch,
  corrections: Corrections,
  operation: CorrectionOperation,
): Promise<boolean> {
  await files.tellAll();
  const preview = await queries.preview({ operation, folder: folderOfReader() });
  if (!preview || "error" in preview) {
    void window.showWarningMessage(
      preview ? noticeLabel(preview.error, longestNotice) : l10n.t("Names cannot be corrected now: the corpus is not being read."),
    );
    return false;
  }
  const choice = await confirm(preview);
  if (choice === undefined) return false;
  const written = await corrections.apply(preview, { review: choice === "review" });
  if (written) void corrections.offerUndo(preview.done);
  return written;
}

/** The folder of the article that is being read; null: the server takes the first. */
function folderOfReader(): string | null {
  const editor = window.activeTextEditor;
  const folder = editor && isNews(editor.document) ? workspace.getWorkspaceFolder(editor.document.uri) : undefined;
  return folder?.uri.toString() ?? null;
}

type Choice = "apply" | "review";

/** A quick pick instead of a dialog: Enter applies, Escape leaves everything as it is. */
async function confirm({ summary, before, after, file }: Correction): Promise<Choice | undefined> {
  const path = workspace.asRelativePath(Uri.parse(file, true));
  const items: (QuickPickItem & { readonly choice: Choice })[] = [
    { choice: "apply", label: `$(check) ${l10n.t("Apply")}`, detail: change(before, after) },
    { choice: "review", label: `$(diff) ${l10n.t("Review First")}`, detail: l10n.t("shows what will be written to {0}", iconLabel(path)) },
  ];
  const chosen = await window.showQuickPick(items, {
    title: label(summary, longestNotice),
    placeHolder: l10n.t("Enter applies, Escape changes nothing"),
  });
  return chosen?.choice;
}

/** `$(person) Lavrov, 3 mentions in 1 article → …`. */
function change(before: readonly EntitySummary[], after: readonly EntitySummary[]): string {
  const list = (entities: readonly EntitySummary[]): string =>
    entities
      .map(
        ({ kind, name, mentions, articles }) =>
          `${kindCodicon(kind)} ${iconLabel(name)} (${l10n.t("{0} in {1}", mentionCount(mentions), articleCount(articles))})`,
      )
      .join(" + ");
  return `${list(before)}  →  ${after.length === 0 ? l10n.t("no name") : list(after)}`;
}
