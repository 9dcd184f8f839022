import type { LocalQuotation } from "../../quotations/localQuotation";
import { fold } from "../../text/fold";
import type { Corrections } from "../corrections/corrections";
import { noCorrections } from "../corrections/corrections";
import { correctLocals } from "../corrections/correctLocals";
import type { ArticleOrigin } from "../resolve/articleContexts";
import { EntityResolver } from "../resolve/entityResolver";
import type { LinkedGroups } from "../resolve/linkedGroups";
import { groupId, type LocalEntity } from "../resolve/localEntity";
import type { ArticleNames, LocalSentence } from "./articleNames";
import { ArticleStore, type StoredRole } from "./articleStore";
import { localsOfMentions, type ArticleMentions } from "./packedNames";
import { placeMarks } from "./placeMark";

/** Where an article is. */
export interface ArticlePlace {
  readonly id: string;
  readonly uri: string;
  /** Its place among the articles of its document. */
  readonly index: number;
}

/** An article with its names. */
export interface IndexedArticle extends ArticlePlace {
  readonly names: ArticleNames;
  /** The local entities as the reader's corrections leave them; the entity's mentions index into `names.mentions`. */
  readonly locals: readonly LocalEntity[];
  /** The group of each of `locals`. */
  readonly groups: readonly string[];
  /** For each mention the index into `locals`; -1 for a name of no entity. */
  readonly localOf: Int32Array;
}

/** An article with its local entities as `corrections` leave them. It need not be in an index. */
export function indexedArticle({ id, uri, index }: ArticlePlace, names: ArticleNames, corrections: Corrections): IndexedArticle {
  const locals = correctLocals(names, corrections);
  return { id, uri, index, names, locals, groups: locals.map(groupId), localOf: localsOfMentions({ mentions: names.mentions, locals }) };
}

/** So many articles are held as they are asked for, besides the bytes of all. */
const mostRead = 200;

/**
 * The names of all articles and the groups they fall into, changed one article at a time. After any sequence of changes
 * it answers as one that was built afresh: counts are additive, and the rest is a pure function of them.
 *
 * Articles have numbers here, which rows of places hold: an article that is set again gets another one, and no number comes
 * back.
 */
export class EntityIndex {
  readonly #store = new ArticleStore();
  readonly #resolver: EntityResolver;
  readonly #places: (ArticlePlace | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byUri = new Map<string, (number | undefined)[]>();
  /** The articles that were read last, the last one behind. */
  readonly #read = new Map<number, IndexedArticle>();
  #corrections: Corrections = noCorrections;
  #revision = 0;

