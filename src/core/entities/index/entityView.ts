import { fold } from "../../text/fold";
import { atOnce } from "../../util/atOnce";
import { countries } from "../names/country";
import { groupOfName, type EntityRef, type CorrectionList } from "../corrections/corrections";
import type { GroupLink } from "../resolve/groupLinks";
import { byId, rootOf } from "../resolve/groupLinks";
import type { Witness } from "../resolve/bearerEvidence";
import { GroupPart } from "../resolve/groupPart";
import { linkBetween } from "../resolve/linkGroups";
import type { CountedGroup, GroupPlaces } from "../resolve/groupTally";
import type { LinkedGroups } from "../resolve/linkedGroups";
import type { EntityType } from "../resolve/localEntity";
import { splitBetween, splitOffice } from "../resolve/openKeys";
import { GroupedEntity, type Entity } from "./entity";
import type { EntityIndex, IndexedArticle } from "./entityIndex";

/** So many of those who speak for a bearer of a name are named for all articles together. */
const mostWitnesses = 3;

/** An entity that speaks for a bearer of a name, and in how many articles it does. */
export interface ShownWitness {
  readonly entity: Entity;
  readonly articles: number;
}

/**
 * The entities of an index, as its groups were linked and with the reader's corrections. Which groups are one does not change
 * when the index does; groups that are newer than the view are entities of their own.
 */
export class EntityView {
  readonly index: EntityIndex;
  /** Of the index when this was made. */
  readonly revision: number;
  readonly #uncorrected: LinkedGroups;
  readonly #linked: LinkedGroups;
  readonly #entities = new Map<CountedGroup, Entity>();
  /** Of entities that consist of several groups. */
  readonly #articles = new Map<CountedGroup, number>();
  /** For which of those an article, by its number, was counted last. */
  #counted: Int32Array | null = null;
  readonly #hidden: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #types: ReadonlyMap<string, EntityType>;

  /**
   * `list` is what a reader corrected: by default what the index was told. `linked` is how the groups are linked; where the index
   * has to find that out first, this takes long in a large corpus.
   */
  constructor(index: EntityIndex, list: CorrectionList = index.corrections.list, linked: LinkedGroups = index.linked()) {
    this.index = index;
    this.revision = index.revision;
    this.#uncorrected = linked;
    this.#linked = this.#merged(linked, list.merges);
    this.#hidden = new Set(list.hidden.flatMap((ref) => this.named(ref) ?? []));
    // What was merged is called as what it was merged into, unless it was renamed.
    const names = [...list.merges.map(({ into }) => ({ entity: into, name: into.name })), ...list.renames];
    this.#names = new Map(names.flatMap(({ entity, name }) => this.#pairWith(entity, name)));
    this.#types = new Map(list.kinds.flatMap(({ entity, type }) => this.#pairWith(entity, type)));
  }

  /** The same groups, linked as they are here, with other corrections. */
  corrected(list: CorrectionList): EntityView {
    return new EntityView(this.index, list, this.#uncorrected);
  }

  #pairWith<Value>(ref: EntityRef, value: Value): readonly (readonly [string, Value])[] {
    const id = this.named(ref);
    return id === null ? [] : [[id, value]];
  }

