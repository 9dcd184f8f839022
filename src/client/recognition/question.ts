import { l10n, window, workspace, type Uri } from "vscode";

/** What is asked about a folder: whether to show all of it as a corpus, or texts in it as articles. */
export type Question = "corpus" | "texts";

export type Answer = "yes" | "no" | "never";

/** Asks what `recognition: "ask"` leaves to the user. A notification that is closed says no. */
export async function askWhether(question: Question, folder: Uri): Promise<Answer> {
  const yes = l10n.t("Yes");
  const never = l10n.t("Never");
  const chosen = await window.showInformationMessage(questionText(question, folder), yes, l10n.t("No"), never);
  if (chosen === yes) return "yes";
  return chosen === never ? "never" : "no";
}

function questionText(question: Question, folder: Uri): string {
  const name = workspace.getWorkspaceFolder(folder)?.name ?? folder.path.slice(folder.path.lastIndexOf("/") + 1);
  if (question === "corpus") return l10n.t('"{0}" holds news articles. Show them as a corpus?', name);
  // New documents lie in no folder.
  if (folder.scheme === "untitled") return l10n.t("This text looks like a news article. Show it as one?");
  return l10n.t('There are texts in "{0}" that look like news articles. Show them as articles?', name);
}
