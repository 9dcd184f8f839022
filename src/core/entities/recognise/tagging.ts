import type { Span } from "../../text/span";
import { type CancellationToken, neverCancelled } from "../../util/cancellation";
import { FeatureKeys, jointFeatures } from "./features";
import { labelCount } from "./labels";
import type { NameModel } from "./model";
import { read, type Reading, type Zone } from "./reading";
import { type Sentence, sentencesOf } from "./sentence";
import type { Word } from "./words";

/** How many words without a capital may stand inside a name ("University of the West"). */
const longestGap = 3;

/**
 * The runs of tokens in which names may stand: tokens with an upper-case letter, and short gaps between them. Only
 * these are labelled; everything else is outside. Returns index ranges within `from`–`to`.
 */
export function nameWindows(words: readonly Word[], from: number, to: number): Span[] {
  const windows: Span[] = [];
  let start = -1;
  let end = -1;
  for (let at = from; at < to; at++) {
    if (words[at]?.mayName !== true) continue;
    if (start >= 0 && at - end > longestGap) {
      windows.push({ start, end });
      start = -1;
    }
    if (start < 0) start = at;
    end = at + 1;
  }
  if (start >= 0) windows.push({ start, end });
  return windows;
}

/** A text with the model's label for each token. */
export interface Tagging {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
  /** The best label of each token, as in `labels.ts`. */
  readonly labels: Uint8Array;
  /** `labelCount` for each token, in units of the model; zero outside the windows in which names may stand. */
  readonly scores: Int32Array;
}

/** Labels the zones of a text. When cancelled, the rest of the text is left without names. */
export function tag(text: string, zones: readonly Zone[], model: NameModel, token: CancellationToken = neverCancelled): Tagging {
  model.beginDocument();
  const reading = read(text, zones, model.words);
  const sentences = sentencesOf(reading, model.stats, model.words.formCount, model.lexicon);
  const labels = new Uint8Array(reading.words.length);
  const scores = new Int32Array(reading.words.length * labelCount);
  const features = new FeatureKeys();
  for (const sentence of sentences) {
    if (token.isCancellationRequested) break;
    for (const window of nameWindows(sentence.words, sentence.from, sentence.to)) {
      for (let at = window.start; at < window.end; at++) {
        model.wordScores.add(sentence, at, scores, at * labelCount);
        features.clear();
        jointFeatures(sentence, at, features);
        model.weights.add(features, scores, at * labelCount);
      }
      model.viterbi.decode(window, scores, labels);
    }
  }
  return { reading, sentences, labels, scores };
}
