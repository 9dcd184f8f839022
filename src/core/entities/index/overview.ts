import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { rolesOf } from "./roles";
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
  const days = new Map<string, { articles: number; mentions: number }>();
  const sources = new Set<string>();
  const ids = new Set<string>();
  const copiesOf: string[] = [];
  let firstDate: string | null = null;
  let lastDate: string | null = null;
  view.eachPlace(entity, (article, _, mentions) => {
    const known = facts(article);
    if (known === null) return;
    const { source, id, copyOf, date } = known;
    if (source !== null) sources.add(source);
    ids.add(id);
    if (copyOf !== null) copiesOf.push(copyOf);
    if (date === null) return;
    const day = days.get(date);
    if (day === undefined) {
      days.set(date, { articles: 1, mentions });
      if (firstDate === null || date < firstDate) firstDate = date;
      if (lastDate === null || date > lastDate) lastDate = date;
    } else {
      day.articles++;
      day.mentions += mentions;
    }
  });
  const roles = rolesOf(view, entity).map(({ phrase, articles, numbers }) => {
    let [from, to]: [number | null, number | null] = [null, null];
    for (const number of numbers) {
      const year = Number(facts(number)?.date?.slice(0, 4) ?? NaN);
      if (Number.isNaN(year)) continue;
      from = Math.min(from ?? year, year);
      to = Math.max(to ?? year, year);
    }
    return { phrase, articles, from, to };
  });
  return {
    entity,
    roles,
    outlets: sources.size,
    copies: copiesOf.filter((id) => ids.has(id)).length,
    firstDate,
    lastDate,
    timeline: timelineOf(days),
  };
}
