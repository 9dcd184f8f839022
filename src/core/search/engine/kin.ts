import { stem } from "../../text/stem";
import { Capitals } from "../analyse/readWords";
import type { Sequence, Step } from "./expand";
import { slotOf } from "./postings";
import type { Used } from "./prepare";
import type { TermDictionary } from "./termDictionary";

/** How much a kin word counts where the word itself counts 1, and one that the last word may be the beginning of. */
const kinWeight = 0.4;
const begunWeight = 0.2;
/** A word that stands for so many others already is not given more. */
const mostTerms = 64;
const fewestBegun = 3;
/** How much more an article counts that has all words or their kin: threefold. Chosen with known items of which one word is inflected. */
const coveredWorth = 2;
const lowerBits = (1 << Capitals.Lower) | (1 << Capitals.Opening);

/**
 * The words of a query with their kin, by which articles are ordered that have only some of the words: "election" for "elect", of
 * one Porter stem though no inflection of it, and what the last word may begin. They are no matches, and nothing is marked by them.
 */
export function withKin(used: readonly Used[], dictionary: TermDictionary): readonly Used[] {
  const last = used.findLast(({ worth }) => worth === 1);
  return used.map((one) => {
    const [sequence] = one.sequences;
    const [step] = sequence?.steps ?? [];
    if (sequence === undefined || step === undefined || sequence.steps.length > 1 || sequence.run !== null) return one;
    if (one.worth < 1 || one.zone !== null || one.distance !== null || step.terms.length > mostTerms) return one;
    const word = dictionary.nameOf(step.terms[step.weights.indexOf(1)] ?? 0);
    if (!/^[a-z]{3,}$/u.test(word)) return one;
    return { ...one, sequences: [widened(sequence, step, word, one === last, dictionary)] };
  });
}

/**
 * Raises the scores of articles (slots) by how many of the words they have, or kin of them: two words that are frequent in an article
 * do not make up for a third that is not there. The scores are changed. Linear in the postings of the words; pauses after each.
 */
export function* raiseCovered(
  slots: Uint32Array,
  scores: Float64Array,
  used: readonly Used[],
  { content }: TermDictionary,
): Generator<undefined, void> {
  const words = used.filter(({ worth, distance }) => worth === 1 && distance === null);
  if (words.length === 0) return;
  const counts = new Uint8Array(scores.length);
  /** The last word that was counted: each counts once, whatever it stands for. */
  const last = new Uint8Array(scores.length);
  for (const [index, { sequences }] of words.entries()) {
    for (const term of sequences[0]?.steps[0]?.terms ?? []) {
      const start = content.start(term);
      const end = start + content.length(term);
      for (let at = start; at < end; at++) {
        const slot = slotOf(content.data[at] ?? 0);
        if (last[slot] === index + 1) continue;
        last[slot] = index + 1;
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    }
    yield;
  }
  for (const slot of slots) scores[slot] = (scores[slot] ?? 0) * (1 + coveredWorth * ((counts[slot] ?? 0) / words.length) ** 4);
}

function widened(sequence: Sequence, step: Step, word: string, isLast: boolean, dictionary: TermDictionary): Sequence {
  const own = stem(word);
  const kin = new Map<number, number>();
  const begun = isLast && word.length >= fewestBegun ? dictionary.withPrefix(word) : [];
  // What begins everything says nothing.
  if (begun.length < mostTerms) for (const term of begun) kin.set(term, begunWeight);
  if (own.length >= fewestBegun)
    for (const term of dictionary.withPrefix(own.slice(0, Math.max(fewestBegun, own.length - 1))))
      if (stem(dictionary.nameOf(term)) === own) kin.set(term, kinWeight);
  for (const term of step.terms) kin.delete(term);
  const terms = [...kin.keys()].filter((term) => dictionary.frequency(term) > 0);
  const wider: Step = {
    terms: [...step.terms, ...terms],
    weights: [...step.weights, ...terms.map((term) => kin.get(term) ?? 0)],
    capitals: [...step.capitals, ...terms.map(() => lowerBits)],
    languages: [...step.languages, ...terms.map(() => 0)],
    test: step.test,
  };
  return { ...sequence, steps: [wider] };
}
