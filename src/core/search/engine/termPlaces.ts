import type { Article } from "../../article/article";
import type { Span } from "../../text/span";
import { readWords, type WordSink } from "../analyse/readWords";
import type { TextRun } from "./searchable";
import { searchableText } from "./searchableOf";

/** Counts the places of an article's terms as `articleText` does, and notes where each of them stands in the text. */
class PlaceCounter implements WordSink {
  readonly starts: number[] = [];
  #spellings = 0;

  plain(_text: string, start: number): void {
    this.starts.push(start);
  }

  word(_term: string, start: number): void {
    this.starts.push(start);
  }

  spelling(): void {
    this.#spellings++;
  }

  read(text: string, runs: readonly TextRun[], isTitle: boolean): void {
    for (const run of runs) {
      const before = this.starts.length;
      for (const { start, end } of run) readWords(text, start, end, isTitle, this);
      if (this.starts.length > before) this.starts.push(-1);
    }
    if (this.#spellings === 0) return;
    for (let left = this.#spellings; left >= 0; left--) this.starts.push(-1);
    this.#spellings = 0;
  }
}

/**
 * Where the words of `spans` (in order of their starts) stand in the term sequence of the article: from the first term that
 * begins in a span to behind the last. Spans without a word are empty, at 0.
 */
export function termPlaces(text: string, article: Article, spans: readonly Span[]): readonly Span[] {
  const { title, body } = searchableText(text, article);
  const counter = new PlaceCounter();
  counter.read(text, title === null ? [] : [title], true);
  const from = counter.starts.length;
  counter.read(text, body, false);
  const { starts } = counter;
  const first = spans.map(() => 0);
  const last = spans.map(() => 0);
  let open = 0;
  for (let place = from; place < starts.length; place++) {
    const offset = starts[place] ?? -1;
    if (offset < 0) continue;
    while (open < spans.length && (spans[open]?.end ?? 0) <= offset) open++;
    for (let at = open; at < spans.length; at++) {
      const { start, end } = spans[at] ?? { start: 0, end: 0 };
      if (start > offset) break;
      if (offset >= end) continue;
      if (last[at] === 0) first[at] = place;
      last[at] = place + 1;
    }
  }
  return spans.map((_, at) => ({ start: first[at] ?? 0, end: last[at] ?? 0 }));
}
