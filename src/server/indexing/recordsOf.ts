import { articleRecord, type ArticleRecord } from "../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { StringPool } from "../../core/text/stringPool";
import type { Slices } from "../scheduler";

/**
 * The records of all articles of a document, made in slices. `keep`: the articles stay in the document's cache, as
 * is right for one that is open. Null if `isWanted` says no meanwhile.
 */
export async function recordsOf(
  uri: string, document: ParsedDocument, pool: StringPool, slices: Slices, keep: boolean, isWanted: () => boolean,
): Promise<readonly ArticleRecord[] | null> {
  const records: ArticleRecord[] = [];
  for (let index = 0; index < document.slots.length; index++) {
    const slot = document.slots[index];
    if (slot === undefined) break;
    const article = keep ? document.article(index) : document.readArticle(index);
    records.push(articleRecord(uri, document, index, slot, article, pool));
    if (slices.over) {
      await slices.next();
      if (!isWanted()) return null;
    }
  }
  return records;
}
