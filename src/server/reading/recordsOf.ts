import { articleRecord, type ArticleRecord } from "../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { StringPool } from "../../core/util/stringPool";
import type { Slices } from "./scheduler";

/** Twice what the largest bundles hold; a text that consists of markers alone must not fill the memory. */
export const maxArticles = 200_000;

/** How many articles make a first part; each further one is twice as large, so that all parts cost as much as the whole. */
const firstPart = 1000;

/**
 * The records of the articles of a document, made in slices: of all, or of the first `maxArticles`. `onPart` gets what
 * there is so far, now and then. Null if `isWanted` says no meanwhile.
 */
export async function recordsOf(
  uri: string, document: ParsedDocument, pool: StringPool, slices: Slices, isWanted: () => boolean, onPart: (records: readonly ArticleRecord[]) => void,
): Promise<readonly ArticleRecord[] | null> {
  const records: ArticleRecord[] = [];
  let nextPart = firstPart;
  for (let index = 0; index < Math.min(document.slots.length, maxArticles); index++) {
    const slot = document.slots[index];
    if (slot === undefined) break;
    records.push(articleRecord(uri, document, index, slot, document.article(index), pool));
    if (records.length === nextPart) {
      nextPart *= 2;
      onPart(records.slice());
    }
    if (slices.over) {
      await slices.next();
      if (!isWanted()) return null;
    }
  }
  return records;
}
