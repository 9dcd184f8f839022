import type { GroupPlaces } from "../resolve/groupTally";
import type { EntityType, LocalEntity } from "../resolve/localEntity";
import { displayName } from "./displayName";

/** An entity of the corpus. */
export interface Entity {
  /** The id of its root group. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** What it consists of: the root group, or what is left of it, first, the others by id. */
  readonly groups: readonly GroupPlaces[];
  /** All forms with how often each stands, most frequent first. */
  readonly forms: readonly (readonly [form: string, count: number])[];
  readonly mentions: number;
  readonly articles: number;
}

function sortedForms(counts: ReadonlyMap<string, number>): Entity["forms"] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** What a single article says of a local entity that is in no group of the index. */
export function entityOfLocal(id: string, { type, key, forms, mentions }: LocalEntity): Entity {
  return { id, type, name: displayName(type, key, forms), groups: [], forms: sortedForms(forms), mentions: mentions.length, articles: 1 };
}

/** Entities of so many articles are asked for their forms again and again; the others are many. */
const frequent = 8;

/** An entity that consists of groups. Its forms are put in order when they are asked for: lists of many entities do not. */
export class GroupedEntity implements Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly groups: readonly GroupPlaces[];
  readonly mentions: number;
  readonly articles: number;
  #forms: Entity["forms"] | null = null;

  /** `groups` are in order, the root first; a reader may have said what it is called and of which kind it is. */
  constructor(groups: readonly [GroupPlaces, ...GroupPlaces[]], articles: number, name: string | undefined, type: EntityType | undefined) {
    const [root] = groups;
    this.id = root.id;
    this.type = type ?? root.type;
    this.groups = groups;
    this.articles = articles;
    this.mentions = groups.reduce((sum, group) => sum + group.mentions, 0);
    this.name = name ?? displayName(this.type, root.key, this.#counts());
  }

  get forms(): Entity["forms"] {
    if (this.#forms !== null) return this.#forms;
    const forms = sortedForms(this.#counts());
    if (this.articles >= frequent) this.#forms = forms;
    return forms;
  }

  #counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const group of this.groups) for (const [form, count] of group.forms()) counts.set(form, (counts.get(form) ?? 0) + count);
    return counts;
  }
}
