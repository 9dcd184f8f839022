import { hashText } from "../../src/core/entities/recognise/hash";
import { wordKey, type LexiconData } from "../../src/core/entities/recognise/lexicon";
import type { Clusters } from "./cluster";

/** The word classes of the `limit` most frequent words and the gazetteers, as the model stores them. */
export function lexiconOf(clusters: Clusters, limit: number, phrases: Pick<LexiconData, "phraseKeys" | "phraseLists">): LexiconData {
  const classes = new Map<number, number>();
  clusters.words.slice(0, limit).forEach((word, at) => {
    const key = wordKey(hashText(word));
    // Of two words with one key the more frequent has it.
    if (!classes.has(key)) classes.set(key, clusters.classOf[at] ?? 0);
  });
  const sorted = [...classes].sort((a, b) => a[0] - b[0]);
  return {
    wordKeys: Int32Array.from(sorted, ([key]) => key),
    wordClasses: Uint16Array.from(sorted, ([, class_]) => class_),
    middleOf: Uint16Array.from(clusters.middleOf),
    coarseOf: Uint16Array.from(clusters.coarseOf),
    ...phrases,
  };
}
