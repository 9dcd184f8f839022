import type { CodeLens } from "vscode-languageserver";
import { iconLabel, label, labelLimit } from "../../core/text/escape";
import { articleId } from "../../core/corpus/articleRecord";
import { readableDate } from "../../core/dates/readableDate";
import { relatedCommand, type DuplicateArticle } from "../../protocol/related";
import { duplicateArticles, relatedCount } from "../answers/related/relatedAnswer";
import type { Feature } from "../main/services";
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
  const { corpus, related, relatedSettings } = services;
  connection.onCodeLens(({ textDocument: { uri } }): CodeLens[] => {
    const records = corpus.articlesOf(normalUri(uri));
    if (!relatedSettings.codeLens || records.length > maxArticles) return [];
    const lenses: CodeLens[] = [];
    for (const record of records) {
      const id = articleId(record);
      if (related.related.facts(id) === null) continue;
      const { start } = record.selection;
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

/** `3 related`; that there are none only where all articles have been compared. */
export function relatedTitle(count: number, isReady: boolean): string {
  if (count > 0) return `${count} related`;
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
  return `${relation} ${label([title, ...source].join(" · "))}${origin}${others > 0 ? ` and ${others} more` : ""}`;
}
