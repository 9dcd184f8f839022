import {
  commands,
  env,
  l10n,
  Location,
  ProgressLocation,
  type QuickPickItem,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
} from "vscode";
import { iconLabel, label, noticeLabel, singleLine } from "../../../core/text/escape";
import { dateRange } from "../../../core/search/query/dateRange";
import { type EntityArticles, entityCommand, type EntitySort, type EntitySummary } from "../../../protocol/entities";
import { shownUri } from "../../extracted/extractedUri";
import { isNews } from "../../languages";
import { setEntitySort, namesColored, setNamesColored } from "../../settings";
import { Disposables } from "../../ui/disposables";
import { describe } from "../articles/articlePresentation";
import { showFilterBox } from "../articles/filterBox";
import { openArticle } from "../articles/openArticle";
import { searchCommand } from "../search/searchCommandIds";
import { mentionCount } from "./counts";
import { entitiesViewId, namesCommand } from "./entityCommandIds";
import { pickEntity } from "./entityPick";
import type { EntityQueries } from "./entityQueries";
import { type EntityTarget, targetOf } from "./entityTarget";
import { exportEntity, isExportFormat } from "./export/exportEntity";
import { showOccursWith } from "./occursWith";
import { openFirstMention } from "./openFirstMention";
import { editorRange, isPlace, openPlace } from "./openPlace";
import type { EntityPages } from "./page/entityPages";
import { searchFor } from "./searchFor";
import type { EntitiesView } from "./tree/entitiesView";
import { type EntityNode, isEntityNode, textOf } from "./tree/entityNode";
import { number } from "../../ui/locale";

/** More than anybody reads down to: the first tell most. */
const mostArticles = 500;

type ArticlePick = QuickPickItem & EntityArticles["articles"][number];

/** Offers the articles that mention an entity, those that tell most about it first; the chosen one opens at its first mention. */
async function showArticlesAbout(queries: EntityQueries, entity: EntitySummary): Promise<void> {
  const found = await queries.articles({ id: entity.id, order: "telling", offset: 0, limit: mostArticles });
  const items = (found?.articles ?? []).map(({ article, mentions }): ArticlePick => ({
    article,
    mentions,
    label: iconLabel(article.displayTitle),
    description: iconLabel([describe(article, "date"), mentionCount(mentions)].filter(Boolean).join(" · ")),
  }));
  const chosen = await window.showQuickPick(items, {
    title:
      items.length < (found?.total ?? 0)
        ? l10n.t("The {0} of {1} Articles That Tell Most About {2}", number(items.length), number(found?.total ?? 0), label(entity.name))
        : l10n.t("Articles About {0}", label(entity.name)),
    placeHolder: l10n.t("Opens at the first mention of {0}", label(entity.name)),
    matchOnDescription: true,
  });
  if (chosen) await openFirstMention(queries, entity.id, chosen.article);
}

/** More than anybody reads in a peek list; the entity page has them all. */
const mostMentions = 2000;

/** Peeks all mentions of an entity: at the cursor of the article that is being read, else at the first mention. */
async function showMentions(queries: EntityQueries, { entity }: EntityTarget): Promise<void> {
  const title = l10n.t("Finding mentions of {0}", iconLabel(entity.name));
  const mentions = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    queries.allMentions(entity.id, mostMentions),
  );
  const [first] = mentions;
  if (!first) {
    void window.showInformationMessage(l10n.t("There are no mentions of {0}.", noticeLabel(entity.name)));
    return;
  }
  const reading = window.activeTextEditor;
  const editor = reading && isNews(reading.document) ? reading : await openPlace(first);
  if (!editor) return;
  const locations = mentions.map(({ uri, range }) => new Location(shownUri(Uri.parse(uri, true)), editorRange(range)));
  await commands.executeCommand("editor.action.peekLocations", editor.document.uri, editor.selection.active, locations, "peek");
  if (entity.mentions > mostMentions && mentions.length === mostMentions) {
    void window.showInformationMessage(l10n.t("The first {0} of {1} mentions are listed.", number(mostMentions), number(entity.mentions)));
  }
}

const shownFor = 3000;

/** Selects the next (or the previous) mention of the name at the cursor in its file, and says which of how many it is. */
async function goToAdjacentMention(queries: EntityQueries, direction: "next" | "previous"): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isNews(editor.document)) return;
  // The start of a selected mention is in the mention; its end may be behind it.
  const { line, character } = editor.selection.start;
  const found = await queries.adjacent({ uri: editor.document.uri.toString(), position: { line, character } }, direction);
  if (!found) {
    window.setStatusBarMessage(l10n.t("There is no name at the cursor."), shownFor);
    return;
  }
  const range = editorRange(found.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(l10n.t("Mention {0} of {1} in this file", found.index, found.count), shownFor);
}

/** Asks how the Entities view is to be sorted and remembers the answer. */
async function pickSort(view: EntitiesView): Promise<void> {
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
  about(namesCommand.exportEntity, l10n.t("Export Entity"), ({ entity }, format) =>
    exportEntity(queries, entity, isExportFormat(format) ? format : undefined),
  );
  register(entityCommand.openAt, async (place) => {
    if (isPlace(place)) await openPlace(place);
  });
  register(entityCommand.showDay, (argument) => {
    const { date } = (argument ?? {}) as { readonly date?: unknown };
    return typeof date === "string" && dateRange(date) !== null
      ? commands.executeCommand(searchCommand.searchFor, `date:${date}`)
      : undefined;
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
  register(namesCommand.toggleColors, () => setNamesColored(!namesColored()));
  register(namesCommand.openToSide, async (argument) => {
    const [node] = linesIn(argument, undefined, view);
    if (node?.type === "entity") pages.open(node.entity, ViewColumn.Beside);
    else if (node?.type === "article") await openArticle(node.article, { beside: true });
    else if (node?.type === "mention") await openPlace(node.mention, { beside: true });
    else if (node?.type === "quotation") await openPlace({ uri: node.uri, range: node.quotation.range }, { beside: true });
  });
  register(namesCommand.copy, async (argument, others) => {
    const texts = linesIn(argument, others, view).flatMap((node) => textOf(node) ?? []);
    if (texts.length === 0) return;
    await env.clipboard.writeText(texts.map((text) => singleLine(text)).join("\n"));
    window.setStatusBarMessage(l10n.t("Copied"), shownFor);
  });
  register(namesCommand.showMore, (node) => {
    view.tree.showMore(node);
  });
  return disposables;
}

/** The lines that a menu of the view means, or those that are selected in it. */
function linesIn(line: unknown, lines: unknown, view: EntitiesView): readonly EntityNode[] {
  if (Array.isArray(lines)) return lines.filter(isEntityNode);
  return isEntityNode(line) ? [line] : view.selection;
}

/** The quick pick over all names; its button peeks the mentions. */
async function showEntity(queries: EntityQueries, pages: EntityPages): Promise<void> {
  const chosen = await pickEntity(queries, {
    title: l10n.t("Show Entity"),
    placeholder: l10n.t("Type any form of a name: a person, an organisation, a place, an event"),
    value: selectedWords(),
    button: {
      icon: "references",
      tooltip: l10n.t("Find All Mentions"),
      run: (entity) => void showMentions(queries, { entity, form: null }),
    },
  });
  if (chosen) pages.open(chosen);
}

/** What is selected in the editor, if it can be a name. */
function selectedWords(): string {
  const editor = window.activeTextEditor;
  const text = editor?.selection.isSingleLine ? editor.document.getText(editor.selection) : "";
  return text.length <= 60 ? text : "";
}
