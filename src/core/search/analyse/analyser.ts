import { fold } from "../../text/fold";
import { longestTerm, readWords, type WordSink } from "./readWords";

/** Called for each term in order: the folded term and where its word stands (UTF-16 offsets). */
export type TermSink = (term: string, start: number, end: number) => void;

class Terms implements WordSink {
  readonly #sink: TermSink;

  constructor(sink: TermSink) {
    this.#sink = sink;
  }

  plain(text: string, start: number, end: number): void {
    this.#sink(fold(text.slice(start, Math.min(end, start + longestTerm))), start, end);
  }

  word(term: string, start: number, end: number): void {
    this.#sink(term, start, end);
  }

  spelling(): void {
    // Other spellings find a word; they are none.
  }
}

/** The terms of `text` from `from` to `to`, as `readWords` has them. */
export function analyse(text: string, from: number, to: number, sink: TermSink): void {
  readWords(text, from, to, false, new Terms(sink));
}

/** The terms of a short text, without places: a query's word, a field's value. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  analyse(text, 0, text.length, (term) => terms.push(term));
  return terms;
}
