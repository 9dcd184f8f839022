import type { SignatureTable } from "./signatureTable";

/** A band value that more articles share than this comes from stock sentences or a form, not from one story. */
export const crowdLimit = 64;

/** One value of one band as a number. */
export function bandKey(band: number, value: number): number {
  return band * 4_294_967_296 + value;
}

/**
 * The values of bands that a crowd of articles shares. In a crowd only neighbours in the order of signatures meet: a
 * text that stands there a thousand times makes a chain, and stock sentences in every article no square.
 */
export class Crowds {
  readonly #table: SignatureTable;
  readonly #members = new Map<number, number[]>();

  constructor(table: SignatureTable) {
    this.#table = table;
  }

  /** How many crowds there are. */
  get size(): number {
    return this.#members.size;
  }

  has(key: number): boolean {
    return this.#members.has(key);
  }

  /** The slots of a crowd in their order; empty where there is none. */
  members(key: number): readonly number[] {
    return this.#members.get(key) ?? [];
  }

  /** Makes a crowd of slots; returns them in their order. */
  gather(key: number, slots: number[]): readonly number[] {
    slots.sort((a, b) => this.#table.compare(a, b));
    this.#members.set(key, slots);
    return slots;
  }

  /** Ends a crowd. */
  dissolve(key: number): void {
    this.#members.delete(key);
  }

  /** Adds a slot to a crowd; returns its neighbours. */
  add(key: number, slot: number): readonly number[] {
    const members = this.#members.get(key) ?? [];
    const at = this.#placeOf(members, slot);
    members.splice(at, 0, slot);
    return neighbours(members, at);
  }

  /** Takes a slot out of a crowd; returns who were its neighbours. */
  remove(key: number, slot: number): readonly number[] {
    const members = this.#members.get(key) ?? [];
    const at = members.indexOf(slot);
    const found = neighbours(members, at);
    members.splice(at, 1);
    return found;
  }

  /** Whether two slots of a crowd are neighbours. */
  areNeighbours(key: number, a: number, b: number): boolean {
    const members = this.members(key);
    const at = this.#placeOf(members, a);
    return members[at + 1] === b || members[at - 1] === b;
  }

  /** Where a slot stands, or would stand. */
  #placeOf(members: readonly number[], slot: number): number {
    let low = 0;
    let high = members.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const member = members[middle] ?? 0;
      if (member !== slot && this.#table.compare(member, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function neighbours(members: readonly number[], at: number): readonly number[] {
  return [members[at - 1], members[at + 1]].filter((slot) => slot !== undefined);
}