  /**
   * `originOf` is asked when names are linked. Where it has another answer than before for an article whose names are the same,
   * `originChanged` is to be called.
   */
  constructor(originOf: (place: ArticlePlace) => ArticleOrigin | null = () => null) {
    const store = this.#store;
    this.#resolver = new EntityResolver(store.strings, {
      localCount: (article) => store.localCount(article),
      eachLocal: (article, visit) => {
        store.eachLocal(article, visit);
      },
      formsOf: (article, local) => this.articleNumbered(article)?.locals[local]?.forms ?? [],
      rolesOf: (article, local) => store.roles(article).flatMap((role) => (role.local === local ? [role.phrase] : [])),
      idOf: (article) => this.#places[article]?.id ?? "",
      originOf: (article) => {
        const place = this.#places[article];
        return place === undefined ? null : originOf(place);
      },
      articleCount: () => this.articleCount,
    });
  }

  /** Changes whenever an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  get articleCount(): number {
    return this.#numbers.size;
  }

  /** The groups that names fall into, over all articles. */
  get groups(): Omit<EntityResolver, "add" | "remove" | "originChanged"> {
    return this.#resolver;
  }

  /** More than any article's number. */
  get numberLimit(): number {
    return this.#places.length;
  }

  get corrections(): Corrections {
    return this.#corrections;
  }

  /** Takes a reader's corrections over; articles that name what they concern are taken together anew. */
  set corrections(corrections: Corrections) {
    const before = this.#corrections;
    const concerned = new Set([...this.#articlesWith(before.forms()), ...this.#articlesWith(corrections.forms())]);
    this.#corrections = corrections;
    this.#read.clear();
    for (const number of concerned) {
      const place = this.#places[number];
      const names = this.#store.names(number);
      if (place !== undefined && names !== null) this.#put(place, names, before);
    }
    this.#revision++;
  }

  /** Sets what an article's names are, in place of what they were. */
  setArticle(id: string, uri: string, index: number, names: ArticleNames): void {
    this.#put({ id, uri, index }, names, this.#corrections);
    this.#revision++;
  }

  /** Says that an article, with the names it has, is at another place of its document. */
  moveArticle(id: string, index: number): void {
    const number = this.#numbers.get(id);
    const place = number === undefined ? undefined : this.#places[number];
    if (number === undefined || place === undefined) return;
    this.#leave(number, place);
    this.#settle(number, { ...place, index });
    this.#read.delete(number);
    this.#resolver.originChanged(number);
    this.#revision++;
  }

  /** Says that `originOf` has another answer for an article; nothing happens if it is not here. */
  originChanged(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#resolver.originChanged(number);
    this.#revision++;
  }

  /** Takes an article out; nothing happens if it is not there. */
  deleteArticle(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#takeOut(number, this.#corrections);
    this.#revision++;
  }

  article(id: string): IndexedArticle | null {
    const number = this.#numbers.get(id);
    return number === undefined ? null : this.articleNumbered(number);
  }

  /** Where an article is; cheaper than the article with its names. Null for one that is not here. */
  place(id: string): ArticlePlace | null {
    return this.#places[this.#numbers.get(id) ?? -1] ?? null;
  }

  /** The names of an article as they were read; null for one that is not here. */
  namesOf(id: string): ArticleNames | null {
    const number = this.#numbers.get(id);
    return number === undefined ? null : this.#store.names(number);
  }

  placeNumbered(number: number): ArticlePlace | null {
    return this.#places[number] ?? null;
  }

  articleNumbered(number: number): IndexedArticle | null {
    const known = this.#read.get(number);
    if (known !== undefined) {
      this.#read.delete(number);
      this.#read.set(number, known);
      return known;
    }
    const place = this.#places[number];
    const names = place === undefined ? null : this.#store.names(number);
    if (place === undefined || names === null) return null;
    const article = indexedArticle(place, names, this.#corrections);
    this.#read.set(number, article);
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= mostRead) break;
      this.#read.delete(oldest);
    }
    return article;
  }

  /** Calls `visit` with the number of the group, and the number of mentions, of each local entity of an article. */
  eachLocal(number: number, visit: (group: number, mentions: number) => void): void {
    this.#store.eachLocal(number, visit);
  }

  /** The number of an article; -1 for one that is not here. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }

  /** Where the names of an article stand; cheaper than the article with its names. Null for one that is not here. */
  mentionsOf(number: number): ArticleMentions | null {
    const stored = this.#store.mentions(number);
    if (stored !== null) return stored;
    const article = this.articleNumbered(number);
    return article === null ? null : { mentions: article.names.mentions, localOf: article.localOf };
  }

  /** The role phrases of an article, with the local entities that they are of. */
  rolesOf(number: number): readonly StoredRole[] {
    return this.#store.roles(number);
  }

  /** The sentences of an article that tell most about each of its local entities, which they have the index of. */
  sentencesOf(number: number): readonly LocalSentence[] {
    return this.#store.sentences(number);
  }

  /** Who said what in an article, in order of the text; mentions index into its names. */
  quotationsOf(number: number): readonly LocalQuotation[] {
    return this.#store.quotations(number);
  }

  /** The URIs of all documents that have articles here. */
  documents(): IterableIterator<string> {
    return this.#byUri.keys();
  }

  /** The ids of the articles of a document in the order of its text. */
  idsOf(uri: string): readonly string[] {
    return this.numbersOf(uri).flatMap((number) => this.#places[number]?.id ?? []);
  }

  /** The same with the numbers of the articles. */
  numbersOf(uri: string): readonly number[] {
    return (this.#byUri.get(uri) ?? []).filter((number) => number !== undefined);
  }

  articleAt(uri: string, index: number): IndexedArticle | null {
    const number = this.#byUri.get(uri)?.[index];
    return number === undefined ? null : this.articleNumbered(number);
  }

  /** Which groups are one by what the corpus says; corrections not counted. At once, if that is not known. */
  linked(): LinkedGroups {
    return this.#resolver.linked();
  }

  /** The same with pauses, about every millisecond; null where the index changed meanwhile. */
  linking(): Generator<undefined, LinkedGroups | null> {
    return this.#resolver.linking();
  }

  /** Sets an article, whose names were taken together with the corrections `before` if it is here. */
  #put(place: ArticlePlace, names: ArticleNames, before: Corrections): void {
    const old = this.#numbers.get(place.id);
    const number = this.#places.length;
    const locals = correctLocals(names, this.#corrections);
    const localOf = localsOfMentions({ mentions: names.mentions, locals });
    // Before what was there goes: groups that have both stay.
    const groups = this.#resolver.add(number, locals, placeMarks(names, localOf, locals.length));
    const shares = locals.map(({ mentions }, at) => ({ group: groups[at] ?? 0, mentions: mentions.length }));
    this.#store.set(number, names, shares, localOf, locals !== names.locals);
    if (old !== undefined) this.#takeOut(old, before);
    this.#numbers.set(place.id, number);
    this.#settle(number, place);
  }

  #takeOut(number: number, corrections: Corrections): void {
    const place = this.#places[number];
    const names = this.#store.names(number);
    if (place === undefined || names === null) return;
    this.#resolver.remove(number, correctLocals(names, corrections));
    this.#store.delete(number);
    this.#read.delete(number);
    this.#leave(number, place);
    this.#places[number] = undefined;
  }

  #settle(number: number, place: ArticlePlace): void {
    this.#places[number] = place;
    const siblings = this.#byUri.get(place.uri);
    if (siblings === undefined) {
      const own: (number | undefined)[] = [];
      own[place.index] = number;
      this.#byUri.set(place.uri, own);
    } else {
      siblings[place.index] = number;
    }
  }

  #leave(number: number, { uri, index }: ArticlePlace): void {
    const siblings = this.#byUri.get(uri);
    if (siblings?.[index] !== number) return;
    siblings[index] = undefined;
    while (siblings.length > 0 && siblings.at(-1) === undefined) siblings.pop();
    if (siblings.length === 0) this.#byUri.delete(uri);
  }

  /** The numbers of the articles that have one of some forms, and of some others. */
  *#articlesWith(forms: Iterable<string>): Generator<number, void, undefined> {
    for (const form of forms) {
      for (const group of this.#resolver.withFoldedForm(fold(form))) {
        const rows = this.#resolver.placesOf(group);
        for (let row = 0; row < rows.length; row++) yield rows.article(row);
      }
    }
  }
}
