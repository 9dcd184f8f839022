import { fold } from "../../text/fold";

const star = 42;
const mark = 63;

/** Whether a word is typed as a pattern: a star or question mark between or before letters, or a question mark at all. */
export function hasWildcard(text: string): boolean {
  return /[*?]/u.test(text);
}

/** A word with `*` for any letters and `?` for one. */
export class Glob {
  readonly #pattern: string;
  /** What all words begin with that match. */
  readonly prefix: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.prefix = /^[^*?]*/u.exec(pattern)?.[0] ?? "";
  }

  matches(term: string): boolean {
    return this.#run((at) => term.charCodeAt(at), 0, term.length);
  }

  matchesUnits(units: Uint16Array, start: number, end: number): boolean {
    return this.#run((at) => units[at] ?? 0, start, end);
  }

  /** Goes back to the last star only: at most the product of both lengths. */
  #run(unit: (at: number) => number, start: number, end: number): boolean {
    const pattern = this.#pattern;
    let [at, place, starAt, resume] = [start, 0, -1, start];
    while (at < end) {
      const wanted = pattern.charCodeAt(place);
      if (wanted === star) {
        starAt = place++;
        resume = at;
      } else if (place < pattern.length && (wanted === mark || wanted === unit(at))) {
        place++;
        at++;
      } else if (starAt >= 0) {
        place = starAt + 1;
        at = ++resume;
      } else return false;
    }
    while (pattern.charCodeAt(place) === star) place++;
    return place === pattern.length;
  }
}

/** The pattern of a typed word: folded, of its letters, digits and wildcards. */
export function globOf(typed: string): Glob {
  return new Glob(
    fold(typed)
      .replace(/[^\p{L}\p{N}\p{M}*?]/gu, "")
      .replace(/\*+/gu, "*"),
  );
}
