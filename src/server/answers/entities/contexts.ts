import type { Span } from "../../../core/text/span";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { EntityMention } from "../../../protocol/entities";
import type { Services } from "../../main/services";
import { locationOf, type ReadPlace } from "./entityPlaces";

/** Characters on either side of a name. */
const reach = 80;

/** A mention with the words around it, as far as its file can be read. */
export async function contextOf(services: Services, place: ReadPlace, mention: number): Promise<EntityMention> {
  const { article, record, date } = place;
  const { uri, range } = locationOf(services, place, mention);
  const form = article.names.forms[article.names.formOf[mention] ?? 0] ?? "";
  const common = { articleId: article.id, uri, range, title: record.displayTitle, date };
  const document = await services.sentenceTexts.document(article.uri);
  const base = document?.slots[article.index]?.span.start;
  if (document === null || base === undefined) return { ...common, text: form, before: "", after: "" };
  const relative = article.names.mentions.span(mention);
  const span = { start: base + relative.start, end: base + relative.end };
  const around = blockAround(document, article.index, span);
  return {
    ...common,
    text: inOneLine(document.text.slice(span.start, span.end)).trim(),
    before: inOneLine(document.text.slice(Math.max(around.start, span.start - reach), span.start)),
    after: inOneLine(document.text.slice(span.end, Math.min(around.end, span.end + reach))),
  };
}

/** The paragraph that a span lies in, or the line. */
export function blockAround(document: ParsedDocument, index: number, span: Span): Span {
  for (const { pieces } of document.article(index).paragraphs) {
    const start = pieces[0]?.start ?? Infinity;
    const end = pieces.at(-1)?.end ?? 0;
    if (start <= span.start && span.end <= end) return { start, end };
  }
  return {
    start: document.lines.spanOf(document.lines.lineAt(span.start)).start,
    end: document.lines.spanOf(document.lines.lineAt(span.end)).end,
  };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
