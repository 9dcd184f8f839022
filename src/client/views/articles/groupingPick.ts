import { l10n, window, type QuickPickItem } from "vscode";
import type { Grouping } from "../../../protocol/corpus";
import { setGrouping } from "../../settings";
import type { ArticlesView } from "./articlesView";

/** Asks how the Articles view is to be grouped and remembers the answer. */
export async function pickGrouping(view: ArticlesView): Promise<void> {
  const choices: (QuickPickItem & { readonly by: Grouping })[] = [
    { by: "date", label: l10n.t("Date"), description: l10n.t("year and month") },
    { by: "publisher", label: l10n.t("Outlet") },
    { by: "folder", label: l10n.t("Folder or bundle") },
    { by: "story", label: l10n.t("Story"), description: l10n.t("articles that tell of the same events") },
    { by: "none", label: l10n.t("No groups"), description: l10n.t("newest first") },
  ];
  const items = choices.map((choice) => (choice.by === view.tree.by ? { ...choice, label: `$(check) ${choice.label}` } : choice));
  const chosen = await window.showQuickPick(items, { title: l10n.t("Group Articles By") });
  if (!chosen) return;
  view.groupBy(chosen.by);
  await setGrouping(chosen.by);
}
