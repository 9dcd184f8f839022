import { termsOf } from "../analyse/analyser";
import { facets, type Facet } from "./searchEngine";
import type { SearchableFacts, ValueField } from "./searchable";

/** A value that articles have: an outlet, a person, a month. */
export interface KnownValue {
  readonly value: string;
  /** Its field or facet. Values are equal only within a space: another name of a person is no person's name. */
  readonly space: string;
  /** Null where it is counted in no facet: other names, files. */
  readonly facet: Facet | null;
  /** The analysed words, joined by one space, with one around: `" the lissen courier "`. */
  readonly words: string;
}

const counted: ReadonlySet<string> = new Set(facets);
const countedOnly: ReadonlySet<string> = new Set<Facet>(["year", "month", "duplicates"]);
const aliasMark = " alias";
/** So many values are looked at between two pauses. */
const valuesBetween = 16_384;

/**
 * The values of all articles with numbers: thousands of articles share an outlet, and numbers are counted and compared
 * many times as fast as words. Values of dead articles stay until the index is built anew.
 */
export class ValueTable {
  readonly #values: KnownValue[] = [];
  readonly #numbers = new Map<string, Map<string, number>>();
  readonly #byField = new Map<ValueField, number[]>();

  get size(): number {
    return this.#values.length;
  }

  at(number: number): KnownValue | undefined {
    return this.#values[number];
  }

  find(facet: Facet, value: string): number | undefined {
    return this.#numbers.get(facet)?.get(value);
  }

  /** The numbers of what is known of an article, each once. */
  numbersOf({ values, aliases, date, duplicates }: SearchableFacts): Uint32Array {
    const found = new Set<number>();
    for (const [field, list] of Object.entries(values) as [ValueField, readonly string[]][]) {
      for (const value of list) found.add(this.number(field, value));
    }
    for (const [field, list] of Object.entries(aliases) as [ValueField, readonly string[]][]) {
      for (const value of list) found.add(this.number(`${field}${aliasMark}`, value));
    }
    if (date !== null) found.add(this.number("year", date.slice(0, 4)));
    found.add(this.number("month", date === null ? "undated" : date.slice(0, 7)));
    if (duplicates !== null) found.add(this.number("duplicates", "yes"));
    return Uint32Array.from(found);
  }

  /**
   * Which values of the fields have `words` (analysed, with the spaces that bound them) in them: 1 at their numbers. Pauses now
   * and then.
   */
  *having(fields: readonly ValueField[], words: string): Generator<undefined, Uint8Array> {
    const having = new Uint8Array(this.#values.length);
    let looked = 0;
    for (const field of fields) {
      for (const number of this.#byField.get(field) ?? []) {
        if (this.#values[number]?.words.includes(words) === true) having[number] = 1;
        if (++looked % valuesBetween === 0) yield;
      }
    }
    return having;
  }

  /** The number of a value, a new one if it was never seen. `space` as another `KnownValue` has it. */
  number(space: string, value: string): number {
    let numbers = this.#numbers.get(space);
    if (numbers === undefined) this.#numbers.set(space, (numbers = new Map<string, number>()));
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#values.length;
    const isAlias = space.endsWith(aliasMark);
    const field = countedOnly.has(space) ? null : ((isAlias ? space.slice(0, -aliasMark.length) : space) as ValueField);
    this.#values.push({
      value,
      space,
      facet: counted.has(space) ? (space as Facet) : null,
      words: ` ${termsOf(value).join(" ")} `,
    });
    numbers.set(value, number);
    if (field !== null) {
      const all = this.#byField.get(field);
      if (all === undefined) this.#byField.set(field, [number]);
      else all.push(number);
    }
    return number;
  }
}
