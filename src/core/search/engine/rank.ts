import { Match, type Evaluation, type Matches } from "./evaluate";

const saturation = 1.2;
const lengthShare = 0.75;

/**
 * BM25 (Robertson and Zaragoza 2009) of the matching slots over the words that the query used: each alternative of a
 * word counts with its weight, so that inflections and near spellings rank below the word itself. By slot; 0 for what
 * does not match in ranked text. Linear in the postings of the words.
 */
export function rank(matches: Matches, evaluation: Evaluation, articles: number, averageLength: number): Float64Array {
  const scores = new Float64Array(matches.length);
  for (const { steps } of evaluation.used.flatMap(({ sequences }) => sequences)) {
    for (const step of steps) {
      for (const [term, weight] of step) {
        const { slots, frequencies, live } = evaluation.dictionary.postings(term);
        const idf = Math.log(1 + (articles - live + 0.5) / (live + 0.5));
        if (!(idf > 0)) continue;
        for (let at = 0; at < slots.length; at++) {
          const slot = slots[at] ?? 0;
          if (matches[slot] !== Match.Content) continue;
          const frequency = frequencies[at] ?? 0;
          const length = evaluation.articles[slot]?.bodyEnd ?? averageLength;
          const norm = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
          scores[slot] = (scores[slot] ?? 0) + (weight * idf * frequency * (saturation + 1)) / (frequency + norm);
        }
      }
    }
  }
  // The order of the index must not show in the last digits: they would decide between equals.
  return scores.map((score) => Math.round(score * 1e6) / 1e6);
}
