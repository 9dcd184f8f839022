import { ownCopy } from "../util/ownCopy";
import { fold } from "../text/fold";
import type { LineColumn, LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { StringPool } from "../util/stringPool";
import type { Article, DatePublished, DisplayTitleKind } from "../article/article";
import type { ArticleSlot, ParsedDocument } from "./parseDocument";

/** A range in lines and columns, 0-based, end exclusive. */
export interface LineRange {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** A date of publication without its place in the text. */
export type RecordDate = Pick<DatePublished, "iso" | "ambiguous" | "habit">;

/**
 * What the corpus keeps of an article: enough for lists, tooltips and title searches, about a kilobyte, and nothing
 * that holds on to the text.
 */
export interface ArticleRecord {
  readonly uri: string;
  readonly key: string | null;
  /** Its place among the articles of its document. */
  readonly index: number;
  readonly displayTitle: string;
  readonly displayTitleKind: DisplayTitleKind;
  /** `displayTitle`, folded. */
  readonly foldedTitle: string;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly datelineCity: string | null;
  /** Publisher, agency and city, folded: what a filter finds besides the title. */
  readonly foldedSource: string;
  readonly date: RecordDate | null;
  readonly byline: string | null;
  readonly url: string | null;
  /** The beginning of the body: plain text, at most `leadLength` characters, cut between words. */
  readonly lead: string;
  readonly wordCount: number;
  /** The headline, or the first line of the content. */
  readonly selection: LineRange;
  /** The whole article, marker lines included. */
  readonly range: LineRange;
}

const leadLength = 240;

/** The identity of an article: stable while its file and its envelope key are. */
export function articleId(record: Pick<ArticleRecord, "uri" | "key">): string {
  return record.key === null ? record.uri : `${record.uri}#${record.key}`;
}

/** Whose article it is, for lists: the outlet, or else the agency of the dateline. */
export function sourceOf(record: Pick<ArticleRecord, "publisher" | "agency">): string | null {
  return record.publisher ?? record.agency;
}

/** The order that settles every tie: by document, then by place in it. */
export function comparePlace(a: ArticleRecord, b: ArticleRecord): number {
  if (a.uri === b.uri) return a.index - b.index;
  return a.uri < b.uri ? -1 : 1;
}

/** The record of `article`, which stands in `slot`, the one at `index`, of `document`. */
export function articleRecord(
  uri: string,
  document: ParsedDocument,
  index: number,
  slot: ArticleSlot,
  article: Article,
  pool: StringPool,
): ArticleRecord {
  const { text, lines } = document;
  const publisher = pool.own(article.publisher?.value ?? null);
  const agency = pool.own(article.agency?.value ?? null);
  const datelineCity = pool.own(article.dateline?.cities[0] ?? null);
  const title = ownCopy(article.displayTitle);
  const date = article.datePublished;
  return {
    uri,
    key: slot.key === null ? null : ownCopy(slot.key),
    index,
    displayTitle: title,
    displayTitleKind: article.displayTitleKind,
    foldedTitle: fold(title),
    publisher,
    agency,
    datelineCity,
    foldedSource: pool.own(fold([publisher, agency, datelineCity].filter((part) => part !== null).join(" "))) ?? "",
    date: date === null ? null : { iso: ownCopy(date.iso), ambiguous: date.ambiguous, habit: date.habit },
    byline: detached(article.byline?.value),
    url: detached(article.url?.value),
    lead: leadOf(text, article),
    wordCount: wordCount(text, article),
    selection: lineRange(lines, selectionSpan(lines, slot, article)),
    range: lineRange(lines, slot.span),
  };
}

/** Where a cursor goes that is sent to an article: its headline, else the first line of what it has. */
export function selectionSpan(lines: LineIndex, slot: ArticleSlot, article: Article): Span {
  if (article.headline?.span) return article.headline.span;
  const first = article.body ?? article.content ?? slot.span;
  const line = lines.spanOf(lines.lineAt(first.start));
  return { start: first.start, end: Math.max(first.start, Math.min(line.end, slot.span.end)) };
}

function lineRange(lines: LineIndex, span: Span): LineRange {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

function detached(value: string | undefined): string | null {
  return value === undefined ? null : ownCopy(value);
}

function leadOf(text: string, article: Article): string {
  let lead = "";
  for (const paragraph of article.paragraphs) {
    for (const piece of paragraph.pieces) {
      lead += (lead === "" ? "" : " ") + text.slice(piece.start, Math.min(piece.end, piece.start + leadLength)).trim();
      if (lead.length >= leadLength) {
        const cut = lead.lastIndexOf(" ", leadLength);
        return ownCopy(`${lead.slice(0, cut > leadLength / 2 ? cut : leadLength)}…`);
      }
    }
  }
  return ownCopy(lead);
}

function wordCount(text: string, article: Article): number {
  let count = 0;
  for (const paragraph of article.paragraphs) {
    for (const piece of paragraph.pieces) {
      let inWord = false;
      for (let offset = piece.start; offset < piece.end; offset++) {
        const space = isSpace(text.charCodeAt(offset));
        if (!space && !inWord) count++;
        inWord = !space;
      }
    }
  }
  return count;
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 0xa0 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200b)
  );
}
