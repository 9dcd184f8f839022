import { fold } from "../../text/fold";
import { groupOfName, type EntityRef, type MendingList } from "../mending/mendings";
import type { CountedGroup, LocalPlace } from "../resolve/entityResolver";
import { familyFirst, personName } from "../names/personName";
import { rootOf, type GroupLink } from "../resolve/linkGroups";
import type { EntityType, LocalEntity } from "../resolve/localEntity";
import { displayName } from "./displayName";
import type { EntityIndex, IndexedArticle } from "./entityIndex";

/** An entity of the corpus. */
export interface Entity {
  /** The id of its root group. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** The root group first, the others by id. */
  readonly groups: readonly CountedGroup[];
  /** All forms with how often each stands, most frequent first. */
  readonly forms: readonly (readonly [form: string, count: number])[];
  readonly mentions: number;
  readonly articles: number;
}

/** What a single article says of a local entity that is in no group of the index. */
export function entityOfLocal(id: string, { type, key, forms, mentions }: LocalEntity): Entity {
  const sorted = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { id, type, name: displayName(type, key, forms), groups: [], forms: sorted, mentions: mentions.length, articles: 1 };
}

/**
 * The entities of an index as it stands: a pure function of its groups and the reader's mendings. Does not change when
 * the index does; articles that are newer than the view are seen through their own groups.
 */
export class EntityView {
  readonly index: EntityIndex;
  /** Of the index when this was made. */
  readonly revision: number;
  readonly #links: ReadonlyMap<string, GroupLink>;
  readonly #roots = new Map<string, CountedGroup[]>();
  readonly #rootOfGroup = new Map<string, string>();
  readonly #entities = new Map<string, Entity>();
  readonly #hidden: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #types: ReadonlyMap<string, EntityType>;
  #byForm: ReadonlyMap<string, readonly string[]> | null = null;
  #folded: ReadonlyMap<string, readonly string[]> | null = null;
  #byFamily: ReadonlyMap<string, readonly string[]> | null = null;

  /** `list` is what a reader mended: by default what the index was told. */
  constructor(index: EntityIndex, list: MendingList = index.mendings.list) {
    this.index = index;
    this.revision = index.revision;
    this.#links = this.#merged(index.links(), list.merges);
    for (const group of index.groups().values()) {
      const root = rootOf(group.id, this.#links);
      this.#rootOfGroup.set(group.id, root);
      const groups = this.#roots.get(root);
      if (groups === undefined) this.#roots.set(root, [group]);
      else groups.push(group);
    }
    this.#hidden = new Set(list.hidden.flatMap((ref) => this.#rootOfRef(ref)));
    // What was merged is called as what it was merged into, unless it was renamed.
    const names = [...list.merges.map(({ into }) => ({ entity: into, name: into.name })), ...list.renames];
    this.#names = new Map(names.flatMap(({ entity, name }) => this.#rootOfRef(entity).map((root) => [root, name] as const)));
    this.#types = new Map(list.kinds.flatMap(({ entity, type }) => this.#rootOfRef(entity).map((root) => [root, type] as const)));
  }

  /** The links with a reader's merges in place of what they contradict. */
  #merged(links: ReadonlyMap<string, GroupLink>, merges: MendingList["merges"]): ReadonlyMap<string, GroupLink> {
    if (merges.length === 0) return links;
    const all = new Map(links);
    for (const { names, into } of merges) {
      const target = groupOfName(into);
      if (target === null) continue;
      for (const name of names) {
        const from = this.#groupNamed(name, into.type);
        if (from === null) continue;
        const root = rootOf(from, all);
        // The group that was named last in a chain is the root from now on.
        if (root !== rootOf(target, all)) all.set(root, { to: target, because: `you merged “${name}” into “${into.name}”` });
      }
    }
    return all;
  }

