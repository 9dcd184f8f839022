import { l10n, ThemeColor, ThemeIcon } from "vscode";
import type { EntityKind } from "../../../protocol/entities";
import { namesColored } from "../../settings";

/** The order in which kinds are listed. */
export const kindsInOrder: readonly EntityKind[] = ["PER", "ORG", "LOC", "EVENT"];

const codicons: Readonly<Record<EntityKind, string>> = { PER: "person", ORG: "organization", LOC: "location", EVENT: "calendar" };

const colors: Readonly<Record<EntityKind, string>> = {
  PER: "corpusNavigator.person",
  ORG: "corpusNavigator.organization",
  LOC: "corpusNavigator.place",
  EVENT: "corpusNavigator.event",
};

/** The colour that the names of a kind have in articles; package.json has its values. */
export function kindColor(kind: EntityKind): ThemeColor {
  return new ThemeColor(colors[kind]);
}

/** The icon of a kind of entity, in the colour that its names have in articles: so it is their legend. */
export function kindIcon(kind: EntityKind): ThemeIcon {
  return new ThemeIcon(codicons[kind], namesColored() ? kindColor(kind) : undefined);
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
