import { keyWords } from "../names/nameKey";
import { namesUnit } from "../names/organizationName";
import { mayBePeopleOf, peopleOf } from "../names/peoples";
import type { CountedGroup } from "./groupTally";
import type { EntityType } from "./localEntity";
import { isOpenKey, splitBetween, splitOffice } from "./openKeys";

/** A last name with an office or a title. */
export interface HeldName {
  readonly word: string;
  readonly office: string;
}

interface Groups {
  get(type: EntityType, key: string): CountedGroup | undefined;
  withId(id: string): CountedGroup | undefined;
  bearersOf(word: string): readonly CountedGroup[];
}

/** The groups that rules of linking look at; each rule has those that it may concern. */
export interface LinkScope {
  /** Keys of groups of several types. */
  readonly shared: Iterable<string>;
  /** People whose family names sound alike. */
  readonly alike: Iterable<ReadonlySet<CountedGroup>>;
  /** People who stand in some article as one word that it does not explain. */
  readonly bare: Iterable<CountedGroup>;
  /** Last names with an office or a title. */
  readonly held: Iterable<readonly [group: CountedGroup, parts: HeldName]>;
  /** Names by which an article may mean one of several people, with the keys of these. */
  readonly between: Iterable<readonly [group: CountedGroup, keys: readonly string[]]>;
  /** Bearers of full names to whom articles give an office. */
  readonly withOffice: Iterable<CountedGroup>;
  /** Bodies, places and events that articles call by other names too. */
  readonly withAliases: Iterable<CountedGroup>;
  /** Bodies whose names begin with what may be an acronym that stands for them. */
  readonly beginnings: Iterable<readonly [group: CountedGroup, head: string]>;
  /** Places of one word, with the groups that are their people's by name. */
  readonly places: Iterable<readonly [place: CountedGroup, peoples: ReadonlySet<CountedGroup>]>;
}

/** What has changed since groups were linked. */
export interface Concerned {
  /** The groups whose links may be others now, with all that rules ask of for these. Some may have gone. */
  readonly groups: ReadonlySet<CountedGroup>;
  /** Those of them whose articles are others, with the number of those before. */
  readonly touched: ReadonlyMap<CountedGroup, number>;
}

function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const after = (counts.get(key) ?? 0) + by;
  if (after === 0) counts.delete(key);
  else counts.set(key, after);
}

/** Lists by a key; empty ones go. */
class Lists<Key, Item> {
  readonly all = new Map<Key, Set<Item>>();

  add(key: Key, item: Item): void {
    const known = this.all.get(key);
    if (known === undefined) this.all.set(key, new Set([item]));
    else known.add(item);
  }

  delete(key: Key, item: Item): void {
    const known = this.all.get(key);
    known?.delete(item);
    if (known?.size === 0) this.all.delete(key);
  }

  get(key: Key): Iterable<Item> {
    return this.all.get(key) ?? [];
  }
}

/** The key of the group whose id it is. */
function keyOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Whether an alias of a group says anything to a rule. */
function isTelling(group: CountedGroup, alias: string): boolean {
  return group.type !== "PER" || (group.bearer !== null && isOpenKey(alias) && splitOffice(keyOf(alias)) !== null);
}

const types = ["PER", "ORG", "LOC", "EVENT"] as const;

/** With more than this share of all groups concerned, all are linked anew. */
const mostConcerned = 0.1;

/**
 * Which groups the rules of linking have to look at, kept as groups come, change and go: most groups concern no rule, and what
 * one article changes concerns few of the others.
 */
