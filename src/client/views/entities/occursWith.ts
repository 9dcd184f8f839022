import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from "vscode";
import { iconLabel, label } from "../../../core/text/escape";
import type { CoOccurrence, EntityArticles, EntitySummary } from "../../../protocol/entities";
import type { ArticleSummary } from "../../../protocol/ranges";
import { describe } from "../articles/articlePresentation";
import { articleCount } from "./counts";
import { type EntityPick, entityRow } from "./entityPick";
import type { EntityQueries } from "./entityQueries";
import { openFirstMention } from "./openFirstMention";

const pageSize = 500;

/**
 * Who and what an entity occurs with, the closest first. Choosing one lists the articles that mention both; its button
 * goes on from there to whom *it* occurs with, as in a call hierarchy.
 */
export async function showOccursWith(queries: EntityQueries, entity: EntitySummary): Promise<void> {
  let current = entity;
  for (;;) {
    const profile = await queries.profile(current.id);
    const chosen = await pickCompanion(current, profile?.occursWith ?? []);
    if (!chosen) return;
    if (!chosen.goOn) {
      await pickCommonArticle(queries, current, chosen.entity);
      return;
    }
    current = chosen.entity;
  }
}

interface Chosen {
  readonly entity: EntitySummary;
  /** Whether to go on to whom it occurs with. */
  readonly goOn: boolean;
}

function pickCompanion(entity: EntitySummary, companions: readonly CoOccurrence[]): Promise<Chosen | undefined> {
  const goOn: QuickInputButton = { iconPath: new ThemeIcon("type-hierarchy-sub"), tooltip: l10n.t("Occurs With…") };
  const pick = window.createQuickPick<EntityPick>();
  pick.title = l10n.t("{0} Occurs With", label(entity.name));
  pick.placeholder =
    companions.length === 0
      ? l10n.t("Nobody and nothing else in its articles")
      : l10n.t("Choose one to see the articles that mention both");
  pick.items = companions.map(({ entity: other, articles }) => ({
    ...entityRow(other),
    detail: l10n.t("together in {0}", articleCount(articles)),
    alwaysShow: false,
    buttons: [goOn],
  }));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      resolve(chosen && { entity: chosen.entity, goOn: false });
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      resolve({ entity: item.entity, goOn: true });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function pickCommonArticle(queries: EntityQueries, one: EntitySummary, other: EntitySummary): Promise<void> {
  const [first, second] = await Promise.all([articlesOf(queries, one.id), articlesOf(queries, other.id)]);
  const ids = new Set(second.map(({ id }) => id));
  const common = first.filter(({ id }) => ids.has(id));
  const items = common.map((article): QuickPickItem & { readonly article: ArticleSummary } => ({
    article,
    label: iconLabel(article.displayTitle),
    description: iconLabel(describe(article, "date")),
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("{0} and {1}: {2}", label(one.name), label(other.name), articleCount(common.length)),
    placeHolder: l10n.t("Opens at the first mention of {0}", label(other.name)),
    matchOnDescription: true,
  });
  if (chosen) await openFirstMention(queries, other.id, chosen.article);
}

/** All articles that mention an entity. */
async function articlesOf(queries: EntityQueries, id: string): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = [];
  let page: EntityArticles | undefined;
  do {
    page = await queries.articles({ id, offset: articles.length, limit: pageSize });
    articles.push(...(page?.articles ?? []).map(({ article }) => article));
  } while (page && page.articles.length > 0 && articles.length < page.total);
  return articles;
}
