import { fold } from "../text/fold";
import type { ArticleRecord } from "./articleRecord";
import type { Corpus } from "./corpus";

/**
 * A test for articles that a typed filter lets through: each of its words stands somewhere in the title, the source
 * or the city, or begins the date (`2013-11`); case and accents do not count. Null for a blank filter, which lets
 * everything through.
 */
export function articleFilter(filter: string, corpus: Corpus): ((record: ArticleRecord) => boolean) | null {
  const words = fold(filter).split(" ").filter((word) => word !== "");
  if (words.length === 0) return null;
  return (record) => words.every((word) => record.foldedTitle.includes(word)
    || record.foldedSource.includes(word)
    || (corpus.dateOf(record)?.startsWith(word) ?? false));
}
