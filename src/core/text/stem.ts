import { stemmer } from "stemmer";

const cache = new Map<string, string>();
const cacheLimit = 200_000;

/** The Porter stem of a folded English word; words of other scripts come back as they are. Cached, as text repeats itself. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = /^[a-z]{3,}$/u.test(word) ? stemmer(word) : word;
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(word, stemmed);
  return stemmed;
}
