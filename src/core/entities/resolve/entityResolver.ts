import { counted, entriesOf, sizeOf, type Counts } from "../../util/counts";
import { StringPool } from "../../util/stringPool";
import { StringTable } from "../../util/stringTable";
import { isAcronym } from "../names/organizationName";
import { noContexts, type ArticleContexts } from "./articleContexts";
import { bareNamesInContext, type BareNames } from "./bareNamesInContext";
import { FormIndex } from "./formIndex";
import { evidenceLimit, GroupEvidence } from "./groupEvidence";
import { GroupTally, type CountedGroup, type GroupPlaces } from "./groupTally";
import { LinkedGroups } from "./linkedGroups";
import { LinkCandidates } from "./linkCandidates";
import { linkGroups, type GroupLinking, type NameGroups } from "./linkGroups";
import { groupId, type EntityType, type LocalEntity } from "./localEntity";

/**
 * The groups of the corpus, from the local entities of its articles, changed one article at a time. Which groups are one
 * entity is a pure function of the counts and of the articles that have them, and made anew after a change: at once, or in slices.
 */
export class EntityResolver implements NameGroups {
  readonly candidates = new LinkCandidates(this);
  readonly #strings: StringTable;
  readonly #articles: ArticleContexts;
  readonly #words = new StringPool();
  readonly #forms: FormIndex;
  /** The groups of a key, of one type each, are a chain. */
  readonly #byKey = new Map<string, GroupTally>();
  readonly #byNumber: (GroupTally | undefined)[] = [];
  /** The groups whose bearers a word alone may mean. */
  readonly #bySingle = new Map<string, Counts>();
  readonly #isHere: boolean[] = [];
  readonly #holds = (article: number): boolean => this.#isHere[article] === true;
  #freeNumbers: number[] = [];
  /** What was linked still has them. */
  #lateNumbers: number[] = [];
  #count = 0;
  #revision = 0;
  #linked: LinkedGroups | null = null;
  /** What was found when all was linked last. */
  #before: { readonly linking: GroupLinking; readonly names: BareNames } | null = null;
  /** Of the groups as they are now. */
  #evidence: GroupEvidence | null = null;

  /** Without `articles` no last name is judged by the article it stands in. */
  constructor(strings: StringTable = new StringTable(), articles: ArticleContexts = noContexts) {
    this.#strings = strings;
    this.#articles = articles;
    this.#forms = new FormIndex(strings);
  }

  /** How many groups there are. */
  get size(): number {
    return this.#count;
  }

  /**
   * Adds what an article contributes; returns the number of each local entity's group. `article` is a number that no article
   * had before, `marks` what the rows of places say of each local entity.
   */
  add(article: number, locals: readonly LocalEntity[], marks: ArrayLike<number> = []): readonly number[] {
    this.#isHere[article] = true;
    this.#changed();
    return locals.map((local, at) => {
      const tally = this.#tally(local);
      this.#bump(tally, local, 1);
      tally.places.add(article, at, local.mentions.length, marks[at] ?? 0);
      return tally.number;
    });
  }

