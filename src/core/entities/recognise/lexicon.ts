import { mix } from "./hash";
import { KeyTable } from "./keyTable";

/** What a gazetteer says of a phrase: one bit each. */
export const Listed = {
  Country: 1,
  Demonym: 2,
  BigCity: 4,
  City: 8,
  Region: 16,
  FirstName: 32,
  LastName: 64,
  Organization: 128,
  /** Longer phrases begin with this one. */
  Prefix: 256,
} as const;

/** How many kinds of list there are: the bits below `Prefix`. */
export const listCount = 8;

/** Phrases of the lists have at most this many words. */
export const longestPhrase = 5;

/** Words and phrases are kept as hashes of so many bits: rare false hits cost less than the letters would. */
export const lexiconBits = 26;

const lexiconMask = (1 << lexiconBits) - 1;

/** The key of a word by the hash of its lower-case form. */
export function wordKey(lowerHash: number): number {
  return mix(0x77, lowerHash) & lexiconMask;
}

/** The key of a phrase: that of its first word, then each further word's lower-case hash folded in. */
export function phraseKey(soFar: number, lowerHash: number): number {
  return mix(soFar, lowerHash) & lexiconMask;
}

/** Word classes at three granularities, -1 for a word that is in none. */
export interface WordClasses {
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
}

const noClasses: WordClasses = { fine: -1, middle: -1, coarse: -1 };

/** The columns that a lexicon is made of; keys ascend. */
export interface LexiconData {
  readonly wordKeys: Int32Array;
  readonly wordClasses: Uint16Array;
  /** For each fine class its middle and its coarse class. */
  readonly middleOf: Uint16Array;
  readonly coarseOf: Uint16Array;
  readonly phraseKeys: Int32Array;
  /** Of `Listed`. */
  readonly phraseLists: Uint16Array;
}

/** Word classes (clusters of word vectors) and gazetteers. */
export class Lexicon {
  readonly #classes: KeyTable;
  readonly #phrases: KeyTable;
  readonly #all: WordClasses[];

  constructor(data: LexiconData) {
    this.#classes = new KeyTable(data.wordKeys.length);
    data.wordKeys.forEach((key, at) => {
      this.#classes.set(key, data.wordClasses[at] ?? 0);
    });
    this.#phrases = new KeyTable(data.phraseKeys.length);
    data.phraseKeys.forEach((key, at) => {
      this.#phrases.set(key, data.phraseLists[at] ?? 0);
    });
    this.#all = Array.from(data.middleOf, (middle, fine) => ({ fine, middle, coarse: data.coarseOf[fine] ?? 0 }));
  }

  classes(lowerHash: number): WordClasses {
    return this.#all[this.#classes.get(wordKey(lowerHash))] ?? noClasses;
  }

  /** The lists (`Listed` bits) of the phrase with this key; 0 for none. */
  lists(key: number): number {
    const found = this.#phrases.get(key);
    return found < 0 ? 0 : found;
  }
}
