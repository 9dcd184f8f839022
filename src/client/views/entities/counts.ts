import { l10n } from "vscode";
import { number } from "../../ui/locale";

/** `1 mention`, `12 mentions`. */
export function mentionCount(count: number): string {
  return count === 1 ? l10n.t("1 mention") : l10n.t("{0} mentions", number(count));
}

/** `1 article`, `12 articles`. */
export function articleCount(count: number): string {
  return count === 1 ? l10n.t("1 article") : l10n.t("{0} articles", number(count));
}