  /** The group that a name is in: of the kind given, else of any. */
  #groupNamed(name: string, type: EntityType): string | null {
    const kinds: readonly EntityType[] = ["PER", "ORG", "LOC", "EVENT"];
    for (const kind of [type, ...kinds.filter((other) => other !== type)]) {
      const group = groupOfName({ name, type: kind });
      if (group !== null && this.index.groups().has(group)) return group;
    }
    return null;
  }

  #rootOfRef(ref: EntityRef): readonly string[] {
    const entity = this.named(ref);
    return entity === null ? [] : [entity];
  }

  /** The id of the entity that a reader means by a name and a kind; null if the corpus has none. */
  named(ref: EntityRef): string | null {
    const group = groupOfName(ref);
    if (group !== null && this.index.groups().has(group)) return rootOf(group, this.#links);
    for (const root of this.#formsIndex().get(fold(ref.name)) ?? []) if (root.startsWith(`${ref.type}:`)) return root;
    return null;
  }

  /** The ids of all entities that are not hidden, in no particular order. */
  *ids(): Generator<string, void, undefined> {
    for (const id of this.#roots.keys()) if (!this.#hidden.has(id)) yield id;
  }

  /** The id of the entity that a group, or an older id, is part of. */
  rootOf(id: string): string {
    return this.#rootOfGroup.get(id) ?? rootOf(id, this.#links);
  }

  /** The entity with that id, or that a group with that id is part of; null if there is none, or it is hidden. */
  entity(id: string): Entity | null {
    const root = this.rootOf(id);
    const known = this.#entities.get(root);
    if (known !== undefined) return known;
    const newer = this.index.groups().get(root);
    const groups = this.#roots.get(root) ?? (newer === undefined ? undefined : [newer]);
    if (groups === undefined || this.#hidden.has(root)) return null;
    const entity = this.#entity(root, groups);
    this.#entities.set(root, entity);
    return entity;
  }

  /** Whether a reader said that a group's entity is no name. */
  isHidden(id: string): boolean {
    return this.#hidden.has(this.rootOf(id));
  }

  /** The entity of a mention; null where it is none. */
  entityOfMention(article: IndexedArticle, mention: number): Entity | null {
    const group = article.groups[article.localOf[mention] ?? -1];
    return group === undefined ? null : this.entity(group);
  }

  /** All local entities that are of an entity. An article may have two, where the corpus took them together. */
  places(entity: Entity): readonly LocalPlace[] {
    const [first] = entity.groups;
    if (entity.groups.length === 1 && first !== undefined) return first.places;
    return entity.groups.flatMap((group) => group.places);
  }

  /** The people whose family name a word is, those in most articles first; a name that stands alone is none of them. */
  bearers(word: string): readonly Entity[] {
    this.#byFamily ??= this.#familyIndex();
    return (this.#byFamily.get(word) ?? []).flatMap((id) => this.entity(id) ?? []).sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
  }

  /** All entities that are not hidden with their forms, folded and each once; made once for a view. */
  foldedForms(): ReadonlyMap<string, readonly string[]> {
    if (this.#folded !== null) return this.#folded;
    const folded = new Map<string, readonly string[]>();
    for (const [root, groups] of this.#roots) {
      if (this.#hidden.has(root)) continue;
      const forms = new Set<string>();
      for (const group of groups) for (const form of group.forms.keys()) forms.add(fold(form));
      const name = this.#names.get(root) ?? (root.startsWith("LOC:{") ? this.entity(root)?.name : undefined);
      if (name !== undefined) forms.add(fold(name));
      folded.set(root, [...forms]);
    }
    this.#folded = folded;
    return folded;
  }

  /** How often an entity, by its root's id, is mentioned; cheaper than the entity itself. */
  mentionsOf(root: string): number {
    return (this.#roots.get(root) ?? []).reduce((sum, group) => sum + group.mentions, 0);
  }

  #familyIndex(): ReadonlyMap<string, readonly string[]> {
    const families = new Map<string, string[]>();
    for (const root of this.ids()) {
      if (!root.startsWith("PER:")) continue;
      const name = personName(root.slice(4));
      if (name === null || name.given === "") continue;
      const word = familyFirst(name) ? (name.words[0] ?? name.family) : name.family;
      const ids = families.get(word);
      if (ids === undefined) families.set(word, [root]);
      else ids.push(root);
    }
    return families;
  }

  /** Why groups are part of an entity, with the number of articles that each reason covers. */
  reasons(entity: Entity): ReadonlyMap<string, number> {
    const reasons = new Map<string, number>();
    for (const group of entity.groups) {
      const link = this.#links.get(group.id);
      if (link === undefined) continue;
      const forms = [...group.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      reasons.set(`“${forms[0]?.[0] ?? group.key}”: ${link.because}`, group.articles);
    }
    return reasons;
  }

  /** Ids of the entities that have a form, folded; the more frequent ones first. */
  withForm(form: string): readonly string[] {
    return this.#formsIndex().get(fold(form)) ?? [];
  }

  #formsIndex(): ReadonlyMap<string, readonly string[]> {
    if (this.#byForm !== null) return this.#byForm;
    const counts = new Map<string, Map<string, number>>();
    for (const [root, groups] of this.#roots) {
      for (const group of groups) {
        for (const [form, count] of group.forms) {
          const key = fold(form);
          const roots = counts.get(key) ?? new Map<string, number>();
          counts.set(key, roots);
          roots.set(root, (roots.get(root) ?? 0) + count);
        }
      }
    }
    this.#byForm = new Map([...counts].map(([form, roots]) => [form, [...roots].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([root]) => root)]));
    return this.#byForm;
  }

  #entity(root: string, members: readonly CountedGroup[]): Entity {
    const groups = [...members].sort((a, b) => Number(b.id === root) - Number(a.id === root) || (a.id < b.id ? -1 : 1));
    const counts = new Map<string, number>();
    let mentions = 0;
    for (const group of groups) {
      mentions += group.mentions;
      for (const [form, count] of group.forms) counts.set(form, (counts.get(form) ?? 0) + count);
    }
    const type = this.#types.get(root) ?? (root.slice(0, root.indexOf(":")) as EntityType);
    const forms = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const key = root.slice(root.indexOf(":") + 1);
    const [only] = groups;
    return {
      id: root,
      type,
      name: this.#names.get(root) ?? displayName(type, key, counts),
      groups,
      forms,
      mentions,
      articles: groups.length === 1 && only !== undefined ? only.articles : new Set(groups.flatMap((group) => group.places.map((place) => place.articleId))).size,
    };
  }
}
