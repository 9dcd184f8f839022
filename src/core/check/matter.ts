import { stem } from "../text/stem";
import { stopWords } from "../text/stopWords";
import type { Span } from "../text/span";
import { comparableWords } from "./comparableWords";

/** The telling words of a sentence, as stems, figures among them. */
export function matterOf(text: string, { start, end }: Span): ReadonlySet<string> {
  return new Set(
    comparableWords(text, start, end)
      .words.filter((word) => word.length > 2 && !stopWords.has(word))
      .map((word) => stem(word.replace(/'s$/u, ""))),
  );
}

export function withoutFigures(matter: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...matter].filter((word) => !/^\d/u.test(word)));
}

/** How many words two sentences share. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}

/** How much of `wanted`, which has a word at least, stands in `words`: 0-1. */
export function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  return sharedWords(wanted, words) / wanted.size;
}
