import type { ParsedQuery } from "../search/query/ast";
import { parseQuery } from "../search/query/parser";
import { stopWords } from "../text/stopWords";

/** Words that an article is looked for by; more make the question slower and the answer no better. */
const mostWords = 14;

/** What finds the articles that have most of these words, the telling ones first; null where there are no words. */
export function candidateQuery(words: readonly string[]): ParsedQuery | null {
  const telling = [...new Set(words.filter((word) => !stopWords.has(word)))].sort((a, b) => b.length - a.length).slice(0, mostWords);
  const asked = telling.length > 0 ? telling : [...new Set(words)].slice(0, mostWords);
  return asked.length === 0 ? null : parseQuery(asked.map((word) => `"${word.replace(/"/gu, "")}"`).join(" OR "));
}
