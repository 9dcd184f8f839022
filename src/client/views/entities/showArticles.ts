import { l10n, window, type QuickPickItem } from "vscode";
import type { EntityArticles, EntitySummary } from "../../../protocol/entities";
import { describe } from "../articles/articlePresentation";
import { escapeIcons, mentionCount, number } from "./counts";
import type { EntityQueries } from "./entityQueries";
import { openFirstMention } from "./openFirstMention";

/** More than anybody reads down to: the first tell most. */
const mostArticles = 500;

type ArticlePick = QuickPickItem & EntityArticles["articles"][number];

/** Offers the articles that mention an entity, those that tell most about it first; the chosen one opens at its first mention. */
export async function showArticlesAbout(queries: EntityQueries, entity: EntitySummary): Promise<void> {
  const found = await queries.articles({ id: entity.id, order: "telling", offset: 0, limit: mostArticles });
  const items = (found?.articles ?? []).map(({ article, mentions }): ArticlePick => ({
    article,
    mentions,
    label: escapeIcons(article.displayTitle),
    description: escapeIcons([describe(article, "date"), mentionCount(mentions)].filter(Boolean).join(" · ")),
  }));
  const chosen = await window.showQuickPick(items, {
    title: items.length < (found?.total ?? 0)
      ? l10n.t("The {0} of {1} Articles That Tell Most About {2}", number(items.length), number(found?.total ?? 0), entity.name)
      : l10n.t("Articles About {0}", entity.name),
    placeHolder: l10n.t("Opens at the first mention of {0}", entity.name),
    matchOnDescription: true,
  });
  if (chosen) await openFirstMention(queries, entity.id, chosen.article);
}
