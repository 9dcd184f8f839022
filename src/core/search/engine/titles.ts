import type { Evaluation } from "./evaluate";
import { byRelevance, type Found } from "./listing";
import type { Step } from "./expand";
import { capitalsBits, gap } from "./articleText";
import type { Used } from "./prepare";
import { idf, rarityOf } from "./rank";
import { topOf } from "./top";

/** Of more articles than these only the best are looked at: some milliseconds. */
const mostLooked = 20_000;
const bestLooked = 1000;
/** So many are looked at between two pauses: about a millisecond. */
const lookedBetween = 8192;
/** More words than this are no title that somebody remembers. */
const mostWords = 48;
/** How much a word of the title adds beside what it counts in the text, where all words of the query stand there. */
const titleWorth = 1;
const saturation = 1.2;
/** Title words beyond this many make each of them say less. In terms, the other spellings of its words included. */
const usualLength = 9;
const lengthShare = 0.7;

/** How a term counts in a title: for which word of the query, in which of its columns. */
interface Place {
  readonly step: Step;
  readonly index: number;
}

/**
 * Raises the scores of articles that have words of the query in their titles, as a field of its own (BM25F, Robertson and Zaragoza
 * 2009, with the title's own length), the more of the query stands there the more: what somebody remembers of an article is often its
 * headline. A single word of many says less, as it may stand in the title of any article by chance. The scores are changed. Linear in
 * the titles that are looked at; pauses about every millisecond.
 */
export function* raiseTitles(found: Found, used: readonly Used[], evaluation: Evaluation, total: number): Generator<undefined, void> {
  const steps = used.flatMap(({ sequences, distance, zone, worth }) =>
    distance === null && zone !== "body"
      ? sequences.flatMap((one) => (one.run === null ? one.steps.map((step) => ({ step, worth })) : []))
      : [],
  );
  if (steps.length === 0 || steps.length > mostWords) return;
  const { articles, scores, slots } = found;
  const classes = new Uint8Array(evaluation.dictionary.size);
  const places = new Map<number, Place[]>();
  for (const [number, { step }] of steps.entries()) {
    for (const [index, term] of step.terms.entries()) {
      if (classes[term] === 0) classes[term] = number + 1;
      if (classes[term] !== number + 1) continue;
      const known = places.get(term);
      if (known === undefined) places.set(term, [{ step, index }]);
      else known.push({ step, index });
    }
  }
  const worths = steps.map(({ step, worth }) => worth * idf(rarityOf(step, evaluation), total));
  // Another spelling stands for a word that is there already.
  const all = steps.reduce((sum, { worth }, number) => sum + (worth === 1 ? (worths[number] ?? 0) : 0), 0);
  if (all === 0) return;
  const frequencies = new Float64Array(steps.length + 1);
  const looked = slots.length <= mostLooked ? slots : topOf(slots, bestLooked, byRelevance(found));
  let read = 0;
  for (const slot of looked) {
    if (++read % lookedBetween === 0) yield;
    const { terms, flags } = articles.chunk(slot);
    const start = articles.starts[slot] ?? 0;
    const length = articles.titleEnds[slot] ?? 0;
    let isFound = false;
    for (let at = start; at < start + length; at++) {
      const term = terms[at] ?? gap;
      const number = classes[term] ?? 0;
      if (number === 0) continue;
      const weight = weightOf(places.get(term) ?? [], (flags[at] ?? 0) & capitalsBits, articles.languages[slot] ?? 0);
      frequencies[number] = (frequencies[number] ?? 0) + weight;
      isFound = true;
    }
    if (!isFound) continue;
    let [sum, known] = [0, 0];
    const fixed = saturation * (1 - lengthShare + (lengthShare * length) / usualLength);
    for (let number = 1; number <= steps.length; number++) {
      const frequency = frequencies[number] ?? 0;
      frequencies[number] = 0;
      if (frequency === 0) continue;
      const worth = worths[number - 1] ?? 0;
      known += worth;
      sum += (worth * frequency * (saturation + 1)) / (frequency + fixed);
    }
    const raised = (scores[slot] ?? 0) + titleWorth * sum * Math.sqrt(Math.min(1, known / all));
    scores[slot] = Math.round(raised * 1e6) / 1e6;
  }
}

/** The most that a term counts as it is written there. */
function weightOf(places: readonly Place[], capitals: number, language: number): number {
  let most = 0;
  for (const { step, index } of places) {
    const only = step.languages[index] ?? 0;
    if (((step.capitals[index] ?? 0) & (1 << capitals)) === 0 || (only !== 0 && only !== language)) continue;
    most = Math.max(most, step.weights[index] ?? 0);
  }
  return most;
}
