import type { Entity, EntityView } from "../index/entityView";
import { rolesOf } from "../index/roles";
import type { FactsOf } from "./articleFacts";
import { timelineOf, type Timeline } from "./timeline";

/** A role phrase, in how many articles, and the years of the first and the last of them that have a date. */
export interface RoleInTime {
  readonly phrase: string;
  readonly articles: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** What the counts say of an entity. */
export interface Overview {
  readonly entity: Entity;
  /** Most used first. */
  readonly roles: readonly RoleInTime[];
  readonly outlets: number;
  /** How many of its articles are copies of another one of them. */
  readonly copies: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly timeline: Timeline;
}

/** Counts the articles of an entity: roles, outlets, copies, dates. Linear in its articles. */
export function overviewOf(view: EntityView, entity: Entity, facts: FactsOf): Overview {
  const dates = new Map<string, string>();
  const dated: { readonly date: string; readonly mentions: number }[] = [];
  const sources = new Set<string>();
  const ids = new Set<string>();
  const copiesOf: string[] = [];
  let firstDate: string | null = null;
  let lastDate: string | null = null;
  for (const { articleId, local } of view.places(entity)) {
    const article = view.index.article(articleId);
    const known = article === null ? null : facts(article);
    if (article === null || known === null) continue;
    if (known.source !== null) sources.add(known.source);
    ids.add(articleId);
    if (known.copyOf !== null) copiesOf.push(known.copyOf);
    const { date } = known;
    if (date === null) continue;
    dates.set(articleId, date);
    dated.push({ date, mentions: article.locals[local]?.mentions.length ?? 0 });
    if (firstDate === null || date < firstDate) firstDate = date;
    if (lastDate === null || date > lastDate) lastDate = date;
  }
  const roles = rolesOf(view, entity).map(({ phrase, articles, articleIds }) => {
    const years = articleIds.flatMap((id) => dates.get(id)?.slice(0, 4) ?? []).map(Number);
    return { phrase, articles, from: years.length === 0 ? null : Math.min(...years), to: years.length === 0 ? null : Math.max(...years) };
  });
  return { entity, roles, outlets: sources.size, copies: copiesOf.filter((id) => ids.has(id)).length, firstDate, lastDate, timeline: timelineOf(dated) };
}
