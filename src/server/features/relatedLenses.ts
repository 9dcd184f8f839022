import type { CodeLens, Position } from "vscode-languageserver";
import { iconLabel, label, labelLimit } from "../../core/text/escape";
import { articleId, selectionSpan } from "../../core/corpus/articleRecord";
import { readableNumber } from "../../core/text/readableCount";
import { readableDate } from "../../core/dates/readableDate";
import { relatedCommand, type DuplicateArticle } from "../../protocol/related";
import { lspRange } from "../answers/lspRange";
import { idInDocument } from "../answers/related/articleAt";
import { duplicateArticles, relatedCount } from "../answers/related/relatedAnswer";
import type { Feature, Services } from "../main/services";
import { normalUri } from "../files/uris";

/** In a bundle with more articles, lines above every headline would be slower than they are of use. */
const maxArticles = 500;
const titleLength = 40;

interface LensData {
  readonly id: string;
  readonly uri: string;
}

/** A line above a headline: `Near-duplicate of … · Reuters · 15 Nov 2013`, `3 related`. */
export const relatedLenses: Feature = (connection, services) => {
  const { related, relatedSettings } = services;
  connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
    const places = articlePlaces(services, uri);
    if (!relatedSettings.codeLens || places.length > maxArticles) return [];
    const lenses: CodeLens[] = [];
    for (const { id, start } of places) {
      // What is still to be compared has its line already, so that the text does not move under the reader later.
      if (related.isReady && related.related.facts(id) === null) continue;
      const range = { start, end: start };
      const data: LensData = { id, uri };
      const [first, ...others] = duplicateArticles(services, id);
      if (first !== undefined)
        lenses.push({
          range,
          data,
          command: {
            title: iconLabel(duplicateTitle(first, others.length), 2 * labelLimit),
            command: relatedCommand.compare,
            arguments: [{ id, other: first.article.id }],
          },
        });
      lenses.push({ range, data });
    }
    return lenses;
  });

  connection.onCodeLensResolve((lens): CodeLens => {
    const { id, uri } = lens.data as LensData;
    const title = relatedTitle(relatedCount(services, id), related.isReady);
    return {
      ...lens,
      command: lens.command ?? { title, command: relatedCommand.showRelated, arguments: [{ uri, position: lens.range.start }] },
    };
  });
  return { codeLensProvider: { resolveProvider: true } };
};

/** The articles of a document and where their headlines are: as the corpus has them, or as the open text says before it was taken in. */
function articlePlaces({ corpus, documents }: Services, uri: string): readonly { readonly id: string; readonly start: Position }[] {
  const records = corpus.articlesOf(normalUri(uri));
  if (records.length > 0) return records.map((record) => ({ id: articleId(record), start: record.selection.start }));
  const document = documents.parsed(uri);
  if (document === null || document.slots.length > maxArticles) return [];
  return document.slots.map((slot, index) => ({
    id: idInDocument(uri, document, index),
    start: lspRange(document.lines, selectionSpan(document.lines, slot, document.article(index))).start,
  }));
}

/** `3 related`; that there are none only where all articles have been compared. */
export function relatedTitle(count: number, isReady: boolean): string {
  if (count > 0) return `${readableNumber(count)} related`;
  return isReady ? "No related articles" : "Looking for related articles…";
}

/** `Near-duplicate of “A Syrian government…” · Reuters · 15 Nov 2013 (probable original) and 2 more`. */
export function duplicateTitle({ article, kind, original }: DuplicateArticle, others: number): string {
  const title = label(article.displayTitle, titleLength + 1);
  const source = [
    article.publisher ?? article.agency,
    article.datePublished === null ? "undated" : readableDate(article.datePublished),
  ].filter((part) => part !== null);
  const relation = kind === "excerpt" ? "Shares a passage with" : "Near-duplicate of";
  const origin = original === "other" ? " (probable original)" : "";
  return `${relation} ${label([title, ...source].join(" · "))}${origin}${others > 0 ? ` and ${readableNumber(others)} more` : ""}`;
}
