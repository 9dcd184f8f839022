import type { Step } from "./expand";
import { Match, postingsBetween, type Evaluation, type Matches } from "./evaluate";
import { anyCapitals, capitalsIn, frequencyOf, slotOf } from "./postings";
import type { Used } from "./prepare";

/** Chosen by known items in two corpora of real articles, two draws each, and left alone since: usual are 1.2 and 0.75. */
const saturation = 1.2;
const lengthShare = 0.9;
/** Of more alternatives than these the word itself is only one. */
const mostAlternatives = 64;

/**
 * BM25 (Robertson and Zaragoza 2009) of the matching slots over the words that the query used. The alternatives of a word are
 * one class: their frequencies are added up by weight (the word itself 1, an inflection much less), and the class is as rare
 * as the word itself, so that a rare inflection is worth no more than the word. By slot; 0 for what does not match in ranked
 * text. `averageLength` is in terms. Linear in the postings of the words; pauses about every millisecond.
 */
export function* rank(
  matches: Matches,
  used: readonly Used[],
  evaluation: Evaluation,
  articles: number,
  averageLength: number,
): Generator<undefined, Float64Array> {
  const scores = new Float64Array(matches.length);
  const frequencies = new Float64Array(matches.length);
  const touched = new Uint32Array(matches.length);
  const { bodyEnds } = evaluation.articles;
  for (const { step, worth } of used.flatMap(({ sequences, worth: own }) =>
    sequences.flatMap(({ steps }) => steps.map((one) => ({ step: one, worth: own }))),
  )) {
    const rarity = rarityOf(step, evaluation);
    // Thousands of words with one beginning, of which every article has some, say nothing.
    if (step.terms.length > mostAlternatives && rarity >= articles) continue;
    const count = yield* addUp(step, frequencies, touched, matches, evaluation);
    raise(scores, touched.subarray(0, count), frequencies, worth * idf(rarity, articles) * (saturation + 1), bodyEnds, averageLength);
    yield;
  }
  // The order of the index must not show in the last digits: they would decide between equals.
  for (let slot = 0; slot < scores.length; slot++) if (scores[slot] !== 0) scores[slot] = Math.round((scores[slot] ?? 0) * 1e6) / 1e6;
  return scores;
}

/** Adds to the scores of the touched slots what their frequencies are worth, and forgets these. */
function raise(
  scores: Float64Array,
  touched: Uint32Array,
  frequencies: Float64Array,
  worth: number,
  lengths: readonly number[],
  averageLength: number,
): void {
  const fixed = saturation * (1 - lengthShare);
  const byLength = (saturation * lengthShare) / averageLength;
  for (const slot of touched) {
    const frequency = frequencies[slot] ?? 0;
    frequencies[slot] = 0;
    scores[slot] = (scores[slot] ?? 0) + (worth * frequency) / (frequency + fixed + byLength * (lengths[slot] ?? 0));
  }
}

/** The weighted frequencies of a word's alternatives, by slot. Returns how many slots have any: the first of `touched`. */
function* addUp(
  step: Step,
  frequencies: Float64Array,
  touched: Uint32Array,
  matches: Matches,
  evaluation: Evaluation,
): Generator<undefined, number> {
  let count = 0;
  let read = 0;
  for (let index = 0; index < step.terms.length; index++) {
    count = addOne(step, index, frequencies, touched, count, matches, evaluation);
    read += evaluation.dictionary.content.length(step.terms[index] ?? 0);
    if (read < postingsBetween) continue;
    read = 0;
    yield;
  }
  return count;
}

function addOne(
  step: Step,
  index: number,
  frequencies: Float64Array,
  touched: Uint32Array,
  already: number,
  matches: Matches,
  { dictionary: { content }, articles }: Evaluation,
): number {
  const term = step.terms[index] ?? 0;
  const weight = step.weights[index] ?? 0;
  const bits = step.capitals[index] ?? anyCapitals;
  const language = step.languages[index] ?? 0;
  const { data } = content;
  const start = content.start(term);
  const end = start + content.length(term);
  let count = already;
  for (let at = start; at < end; at++) {
    const posting = data[at] ?? 0;
    const slot = slotOf(posting);
    if (matches[slot] !== Match.Content) continue;
    if (bits !== anyCapitals && (capitalsIn(posting) & bits) === 0) continue;
    if (language !== 0 && articles.languages[slot] !== language) continue;
    const before = frequencies[slot] ?? 0;
    if (before === 0) touched[count++] = slot;
    frequencies[slot] = before + weight * frequencyOf(posting);
  }
  return count;
}

/** In how many articles the word itself stands; where it stands nowhere, or there are very many, its alternatives together. */
export function rarityOf({ terms, weights }: Step, { dictionary }: Evaluation): number {
  const itself = terms.length > mostAlternatives ? -1 : weights.indexOf(1);
  const live = itself < 0 ? 0 : dictionary.content.live(terms[itself] ?? 0);
  if (live > 0) return live;
  let all = 0;
  for (const term of terms) all += dictionary.frequency(term);
  return all;
}

/** How much it says that a word stands in an article, if it stands in `count` of so many (Robertson and Sparck Jones). */
export function idf(count: number, articles: number): number {
  const found = Math.min(count, articles);
  return Math.log(1 + (articles - found + 0.5) / (found + 0.5));
}
