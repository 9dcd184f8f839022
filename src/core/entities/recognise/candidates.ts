import { isOpen, labelAt, labelCount, nameTypes, outside, typeOf } from "./labels";
import type { NameModel } from "./model";
import type { Tagging } from "./tagging";

/** A name by its tokens, with what speaks for each reading of them. */
export interface Candidate {
  /** Token indices, `last` inclusive. */
  first: number;
  last: number;
  /** Index in `nameTypes`. */
  type: number;
  /** Log-odds of each of `nameTypes` for exactly these tokens against no name. */
  readonly odds: Float64Array;
}

/** The model's log-odds of each kind for exactly the tokens from `first` to `last`, against their being outside. */
export function spanOdds(tagging: Tagging, model: NameModel, first: number, last: number): Float64Array {
  const { scores } = tagging;
  const { transitions, unit } = model;
  const length = last - first + 1;
  let none = (transitions[outside] ?? 0) * (length + 1);
  for (let at = first; at <= last; at++) none += scores[at * labelCount] ?? 0;
  return Float64Array.from(nameTypes, (_, type) => {
    let sum = 0;
    let before = outside;
    for (let at = 0; at < length; at++) {
      const label = labelAt(type, at, length);
      sum += (scores[(first + at) * labelCount + label] ?? 0) + (transitions[before * labelCount + label] ?? 0);
      before = label;
    }
    return (sum + (transitions[before * labelCount] ?? 0) - none) * unit;
  });
}

/** The names that the labels spell out, in reading order. */
export function candidatesOf(tagging: Tagging, model: NameModel): Candidate[] {
  const { labels } = tagging;
  const found: Candidate[] = [];
  for (let first = 0; first < labels.length; first++) {
    const label = labels[first] ?? outside;
    if (label === outside) continue;
    let last = first;
    while (isOpen(labels[last] ?? outside) && last + 1 < labels.length) last++;
    found.push({ first, last, type: typeOf(label), odds: spanOdds(tagging, model, first, last) });
    first = last;
  }
  return found;
}

/** The share of a candidate's kind among all kinds and none, 0–1. */
export function scoreOf(candidate: Candidate): number {
  let total = 1;
  for (const odds of candidate.odds) total += Math.exp(odds);
  return Math.exp(candidate.odds[candidate.type] ?? 0) / total;
}
