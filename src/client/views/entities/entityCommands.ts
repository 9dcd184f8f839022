import { commands, l10n, window } from "vscode";
import { dateRange } from "../../../core/search/query/dateRange";
import { entityCommand } from "../../../protocol/entities";
import { showFilterBox } from "../articles/filterBox";
import { searchCommand } from "../search/searchCommandIds";
import { Disposables } from "../../ui/disposables";
import { goToAdjacentMention } from "./adjacentMention";
import { entitiesViewId, namesCommand } from "./entityCommandIds";
import { pickEntity } from "./entityPick";
import type { EntityQueries } from "./entityQueries";
import { targetOf, type EntityTarget } from "./entityTarget";
import { exportEntity, isExportFormat } from "./export/exportEntity";
import { isPlace, openPlace } from "./openPlace";
import type { EntityPages } from "./page/entityPages";
import { searchFor } from "./searchFor";
import { showArticlesAbout } from "./showArticles";
import { showMentions } from "./showMentions";
import { showOccursWith } from "./occursWith";
import { pickSort } from "./sortPick";
import type { EntitiesView } from "./tree/entitiesView";
import type { MoreNode } from "./tree/entityNode";

/** What the commands about names act on. */
export interface EntityCommandTargets {
  readonly queries: EntityQueries;
  readonly view: EntitiesView;
  readonly pages: EntityPages;
}

/** Registers the commands about names, all but those that correct them. */
export function registerEntityCommands({ queries, view, pages }: EntityCommandTargets): Disposables {
  const disposables = new Disposables();
  const register = (id: string, run: (...args: unknown[]) => unknown): void => {
    disposables.add(commands.registerCommand(id, run));
  };
  /** A command about the entity of its first argument, at the cursor, or chosen. */
  const about = (id: string, title: string, run: (target: EntityTarget, ...others: unknown[]) => unknown): void => {
    register(id, async (argument, ...others) => {
      const target = await targetOf(queries, argument, title);
      if (target) await run(target, ...others);
    });
  };
  const openPage = ({ entity }: EntityTarget): void => {
    pages.open(entity);
  };

  register(namesCommand.show, () => showEntity(queries, pages));
  about(entityCommand.openPage, l10n.t("Open Entity Page"), openPage);
  about(entityCommand.showMentions, l10n.t("Find All Mentions"), (target) => showMentions(queries, target));
  about(entityCommand.showArticles, l10n.t("Articles About"), ({ entity }) => showArticlesAbout(queries, entity));
  about(entityCommand.search, l10n.t("Search For"), ({ entity }) => searchFor(entity.name));
  about(namesCommand.occursWith, l10n.t("Occurs With"), ({ entity }) => showOccursWith(queries, entity));
  about(namesCommand.exportEntity, l10n.t("Export Entity"), ({ entity }, format) => exportEntity(queries, entity, isExportFormat(format) ? format : undefined));
  register(entityCommand.openAt, async (place) => {
    if (isPlace(place)) await openPlace(place);
  });
  register(entityCommand.showDay, (argument) => {
    const { date } = (argument ?? {}) as { readonly date?: unknown };
    return typeof date === "string" && dateRange(date) !== null ? commands.executeCommand(searchCommand.searchFor, `date:${date}`) : undefined;
  });
  register(namesCommand.next, () => goToAdjacentMention(queries, "next"));
  register(namesCommand.previous, () => goToAdjacentMention(queries, "previous"));
  register(namesCommand.filter, async () => {
    await commands.executeCommand(`${entitiesViewId}.focus`);
    showFilterBox(view, { title: l10n.t("Filter Entities"), placeholder: l10n.t("Any form of a name") });
  });
  register(namesCommand.clearFilter, () => {
    view.setFilter("");
  });
  register(namesCommand.sortBy, () => pickSort(view));
  register(namesCommand.showMore, (node) => {
    view.tree.showMore(node as MoreNode);
  });
  return disposables;
}

/** The quick pick over all names; its button peeks the mentions. */
async function showEntity(queries: EntityQueries, pages: EntityPages): Promise<void> {
  const chosen = await pickEntity(queries, {
    title: l10n.t("Show Entity"),
    placeholder: l10n.t("Type any form of a name: a person, an organisation, a place, an event"),
    value: selectedWords(),
    button: { icon: "references", tooltip: l10n.t("Find All Mentions"), run: (entity) => void showMentions(queries, { entity, form: null }) },
  });
  if (chosen) pages.open(chosen);
}

/** What is selected in the editor, if it can be a name. */
function selectedWords(): string {
  const editor = window.activeTextEditor;
  const text = editor?.selection.isSingleLine ? editor.document.getText(editor.selection) : "";
  return text.length <= 60 ? text : "";
}
