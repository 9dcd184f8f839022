import type { ArticleRecord } from "../../core/corpus/articleRecord";
import type { Corpus } from "../../core/corpus/corpus";
import { WaitingDocuments } from "./waitingDocuments";

/**
 * The documents that still have to be worked on after the corpus has taken them in, the newest first. A change is found without a look at
 * all documents.
 */
export class Backlog {
  readonly #corpus: Corpus;
  readonly #waiting = new WaitingDocuments();
  readonly #done = new Map<string, readonly ArticleRecord[]>();
  #revision = -1;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** How many documents have been worked on; some of them wait again. */
  get done(): number {
    return this.#done.size;
  }

  /** How many documents wait, as far as `update` has looked. */
  get waiting(): number {
    return this.#waiting.size;
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
      this.#done.delete(uri);
      return;
    }
    const records = this.#corpus.articlesOf(uri);
    if (this.#done.get(uri) !== records) this.#waiting.add(uri, newestDate(records));
  }

  /** Whether one of these documents waits. */
  hasOneOf(uris: Iterable<string>): boolean {
    for (const uri of uris) if (this.#waiting.has(uri)) return true;
    return false;
  }

  /** Takes one of `urgent`, else the newest where `anyone` may have its turn; null for none. */
  take(urgent: Iterable<string>, anyone: boolean): string | null {
    return this.#waiting.take(urgent, anyone);
  }

  /** The articles `records` of a document have been worked on; it is done if they are what the corpus has. */
  setDone(uri: string, records: readonly ArticleRecord[]): void {
    if (this.#corpus.has(uri)) this.#done.set(uri, records);
  }
}

/** The date of the newest article, `YYYY-MM-DD`; empty for none. */
function newestDate(records: readonly ArticleRecord[]): string {
  let newest = "";
  for (const { date } of records) if (date !== null && date.iso > newest) newest = date.iso;
  return newest;
}