export class LinkCandidates implements LinkScope {
  readonly shared = new Set<string>();
  readonly bare = new Set<CountedGroup>();
  readonly held = new Map<CountedGroup, HeldName>();
  readonly between = new Map<CountedGroup, readonly string[]>();
  readonly beginnings = new Map<CountedGroup, string>();
  readonly #groups: Groups;
  readonly #bySound = new Lists<string, CountedGroup>();
  /** How many telling aliases a group has. */
  readonly #aliases = new Map<CountedGroup, number>();
  /** How many bearers have a word as a family name or as a given name, and in how many articles as a given name alone. */
  readonly #names = new Map<string, number>();
  readonly #given = new Map<string, number>();
  readonly #peoples = new Lists<CountedGroup, CountedGroup>();
  /** Groups of one word whose peoples and places have not been looked up. */
  readonly #unpaired = new Set<CountedGroup>();
  /** The same the other way round. */
  readonly #placesOf = new Lists<CountedGroup, CountedGroup>();
  readonly #heldByWord = new Lists<string, CountedGroup>();
  readonly #betweenByKey = new Lists<string, CountedGroup>();
  readonly #byBeginning = new Lists<string, CountedGroup>();
  readonly #byAlias = new Lists<string, CountedGroup>();
  /** In how many articles groups were that have changed since all was linked, and groups that belonged to those. */
  #touched = new Map<CountedGroup, number>();
  #beside = new Set<CountedGroup>();
  #limit = 0;

  constructor(groups: Groups) {
    this.#groups = groups;
  }

  get alike(): Iterable<ReadonlySet<CountedGroup>> {
    return this.#bySound.all.values();
  }

  get withOffice(): Iterable<CountedGroup> {
    return this.#withAliases(this.#aliases.keys(), true);
  }

  get withAliases(): Iterable<CountedGroup> {
    return this.#withAliases(this.#aliases.keys(), false);
  }

  get places(): Iterable<readonly [place: CountedGroup, peoples: ReadonlySet<CountedGroup>]> {
    this.#lookUpAll();
    return this.#peoples.all;
  }

