import type { StoredArticle, StoredFacts } from "./articleStore";
import { NumberLists } from "./numberLists";

/** The number of those who are nobody's near-duplicates. */
export const noGroup = 0;

/**
 * The articles of an index by slot, in columns: what a query asks of thousands of articles lies side by side. Slots only
 * grow; a dead one keeps its place.
 */
export class ArticleTable {
  readonly #ids: string[] = [];
  readonly #sequences: (Uint32Array | null)[] = [];
  readonly #groups = new Map<string, number>();
  readonly #groupNames: (string | null)[] = [null];
  readonly titleEnds: number[] = [];
  readonly bodyEnds: number[] = [];
  /** As `dayOf` has it; 0 without a date. */
  readonly days: number[] = [];
  /** Near-duplicates have the same number. */
  readonly groups: number[] = [];
  /** Numbers of a `ValueTable`. */
  readonly values = new NumberLists();

  /** How many slots there are, dead ones included. */
  get size(): number {
    return this.#ids.length;
  }

  isAlive(slot: number): boolean {
    return this.sequence(slot) !== null;
  }

  id(slot: number): string {
    return this.#ids[slot] ?? "";
  }

  /** The terms in order; null for a dead article. */
  sequence(slot: number): Uint32Array | null {
    return this.#sequences[slot] ?? null;
  }

  /** Null for a dead article. */
  get(slot: number): StoredArticle | null {
    const sequence = this.sequence(slot);
    if (sequence === null) return null;
    return {
      id: this.id(slot), sequence, titleEnd: this.titleEnds[slot] ?? 0, bodyEnd: this.bodyEnds[slot] ?? 0,
      day: this.days[slot] ?? 0, values: this.values.list(slot), duplicates: this.#groupNames[this.groups[slot] ?? noGroup] ?? null,
    };
  }

  push({ id, sequence, titleEnd, bodyEnd, day, values, duplicates }: StoredArticle): void {
    this.#ids.push(id);
    this.#sequences.push(sequence);
    this.titleEnds.push(titleEnd);
    this.bodyEnds.push(bodyEnd);
    this.days.push(day);
    this.groups.push(this.#groupOf(duplicates));
    this.values.push(values);
  }

  /** Gives an article other facts. */
  describe(slot: number, { day, values, duplicates }: StoredFacts): void {
    this.days[slot] = day;
    this.groups[slot] = this.#groupOf(duplicates);
    this.values.set(slot, values);
  }

  kill(slot: number): void {
    this.#sequences[slot] = null;
    this.values.set(slot, none);
  }

  #groupOf(name: string | null): number {
    if (name === null) return noGroup;
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const number = this.#groupNames.push(name) - 1;
    this.#groups.set(name, number);
    return number;
  }
}

const none = new Uint32Array(0);
