import type { ArticleRecord } from "../../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { nameOf, placeLabel } from "../../../core/corpus/places";
import type { HighlightPlan } from "../../../core/search/engine/highlightPlan";
import type { SearchableText } from "../../../core/search/engine/searchable";
import { searchableOutside, searchableText } from "../../../core/search/engine/searchableOf";
import { findMatches, type TextMatch } from "../../../core/search/show/findMatches";
import type { Span } from "../../../core/text/span";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { ArticleSummary, ProtocolRange } from "../../../protocol/ranges";
import type { Services } from "../../main/services";
import { articleSummary } from "../articleSummary";
import { lspRange } from "../lspRange";

/** A hit's article with its text as it is now: open, or read from its file. */
export interface FoundText {
  readonly summary: ArticleSummary;
  /** Null for text outside the articles of a bundle. */
  readonly record: ArticleRecord | null;
  /** Null where the text cannot be read any more. */
  readonly text: SearchableText | null;
  /** Where a stretch of `text` stands in the file. */
  readonly rangeOf: (span: Span) => ProtocolRange;
  readonly matches: readonly TextMatch[];
}

const outsideSuffix = "?outside";

/** What a hit's id stands for in the corpus; null where it has gone since. */
export function summaryOf(
  services: Services,
  id: string,
): { readonly summary: ArticleSummary; readonly record: ArticleRecord | null } | null {
  const { corpus, documents } = services;
  if (id.endsWith(outsideSuffix)) {
    const uri = id.slice(0, -outsideSuffix.length);
    const start = { line: 0, character: 0 };
    return {
      record: null,
      summary: {
        id,
        uri: documents.clientUri(uri),
        key: null,
        displayTitle: `Outside the articles of ${nameOf(uri)}`,
        displayTitleKind: "name",
        publisher: null,
        agency: null,
        datelineCity: null,
        datePublished: null,
        selection: { start, end: start },
        range: { start, end: start },
      },
    };
  }
  const record = corpus.article(id);
  if (record === null) return null;
  const summary = articleSummary(record, corpus);
  return { record, summary: { ...summary, uri: documents.clientUri(record.uri) } };
}

/** Reads the text of a hit and finds in it what was looked for; null where the article has gone, or `token` was cancelled. */
export async function foundText(services: Services, id: string, plan: HighlightPlan, token: CancellationToken): Promise<FoundText | null> {
  const found = summaryOf(services, id);
  if (found === null) return null;
  const { record } = found;
  const alone = record === null ? null : await services.search.bundleArticles.get(record);
  const uri = record?.uri ?? id.slice(0, -outsideSuffix.length);
  const document = alone ?? (await services.sentenceTexts.document(uri));
  // Parsing and finding is what takes its time.
  if (token.isCancellationRequested) return null;
  const text = alone !== null ? searchableText(alone.text, alone.article(0)) : document === null ? null : textIn(document, uri, record);
  const firstLine = alone === null || record === null ? 0 : record.range.start.line;
  const rangeOf = (span: Span): ProtocolRange =>
    document === null ? found.summary.selection : movedDown(lspRange(document.lines, span), firstLine);
  return { ...found, text, rangeOf, matches: text === null ? [] : findMatches(text, plan, id) };
}

function movedDown({ start, end }: ProtocolRange, lines: number): ProtocolRange {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}

function textIn(document: ParsedDocument, uri: string, record: ArticleRecord | null): SearchableText | null {
  if (record === null) return searchableOutside(document, uri, "", "");
  // The text may have changed since the corpus read it.
  const index = document.slots[record.index]?.key === record.key ? record.index : document.slots.findIndex(({ key }) => key === record.key);
  return index < 0 ? null : searchableText(document.text, document.article(index));
}

/** Where an article stands, for people: its path below the folder, and its name in a bundle. */
export function labelOf({ files }: Services, { record, summary }: FoundText): string {
  const label = placeLabel(
    record?.uri ?? summary.uri,
    files.folders.map((folder) => folder.uri),
  );
  const key = record?.key ?? null;
  return key === null ? label : `${label}#${key}`;
}
