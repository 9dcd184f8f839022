import type { Alternatives } from "./expand";
import { Match, type Evaluation, type Matches } from "./evaluate";

const saturation = 1.2;
const lengthShare = 0.75;

/**
 * BM25 (Robertson and Zaragoza 2009) of the matching slots over the words that the query used. The alternatives of a word are
 * one class: their frequencies are added up by weight (the word itself 1, an inflection much less), and the class is as rare
 * as the word itself, so that a rare inflection is worth no more than the word. By slot; 0 for what does not match in ranked
 * text. Linear in the postings of the words.
 */
export function rank(matches: Matches, evaluation: Evaluation, articles: number, averageLength: number): Float64Array {
  const scores = new Float64Array(matches.length);
  const frequencies = new Float64Array(matches.length);
  for (const { sequences } of evaluation.used) {
    for (const { steps } of sequences) {
      for (const step of steps) {
        const touched = addUp(step, frequencies, matches, evaluation);
        const worth = idf(rarity(step, evaluation), articles);
        for (const slot of touched) {
          const frequency = frequencies[slot] ?? 0;
          frequencies[slot] = 0;
          const length = evaluation.articles[slot]?.bodyEnd ?? averageLength;
          const norm = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
          scores[slot] = (scores[slot] ?? 0) + (worth * frequency * (saturation + 1)) / (frequency + norm);
        }
      }
    }
  }
  // The order of the index must not show in the last digits: they would decide between equals.
  return scores.map((score) => Math.round(score * 1e6) / 1e6);
}

/** The weighted frequencies of a word's alternatives, by slot; the slots that have any. */
function addUp(step: Alternatives, frequencies: Float64Array, matches: Matches, { dictionary }: Evaluation): readonly number[] {
  const touched: number[] = [];
  for (const [term, weight] of step) {
    const postings = dictionary.postings(term);
    for (let at = 0; at < postings.slots.length; at++) {
      const slot = postings.slots[at] ?? 0;
      if (matches[slot] !== Match.Content) continue;
      if (frequencies[slot] === 0) touched.push(slot);
      frequencies[slot] = (frequencies[slot] ?? 0) + weight * (postings.frequencies[at] ?? 0);
    }
  }
  return touched;
}

/** In how many articles the word itself stands; where it stands nowhere, its alternatives together. */
function rarity(step: Alternatives, { dictionary }: Evaluation): number {
  let all = 0;
  for (const [term, weight] of step) {
    const { live } = dictionary.postings(term);
    if (weight === 1 && live > 0) return live;
    all += live;
  }
  return all;
}

function idf(count: number, articles: number): number {
  const found = Math.min(count, articles);
  return Math.log(1 + (articles - found + 0.5) / (found + 0.5));
}
