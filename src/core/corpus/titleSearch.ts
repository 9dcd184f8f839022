import { fold } from "../text/fold";
import { comparePlace, type ArticleRecord } from "./articleRecord";
import type { Corpus } from "./corpus";

/** Ranks, best first; between them the newer article comes first. */
const rank = { titlePrefix: 0, wordPrefixes: 1, substring: 2, sourceOrDate: 3, subsequence: 4, none: 5 } as const;

/**
 * The articles that a quick pick offers for what was typed, best first, at most `limit`: titles that begin with it,
 * titles with words that begin with its words, titles that hold it, articles whose source, city or date answers to
 * the words that the title does not, and last titles that hold its letters in order ("syrtalk"). Everything, newest first,
 * for a blank query.
 */
export function findArticles(corpus: Corpus, query: string, limit: number): readonly ArticleRecord[] {
  const typed = fold(query).trim().replace(/ +/g, " ");
  const words = typed.split(" ");
  const best = new Best(Math.max(0, limit));
  for (const record of corpus.articles()) {
    const date = corpus.dateOf(record) ?? "";
    const place = typed === "" ? rank.titlePrefix : rankOf(record, date, typed, words);
    if (place !== rank.none) best.add({ record, rank: place, date });
  }
  return best.records();
}

interface Found {
  readonly record: ArticleRecord;
  readonly rank: number;
  readonly date: string;
}

/** Keeps the best of many without sorting them all: a keystroke waits for this. */
class Best {
  readonly #limit: number;
  #found: Found[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(found: Found): void {
    this.#found.push(found);
    if (this.#found.length > 4 * this.#limit + 64) this.#cut();
  }

  records(): readonly ArticleRecord[] {
    this.#cut();
    return this.#found.map(({ record }) => record);
  }

  #cut(): void {
    this.#found.sort((a, b) => a.rank - b.rank || (a.date === b.date ? comparePlace(a.record, b.record) : a.date < b.date ? 1 : -1));
    this.#found.length = Math.min(this.#found.length, this.#limit);
  }
}

function rankOf(record: ArticleRecord, date: string, typed: string, words: readonly string[]): number {
  const title = record.foldedTitle;
  if (title.startsWith(typed)) return rank.titlePrefix;
  if (words.every((word) => hasWordPrefix(title, word))) return rank.wordPrefixes;
  if (title.includes(typed)) return rank.substring;
  if (words.every((word) => title.includes(word) || hasWordPrefix(record.foldedSource, word) || date.startsWith(word)))
    return rank.sourceOrDate;
  return isSubsequence(typed, title) ? rank.subsequence : rank.none;
}

/** Whether some word of `text` begins with `prefix`. */
function hasWordPrefix(text: string, prefix: string): boolean {
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    if (at === 0 || !isWordUnit(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit > 127;
}

/** Whether the letters of `typed` (its spaces aside) occur in `text` in their order, the first one at a word's start. */
function isSubsequence(typed: string, text: string): boolean {
  let at = -1;
  for (let i = 0; i < typed.length; i++) {
    const letter = typed.charAt(i);
    if (letter === " ") continue;
    do at = text.indexOf(letter, at + 1);
    while (i === 0 && at > 0 && isWordUnit(text.charCodeAt(at - 1)));
    if (at < 0) return false;
  }
  return true;
}
