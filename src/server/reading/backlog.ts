import type { ArticleRecord } from "../../core/corpus/articleRecord";
import type { Corpus } from "../../core/corpus/corpus";
import { WaitingDocuments } from "./waitingDocuments";

/** A document and those of its articles that were taken in. */
export interface TakenIn {
  readonly uri: string;
  readonly records: readonly ArticleRecord[];
}

/**
 * What one who follows the corpus has still to do: which documents to take in, the newest first, and which to forget. A change is found
 * without a look at all documents.
 */
export class Backlog {
  readonly #corpus: Corpus;
  readonly #waiting = new WaitingDocuments();
  readonly #done = new Map<string, readonly ArticleRecord[]>();
  readonly #gone = new Set<string>();
  #revision = -1;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** How many documents have been taken in; some of them wait again. */
  get done(): number {
    return this.#done.size;
  }

  /** How many documents are to be taken in, as far as `update` has looked. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether there is nothing to take in or to forget, as far as `update` has looked. */
  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#gone.size === 0;
  }

  /** Whether `update` has seen the last change of the corpus. */
  get isCurrent(): boolean {
    return this.#revision === this.#corpus.revision;
  }

  /** Finds out what has changed since the last time; false for nothing. */
  update(): boolean {
    if (this.isCurrent) return false;
    const changed = this.#corpus.changedSince(this.#revision);
    this.#revision = this.#corpus.revision;
    for (const uri of changed ?? [...this.#done.keys(), ...this.#waiting.uris(), ...this.#corpus.documents()]) this.#look(uri);
    return true;
  }

  #look(uri: string): void {
    if (!this.#corpus.has(uri)) {
      this.#waiting.delete(uri);
      if (this.#done.has(uri)) this.#gone.add(uri);
      return;
    }
    this.#gone.delete(uri);
    const records = this.#corpus.articlesOf(uri);
    if (this.#done.get(uri) !== records) this.#waiting.add(uri, newestDate(records));
  }

  /** Takes one of `urgent`, else the newest where `anyone` may have its turn; null for none. */
  take(urgent: Iterable<string>, anyone: boolean): string | null {
    return this.#waiting.take(urgent, anyone);
  }

  /** Takes a document that has left the corpus, and is done no more; null for none. */
  takeGone(): TakenIn | null {
    for (const uri of this.#gone) {
      this.#gone.delete(uri);
      const records = this.recordsOf(uri);
      this.#done.delete(uri);
      return { uri, records };
    }
    return null;
  }

  /** The records of a document that were taken in. */
  recordsOf(uri: string): readonly ArticleRecord[] {
    return this.#done.get(uri) ?? [];
  }

  /** All that was taken in, as it is now. */
  all(): readonly TakenIn[] {
    return Array.from(this.#done, ([uri, records]) => ({ uri, records }));
  }

  /** A document's articles have been taken in; it is done if `records` is what the corpus has. */
  setDone(uri: string, records: readonly ArticleRecord[]): void {
    this.#done.set(uri, records);
    // It may have left the corpus while it was read.
    if (!this.#corpus.has(uri)) this.#gone.add(uri);
  }
}

/** The date of the newest article, `YYYY-MM-DD`; empty for none. */
function newestDate(records: readonly ArticleRecord[]): string {
  let newest = "";
  for (const { date } of records) if (date !== null && date.iso > newest) newest = date.iso;
  return newest;
}
