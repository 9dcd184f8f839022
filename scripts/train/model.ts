import { NameModel } from "../../src/core/entities/recognise/model";
import { Lexicon, type LexiconData } from "../../src/core/entities/recognise/lexicon";
import type { ModelData } from "../../src/core/entities/recognise/modelFormat";
import { headlines } from "./augment";
import { trainCrf } from "./crf";
import { Dataset } from "./dataset";
import type { TrainingDocument } from "./document";
import { quantize } from "./pack";
import { annotated, goldSets, silverNews, tweets } from "./sets";
import { relabel } from "./relabel";

type Log = (line: string) => void;

/** Documents and how much each counts, in hundredths. */
interface Portion {
  readonly documents: readonly TrainingDocument[];
  readonly weight: number;
}

/** What a model is fitted with, and how small it is made. */
export interface FitOptions {
  /** Features that occur less often are left out. */
  readonly minimum: number;
  /** Weights smaller than this are left out of the packed model. */
  readonly threshold: number;
  readonly epochs: number;
  readonly averaged: number;
}

export function fit(lexicon: LexiconData, portions: readonly Portion[], options: FitOptions, log: Log): ModelData {
  const data = new Dataset(new Lexicon(lexicon));
  for (const { documents, weight } of portions) data.add(documents, weight);
  const keys = data.index(options.minimum);
  log(`${data.sequences.length - 1} windows, ${data.labels.length} tokens, ${keys.length} features`);
  const trained = trainCrf(data, keys, { ...options, rate: 0.05, sparsity: 1e-5, seed: 7, log });
  return quantize(trained, lexicon, options.threshold);
}

/**
 * First a model of the sets labelled by hand; with it the silver news is labelled anew; then the final model of all.
 */
export function trainModel(lexicon: LexiconData, log: Log): ModelData {
  const gold = goldSets();
  const own = annotated(false);
  log(`${gold.length} documents of the gold sets, ${own.length} annotated articles`);
  const base: Portion[] = [
    { documents: [...gold, ...headlines(gold, 0.06, 0.08, 11)], weight: 100 },
    { documents: tweets(), weight: 100 },
    { documents: [...own, ...headlines(own, 0.06, 0.08, 12)], weight: 400 },
  ];
  const first = new NameModel(fit(lexicon, base, { minimum: 2, threshold: 0, epochs: 4, averaged: 2 }, log));
  const { agreed, contested } = relabel(silverNews(), first);
  const silver: Portion[] = [
    { documents: [...agreed, ...headlines(agreed, 0.02, 0.04, 13)], weight: 100 },
    { documents: contested, weight: 30 },
  ];
  return fit(lexicon, [...base, ...silver], { minimum: 3, threshold: 0.05, epochs: 6, averaged: 4 }, log);
}
