import { l10n, ThemeIcon } from "vscode";
import type { EntityKind } from "../../../protocol/entities";

/** The order in which kinds are listed. */
export const kindsInOrder: readonly EntityKind[] = ["PER", "ORG", "LOC", "EVENT"];

const codicons: Readonly<Record<EntityKind, string>> = { PER: "person", ORG: "organization", LOC: "location", EVENT: "calendar" };

/** The icon of a kind of entity. */
export function kindIcon(kind: EntityKind): ThemeIcon {
  return new ThemeIcon(codicons[kind]);
}

/** The same icon for labels: `$(person)`. */
export function kindCodicon(kind: EntityKind): string {
  return `$(${codicons[kind]})`;
}

/** One entity of a kind, as a word. */
export function kindWord(kind: EntityKind): string {
  switch (kind) {
    case "PER":
      return l10n.t("person");
    case "ORG":
      return l10n.t("organisation");
    case "LOC":
      return l10n.t("place");
    case "EVENT":
      return l10n.t("event");
  }
}

/** The heading over entities of a kind. */
export function kindHeading(kind: EntityKind): string {
  switch (kind) {
    case "PER":
      return l10n.t("People");
    case "ORG":
      return l10n.t("Organisations");
    case "LOC":
      return l10n.t("Places");
    case "EVENT":
      return l10n.t("Events");
  }
}
