import { l10n } from "vscode";
import type { EntityProfile } from "../../../../protocol/entities";
import type { Labels } from "../../../webview/entityPage/messages";
import { articleCount, mentionCount } from "../counts";
import { kindWord } from "../kinds";
import { formatDate, number } from "../../../ui/locale";

/** The words of an entity's page. */
export function pageLabels(profile: EntityProfile): Labels {
  return {
    kind: kindWord(profile.summary.kind),
    counts: counts(profile),
    roles: l10n.t("Roles"),
    aliases: l10n.t("Also called"),
    timeline: l10n.t("Through time"),
    asTable: l10n.t("As a table"),
    from: l10n.t("From"),
    articles: l10n.t("Articles"),
    mentions: l10n.t("Mentions"),
    occursWith: l10n.t("Occurs with"),
    because: l10n.t("Taken together because"),
    corrections: l10n.t("Your corrections"),
    sentences: l10n.t("Telling sentences"),
    contexts: l10n.t("All mentions"),
    more: l10n.t("Show more"),
    allMentions: l10n.t("Peek mentions"),
    articlesAbout: l10n.t("Articles about it"),
    search: l10n.t("Search"),
    correct: l10n.t("Not right?"),
    exportAs: l10n.t("Export as"),
    undated: l10n.t("undated"),
    said: l10n.t("Said"),
    saidAbout: l10n.t("Said about it by others"),
    filterSaid: l10n.t("Filter by words"),
    alsoIn: l10n.t("Also in"),
    unnamed: l10n.t("Somebody who is not named"),
    kinds: { direct: l10n.t("quoted"), indirect: l10n.t("reported"), mixed: l10n.t("reported, in part quoted") },
  };
}

/** `9 mentions in 3 articles of 2 outlets, 2 of them copies · 16 May 2013 to 17 Nov 2013`. */
function counts({ summary, outlets, copies }: EntityProfile): string {
  const { mentions, articles, firstDate, lastDate } = summary;
  const of = outlets === 0 ? "" : outlets === 1 ? l10n.t("of 1 outlet") : l10n.t("of {0} outlets", number(outlets));
  const copied =
    copies === 0 ? "" : copies === 1 ? l10n.t(", 1 of them a copy of another") : l10n.t(", {0} of them copies of others", number(copies));
  const where = [l10n.t("{0} in {1}", mentionCount(mentions), articleCount(articles)), of].filter(Boolean).join(" ");
  const when =
    firstDate === null || lastDate === null
      ? ""
      : firstDate === lastDate
        ? formatDate(firstDate, "date")
        : l10n.t("{0} to {1}", formatDate(firstDate, "date"), formatDate(lastDate, "date"));
  return [where + copied, when].filter(Boolean).join(" · ");
}
