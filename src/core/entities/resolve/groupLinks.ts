import type { EntityType } from "./localEntity";
import type { Bearer } from "./bearer";

/** All local entities of the corpus with one type and key. */
export interface NameGroup {
  /** `PER:sergei lavrov`. */
  readonly id: string;
  readonly type: EntityType;
  readonly key: string;
  /** In how many articles it stands. */
  readonly articles: number;
  /** In how many of them as one word that the article does not explain. */
  readonly bareArticles: number;
  /** In how many articles one of its forms is written like an acronym. */
  readonly acronymArticles: number;
  /** Whose name a person's full name is; null for others. */
  readonly bearer: Bearer | null;
  /** The ids of groups that articles took forms of this group's for, with the number of those articles. */
  aliases(): Iterable<readonly [group: string, articles: number]>;
}

/** That a group is part of another, and why in words for the reader. */
export interface GroupLink<Group extends NameGroup = NameGroup> {
  readonly to: Group;
  readonly because: string;
}

export type GroupLinks<Group extends NameGroup = NameGroup> = ReadonlyMap<Group, GroupLink<Group>>;

/** Follows the links from a group to the entity it is part of. Cycles cannot loop: each step is taken once. */
export function rootOf<Group extends NameGroup>(group: Group, links: GroupLinks<Group>): Group {
  const first = links.get(group);
  if (first === undefined) return group;
  let at = first.to;
  if (!links.has(at)) return at;
  const seen = new Set([group]);
  for (let link = links.get(at); link !== undefined && !seen.has(at); link = links.get(at)) {
    seen.add(at);
    at = link.to;
  }
  return at;
}

/** The order of ids, for ties: how groups came in never counts. */
export function byId(a: Pick<NameGroup, "type" | "key">, b: Pick<NameGroup, "type" | "key">): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}
