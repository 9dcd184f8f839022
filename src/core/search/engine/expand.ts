import { termsOf } from "../analyse/analyser";
import type { PhraseNode, WordNode } from "../query/ast";
import type { Correction } from "./searchEngine";
import type { TermDictionary } from "./termDictionary";

/** The terms that may stand at one place, and how much each counts (1: the word itself). */
export interface Step {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** What all the terms begin with, where that is all that is asked of them; else null. */
  readonly prefix: string | null;
}

/** A word (one step) or a phrase (one step a word) over the corpus's terms. Empty steps match nothing. */
export interface Sequence {
  readonly steps: readonly Step[];
  readonly correction: Correction | null;
}

const sameStemWeight = 0.1;
const prefixWeight = 0.5;
const distanceWeights: readonly number[] = [1, 0.6, 0.3];
/** So many different words of a query are compared with all terms of the corpus at least... */
const fewestFuzzy = 8;
/** ...and more while they are not compared with more terms than this together: some milliseconds. */
const mostCompared = 200_000;

/** How many edits a word of this length may have and still be the same word, mistyped. */
export function editLimit(term: string): number {
  return term.length < 4 ? 0 : term.length < 7 ? 1 : 2;
}

/**
 * Finds out what the words of one query stand for in this corpus. A word also stands for its inflections; one that occurs
 * nowhere stands for what it may have been meant to be, and the correction says so. A phrase is exact. Words that analyse
 * into several terms ("peace-talks") are phrases.
 */
export class Expansion {
  readonly #dictionary: TermDictionary;
  readonly #compared = new Map<string, ReadonlyMap<number, number>>();
  readonly #fuzzyLimit: number;
  #isCut = false;

  constructor(dictionary: TermDictionary) {
    this.#dictionary = dictionary;
    this.#fuzzyLimit = Math.max(fewestFuzzy, mostCompared / dictionary.size);
  }

  /** Whether there were more unknown words than similar ones are looked for. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Null where no term is left of what was typed. */
  of(node: WordNode | PhraseNode): Sequence | null {
    const terms = termsOf(node.text);
    const [only] = terms;
    if (only === undefined) return null;
    if (node.kind === "phrase" || terms.length > 1) {
      const isBegun = node.kind === "word" && node.match === "prefix";
      return { steps: terms.map((term, index) => (isBegun && index === terms.length - 1 ? this.#begun(term, 1) : this.#exact(term))), correction: null };
    }
    if (node.match === "prefix") return { steps: [this.#begun(only, prefixWeight)], correction: null };
    const found = this.#inflections(only);
    if (node.match === "fuzzy") {
      for (const [number, weight] of this.#similar(only)) found.set(number, Math.max(weight, found.get(number) ?? 0));
      return { steps: [step(found)], correction: null };
    }
    if (found.size > 0) return { steps: [step(found)], correction: null };
    const similar = this.#similar(only);
    const best = this.#bestOf(similar);
    return { steps: [step(similar)], correction: best === null ? null : { typed: node.text, meant: this.#dictionary.nameOf(best) } };
  }

  #exact(term: string): Step {
    const number = this.#dictionary.find(term);
    return number === undefined ? step(new Map()) : step(new Map([[number, 1]]));
  }

  #begun(prefix: string, weight: number): Step {
    const terms = this.#dictionary.withPrefix(prefix);
    const itself = this.#dictionary.find(prefix);
    return { terms, weights: terms.map((number) => (number === itself ? 1 : weight)), prefix };
  }

  #inflections(term: string): Map<number, number> {
    const found = new Map<number, number>();
    for (const number of this.#dictionary.sameStem(term)) if (this.#dictionary.frequency(number) > 0) found.set(number, sameStemWeight);
    const number = this.#dictionary.find(term);
    if (number !== undefined && this.#dictionary.frequency(number) > 0) found.set(number, 1);
    return found;
  }

  #similar(term: string): ReadonlyMap<number, number> {
    const known = this.#compared.get(term);
    if (known !== undefined) return known;
    const found = new Map<number, number>();
    const limit = editLimit(term);
    if (limit === 0) return found;
    if (this.#compared.size >= this.#fuzzyLimit) {
      this.#isCut = true;
      return found;
    }
    this.#compared.set(term, found);
    for (const [number, distance] of this.#dictionary.similar(term, limit)) {
      if (distance > 0 && this.#dictionary.frequency(number) > 0) found.set(number, distanceWeights[distance] ?? 0.3);
    }
    return found;
  }

  /** The most frequent of the nearest terms. */
  #bestOf(similar: ReadonlyMap<number, number>): number | null {
    const dictionary = this.#dictionary;
    const [best] = [...similar].sort((a, b) => b[1] - a[1] || dictionary.frequency(b[0]) - dictionary.frequency(a[0]) || (dictionary.nameOf(a[0]) < dictionary.nameOf(b[0]) ? -1 : 1));
    return best?.[0] ?? null;
  }
}

function step(weighted: ReadonlyMap<number, number>): Step {
  return { terms: [...weighted.keys()], weights: [...weighted.values()], prefix: null };
}
