import { foldWords } from "../../text/fold";

/** An article whose headline may be the one that a list names. */
export interface TitleMatch {
  readonly id: string;
  /** 1: the same words; below: how alike the two titles are. */
  readonly likeness: number;
}

/** Below this likeness titles are different ones: "Talks Open in Geneva" is not "Talks Fail in Geneva". */
const likenessFloor = 0.82;
const maxMatches = 5;
/** Shorter titles must be the same but for a letter. */
const fewestWords = 4;

/**
 * Headlines by their words, changed one article at a time: finds the articles that a related list names, small
 * differences tolerated (a letter, a word more or less, an outlet's name behind a bar).
 */
export class TitleMatcher {
  readonly #limit: number;
  readonly #titles = new Map<string, readonly string[]>();
  readonly #byWord = new Map<string, Set<string>>();
  readonly #byTitle = new Map<string, Set<string>>();

  /** At most `limit` articles are given for a title. */
  constructor(limit = maxMatches) {
    this.#limit = limit;
  }

  /** Sets an article's headline; null for an article without one. */
  set(id: string, headline: string | null): void {
    this.delete(id);
    const words = headline === null ? [] : wordsOf(headline);
    if (words.length === 0) return;
    this.#titles.set(id, words);
    for (const word of new Set(words)) add(this.#byWord, word, id);
    add(this.#byTitle, words.join(" "), id);
  }

  delete(id: string): void {
    const words = this.#titles.get(id);
    if (words === undefined) return;
    this.#titles.delete(id);
    for (const word of new Set(words)) remove(this.#byWord, word, id);
    remove(this.#byTitle, words.join(" "), id);
  }

  /** The articles that `title` may name, save `except`, best first; ties by id. */
  matches(title: string, except: string | null): readonly TitleMatch[] {
    const words = wordsOf(title);
    if (words.length === 0) return [];
    const exact = [...(this.#byTitle.get(words.join(" ")) ?? [])].filter((id) => id !== except).sort();
    if (exact.length > 0 && this.#limit <= maxMatches) return exact.slice(0, this.#limit).map((id) => ({ id, likeness: 1 }));
    const found: TitleMatch[] = [];
    for (const id of this.#candidates(words)) {
      const likeness = id === except ? 0 : likenessOf(words, this.#titles.get(id) ?? []);
      if (likeness >= likenessFloor) found.push({ id, likeness });
    }
    return found.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, this.#limit);
  }

  /** Articles with the rarest words of a title: one of them must be spelt alike. */
  #candidates(words: readonly string[]): ReadonlySet<string> {
    const rarest = [...new Set(words)]
      .map((word) => this.#byWord.get(word) ?? none)
      .filter((ids) => ids.size > 0)
      .sort((a, b) => a.size - b.size);
    const found = new Set<string>();
    for (const ids of rarest.slice(0, candidateWords)) {
      if (ids.size > candidateLimit && found.size > 0) break;
      for (const id of ids) found.add(id);
    }
    return found;
  }
}

const none: ReadonlySet<string> = new Set();
const candidateWords = 4;
const candidateLimit = 2000;

/** The words of a title without what stands behind a bar: "Talks open | The Ledger". */
function wordsOf(title: string): readonly string[] {
  const bar = title.search(/\s[|»]\s/);
  const folded = foldWords(bar > 0 ? title.slice(0, bar) : title);
  return folded === "" ? [] : folded.split(" ");
}

/** How alike two titles are, 0..1: the longest common run of words in order, a word with a letter's difference counting nearly whole. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let previous = new Float64Array(b.length + 1);
  for (const word of a) {
    const row = new Float64Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      row[at] = Math.max(row[at - 1] ?? 0, previous[at] ?? 0, (previous[at - 1] ?? 0) + wordLikeness(word, b[at - 1] ?? ""));
    }
    previous = row;
  }
  const common = previous[b.length] ?? 0;
  const likeness = (2 * common) / (a.length + b.length);
  return Math.min(a.length, b.length) < fewestWords && likeness < 0.95 ? 0 : likeness;
}

function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  // Figures and short words that differ are different words.
  if (Math.min(a.length, b.length) < 4 || /\d/.test(a) || !isOneEdit(a, b)) return 0;
  return 0.96;
}

/** Whether one letter was changed, left out, added, or swapped with its neighbour. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left === right.slice(1) + right.slice(0, 1);
}

function add(into: Map<string, Set<string>>, key: string, id: string): void {
  const ids = into.get(key);
  if (ids === undefined) into.set(key, new Set([id]));
  else ids.add(id);
}

function remove(from: Map<string, Set<string>>, key: string, id: string): void {
  const ids = from.get(key);
  ids?.delete(id);
  if (ids?.size === 0) from.delete(key);
}
