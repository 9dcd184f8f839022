import { commands, l10n, Location, ProgressLocation, Uri, window } from "vscode";
import { isNews } from "../../languages";
import { number } from "./counts";
import type { EntityQueries } from "./entityQueries";
import type { EntityTarget } from "./entityTarget";
import { editorRange, openPlace } from "./openPlace";

/** More than anybody reads in a peek list; the entity page has them all. */
const mostMentions = 2000;

/** Peeks all mentions of an entity: at the cursor of the article that is being read, else at the first mention. */
export async function showMentions(queries: EntityQueries, { entity }: EntityTarget): Promise<void> {
  const title = l10n.t("Finding mentions of {0}", entity.name);
  const mentions = await window.withProgress({ location: ProgressLocation.Window, title }, () => queries.allMentions(entity.id, mostMentions));
  const [first] = mentions;
  if (!first) {
    void window.showInformationMessage(l10n.t("There are no mentions of {0}.", entity.name));
    return;
  }
  const reading = window.activeTextEditor;
  const editor = reading && isNews(reading.document) ? reading : await openPlace(first);
  if (!editor) return;
  const locations = mentions.map(({ uri, range }) => new Location(Uri.parse(uri, true), editorRange(range)));
  await commands.executeCommand("editor.action.peekLocations", editor.document.uri, editor.selection.active, locations, "peek");
  if (entity.mentions > mostMentions && mentions.length === mostMentions) {
    void window.showInformationMessage(l10n.t("The first {0} of {1} mentions are listed.", number(mostMentions), number(entity.mentions)));
  }
}
