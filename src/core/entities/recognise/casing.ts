import { WordFlag, type Word } from "./words";

export const Casing = { Normal: 0, AllCapitals: 1, Title: 2 } as const;

/** How a sentence (the words from `from` to `to`) is written: normally, in capitals, or like an English headline. */
export function casingOf(words: readonly Word[], from: number, to: number): number {
  let alphabetic = 0;
  let withLower = 0;
  let withoutCapital = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word?.isAlphabetic !== true) continue;
    alphabetic++;
    if ((word.flags & WordFlag.HasLower) !== 0) withLower++;
    if ((word.flags & WordFlag.Capital) === 0) withoutCapital++;
  }
  if (alphabetic > 1 && withLower === 0) return Casing.AllCapitals;
  return alphabetic > 3 && withoutCapital <= 0.25 * alphabetic ? Casing.Title : Casing.Normal;
}
