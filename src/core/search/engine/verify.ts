import type { Sequence, Step } from "./expand";
import { nearOf } from "./positions";

/** A step, ready to be asked of many terms: one number, or a table with 1 at the numbers that may stand there. */
type StepTest = number | Uint8Array;

function testOf({ terms }: Step, vocabulary: number): StepTest {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return only;
  const table = new Uint8Array(vocabulary);
  for (const term of terms) table[term] = 1;
  return table;
}

function holds(test: StepTest | undefined, value: number | undefined): boolean {
  return typeof test === "number" ? test === value : test?.[value ?? 0] === 1;
}

/** Finds a word or phrase in articles' term sequences. */
export class Finder {
  readonly #tests: readonly StepTest[];
  /** The step whose term is looked for first: the rarest, as the platform's own search for a number skips the rest. */
  readonly #anchor: number;

  /** `rarest` is the number of the step that the fewest articles have. */
  constructor({ steps }: Sequence, vocabulary: number, rarest: number) {
    this.#tests = steps.map((step) => testOf(step, vocabulary));
    this.#anchor = rarest;
  }

  get length(): number {
    return this.#tests.length;
  }

  /** The only step's test; null for a phrase. */
  get word(): StepTest | null {
    return this.#tests.length === 1 ? (this.#tests[0] ?? null) : null;
  }

  /** Whether it stands in [from, to) of the sequence. */
  isIn(sequence: Uint32Array, from: number, to: number): boolean {
    return this.places(sequence, from, to, 1).length > 0;
  }

  /** Where in [from, to) of the sequence it stands, ascending; at most `limit` places. */
  places(sequence: Uint32Array, from: number, to: number, limit: number): readonly number[] {
    const found: number[] = [];
    const anchor = this.#tests[this.#anchor];
    if (anchor === undefined) return found;
    const last = to - this.#tests.length + this.#anchor;
    for (let at = next(anchor, sequence, from + this.#anchor, last); at <= last && found.length < limit; at = next(anchor, sequence, at + 1, last)) {
      const start = at - this.#anchor;
      let step = 0;
      while (step < this.#tests.length && (step === this.#anchor || holds(this.#tests[step], sequence[start + step]))) step++;
      if (step === this.#tests.length) found.push(start);
    }
    return found;
  }
}

/** The first place from `at` where the test holds; beyond `last` if there is none. */
function next(test: StepTest, sequence: Uint32Array, at: number, last: number): number {
  if (typeof test === "number") {
    const found = sequence.indexOf(test, at);
    return found < 0 ? last + 1 : found;
  }
  while (at <= last && test[sequence[at] ?? 0] !== 1) at++;
  return at;
}

/** Whether two words or phrases stand near each other: at most `distance` terms between them, in either order. */
export class NearFinder {
  readonly #left: Finder;
  readonly #right: Finder;
  readonly #distance: number;
  /** For two words: 1 at the left one's terms, 2 at the right one's, 3 where they share one. */
  readonly #sides: Uint8Array | null;

  constructor(left: Finder, right: Finder, distance: number, vocabulary: number) {
    this.#left = left;
    this.#right = right;
    this.#distance = distance;
    this.#sides = left.word === null || right.word === null ? null : new Uint8Array(vocabulary);
    if (this.#sides === null) return;
    for (const [test, side] of [[left.word, 1], [right.word, 2]] as const) {
      if (typeof test === "number") this.#sides[test] = (this.#sides[test] ?? 0) | side;
      else for (let number = 0; test !== null && number < test.length; number++) if (test[number] === 1) this.#sides[number] = (this.#sides[number] ?? 0) | side;
    }
  }

  isIn(sequence: Uint32Array, from: number, to: number): boolean {
    if (this.#sides !== null) return this.#wordsIn(this.#sides, sequence, from, to);
    const left = this.#left.places(sequence, from, to, Number.POSITIVE_INFINITY);
    const right = left.length === 0 ? [] : this.#right.places(sequence, from, to, Number.POSITIVE_INFINITY);
    return nearOf(left, this.#left.length, right, this.#right.length, this.#distance).length > 0;
  }

  /** One pass: the last place of either side is all that a next one has to be near to. */
  #wordsIn(sides: Uint8Array, sequence: Uint32Array, from: number, to: number): boolean {
    const reach = this.#distance + 1;
    let lastLeft = Number.NEGATIVE_INFINITY;
    let lastRight = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const side = sides[sequence[at] ?? 0] ?? 0;
      if (side === 0) continue;
      if (((side & 1) !== 0 && at - lastRight <= reach) || ((side & 2) !== 0 && at - lastLeft <= reach)) return true;
      if ((side & 1) !== 0) lastLeft = at;
      if ((side & 2) !== 0) lastRight = at;
    }
    return false;
  }
}
