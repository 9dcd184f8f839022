/** The words of a text as they are compared: without case, accents, marks and kinds of apostrophes. Offsets are into the text. */
export interface ComparableWords {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’][\p{L}]|[.,](?=\p{N})|(?<=\p{Lu})\.(?=\p{Lu}))*/gu;

/** The words of `text` from `from` to `to`, each with where it stands. Linear. */
export function comparableWords(text: string, from = 0, to = text.length): ComparableWords {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.slice(from, to).matchAll(word)) {
    words.push(comparable(match[0]));
    starts.push(from + match.index);
    ends.push(from + match.index + match[0].length);
  }
  return { words, starts, ends };
}

function comparable(written: string): string {
  const plain = /^[\x20-\x7e]*$/u.test(written) ? written : written.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/gu, "'");
  return plain.toLowerCase().replace(/[.,]/gu, "");
}
