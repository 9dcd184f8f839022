import { l10n } from "vscode";
import type { CheckedKind, Verdict } from "../../../core/check/finding";
import type { CheckedEvidence } from "../../../protocol/drafts";
import { formatDate } from "../../ui/locale";

/** A verdict on a passage in two or three words. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case "verbatim":
      return l10n.t("Verbatim");
    case "as-in-corpus":
      return l10n.t("As in the corpus");
    case "altered":
      return l10n.t("Altered");
    case "somebody-else":
      return l10n.t("Said by somebody else");
    case "spelled-otherwise":
      return l10n.t("Spelled otherwise");
    case "other-role":
      return l10n.t("Another role");
    case "other-figure":
      return l10n.t("Another figure");
    case "other-date":
      return l10n.t("Another date");
    case "not-in-corpus":
      return l10n.t("Not in the corpus");
  }
}

export function kindWords(kind: CheckedKind): string {
  switch (kind) {
    case "quotation":
      return l10n.t("Quotation");
    case "name":
      return l10n.t("Name");
    case "role":
      return l10n.t("Role");
    case "number":
      return l10n.t("Figure");
    case "date":
      return l10n.t("Date");
  }
}

/** `Outlet, 7 Oct 2024`: whose words these are; the title where the outlet is not known. Not escaped. */
export function whose({ source, title, date }: CheckedEvidence): string {
  return [source ?? title, date === null ? "" : formatDate(date, "date")].filter((part) => part !== "").join(", ");
}
