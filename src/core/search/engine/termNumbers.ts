import { foldedUnit } from "../../text/fold";
import { hashOf, longestTerm } from "../analyse/readWords";

/**
 * Terms with numbers from 1 (0 is no term), as code units one behind the other, found by their hashes. Numbers only grow. Words of a
 * text are found without making strings of them.
 */
export class TermNumbers {
  protected units = new Uint16Array(1 << 16);
  /** By number: where the term ends; it begins where the one before ends. */
  protected ends = new Uint32Array(1 << 12);
  #hashes = new Uint32Array(1 << 12);
  /** Open addressing: numbers, 0 for none. */
  #slots = new Int32Array(1 << 13);
  #size = 1;

  /** How many numbers there are, 0 included. */
  get size(): number {
    return this.#size;
  }

  /** The number of a word that stands in `text`, whose code units fold one by one; a new one if it was never seen. */
  addPlain(text: string, start: number, end: number, hash: number): number {
    const length = Math.min(end - start, longestTerm);
    const mask = this.#slots.length - 1;
    const units = this.units;
    const ends = this.ends;
    let place = hash & mask;
    for (let number = this.#slots[place] ?? 0; number !== 0; number = this.#slots[place] ?? 0) {
      const from = ends[number - 1] ?? 0;
      if (this.#hashes[number] === hash && (ends[number] ?? 0) - from === length) {
        let at = 0;
        while (at < length && units[from + at] === foldedUnit(text.charCodeAt(start + at))) at++;
        if (at === length) return number;
      }
      place = (place + 1) & mask;
    }
    this.#makeRoom(length);
    const from = this.ends[this.#size - 1] ?? 0;
    for (let at = 0; at < length; at++) this.units[from + at] = foldedUnit(text.charCodeAt(start + at));
    return this.#insert(from + length, hash);
  }

  /** The term's number, a new one if it was never seen. */
  number(term: string): number {
    const known = this.find(term);
    if (known !== undefined) return known;
    this.#makeRoom(term.length);
    const from = this.ends[this.#size - 1] ?? 0;
    for (let at = 0; at < term.length; at++) this.units[from + at] = term.charCodeAt(at);
    return this.#insert(from + term.length, hashOf(term));
  }

  find(term: string): number | undefined {
    const hash = hashOf(term);
    const mask = this.#slots.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = this.#slots[place] ?? 0;
      if (number === 0) return undefined;
      if (this.#hashes[number] === hash && this.#is(number, term)) return number;
    }
  }

  nameOf(number: number): string {
    const start = number <= 0 || number >= this.#size ? 0 : (this.ends[number - 1] ?? 0);
    const end = number <= 0 || number >= this.#size ? 0 : (this.ends[number] ?? 0);
    return String.fromCharCode(...this.units.subarray(start, end));
  }

  #is(number: number, term: string): boolean {
    const start = this.ends[number - 1] ?? 0;
    if ((this.ends[number] ?? 0) - start !== term.length) return false;
    for (let at = 0; at < term.length; at++) if (this.units[start + at] !== term.charCodeAt(at)) return false;
    return true;
  }

  #insert(end: number, hash: number): number {
    const number = this.#size++;
    this.ends[number] = end;
    this.#hashes[number] = hash;
    this.#place(number);
    return number;
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1;
    let place = (this.#hashes[number] ?? 0) & mask;
    while (this.#slots[place] !== 0) place = (place + 1) & mask;
    this.#slots[place] = number;
  }

  #makeRoom(length: number): void {
    const used = this.ends[this.#size - 1] ?? 0;
    if (used + length > this.units.length) {
      const units = new Uint16Array(this.units.length * 2);
      units.set(this.units);
      this.units = units;
    }
    if (this.#size === this.ends.length) {
      this.ends = twice(this.ends);
      this.#hashes = twice(this.#hashes);
    }
    if (this.#size * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2);
      for (let number = 1; number < this.#size; number++) this.#place(number);
    }
  }
}

function twice(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(old.length * 2);
  grown.set(old);
  return grown;
}
