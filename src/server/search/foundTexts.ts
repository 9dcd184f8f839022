import type { ArticleRecord } from "../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { nameOf, placeLabel } from "../../core/corpus/places";
import type { HighlightPlan } from "../../core/search/engine/highlightPlan";
import type { SearchableText } from "../../core/search/engine/searchable";
import { searchableOutside, searchableText } from "../../core/search/engine/searchableOf";
import { findMatches, type TextMatch } from "../../core/search/findMatches";
import type { ArticleSummary } from "../../protocol";
import { articleSummary } from "../articleSummary";
import type { Services } from "../services";

/** A hit's article with its text as it is now: open, or read from its file. */
export interface FoundText {
  readonly summary: ArticleSummary;
  /** Null for text outside the articles of a bundle. */
  readonly record: ArticleRecord | null;
  /** Null where the text cannot be read any more. */
  readonly document: ParsedDocument | null;
  readonly text: SearchableText | null;
  readonly matches: readonly TextMatch[];
}

const outsideSuffix = "?outside";

/** What a hit's id stands for in the corpus; null where it has gone since. */
export function summaryOf(services: Services, id: string): { readonly summary: ArticleSummary; readonly record: ArticleRecord | null } | null {
  const { corpus, documents } = services;
  if (id.endsWith(outsideSuffix)) {
    const uri = id.slice(0, -outsideSuffix.length);
    const start = { line: 0, character: 0 };
    return {
      record: null,
      summary: {
        id, uri: documents.clientUri(uri), key: null, displayTitle: `Outside the articles of ${nameOf(uri)}`, displayTitleKind: "name",
        publisher: null, agency: null, datelineCity: null, datePublished: null, selection: { start, end: start }, range: { start, end: start },
      },
    };
  }
  const record = corpus.article(id);
  if (record === null) return null;
  const summary = articleSummary(record, corpus);
  return { record, summary: { ...summary, uri: documents.clientUri(record.uri) } };
}

/** Reads the text of a hit and finds in it what was looked for; null where the article has gone. */
export async function foundText(services: Services, id: string, plan: HighlightPlan): Promise<FoundText | null> {
  const found = summaryOf(services, id);
  if (found === null) return null;
  const { record } = found;
  const uri = record?.uri ?? id.slice(0, -outsideSuffix.length);
  const document = await services.sentenceTexts.document(uri);
  const text = document === null ? null : textIn(document, uri, record);
  return { ...found, document, text, matches: text === null ? [] : findMatches(text, plan) };
}

function textIn(document: ParsedDocument, uri: string, record: ArticleRecord | null): SearchableText | null {
  if (record === null) return searchableOutside(document, uri, "", "");
  // The text may have changed since the corpus read it.
  const index = document.slots[record.index]?.key === record.key ? record.index : document.slots.findIndex(({ key }) => key === record.key);
  return index < 0 ? null : searchableText(document.text, document.article(index));
}

/** Where an article stands, for people: its path below the folder, and its name in a bundle. */
export function labelOf({ files }: Services, { record, summary }: FoundText): string {
  const label = placeLabel(record?.uri ?? summary.uri, files.folders.map((folder) => folder.uri));
  const key = record?.key ?? null;
  return key === null ? label : `${label}#${key}`;
}

