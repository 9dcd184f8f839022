import { dateAt } from "../../../core/dates/dateAt";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { touches, type Span } from "../../../core/text/span";
import type { Services } from "../../main/services";
import { normalUri } from "../../files/uris";
import { blockAround } from "./contexts";
import type { DateToTell } from "./dateCard";

/** The date at an offset of an article: its own, or one that its text mentions; null where none stands, and in site text. */
export function mentionedDate(
  { corpus }: Pick<Services, "corpus">,
  uri: string,
  document: ParsedDocument,
  slot: number,
  offset: number,
): (DateToTell & { readonly span: Span }) | null {
  const article = document.article(slot);
  const own = article.datePublished;
  const record = corpus.articlesOf(normalUri(uri))[slot];
  const published = (record && corpus.dateOf(record)) ?? own?.iso ?? null;
  if (own?.span && touches(own.span, offset)) {
    const isOpen = own.ambiguous !== null && (record === undefined || corpus.isDateAmbiguous(record));
    const readings = isOpen ? [own.ambiguous.dayFirst, own.ambiguous.monthFirst] : [published ?? own.iso];
    return { span: own.span, words: document.text.slice(own.span.start, own.span.end), readings, by: "text", published };
  }
  if ([...article.boilerplate, article.urlBlock].some((part) => part !== null && touches(part, offset))) return null;
  const block = blockAround(document, slot, { start: offset, end: offset });
  const found = dateAt(document.text.slice(block.start, block.end), offset - block.start, published);
  if (found === null) return null;
  const span = { start: found.span.start + block.start, end: found.span.end + block.start };
  return { ...found, span, words: document.text.slice(span.start, span.end), published };
}
