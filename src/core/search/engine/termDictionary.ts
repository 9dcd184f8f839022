import { pairMark, spellingMark } from "../analyse/readWords";
import { Postings } from "./postings";
import { TermNumbers } from "./termNumbers";

/** The first code unit of what is no word that somebody types. */
const marks: ReadonlySet<number> = new Set([spellingMark.charCodeAt(0), pairMark.charCodeAt(0)]);

/** A word of a dictionary within some edits of another. */
export interface SimilarTerm {
  readonly number: number;
  readonly distance: number;
}

/**
 * The terms of the corpus with numbers, as code units one behind the other, found by their hashes; and the articles (slots) that have
 * them: apart for what ranks and for site text. Slots only grow; the owner knows which are alive.
 */
export class TermDictionary extends TermNumbers {
  /** In what ranks, title words counted more. */
  readonly content = new Postings();
  readonly site = new Postings();
  /** By number, as far as it has come: a bit for each letter that it has, to tell soon which words are far from another. */
  #letters = new Uint32Array(1 << 12);
  #lettered = 1;
  /** By their first two code units, as far as `#grouped` terms are in: thousands begin alike, few are asked for. */
  readonly #begun = new Map<number, number[]>();
  #grouped = 1;

  /** In how many live articles it occurs, counted twice where it is in site text as well. */
  frequency(number: number): number {
    return this.content.live(number) + this.site.live(number);
  }

  /** Words that begin so, other spellings apart. */
  withPrefix(prefix: string): readonly number[] {
    if (prefix === "") return [];
    const begun = this.#beginningWith(prefix);
    if (prefix.length <= 2) return begun;
    return begun.filter((number) => {
      const start = this.ends[number - 1] ?? 0;
      if ((this.ends[number] ?? 0) - start < prefix.length) return false;
      for (let at = 2; at < prefix.length; at++) if (this.units[start + at] !== prefix.charCodeAt(at)) return false;
      return true;
    });
  }

  /** Words of which the text is so, by a test of their code units [start, end), other spellings apart. */
  matching(matches: (units: Uint16Array, start: number, end: number) => boolean): readonly number[] {
    const found: number[] = [];
    for (let number = 1; number < this.size; number++) {
      const start = this.ends[number - 1] ?? 0;
      if (!marks.has(this.units[start] ?? 0) && matches(this.units, start, this.ends[number] ?? 0)) found.push(number);
    }
    return found;
  }

  /**
   * Words within an edit distance (Levenshtein's), with it; for words of five letters and more, two neighbours that have changed
   * places are one edit.
   */
  similar(term: string, limit: number): readonly SimilarTerm[] {
    const found = new Map<number, number>();
    this.#readLetters();
    const letters = lettersOf(term);
    const row = new Uint8Array(term.length + 1);
    for (let number = 1; number < this.size; number++) {
      const start = this.ends[number - 1] ?? 0;
      const length = (this.ends[number] ?? 0) - start;
      if (length - term.length > limit || term.length - length > limit) continue;
      // Each edit changes two bits at most.
      if (bitCount((this.#letters[number] ?? 0) ^ letters) > 2 * limit || marks.has(this.units[start] ?? 0)) continue;
      const distance = editDistance(this.units, start, length, term, limit, row);
      if (distance <= limit) found.set(number, distance);
    }
    if (limit > 0 && term.length >= 5) {
      for (let at = 0; at + 1 < term.length; at++) {
        const number = this.find(term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2));
        if (number !== undefined) found.set(number, Math.min(1, found.get(number) ?? 1));
      }
    }
    return [...found].map(([number, distance]) => ({ number, distance }));
  }

  #readLetters(): void {
    if (this.size > this.#letters.length) {
      const grown = new Uint32Array(this.size * 2);
      grown.set(this.#letters);
      this.#letters = grown;
    }
    for (; this.#lettered < this.size; this.#lettered++) {
      let letters = 0;
      const end = this.ends[this.#lettered] ?? 0;
      for (let at = this.ends[this.#lettered - 1] ?? 0; at < end; at++) letters |= 1 << ((this.units[at] ?? 0) & 31);
      this.#letters[this.#lettered] = letters;
    }
  }

  #beginningWith(prefix: string): readonly number[] {
    for (; this.#grouped < this.size; this.#grouped++) {
      const start = this.ends[this.#grouped - 1] ?? 0;
      const length = (this.ends[this.#grouped] ?? 0) - start;
      const first = this.units[start] ?? 0;
      if (marks.has(first)) continue;
      append(this.#begun, first << 16, this.#grouped);
      if (length > 1) append(this.#begun, ((first << 16) | (this.units[start + 1] ?? 0)) ^ pairSalt, this.#grouped);
    }
    const first = prefix.charCodeAt(0) << 16;
    return this.#begun.get(prefix.length === 1 ? first : (first | prefix.charCodeAt(1)) ^ pairSalt) ?? [];
  }
}

/** Tells two letters from one that a zero follows. */
const pairSalt = 0x8000;

function append(lists: Map<number, number[]>, key: number, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

function lettersOf(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) & 31);
  return letters;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Levenshtein's distance of `length` units from `start` on to `term`; more than `limit` where it is more. */
function editDistance(units: Uint16Array, start: number, length: number, term: string, limit: number, row: Uint8Array): number {
  for (let at = 0; at <= term.length; at++) row[at] = at;
  for (let at = 1; at <= length; at++) {
    const unit = units[start + at - 1];
    let diagonal = row[0] ?? 0;
    row[0] = at;
    let least = at;
    for (let other = 1; other <= term.length; other++) {
      const above = row[other] ?? 0;
      const cost = term.charCodeAt(other - 1) === unit ? diagonal : 1 + Math.min(diagonal, above, row[other - 1] ?? 0);
      diagonal = above;
      row[other] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  return row[term.length] ?? 0;
}
