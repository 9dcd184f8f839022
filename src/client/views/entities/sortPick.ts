import { l10n, window, type QuickPickItem } from "vscode";
import type { EntitySort } from "../../../protocol/entities";
import { setEntitySort } from "../../settings";
import type { EntitiesView } from "./tree/entitiesView";

/** Asks how the Entities view is to be sorted and remembers the answer. */
export async function pickSort(view: EntitiesView): Promise<void> {
  const choices: (QuickPickItem & { readonly by: EntitySort })[] = [
    { by: "usefulness", label: l10n.t("Usefulness"), description: l10n.t("who and what tells articles apart first") },
    { by: "count", label: l10n.t("Mentions"), description: l10n.t("most mentioned first") },
    { by: "recency", label: l10n.t("Recency"), description: l10n.t("latest in the news first") },
    { by: "name", label: l10n.t("Name"), description: l10n.t("A–Z") },
  ];
  const items = choices.map((choice) => (choice.by === view.tree.sort ? { ...choice, label: `$(check) ${choice.label}` } : choice));
  const chosen = await window.showQuickPick(items, { title: l10n.t("Sort Entities By") });
  if (!chosen) return;
  view.sortBy(chosen.by);
  await setEntitySort(chosen.by);
}