  /** Takes an article out, which contributed `locals`. */
  remove(article: number, locals: readonly LocalEntity[]): void {
    this.#isHere[article] = false;
    this.#changed();
    for (const local of locals) {
      const tally = this.get(local.type, local.key);
      if (tally === undefined) continue;
      this.#bump(tally, local, -1);
      if (tally.articles === 0) this.#drop(tally);
      else tally.places.lose(this.#holds);
    }
  }

  /** All groups, in no particular order. */
  *values(): Generator<CountedGroup, void, undefined> {
    for (const first of this.#byKey.values()) {
      for (let tally: GroupTally | null = first; tally !== null; tally = tally.next) yield tally;
    }
  }

  get(type: EntityType, key: string): GroupTally | undefined {
    let tally: GroupTally | null | undefined = this.#byKey.get(key);
    while (tally && tally.type !== type) tally = tally.next;
    return tally ?? undefined;
  }

  /** The group with an id as `groupId` makes it. */
  withId(id: string): GroupTally | undefined {
    const colon = id.indexOf(":");
    return this.get(id.slice(0, colon) as EntityType, id.slice(colon + 1));
  }

  /** The group of a number, which it has as long as it is there. */
  withNumber(number: number): CountedGroup | undefined {
    return this.#byNumber[number];
  }

  /** The groups one of whose forms folds so. */
  withFoldedForm(folded: string): readonly CountedGroup[] {
    return this.#forms.groupsWith(folded).flatMap((number) => this.#byNumber[number] ?? []);
  }

  /** All forms, folded, with the numbers of their groups. */
  get forms(): FormIndex {
    return this.#forms;
  }

  /** The people whom a word alone may mean, by their full names: those of a family name. */
  bearersOf(word: string): readonly CountedGroup[] {
    return Array.from(entriesOf(this.#bySingle.get(word) ?? []), ([number]) => this.#byNumber[number]).filter(
      (group) => group !== undefined,
    );
  }

  /** The rows of the places of a group, those of articles that have gone left out, or of a part, as it was linked. */
  placesOf(group: GroupPlaces): GroupPlaces["places"] {
    group.places.tidy(this.#holds);
    return group.places;
  }

  /** The group of the corpus that a local entity is a part of in the end, in an article or for itself; null where it is in none. */
  rootOf(local: LocalEntity, article?: number): CountedGroup | null {
    const group = this.withId(groupId(local));
    return group === undefined ? null : (this.withNumber(this.linked().rootNumber(group.number, article)) ?? null);
  }

  /** Which groups are part of which, with the reasons. */
  linked(): LinkedGroups {
    const work = this.linking();
    for (;;) {
      const { done, value } = work.next();
      if (done === true && value !== null) return value;
    }
  }

  /** The same with pauses, about every millisecond; null where the groups changed meanwhile. */
  *linking(): Generator<undefined, LinkedGroups | null> {
    if (this.#linked !== null) return this.#linked;
    const revision = this.#revision;
    const work = this.#link();
    while (this.#revision === revision) {
      const { done, value } = work.next();
      if (done === true) {
        this.#freeNumbers = [...this.#freeNumbers, ...this.#lateNumbers];
        this.#lateNumbers = [];
        this.#linked = value;
        return value;
      }
      yield;
    }
    return null;
  }

  /** Says that an article is of another day, or somebody else's, than when its names were linked; nothing happens if it is not here. */
  originChanged(article: number): void {
    if (!this.#holds(article)) return;
    this.#articles.eachLocal(article, (number) => {
      const group = this.#byNumber[number];
      if (group !== undefined) this.candidates.doubt(group);
    });
    this.#changed();
  }

  evidence(a: CountedGroup, b: CountedGroup): number {
    this.#evidence ??= new GroupEvidence(
      this.#articles,
      (number) => this.withNumber(number),
      (group) => this.placesOf(group),
    );
    return this.#evidence.between(a, b);
  }

  *#link(): Generator<undefined, LinkedGroups> {
    const limit = evidenceLimit(this.#articles.articleCount());
    const before = this.#before;
    const concerned = before === null ? null : this.candidates.concerned(limit, this.#count);
    const linking = yield* linkGroups(this, before?.linking ?? null, concerned);
    const linked = new LinkedGroups(linking.links, this.#byNumber.length);
    const names = yield* bareNamesInContext(this, linked, this.#articles, before?.names ?? null, concerned);
    // Nothing has changed meanwhile: the work would not have been driven to its end.
    this.candidates.linked(limit);
    this.#before = { linking, names };
    return linked.divide([...names.divided.values()].flat());
  }

  #changed(): void {
    this.#linked = null;
    this.#evidence = null;
    this.#revision++;
  }

  #tally({ type, key }: LocalEntity): GroupTally {
    const known = this.get(type, key);
    if (known !== undefined) return known;
    const first = this.#byKey.get(key);
    const own = first?.key ?? this.#strings.text(this.#strings.use(key));
    const tally = new GroupTally(type, own, this.#freeNumbers.pop() ?? this.#byNumber.length, this.#strings, this.#words);
    this.#byNumber[tally.number] = tally;
    tally.next = first ?? null;
    this.#byKey.set(own, tally);
    this.#count++;
    const single = tally.bearer?.single;
    if (single !== undefined) this.#bySingle.set(single, counted(this.#bySingle.get(single) ?? [], tally.number, 1));
    this.candidates.add(tally, first !== undefined);
    return tally;
  }

  #drop(tally: GroupTally): void {
    const { key, number, next } = tally;
    let before = this.#byKey.get(key);
    if (before === tally && next === null) {
      this.#byKey.delete(key);
      this.#strings.release(this.#strings.find(key));
    } else if (before === tally && next !== null) {
      this.#byKey.set(key, next);
    } else {
      while (before !== undefined && before.next !== tally) before = before.next ?? undefined;
      if (before !== undefined) before.next = next;
    }
    const first = this.#byKey.get(key);
    this.candidates.drop(tally, first !== undefined && first.next !== null);
    this.#byNumber[number] = undefined;
    this.#lateNumbers.push(number);
    this.#count--;
    const single = tally.bearer?.single;
    if (single === undefined) return;
    const left = counted(this.#bySingle.get(single) ?? [], number, -1);
    if (sizeOf(left) === 0) this.#bySingle.delete(single);
    else this.#bySingle.set(single, left);
  }

  #bump(tally: GroupTally, local: LocalEntity, by: 1 | -1): void {
    tally.articles += by;
    if (local.bare) tally.bareArticles += by;
    if ([...local.forms.keys()].some(isAcronym)) tally.acronymArticles += by;
    tally.mentions += by * local.mentions.length;
    this.candidates.bump(tally, by);
    for (const alias of local.aliases) this.candidates.bumpAlias(tally, alias, by, tally.countAlias(alias, by));
    for (const [form, count] of local.forms) {
      if (!tally.countForm(form, by * count)) continue;
      if (by > 0) this.#forms.add(form, tally.number);
      else this.#forms.remove(form, tally.number);
    }
  }
}
