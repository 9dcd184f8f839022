import { kindNames } from "../../../../protocol/entities";
import type { EntityRecord } from "./entityRecord";

/** Profile and mentions as JSON; lines and columns are 1-based. */
export function jsonExport({ profile, mentions, pathOf }: EntityRecord): string {
  const { summary, forms, roles, outlets, copies, timeline, timelineUnit, occursWith, because } = profile;
  const record = {
    id: summary.id,
    name: summary.name,
    kind: kindNames[summary.kind],
    mentions: summary.mentions,
    articles: summary.articles,
    outlets,
    copies,
    firstDate: summary.firstDate,
    lastDate: summary.lastDate,
    forms,
    roles,
    timeline: { unit: timelineUnit, bins: timeline },
    occursWith: occursWith.map(({ entity, articles, association }) => ({
      id: entity.id,
      name: entity.name,
      kind: kindNames[entity.kind],
      articles,
      association,
    })),
    because,
    contexts: mentions.map(({ uri, range, title, date, before, text, after }) => ({
      file: pathOf(uri),
      line: range.start.line + 1,
      column: range.start.character + 1,
      title,
      date,
      before,
      name: text,
      after,
    })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
