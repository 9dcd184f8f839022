import { articleId, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { LineColumn } from "../../../core/text/lineIndex";
import type { Services } from "../../main/services";
import { normalUri } from "../../files/uris";

/**
 * The record of the article at a position of a document: the last that begins before it, else the first. Null where the corpus has
 * none.
 */
export function recordAt({ corpus }: Pick<Services, "corpus">, uri: string, position: LineColumn | undefined): ArticleRecord | null {
  const records = corpus.articlesOf(normalUri(uri));
  if (position === undefined || records.length === 1) return records[0] ?? null;
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.range.start.line ?? Infinity) <= position.line) low = middle + 1;
    else high = middle;
  }
  return records[Math.max(0, low - 1)] ?? null;
}

/** The id that the corpus gives to the article in slot `index` of an open document. */
export function idInDocument(uri: string, document: ParsedDocument, index: number): string {
  return articleId({ uri: normalUri(uri), key: document.slots[index]?.key ?? null });
}
