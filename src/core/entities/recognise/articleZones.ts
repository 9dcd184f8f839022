import type { Article } from "../../article/article";
import { contains, overlaps, type Span } from "../../text/span";
import type { Zone } from "./reading";

/**
 * The parts of an article in which names count, in reading order and without overlaps: headline, byline, dateline,
 * subheadings, paragraphs, credit line and the titles of the related list. Site text and addresses are not among them.
 */
export function articleZones(article: Article): readonly Zone[] {
  const zones: { readonly zone: Zone; readonly span: Span }[] = [];
  const add = (span: Span | null | undefined): void => {
    if (span && span.end > span.start) zones.push({ zone: span, span });
  };
  add(article.headline?.span);
  add(article.byline?.span);
  add(article.dateline?.span);
  add(article.creditLine?.span);
  for (const span of article.subheadings) add(span);
  for (const { span } of article.related) add(span);
  for (const paragraph of article.paragraphs) {
    const first = paragraph.pieces[0];
    const last = paragraph.pieces.at(-1);
    if (first !== undefined && last !== undefined) zones.push({ zone: paragraph, span: { start: first.start, end: last.end } });
  }
  zones.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Zone[] = [];
  let end = -1;
  for (const { zone, span } of zones) {
    if (span.start < end || article.boilerplate.some((site) => overlaps(site, span) && !contains(span, site))) continue;
    kept.push(zone);
    end = span.end;
  }
  return kept;
}
