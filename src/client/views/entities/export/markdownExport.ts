import { markdownLabel, markdownText } from "../../../../core/text/escape";
import { kindNames, type EntityMention, type RolePhrase } from "../../../../protocol/entities";
import type { EntityRecord } from "./entityRecord";

/** The page of an entity as Markdown. All of the corpus is escaped: it shows as the text it is. */
export function markdownExport({ profile, mentions, pathOf }: EntityRecord): string {
  const { summary, roles, forms, outlets, occursWith, because, timeline, timelineUnit } = profile;
  const counts = `${plural(summary.mentions, "mention")} in ${plural(summary.articles, "article")} of ${plural(outlets, "outlet")}`;
  const dates = summary.firstDate && summary.lastDate ? `, ${summary.firstDate} to ${summary.lastDate}` : "";
  const parts = [
    `# ${markdownLabel(summary.name)}`,
    `${kindNames[summary.kind]}. ${counts}${dates}.`,
    ...section("Roles", roles.map(role)),
    ...section(
      "Forms",
      forms.map(({ text, count }) => `- ${markdownLabel(text)} (${count}×)`),
    ),
    ...section(
      `Mentions by ${timelineUnit}`,
      timeline
        .filter((bin) => bin.mentions > 0)
        .map((bin) => `- ${bin.start}: ${plural(bin.mentions, "mention")} in ${plural(bin.articles, "article")}`),
    ),
    ...section(
      "Occurs with",
      occursWith.map(({ entity, articles }) => `- ${markdownLabel(entity.name)} (${plural(articles, "article")})`),
    ),
    ...section(
      "Taken together because",
      because.map(({ reason, articles }) => `- ${markdownLabel(reason)} (${plural(articles, "article")})`),
    ),
    ...contexts(mentions, pathOf),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

function role({ phrase, articles, from, to }: RolePhrase): string {
  const years = from === null ? "" : from === to || to === null ? `, ${from}` : `, ${from}–${to}`;
  return `- ${markdownLabel(phrase)} (${plural(articles, "article")}${years})`;
}

/** The mentions with their contexts, below the titles of their articles. */
function contexts(mentions: readonly EntityMention[], pathOf: (uri: string) => string): string[] {
  const parts = mentions.length === 0 ? [] : ["## Contexts"];
  let article: string | undefined;
  let lines: string[] = [];
  const finish = (): void => {
    if (lines.length > 0) parts.push(lines.join("\n"));
    lines = [];
  };
  for (const mention of mentions) {
    if (mention.articleId !== article) {
      finish();
      article = mention.articleId;
      parts.push(`### ${markdownLabel(mention.title)}${mention.date ? `, ${mention.date}` : ""}`);
    }
    const { before, text, after, uri, range } = mention;
    lines.push(
      `- ${markdownText(before)}**${markdownText(text)}**${markdownText(after)} (${markdownLabel(pathOf(uri))}, line ${range.start.line + 1})`,
    );
  }
  finish();
  return parts;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
