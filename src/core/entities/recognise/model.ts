import { atOnce } from "../../util/atOnce";
import { Lexicon } from "./lexicon";
import { unpackModel, type ModelData } from "./modelFormat";
import { Viterbi } from "./viterbi";
import { Weights } from "./weights";
import { WordScores } from "./wordScores";
import { WordTable } from "./words";
import { DocumentStats } from "./documentStats";

/**
 * A trained recogniser with its caches. The caches only save time: what it finds in a text depends on nothing that it
 * has read before.
 */
export class NameModel {
  readonly unit: number;
  readonly transitions: Int32Array;
  readonly lexicon: Lexicon;
  readonly weights: Weights;
  readonly words: WordTable;
  readonly wordScores: WordScores;
  readonly viterbi: Viterbi;
  readonly stats = new DocumentStats();

  constructor(data: ModelData, lexicon = new Lexicon(data.lexicon)) {
    this.unit = data.unit;
    this.transitions = data.transitions;
    this.lexicon = lexicon;
    this.weights = new Weights(data.weights);
    this.words = new WordTable(this.lexicon);
    this.wordScores = new WordScores(this.weights);
    this.viterbi = new Viterbi(data.transitions);
  }

  /** To be called before each document. */
  beginDocument(): void {
    if (this.words.makeRoom()) this.wordScores.clear();
  }
}

type Loaded = { readonly model: NameModel } | { readonly error: string };

/** The model in `bytes` (the file `models/names.bin`), or what is wrong with them. Takes some 50 ms. */
export function loadModel(bytes: Uint8Array): Loaded {
  return atOnce(loadingModel(bytes));
}

/** The same with pauses in between. */
export function* loadingModel(bytes: Uint8Array): Generator<undefined, Loaded> {
  const unpacked = unpackModel(bytes);
  if ("error" in unpacked) return unpacked;
  yield;
  const lexicon = new Lexicon(unpacked.data.lexicon);
  yield;
  return { model: new NameModel(unpacked.data, lexicon) };
}
