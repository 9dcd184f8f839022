import { isOtherSpelling } from "../analyse/readWords";
import { placesOfRun } from "../analyse/runs";
import type { Chunk } from "./articleTable";
import { capitalsBits, gap, gluedBit } from "./articleText";
import type { Sequence, Step } from "./expand";
import { nearOf } from "./positions";
import { anyCapitals } from "./postings";
import type { TermDictionary } from "./termDictionary";

/** A step, ready to be asked of many terms: 1 at the numbers of its own. */
class StepTest {
  readonly #step: Step;
  readonly #only: number;
  readonly #table: Uint8Array | null;
  readonly #isPlain: boolean;
  /** Where a term has several alternatives, all that have it. */
  readonly #several = new Map<number, number[]>();

  constructor(step: Step, vocabulary: number) {
    this.#step = step;
    const { terms, capitals, languages } = step;
    this.#isPlain = capitals.every((bits) => bits === anyCapitals) && languages.every((language) => language === 0);
    this.#only = terms.length === 1 ? (terms[0] ?? -1) : -1;
    this.#table = this.#only >= 0 ? null : new Uint8Array(vocabulary);
    for (const [index, term] of terms.entries()) {
      if (this.#table !== null) this.#table[term] = 1;
      const others = this.#several.get(term);
      if (others === undefined) this.#several.set(term, [index]);
      else others.push(index);
    }
  }

  /** The only term, where any way of writing it counts; else -1. */
  get term(): number {
    return this.#isPlain ? this.#only : -1;
  }

  /** Sets a bit at the numbers of its terms. */
  mark(sides: Uint8Array, bit: number): void {
    for (const term of this.#step.terms) sides[term] = (sides[term] ?? 0) | bit;
  }

  holds(term: number, flags: number, language: number): boolean {
    if (this.#table === null ? term !== this.#only : this.#table[term] === 0) return false;
    if (this.#isPlain) return true;
    const bit = 1 << (flags & capitalsBits);
    const { capitals, languages } = this.#step;
    return (this.#several.get(term) ?? []).some(
      (index) => ((capitals[index] ?? 0) & bit) !== 0 && (languages[index] === 0 || languages[index] === language),
    );
  }
}

/** The places of one article in its chunk. */
export interface Stretch {
  readonly chunk: Chunk;
  /** Exclusive at its end. */
  readonly from: number;
  readonly to: number;
  /** Of the article. */
  readonly language: number;
}

/** Finds a word, phrase or run in articles' term sequences. */
export class Finder {
  readonly #tests: readonly StepTest[];
  /** The step whose term is looked for first: the rarest, as the platform's own search for a number skips the rest. */
  readonly #anchor: number;
  readonly #run: string | null;
  readonly #dictionary: TermDictionary;
  /** Terms of runs by number: the same few come again and again. */
  readonly #names = new Map<number, string>();

  /** `rarest` is the number of the step that the fewest articles have. */
  constructor({ steps, run }: Sequence, dictionary: TermDictionary, rarest: number) {
    this.#tests = run === null ? steps.map((step) => new StepTest(step, dictionary.size)) : [];
    this.#anchor = rarest;
    this.#run = run;
    this.#dictionary = dictionary;
  }

  get length(): number {
    return this.#run === null ? this.#tests.length : 1;
  }

  /** The only step's test; null for a phrase. */
  get word(): StepTest | null {
    return this.#tests.length === 1 ? (this.#tests[0] ?? null) : null;
  }

  /** Whether it stands there. */
  isIn(stretch: Stretch): boolean {
    return this.places(stretch, 1).length > 0;
  }

  /** Where it stands, ascending; at most `limit` places. */
  places(stretch: Stretch, limit: number): readonly number[] {
    if (this.#run !== null) return this.#runs(stretch, this.#run, limit);
    const found: number[] = [];
    const anchor = this.#tests[this.#anchor];
    if (anchor === undefined) return found;
    const {
      chunk: { terms, flags },
      from,
      to,
      language,
    } = stretch;
    const last = to - this.#tests.length + this.#anchor;
    for (
      let at = next(anchor, stretch, from + this.#anchor, last);
      at <= last && found.length < limit;
      at = next(anchor, stretch, at + 1, last)
    ) {
      const start = at - this.#anchor;
      let step = 0;
      while (
        step < this.#tests.length &&
        (step === this.#anchor || this.#tests[step]?.holds(terms[start + step] ?? gap, flags[start + step] ?? 0, language) === true)
      )
        step++;
      if (step === this.#tests.length) found.push(start);
    }
    return found;
  }

  /** Reads each stretch of words without spaces between them; a place is that of the first word of the stretch. */
  #runs({ chunk: { terms, flags }, from, to }: Stretch, run: string, limit: number): readonly number[] {
    const found: number[] = [];
    for (let at = from; at < to && found.length < limit;) {
      let text = this.#name(terms[at] ?? gap);
      const ends = [text.length];
      let end = at + 1;
      while (end < to && ((flags[end] ?? 0) & gluedBit) !== 0) {
        text += this.#name(terms[end++] ?? gap);
        ends.push(text.length);
      }
      if (text.length >= run.length && placesOfRun(text, ends, run).length > 0) found.push(at);
      at = end;
    }
    return found;
  }

  #name(number: number): string {
    const known = this.#names.get(number);
    if (known !== undefined) return known;
    const written = this.#dictionary.nameOf(number);
    const name = isOtherSpelling(written) ? "" : written;
    this.#names.set(number, name);
    return name;
  }
}

/** The first place from `at` where the test holds; beyond `last` if there is none. */
function next(test: StepTest, { chunk: { terms, flags }, language }: Stretch, from: number, last: number): number {
  let at = from;
  const { term } = test;
  if (term >= 0) {
    while (at <= last && terms[at] !== term) at++;
    return at;
  }
  while (at <= last && !test.holds(terms[at] ?? gap, flags[at] ?? 0, language)) at++;
  return at;
}

/** Whether two words or phrases stand near each other: at most `distance` terms between them, in either order. */
export class NearFinder {
  readonly #left: Finder;
  readonly #right: Finder;
  readonly #distance: number;
  /** For two words: 1 at the left one's terms, 2 at the right one's, 3 where they share one. */
  readonly #sides: Uint8Array;

  constructor(left: Finder, right: Finder, distance: number, vocabulary: number) {
    this.#left = left;
    this.#right = right;
    this.#distance = distance;
    this.#sides = new Uint8Array(left.word === null || right.word === null ? 0 : vocabulary);
    left.word?.mark(this.#sides, 1);
    right.word?.mark(this.#sides, 2);
  }

  isIn(stretch: Stretch): boolean {
    if (this.#left.word !== null && this.#right.word !== null) return this.#wordsIn(this.#left.word, this.#right.word, stretch);
    const left = this.#left.places(stretch, Number.POSITIVE_INFINITY);
    const right = left.length === 0 ? [] : this.#right.places(stretch, Number.POSITIVE_INFINITY);
    return nearOf(left, this.#left.length, right, this.#right.length, this.#distance).length > 0;
  }

  /** One pass: the last place of either side is all that a next one has to be near to. */
  #wordsIn(left: StepTest, right: StepTest, { chunk: { terms, flags }, from, to, language }: Stretch): boolean {
    const reach = this.#distance + 1;
    const sides = this.#sides;
    let lastLeft = Number.NEGATIVE_INFINITY;
    let lastRight = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const term = terms[at] ?? gap;
      const side = sides[term] ?? 0;
      if (side === 0) continue;
      const isLeft = (side & 1) !== 0 && left.holds(term, flags[at] ?? 0, language);
      const isRight = (side & 2) !== 0 && right.holds(term, flags[at] ?? 0, language);
      if ((isLeft && at - lastRight <= reach) || (isRight && at - lastLeft <= reach)) return true;
      if (isLeft) lastLeft = at;
      if (isRight) lastRight = at;
    }
    return false;
  }
}
