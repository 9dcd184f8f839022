import { countOf, counted, entriesOf, type Counts } from "../../util/counts";
import type { StringPool } from "../../util/stringPool";
import type { StringTable } from "../../util/stringTable";
import { bearerOf, type Bearer } from "./bearer";
import type { NameGroup } from "./groupLinks";
import type { EntityType } from "./localEntity";
import { PlaceRows } from "./placeRows";

const noCounts: Counts = [];

/** Where the names of a group stand, or of a part of one. */
export interface GroupPlaces extends Pick<NameGroup, "id" | "type" | "key" | "articles"> {
  /** Of the group: small, and its own as long as the group is there. */
  readonly number: number;
  readonly mentions: number;
  /** One row for each article, in no particular order. */
  readonly places: PlaceRows;
  /** How often each of its forms stands. */
  forms(): Iterable<readonly [form: string, count: number]>;
}

/** A group with all that is known of it. */
export interface CountedGroup extends NameGroup, GroupPlaces {}

/** Counts of a group, changed as articles come and go. */
export class GroupTally implements CountedGroup {
  readonly type: EntityType;
  readonly key: string;
  readonly number: number;
  /** Of the same key, and another type. */
  next: GroupTally | null = null;
  articles = 0;
  bareArticles = 0;
  acronymArticles = 0;
  mentions = 0;
  readonly places = new PlaceRows();
  readonly #strings: StringTable;
  readonly #words: StringPool;
  #forms: Counts = [];
  #aliases: Counts = noCounts;
  #id: string | null = null;
  #bearer: Bearer | null | undefined;

  constructor(type: EntityType, key: string, number: number, strings: StringTable, words: StringPool) {
    this.type = type;
    this.key = key;
    this.number = number;
    this.#strings = strings;
    this.#words = words;
  }

  get id(): string {
    this.#id ??= `${this.type}:${this.key}`;
    return this.#id;
  }

  get bearer(): Bearer | null {
    if (this.#bearer === undefined) this.#bearer = this.type === "PER" ? bearerOf(this.key, (text) => this.#words.own(text) ?? text) : null;
    return this.#bearer;
  }

  forms(): Iterable<readonly [form: string, count: number]> {
    return this.#texts(this.#forms);
  }

  aliases(): Iterable<readonly [group: string, articles: number]> {
    return this.#texts(this.#aliases);
  }

  /** Whether the form was not there before, or is not any more. */
  countForm(form: string, by: number): boolean {
    const before = countOf(this.#forms, this.#strings.find(form));
    this.#forms = this.#count(this.#forms, form, by);
    return before === 0 || before + by === 0;
  }

  /** Whether the alias was not there before, or is not any more. */
  countAlias(group: string, by: 1 | -1): boolean {
    const before = countOf(this.#aliases, this.#strings.find(group));
    this.#aliases = this.#count(this.#aliases === noCounts ? [] : this.#aliases, group, by);
    return before === 0 || before + by === 0;
  }

  /** Strings are used as long as they are counted. */
  #count(counts: Counts, text: string, by: number): Counts {
    const known = this.#strings.find(text);
    const before = known < 0 ? 0 : countOf(counts, known);
    const string = before === 0 ? this.#strings.use(text) : known;
    const after = counted(counts, string, by);
    if (before + by === 0) this.#strings.release(string);
    return after;
  }

  *#texts(counts: Counts): Generator<readonly [string, number], void, undefined> {
    for (const [string, count] of entriesOf(counts)) yield [this.#strings.text(string), count];
  }
}
