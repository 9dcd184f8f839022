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

export function fit(lexicon: LexiconData, portions: readonly Portion[], minimum: number, threshold: number, log: Log, epochs = 4): ModelData {
  const data = new Dataset(new Lexicon(lexicon));
  for (const { documents, weight } of portions) data.add(documents, weight);
  const keys = data.index(minimum);
  log(`${data.sequences.length - 1} windows, ${data.labels.length} tokens, ${keys.length} features`);
  return quantize(trainCrf(data, keys, { epochs, rate: 0.05, sparsity: 1e-5, seed: 7, log }), lexicon, threshold);
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
    { documents: [...own, ...headlines(own, 0.06, 0.08, 12)], weight: 200 },
  ];
  const first = new NameModel(fit(lexicon, base, 2, 0, log));
  const silver = relabel(silverNews(), first);
  log(`${silver.length} groups of silver news labelled anew`);
  return fit(lexicon, [...base, { documents: [...silver, ...headlines(silver, 0.02, 0.04, 13)], weight: 100 }], 3, 0.12, log);
}