  /** The links with a reader's merges in place of what they contradict. */
  #merged(linked: LinkedGroups, merges: CorrectionList["merges"]): LinkedGroups {
    if (merges.length === 0) return linked;
    const { groups } = this.index;
    const links = new Map<CountedGroup, GroupLink<CountedGroup>>(linked.links);
    for (const { names, into } of merges) {
      const target = groups.withId(groupOfName(into) ?? "");
      if (target === undefined) continue;
      for (const name of names) {
        const from = this.#groupNamed(name, into.type);
        if (from === null) continue;
        const root = rootOf(from, links);
        // The group that was named last in a chain is the root from now on.
        if (root !== rootOf(target, links)) links.set(root, { to: target, because: `you merged “${name}” into “${into.name}”` });
      }
    }
    // What may be one of several people is clear where these are one.
    atOnce(linkBetween(groups, groups.candidates, links));
    return linked.relinked(links);
  }

  /** The group that a name is in: of the kind given, else of any. */
  #groupNamed(name: string, type: EntityType): CountedGroup | null {
    const kinds: readonly EntityType[] = ["PER", "ORG", "LOC", "EVENT"];
    for (const kind of [type, ...kinds.filter((other) => other !== type)]) {
      const group = this.index.groups.withId(groupOfName({ name, type: kind }) ?? "");
      if (group !== undefined) return group;
    }
    return null;
  }

  /** The id of the entity that a reader means by a name and a kind; null if the corpus has none. */
  named(ref: EntityRef): string | null {
    const group = this.index.groups.withId(groupOfName(ref) ?? "");
    if (group !== undefined) return this.#rootOf(group).id;
    return this.withForm(ref.name).find((id) => id.startsWith(`${ref.type}:`) && !this.isBetween(id)) ?? null;
  }

  /** The number of the group that a group, by its number, is part of in the end: in an article, by its number, or for itself. */
  rootNumber(group: number, article?: number): number {
    return this.#linked.rootNumber(group, article);
  }

  /** Calls `visit` with the same for all articles: a last name may be of several people, and of nobody by itself. */
  eachRoot(group: number, visit: (root: number) => void): void {
    const divided = this.#linked.divided.get(group);
    if (this.isBetween(this.idOf(group))) return;
    if (divided === undefined) visit(this.rootNumber(group));
    else for (const [root] of this.#linked.piecesByRoot(divided.group)) visit(root);
  }

  /**
   * Calls `visit` with each group, by its number, that is of another entity than in an earlier view, and with each article, by its
   * number, in
   * which it is. Articles that were set since are not among them for that alone.
   */
  eachReassigned(before: EntityView, visit: (group: number, article: number) => void): void {
    const [now, then] = [this.#linked, before.#linked];
    const groups = new Set<number>([...now.divided.keys(), ...then.divided.keys()]);
    for (let group = Math.max(now.roots.length, then.roots.length) - 1; group >= 0; group--) {
      if (now.rootNumber(group) !== then.rootNumber(group)) groups.add(group);
    }
    for (const number of groups) {
      const group = this.index.groups.withNumber(number);
      if (group === undefined) continue;
      const rows = this.index.groups.placesOf(group);
      for (let row = 0; row < rows.length; row++) {
        const article = rows.article(row);
        if (now.rootNumber(number, article) !== then.rootNumber(number, article)) visit(number, article);
      }
    }
  }

  /** The group that a group is part of in the end, in an article or for itself; one that has gone since is none. */
  #rootOf(group: CountedGroup, articleId?: string): CountedGroup {
    const article = articleId === undefined || !this.#linked.divided.has(group.number) ? undefined : this.index.numberOf(articleId);
    return this.index.groups.withNumber(this.rootNumber(group.number, article)) ?? group;
  }

  /** The numbers of the root groups of all entities that are not hidden, in no particular order. */
  *roots(): Generator<number, void, undefined> {
    for (const group of this.index.groups.values()) {
      const isRoot =
        this.rootNumber(group.number) === group.number &&
        splitBetween(group.key) === null &&
        !(this.#hidden.size > 0 && this.#hidden.has(group.id));
      if (isRoot && (!this.#linked.divided.has(group.number) || this.articlesOf(group.number) > 0)) yield group.number;
    }
  }

  /** The ids of all entities that are not hidden, in no particular order. */
  *ids(): Generator<string, void, undefined> {
    for (const root of this.roots()) yield this.idOf(root);
  }

  /** The id of the entity whose root group has a number; empty where there is none. */
  idOf(root: number): string {
    return this.index.groups.withNumber(root)?.id ?? "";
  }

  /** The id of the entity that a group is part of; what is no group of the corpus is left as it is. */
  rootOf(id: string): string {
    const group = this.index.groups.withId(id);
    return group === undefined ? id : this.#rootOf(group).id;
  }

  /** The entity with that id, or that a group with that id is part of; null if there is none, or it is hidden. */
  entity(id: string): Entity | null {
    const group = this.index.groups.withId(id);
    return group === undefined ? null : this.#entityOf(this.#rootOf(group));
  }

  /** The entity that a group is part of, by the group's number. */
  entityNumbered(number: number): Entity | null {
    const root = this.index.groups.withNumber(this.rootNumber(number));
    return root === undefined ? null : this.#entityOf(root);
  }

  #entityOf(root: CountedGroup): Entity | null {
    const known = this.#entities.get(root);
    if (known !== undefined) return known;
    if (this.#hidden.has(root.id)) return null;
    const articles = this.articlesOf(root.number);
    // Of a last name that was taken for somebody in all articles nothing is left.
    if (articles === 0) return null;
    const [first, ...others] = this.#linked.piecesOf(root);
    const groups = [first, ...others.filter((piece) => piece.articles > 0).sort(byId)] as const;
    const entity = new GroupedEntity(groups, articles, this.#names.get(root.id), this.#types.get(root.id));
    this.#entities.set(root, entity);
    return entity;
  }

  /** What an entity consists of, by its root's number: the root first. */
  groupsOf(root: number): readonly GroupPlaces[] {
    const group = this.index.groups.withNumber(root);
    return group === undefined ? [] : this.#linked.piecesOf(group);
  }

  /** The kind of an entity, by its root's number; null for one that is hidden or has gone. */
  typeOf(root: number): EntityType | null {
    const group = this.index.groups.withNumber(root);
    if (group === undefined || (this.#hidden.size > 0 && this.#hidden.has(group.id))) return null;
    return (this.#types.size > 0 ? this.#types.get(group.id) : undefined) ?? group.type;
  }

  /** In how many articles an entity stands, by its root's number. */
  articlesOf(root: number): number {
    const group = this.index.groups.withNumber(root);
    if (group === undefined) return 0;
    if (this.#linked.isWhole(root)) return group.articles;
    const known = this.#articles.get(group);
    if (known !== undefined) return known;
    this.#counted ??= new Int32Array(this.index.numberLimit);
    const turn = this.#articles.size + 1;
    let articles = 0;
    for (const one of this.#linked.piecesOf(group)) {
      const rows = this.index.groups.placesOf(one);
      for (let row = 0; row < rows.length; row++) {
        const article = rows.article(row);
        // An article that is newer than the view has no place here, and is counted without a look at the others.
        if (this.#counted[article] !== turn) articles++;
        this.#counted[article] = turn;
      }
    }
    this.#articles.set(group, articles);
    return articles;
  }

  /** How often an entity, by its root's number, is mentioned; cheaper than the entity itself. */
  mentionsOf(root: number): number {
    const group = this.index.groups.withNumber(root);
    if (group === undefined) return 0;
    return this.#linked.isWhole(root) ? group.mentions : this.#linked.piecesOf(group).reduce((sum, { mentions }) => sum + mentions, 0);
  }

  /** Whether an id is of a name that means one of several people: no entity, and in no list. */
  isBetween(id: string): boolean {
    return splitBetween(id) !== null;
  }

  /** Whether a group's entity is in no list: a reader said that it is no name, or it is one of several people. */
  isHidden(id: string): boolean {
    return this.isBetween(id) || (this.#hidden.size > 0 && this.#hidden.has(this.rootOf(id)));
  }

  /** The id of the entity of a mention, hidden or not; null for a name of none. */
  idOfMention(article: IndexedArticle, mention: number): string | null {
    const id = article.groups[article.localOf[mention] ?? -1];
    const group = id === undefined ? undefined : this.index.groups.withId(id);
    return id === undefined ? null : group === undefined ? id : this.#rootOf(group, article.id).id;
  }

  /**
   * Those of whom a name means one, where neither its article nor the corpus tells which: the people of that name whom the article names in
   * full, or all of that name in the corpus; those in most articles first. Empty where it is told.
   */
  candidatesOf(article: IndexedArticle, mention: number): readonly Entity[] {
    const local = article.locals[article.localOf[mention] ?? -1];
    if (local?.type !== "PER") return [];
    const between = splitBetween(local.key);
    if (between !== null) {
      if (!this.isBetween(this.idOfMention(article, mention) ?? "")) return [];
      const ids = new Set(between.keys.map((key) => this.rootOf(`PER:${key}`)));
      return [...ids].flatMap((id) => this.entity(id) ?? []).sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
    }
    if (!local.bare) return [];
    const { word } = splitOffice(local.key) ?? { word: local.key };
    const root = this.idOfMention(article, mention) ?? "";
    const isOpen = root === `PER:${word}` || (root.startsWith("PER:") && splitOffice(root.slice(4))?.word === word);
    return isOpen ? this.bearers(word) : [];
  }

  /** The entity of a mention; null where it is none. */
  entityOfMention(article: IndexedArticle, mention: number): Entity | null {
    const id = this.idOfMention(article, mention);
    return id === null ? null : this.entity(id);
  }

  /**
   * Calls `visit` with each entity of an article, and how often it is mentioned there; an entity may come twice, where the corpus took
   * names together.
   */
  eachEntity(articleId: string, visit: (entity: Entity, mentions: number) => void): void {
    const article = this.index.numberOf(articleId);
    this.index.eachLocal(article, (group, mentions) => {
      const entity = this.entityNumbered(this.rootNumber(group, article));
      if (entity !== null && !this.isBetween(entity.id)) visit(entity, mentions);
    });
  }

  /**
   * Whom and what else the article names that a last name alone was taken for somebody by, with the articles that name both; empty for
   * other names.
   */
  witnessesOf(article: IndexedArticle, mention: number): readonly ShownWitness[] {
    const group = this.index.groups.withId(article.groups[article.localOf[mention] ?? -1] ?? "");
    const reading = group === undefined ? null : this.#linked.readingOf(group.number, this.index.numberOf(article.id));
    return this.#shown(reading?.with ?? []);
  }

  #shown(witnesses: readonly Witness[]): readonly ShownWitness[] {
    return witnesses.flatMap(({ root, articles }) => {
      const entity = this.entityNumbered(root);
      return entity === null ? [] : [{ entity, articles }];
    });
  }

  /**
   * Calls `visit` for all local entities that are of an entity: with the article's number, the index of the local entity in
   * it, the number of its mentions and the mark of the place. An article may have two, where the corpus took them together.
   */
  eachPlace(entity: Entity, visit: (article: number, local: number, mentions: number, mark: number) => void): void {
    for (const group of entity.groups) {
      const rows = this.index.groups.placesOf(group);
      for (let row = 0; row < rows.length; row++) visit(rows.article(row), rows.local(row), rows.mentions(row), rows.mark(row));
    }
  }

  /** The people whose family name a word is, those in most articles first; a name that stands alone is none of them. */
  bearers(word: string): readonly Entity[] {
    return this.index.groups
      .bearersOf(word)
      .filter((group) => this.rootNumber(group.number) === group.number)
      .flatMap((group) => this.#entityOf(group) ?? [])
      .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1));
  }

  /**
   * Entities by names that no article need write so: what countries are called in lists, and what a reader called them. By their
   * root's number.
   */
  *givenNames(): Generator<readonly [root: number, name: string], void, undefined> {
    for (const [id, name] of this.#names) {
      const group = this.index.groups.withId(id);
      if (group !== undefined && !this.#hidden.has(id)) yield [group.number, name];
    }
    for (const { id, name } of countries()) {
      const group = this.index.groups.withId(`LOC:{${id}}`);
      if (group === undefined || this.#hidden.has(group.id)) continue;
      if (this.rootNumber(group.number) === group.number) yield [group.number, name];
    }
  }

  /** Why groups are part of an entity, with the number of articles that each reason covers. */
  reasons(entity: Entity): ReadonlyMap<string, number> {
    const reasons = new Map<string, number>();
    const taken = new Map<string, GroupPart[]>();
    for (const piece of entity.groups) {
      const [form = piece.key] = [...piece.forms()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
      const group = this.index.groups.withNumber(piece.number);
      const link = group === undefined ? undefined : this.#linked.links.get(group);
      if (piece instanceof GroupPart && piece.taken !== null) taken.set(form, [...(taken.get(form) ?? []), piece]);
      else if (link !== undefined) reasons.set(`“${form}”: ${link.because}`, piece.articles);
    }
    for (const [form, parts] of taken) {
      const names = this.#mostTelling(parts)
        .map(({ name }) => name)
        .join(", ");
      reasons.set(
        `“${form}”: these articles name others that belong to this bearer of the name (${names})`,
        parts.reduce((sum, { articles }) => sum + articles, 0),
      );
    }
    return reasons;
  }

  /** Those who speak in most articles for the one whom parts of last names were taken for. */
  #mostTelling(parts: readonly GroupPart[]): readonly Entity[] {
    const counts = new Map<number, number>();
    for (const { number, taken } of parts) {
      for (const reading of this.#linked.divided.get(number)?.readings.values() ?? []) {
        if (reading.root === taken) for (const { root } of reading.with) counts.set(root, (counts.get(root) ?? 0) + 1);
      }
    }
    const witnesses = this.#shown(Array.from(counts, ([root, articles]) => ({ root, articles })));
    return [...witnesses]
      .sort((a, b) => b.articles - a.articles || (a.entity.id < b.entity.id ? -1 : 1))
      .slice(0, mostWitnesses)
      .map(({ entity }) => entity);
  }

  /** Ids of the entities that have a form, folded; the more frequent ones first. */
  withForm(form: string): readonly string[] {
    const folded = fold(form);
    const counts = new Map<string, number>();
    for (const group of this.index.groups.withFoldedForm(folded)) {
      for (const [root, piece] of this.#linked.piecesByRoot(group)) {
        const id = this.idOf(root);
        let count = counts.get(id) ?? 0;
        for (const [one, times] of piece.forms()) if (fold(one) === folded) count += times;
        counts.set(id, count);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  }
}