  *#withAliases(groups: Iterable<CountedGroup>, arePeople: boolean): Generator<CountedGroup, void, undefined> {
    for (const group of groups) if ((group.type === "PER") === arePeople) yield group;
  }

  /** There is a new group; `isShared` says that there are others of its key. */
  add(group: CountedGroup, isShared: boolean): void {
    const { type, key, bearer } = group;
    if (isShared) this.shared.add(key);
    if (isOpenKey(key)) {
      const between = splitBetween(key);
      if (between !== null) this.between.set(group, between.keys);
      for (const person of between?.keys ?? []) this.#betweenByKey.add(person, group);
      const held = type === "PER" ? splitOffice(key) : null;
      if (held !== null) this.held.set(group, held);
      if (held !== null) this.#heldByWord.add(held.word, group);
    }
    if (bearer !== null) {
      this.#bySound.add(bearer.familySound, group);
      count(this.#names, bearer.family, 1);
      count(this.#names, bearer.given, 1);
    }
    if (type !== "EVENT" && !key.includes(" ")) this.#unpaired.add(group);
    const end = type === "ORG" ? key.indexOf(" ") : -1;
    if (end < 0) return;
    const rest = keyWords(key).slice(1);
    if (rest.length > 2 || namesUnit(rest)) return;
    const head = key.slice(0, end);
    this.beginnings.set(group, head);
    this.#byBeginning.add(head, group);
  }

  /** A group has gone; `isShared` says that there are still several of its key. */
  drop(group: CountedGroup, isShared: boolean): void {
    const { key, bearer } = group;
    if (!isShared) this.shared.delete(key);
    for (const person of this.between.get(group) ?? []) this.#betweenByKey.delete(person, group);
    this.between.delete(group);
    this.#heldByWord.delete(this.held.get(group)?.word ?? "", group);
    this.held.delete(group);
    this.bare.delete(group);
    this.#byBeginning.delete(this.beginnings.get(group) ?? "", group);
    this.beginnings.delete(group);
    this.#unpaired.delete(group);
    for (const place of [...this.#placesOf.get(group)]) this.#unpair(place, group);
    for (const people of [...this.#peoples.get(group)]) this.#unpair(group, people);
    if (bearer === null) return;
    this.#bySound.delete(bearer.familySound, group);
    count(this.#names, bearer.family, -1);
    count(this.#names, bearer.given, -1);
  }

  /** One article more (`by` 1) has a group, or one less. To be called when the group has counted it. */
  bump(group: CountedGroup, by: 1 | -1): void {
    const { bearer } = group;
    if (!this.#touched.has(group)) this.#touched.set(group, group.articles - by);
    if (group.type === "PER" && group.bareArticles > 0) this.bare.add(group);
    else this.bare.delete(group);
    if (bearer !== null && bearer.given !== bearer.single) count(this.#given, bearer.given, by);
  }

  /** An article calls a group by another name too (`by` 1), or not any more; `isOther` says that it is the first, or was the last. */
  bumpAlias(group: CountedGroup, alias: string, by: 1 | -1, isOther: boolean): void {
    if (!isTelling(group, alias)) return;
    const target = this.#groups.withId(alias);
    if (target !== undefined) this.#beside.add(target);
    if (!isOther) return;
    count(this.#aliases, group, by);
    if (by > 0) this.#byAlias.add(alias, group);
    else this.#byAlias.delete(alias, group);
  }

  /** What is known of the articles of a group is not what it was. */
  doubt(group: CountedGroup): void {
    if (!this.#touched.has(group)) this.#touched.set(group, group.articles);
  }

  /**
   * What has to be linked again, of so many groups, since all was linked last; null where that is everything. Names in more articles
   * than `limit` are no evidence: where that is not what it was for some name, everything is.
   */
  concerned(limit: number, size: number): Concerned | null {
    this.#lookUpAll();
    const touched = this.#touched;
    const most = Math.floor(limit);
    if (most !== this.#limit || touched.size > mostConcerned * size) return null;
    for (const [group, before] of touched) if (before > most !== group.articles > most) return null;
    const groups = this.#closure(touched, mostConcerned * size);
    return groups === null ? null : { groups, touched };
  }

  /** All was linked, with `limit` as above. */
  linked(limit: number): void {
    this.#touched = new Map();
    this.#beside = new Set();
    this.#limit = Math.floor(limit);
  }

  /** The groups that changes of some concern, or null if they are more than `most`. */
  #closure(touched: ReadonlyMap<CountedGroup, number>, most: number): Set<CountedGroup> | null {
    const found = new Set<CountedGroup>([...touched.keys(), ...this.#beside]);
    const take = (group: CountedGroup | undefined): void => {
      if (group !== undefined) found.add(group);
    };
    // Whose given name a word is counts for the word alone; what is said of the word says nothing to those.
    for (const group of touched.keys()) {
      for (const bearer of [group.bearer, this.#groups.get("PER", group.key)?.bearer ?? null]) {
        for (const word of bearer === null ? [] : [bearer.given, bearer.family]) {
          take(this.#groups.get("PER", word));
          for (const held of this.#heldByWord.get(word)) take(held);
        }
      }
    }
    for (const group of found) {
      if (found.size > most) return null;
      this.#eachBeside(group, take);
    }
    return found;
  }

  /** Calls `take` with all groups that a rule may look at together with one that is here, or has gone. */
  #eachBeside(group: CountedGroup, take: (group: CountedGroup | undefined) => void): void {
    const { type, key, bearer } = group;
    const takeAll = (groups: Iterable<CountedGroup>): void => {
      for (const one of groups) take(one);
    };
    for (const other of types) take(this.#groups.get(other, key));
    takeAll(this.#peoples.get(group));
    takeAll(this.#placesOf.get(group));
    for (const [alias] of this.#aliases.has(group) ? group.aliases() : []) if (isTelling(group, alias)) take(this.#groups.withId(alias));
    takeAll(this.#byAlias.get(group.id));
    if (type === "ORG") {
      const beginning = this.beginnings.get(group) ?? (group.articles === 0 ? key.split(" ", 1)[0] : undefined);
      const head = this.#groups.get("ORG", beginning ?? "");
      if (head !== undefined && head.acronymArticles > 0) take(head);
      if (group.acronymArticles > 0) takeAll(this.#byBeginning.get(key));
    }
    if (isOpenKey(key)) for (const person of splitBetween(key)?.keys ?? []) take(this.#groups.get("PER", person));
    if (type !== "PER") return;
    takeAll(this.#betweenByKey.get(key));
    const word = (isOpenKey(key) ? splitOffice(key)?.word : undefined) ?? key;
    for (const name of bearer === null ? [word] : [word, bearer.single]) {
      take(this.#groups.get("PER", name));
      takeAll(this.#heldByWord.get(name));
      takeAll(this.#groups.bearersOf(name));
    }
    if (bearer !== null) takeAll(this.#bySound.get(bearer.familySound));
  }

  /** Those of some groups that rules look at. */
  scopeOf(groups: ReadonlySet<CountedGroup>): LinkScope {
    const here = [...groups].filter((group) => this.#groups.get(group.type, group.key) === group);
    const sounds = new Set(here.flatMap(({ bearer }) => bearer?.familySound ?? []));
    const valuesOf = <Value>(map: ReadonlyMap<CountedGroup, Value>): readonly (readonly [CountedGroup, Value])[] =>
      here.flatMap((group) => {
        const value = map.get(group);
        return value === undefined ? [] : [[group, value] as const];
      });
    const withAliases = here.filter((group) => this.#aliases.has(group));
    return {
      shared: new Set(here.map(({ key }) => key).filter((key) => this.shared.has(key))),
      alike: [...sounds].flatMap((sound) => this.#bySound.all.get(sound) ?? []),
      bare: here.filter((group) => this.bare.has(group)),
      held: valuesOf(this.held),
      between: valuesOf(this.between),
      withOffice: this.#withAliases(withAliases, true),
      withAliases: this.#withAliases(withAliases, false),
      beginnings: valuesOf(this.beginnings),
      places: valuesOf(this.#peoples.all),
    };
  }

  /** What to ask about words of names, those of the bearers in `without` left out. */
  namesWithout(without: Iterable<CountedGroup>): {
    /** Whether a bearer has the word as a family name or a given name. */
    readonly isName: (word: string) => boolean;
    /** In how many articles a bearer has it as a given name, and stands for itself with another. */
    readonly articlesWithGiven: (word: string) => number;
  } {
    const names = new Map<string, number>();
    const given = new Map<string, number>();
    for (const { bearer, articles } of without) {
      if (bearer === null) continue;
      count(names, bearer.family, 1);
      count(names, bearer.given, 1);
      if (bearer.given !== bearer.single) count(given, bearer.given, articles);
    }
    return {
      isName: (word) => (this.#names.get(word) ?? 0) > (names.get(word) ?? 0),
      articlesWithGiven: (word) => (this.#given.get(word) ?? 0) - (given.get(word) ?? 0),
    };
  }

  #lookUpAll(): void {
    for (const group of this.#unpaired) this.#lookUp(group);
    this.#unpaired.clear();
  }

  #lookUp(group: CountedGroup): void {
    for (const key of mayBePeopleOf(group.key)) {
      const place = this.#groups.get("LOC", key);
      if (place !== undefined && peopleOf(key).includes(group.key)) this.#pair(place, group);
    }
    if (group.type !== "LOC") return;
    for (const word of peopleOf(group.key)) {
      for (const type of ["PER", "ORG", "LOC"] as const) {
        const people = this.#groups.get(type, word);
        if (people !== undefined) this.#pair(group, people);
      }
    }
  }

  #pair(place: CountedGroup, people: CountedGroup): void {
    this.#peoples.add(place, people);
    this.#placesOf.add(people, place);
  }

  #unpair(place: CountedGroup, people: CountedGroup): void {
    this.#peoples.delete(place, people);
    this.#placesOf.delete(people, place);
    this.#beside.add(place).add(people);
  }
}
