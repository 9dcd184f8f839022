import { termsOf } from "../analyse/analyser";
import type { PhraseNode, WordNode } from "../query/ast";
import type { Correction } from "./searchEngine";
import type { TermDictionary } from "./termDictionary";

/** Terms that a word of the query stands for, with how much each counts (1: the word itself). */
export type Alternatives = ReadonlyMap<number, number>;

/** A word (one step) or a phrase (one step a word) over the corpus's terms. Empty steps match nothing. */
export interface Sequence {
  readonly steps: readonly Alternatives[];
  /** The only number of each step, where each has just one; else null. */
  readonly numbers: readonly number[] | null;
  readonly correction: Correction | null;
}

const sameStemWeight = 0.15;
const prefixWeight = 0.5;
const distanceWeights: readonly number[] = [1, 0.6, 0.3];
/** How many edits a word of this length may have and still be the same word, mistyped. */
export function editLimit(term: string): number {
  return term.length < 4 ? 0 : term.length < 7 ? 1 : 2;
}

function similarTerms(term: string, dictionary: TermDictionary): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const limit = editLimit(term);
  if (limit === 0) return found;
  for (const [number, distance] of dictionary.similar(term, limit)) {
    if (distance > 0 && dictionary.frequency(number) > 0) found.set(number, distanceWeights[distance] ?? 0.3);
  }
  return found;
}

function exact(term: string, dictionary: TermDictionary): Map<number, number> {
  const found = new Map<number, number>();
  for (const number of dictionary.sameStem(term)) if (dictionary.frequency(number) > 0) found.set(number, sameStemWeight);
  const number = dictionary.find(term);
  if (number !== undefined && dictionary.frequency(number) > 0) found.set(number, 1);
  return found;
}

/** The most frequent of the nearest terms. */
function bestOf(similar: ReadonlyMap<number, number>, dictionary: TermDictionary): number | null {
  const [best] = [...similar].sort((a, b) => b[1] - a[1] || dictionary.frequency(b[0]) - dictionary.frequency(a[0]) || (dictionary.nameOf(a[0]) < dictionary.nameOf(b[0]) ? -1 : 1));
  return best?.[0] ?? null;
}

/**
 * What a word or a phrase stands for in this corpus. A word also stands for its inflections; one that occurs nowhere
 * stands for what it may have been meant to be, and the correction says so. A phrase is exact. Words that analyse into
 * several terms ("peace-talks") are phrases. Null where no term is left.
 */
export function expand(node: WordNode | PhraseNode, dictionary: TermDictionary): Sequence | null {
  const expanded = expansion(node, dictionary);
  if (expanded === null) return null;
  const { steps } = expanded;
  return { ...expanded, numbers: steps.every(({ size }) => size === 1) ? steps.flatMap((step) => [...step.keys()]) : null };
}

function expansion(node: WordNode | PhraseNode, dictionary: TermDictionary): Omit<Sequence, "numbers"> | null {
  const terms = termsOf(node.text);
  if (terms.length === 0) return null;
  const [only] = terms;
  if (node.kind === "phrase" || terms.length > 1 || only === undefined) {
    const steps = terms.map((term, index): Alternatives => {
      if (node.kind === "word" && node.match === "prefix" && index === terms.length - 1) return new Map(dictionary.withPrefix(term).map((number) => [number, 1]));
      const number = dictionary.find(term);
      return number === undefined ? new Map() : new Map([[number, 1]]);
    });
    return { steps, correction: null };
  }
  if (node.match === "prefix") {
    const steps = new Map(dictionary.withPrefix(only).map((number) => [number, prefixWeight]));
    const number = dictionary.find(only);
    if (number !== undefined) steps.set(number, 1);
    return { steps: [steps], correction: null };
  }
  const found = exact(only, dictionary);
  if (node.match === "fuzzy") {
    for (const [number, weight] of similarTerms(only, dictionary)) found.set(number, Math.max(weight, found.get(number) ?? 0));
    return { steps: [found], correction: null };
  }
  if (found.size > 0) return { steps: [found], correction: null };
  const similar = similarTerms(only, dictionary);
  const best = bestOf(similar, dictionary);
  return { steps: [similar], correction: best === null ? null : { typed: node.text, meant: dictionary.nameOf(best) } };
}
