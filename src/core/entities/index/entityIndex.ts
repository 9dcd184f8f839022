import { ownCopy } from "../../text/ownCopy";
import type { Mendings } from "../mending/mendings";
import { noMendings } from "../mending/mendings";
import { mendLocals } from "../mending/mendLocals";
import { EntityResolver, type CountedGroup } from "../resolve/entityResolver";
import type { GroupLink } from "../resolve/linkGroups";
import { groupId, type LocalEntity } from "../resolve/localEntity";
import type { ArticleNames } from "./articleNames";

/** Which article the names are of. */
export interface IndexedArticle {
  readonly id: string;
  readonly uri: string;
  /** Its place among the articles of its document. */
  readonly index: number;
  readonly names: ArticleNames;
  /** The local entities as the reader's mendings leave them; the entity's mentions index into `names.mentions`. */
  readonly locals: readonly LocalEntity[];
  /** The group of each of `locals`. */
  readonly groups: readonly string[];
  /** For each mention the index into `locals`; -1 for a name of no entity. */
  readonly localOf: Int32Array;
}

/** An article with its local entities as `mendings` leave them. It need not be in an index. */
export function indexedArticle(id: string, uri: string, index: number, names: ArticleNames, mendings: Mendings): IndexedArticle {
  const locals = mendLocals(names, mendings);
  const localOf = new Int32Array(names.mentions.count).fill(-1);
  for (const [at, local] of locals.entries()) for (const mention of local.mentions) localOf[mention] = at;
  return { id, uri, index, names, locals, groups: locals.map(groupId), localOf };
}

/** Beyond this many different strings, further ones are merely not shared. */
const maxStrings = 200_000;

/**
 * The names of all articles and the groups they fall into, changed one article at a time. After any sequence of changes
 * it answers as one that was built afresh: counts are additive, and the rest is a pure function of them.
 */
export class EntityIndex {
  readonly #resolver = new EntityResolver();
  readonly #articles = new Map<string, IndexedArticle>();
  readonly #byUri = new Map<string, Map<number, IndexedArticle>>();
  readonly #strings = new Map<string, string>();
  #mendings: Mendings = noMendings;
  #revision = 0;

  /** Changes whenever an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  get articleCount(): number {
    return this.#articles.size;
  }

  get mendings(): Mendings {
    return this.#mendings;
  }

  /** Takes a reader's mendings over; articles that name what they concern are taken together anew. */
  set mendings(mendings: Mendings) {
    const before = this.#mendings;
    this.#mendings = mendings;
    for (const article of this.#articles.values()) {
      if (before.concerns(article.names.forms) || mendings.concerns(article.names.forms)) this.#put(article.id, article.uri, article.index, article.names);
    }
    this.#revision++;
  }

  /** Sets what an article's names are, in place of what they were. */
  setArticle(id: string, uri: string, index: number, names: ArticleNames): void {
    this.#put(id, uri, index, this.#shared(names));
    this.#revision++;
  }

  /** Takes an article out; nothing happens if it is not there. */
  deleteArticle(id: string): void {
    const article = this.#articles.get(id);
    if (article === undefined) return;
    this.#articles.delete(id);
    const siblings = this.#byUri.get(article.uri);
    if (siblings?.get(article.index) === article) siblings.delete(article.index);
    if (siblings?.size === 0) this.#byUri.delete(article.uri);
    this.#resolver.deleteArticle(id);
    this.#revision++;
  }

  article(id: string): IndexedArticle | null {
    return this.#articles.get(id) ?? null;
  }

  articles(): IterableIterator<IndexedArticle> {
    return this.#articles.values();
  }

  /** The URIs of all documents that have articles here. */
  documents(): IterableIterator<string> {
    return this.#byUri.keys();
  }

  /** The articles of a document in the order of its text. */
  articlesOf(uri: string): readonly IndexedArticle[] {
    return [...(this.#byUri.get(uri)?.values() ?? [])].sort((a, b) => a.index - b.index);
  }

  articleAt(uri: string, index: number): IndexedArticle | null {
    return this.#byUri.get(uri)?.get(index) ?? null;
  }

  groups(): ReadonlyMap<string, CountedGroup> {
    return this.#resolver.groups();
  }

  /** Which groups are one by what the corpus says; mendings not counted. */
  links(): ReadonlyMap<string, GroupLink> {
    return this.#resolver.links();
  }

  #put(id: string, uri: string, index: number, names: ArticleNames): void {
    const before = this.#articles.get(id);
    if (before !== undefined) {
      const siblings = this.#byUri.get(before.uri);
      if (siblings?.get(before.index) === before) siblings.delete(before.index);
    }
    const made = indexedArticle(id, uri, index, names, this.#mendings);
    const article: IndexedArticle = { ...made, groups: made.groups.map((group) => this.#own(group)) };
    this.#articles.set(id, article);
    const siblings = this.#byUri.get(uri);
    if (siblings === undefined) this.#byUri.set(uri, new Map([[index, article]]));
    else siblings.set(index, article);
    this.#resolver.setArticle(id, article.locals);
  }

  /** The same with strings that are held once, and that hold on to no text. */
  #shared(names: ArticleNames): ArticleNames {
    return {
      ...names,
      forms: names.forms.map((form) => this.#own(form)),
      roles: names.roles.map((role) => ({ ...role, phrase: this.#own(role.phrase) })),
      locals: names.locals.map((local) => ({
        ...local,
        key: this.#own(local.key),
        forms: new Map([...local.forms].map(([form, count]) => [this.#own(form), count])),
        aliases: local.aliases.map((alias) => this.#own(alias)),
        because: local.because.map((reason) => this.#own(reason)),
      })),
    };
  }

  #own(value: string): string {
    const known = this.#strings.get(value);
    if (known !== undefined) return known;
    const own = ownCopy(value);
    if (this.#strings.size < maxStrings) this.#strings.set(own, own);
    return own;
  }
}
