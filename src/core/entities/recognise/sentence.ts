import { casingOf } from "./casing";
import type { DocumentStats } from "./documentStats";
import { hashText } from "./hash";
import { Position } from "./labels";
import { Listed, listCount, longestPhrase, phraseKey, type Lexicon } from "./lexicon";
import type { Reading } from "./reading";
import { WordFlag, type Word } from "./words";

function edge(name: string, mark: number): Word {
  const hash = hashText(name);
  const none = -2 - mark;
  return {
    text: "",
    lower: "",
    id: mark,
    form: -1,
    rawHash: hash,
    lowerHash: hash,
    shape: mark,
    shortShape: mark,
    prefixes: [],
    suffixes: [],
    prefix: mark,
    suffix: mark,
    classes: { fine: none, middle: none, coarse: none },
    flags: 0,
    isAlphabetic: false,
    mayName: false,
    isTitle: false,
    isSaying: false,
    topic: 0,
    phrase: 0,
    lists: 0,
  };
}

/** Stand before a sentence's first and behind its last word. */
const before = edge("<s>", 0);
const behind = edge("</s>", 1);

/** One sentence with what the features look at: neighbours, casing, gazetteer phrases and the document's statistics. */
export class Sentence {
  readonly words: readonly Word[];
  /** Indices into `words`, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly stats: DocumentStats;
  readonly casing: number;
  /** Whether so many of the words are numbers that it is a line of a table: results, standings, prices. */
  readonly isTabular: boolean;
  readonly #phrases: Int32Array;

  constructor(words: readonly Word[], from: number, to: number, stats: DocumentStats, lexicon: Lexicon) {
    this.words = words;
    this.from = from;
    this.to = to;
    this.stats = stats;
    this.casing = casingOf(words, from, to);
    this.isTabular = isTabular(words, from, to);
    this.#phrases = findPhrases(words, from, to, lexicon);
  }

  /** The word at an index of the document, or an edge where that lies outside this sentence. */
  at(index: number): Word {
    if (index < this.from) return before;
    return (index < this.to ? this.words[index] : undefined) ?? behind;
  }

  /** Which phrases of the gazetteers the token is in: bit `4 × list + place`, the place as in `Position`. */
  phrases(index: number): number {
    return this.#phrases[index - this.from] ?? 0;
  }
}

/** At least so many of a table's words are numbers. */
const numbersInTables = 0.25;

function isTabular(words: readonly Word[], from: number, to: number): boolean {
  let numbers = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word !== undefined && !word.isAlphabetic && (word.flags & WordFlag.Digit) !== 0) numbers++;
  }
  return numbers >= numbersInTables * (to - from);
}

function findPhrases(words: readonly Word[], from: number, to: number, lexicon: Lexicon): Int32Array {
  const found = new Int32Array(to - from);
  for (let first = from; first < to; first++) {
    const word = words[first];
    if (word === undefined || word.lists === 0 || (word.flags & WordFlag.Capital) === 0) continue;
    let lists = word.lists;
    let key = word.phrase;
    for (let last = first; ;) {
      mark(found, first - from, last - from, lists);
      const next = words[++last];
      if ((lists & Listed.Prefix) === 0 || last >= to || last - first >= longestPhrase || next === undefined) break;
      key = phraseKey(key, next.lowerHash);
      lists = lexicon.lists(key);
      if (lists === 0) break;
    }
  }
  return found;
}

function mark(found: Int32Array, first: number, last: number, lists: number): void {
  for (let list = 0; list < listCount; list++) {
    if ((lists & (1 << list)) === 0) continue;
    for (let at = first; at <= last; at++) {
      const place = first === last ? Position.Unit : at === first ? Position.Begin : at === last ? Position.Last : Position.Inside;
      found[at] = (found[at] ?? 0) | (1 << (4 * list + place));
    }
  }
}

/** The sentences of a reading, with the document's statistics of words counted over all of them. */
export function sentencesOf(reading: Reading, stats: DocumentStats, formCount: number, lexicon: Lexicon): Sentence[] {
  stats.begin(formCount);
  let from = 0;
  return reading.sentenceEnds.map((to) => {
    const sentence = new Sentence(reading.words, from, to, stats, lexicon);
    stats.add(reading.words, from, to, sentence.casing);
    from = to;
    return sentence;
  });
}
