/**
 * Sorted words as one text: of each word, how many letters it shares with the one before (a digit of base 36) and the letters behind
 * them, separated by spaces. Words have no spaces.
 */
export function frontCoded(words: readonly string[]): string {
  let before = "";
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return shared.toString(36) + word.slice(shared);
    })
    .join(" ");
}

/** The words that `frontCoded` was given. */
export function frontDecoded(text: string): readonly string[] {
  let before = "";
  return text === "" ? [] : text.split(" ").map((entry) => (before = before.slice(0, parseInt(entry.charAt(0), 36)) + entry.slice(1)));
}
