import { isAcronym } from "../names/organizationName";
import { groupId, type LocalEntity } from "./localEntity";
import { linkGroups, rootOf, type GroupLink, type NameGroup } from "./linkGroups";

/** Where a local entity is: its article, and its place in the list that was set for it. */
export interface LocalPlace {
  readonly articleId: string;
  readonly local: number;
}

/** A group with all that is known of it. */
export interface CountedGroup extends NameGroup {
  readonly mentions: number;
  /** How often each of its forms stands. */
  readonly forms: ReadonlyMap<string, number>;
  /** One for each article, in no particular order. */
  readonly places: readonly LocalPlace[];
}

interface Tally extends CountedGroup {
  articles: number;
  bareArticles: number;
  acronymArticles: number;
  mentions: number;
  readonly aliases: Map<string, number>;
  readonly forms: Map<string, number>;
  places: LocalPlace[];
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/**
 * The entities of the corpus, from the local entities of its articles, changed one article at a time. Links between
 * groups are a pure function of the counts and are made anew when they are asked for after a change.
 */
export class EntityResolver {
  readonly #articles = new Map<string, readonly LocalEntity[]>();
  readonly #groups = new Map<string, Tally>();
  #links: ReadonlyMap<string, GroupLink> | null = null;

  /** Sets what an article contributes, in place of what it did before. */
  setArticle(articleId: string, entities: readonly LocalEntity[]): void {
    this.deleteArticle(articleId);
    this.#articles.set(articleId, entities);
    for (const [local, entity] of entities.entries()) {
      const tally = this.#count(entity, 1);
      tally.places.push({ articleId, local });
    }
    this.#links = null;
  }

  /** Takes an article out; nothing happens if it is not there. */
  deleteArticle(articleId: string): void {
    const entities = this.#articles.get(articleId);
    if (entities === undefined) return;
    for (const entity of entities) {
      const tally = this.#count(entity, -1);
      tally.places = tally.places.filter((place) => place.articleId !== articleId);
    }
    this.#articles.delete(articleId);
    this.#links = null;
  }

  /** The local entities of an article, as they were set; empty for an unknown article. */
  localEntities(articleId: string): readonly LocalEntity[] {
    return this.#articles.get(articleId) ?? [];
  }

  /** The ids of all articles. */
  articleIds(): IterableIterator<string> {
    return this.#articles.keys();
  }

  /** The id of the corpus's entity that a local entity is a part of: the id of its root group. */
  entityOf(entity: LocalEntity): string {
    return rootOf(groupId(entity), this.links());
  }

  /** Which groups are part of which, with the reasons. */
  links(): ReadonlyMap<string, GroupLink> {
    this.#links ??= linkGroups(this.#groups);
    return this.#links;
  }

  /** All groups with their counts. */
  groups(): ReadonlyMap<string, CountedGroup> {
    return this.#groups;
  }

  #count(entity: LocalEntity, by: 1 | -1): Tally {
    const id = groupId(entity);
    let tally = this.#groups.get(id);
    if (tally === undefined) {
      tally = { id, type: entity.type, key: entity.key, articles: 0, bareArticles: 0, acronymArticles: 0, mentions: 0, aliases: new Map(), forms: new Map(), places: [] };
      this.#groups.set(id, tally);
    }
    tally.articles += by;
    if (entity.bare) tally.bareArticles += by;
    if ([...entity.forms.keys()].some(isAcronym)) tally.acronymArticles += by;
    tally.mentions += by * entity.mentions.length;
    for (const alias of entity.aliases) bump(tally.aliases, alias, by);
    for (const [form, count] of entity.forms) bump(tally.forms, form, by * count);
    if (tally.articles === 0) this.#groups.delete(id);
    return tally;
  }
}
