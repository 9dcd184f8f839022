/** The words of a text as they are compared: without case, accents, marks and kinds of apostrophes. Offsets are into the text. */
export interface ComparableWords {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’]\p{L}|[.,](?=\p{N})|(?<=\p{Lu})\.(?=\p{Lu}))*/gu;

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

/** The words without those that stand in brackets: what an editor put into a quotation. The same value where there are none. */
export function withoutBrackets(text: string, all: ComparableWords): ComparableWords {
  const first = all.starts[0] ?? 0;
  const spans = [...text.slice(first, all.ends.at(-1) ?? first).matchAll(/\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\]/gu)].map((match) => ({
    start: first + match.index,
    end: first + match.index + match[0].length,
  }));
  if (spans.length === 0) return all;
  let next = 0;
  const kept = all.starts.flatMap((start, at) => {
    while ((spans[next]?.end ?? Infinity) <= start) next++;
    return start >= (spans[next]?.start ?? Infinity) ? [] : [at];
  });
  const pick = <T>(values: readonly T[]): T[] => kept.flatMap((at) => values[at] ?? []);
  return { words: pick(all.words), starts: pick(all.starts), ends: pick(all.ends) };
}

function comparable(written: string): string {
  const plain = /^[\x20-\x7e]*$/u.test(written) ? written : written.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/gu, "'");
  return plain.toLowerCase().replace(/[.,]/gu, "");
}
