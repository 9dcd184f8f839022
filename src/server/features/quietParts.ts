import type { CancellationToken, Range } from "vscode-languageserver";
import type { Article } from "../../core/corpus/article";
import type { Span } from "../../core/text/span";
import { method, type QuietParts } from "../../protocol";
import { lspRange } from "../lspRange";
import type { Feature } from "../services";

/** In a bundle with more articles than this, only the site text is told: an editor draws some thousand ranges at most. */
const maxDetailedArticles = 1000;

/** `quietParts`: what of an open document the client dims. */
export const quietParts: Feature = (connection, { documents, scheduler }) => {
  connection.onRequest(method.quietParts, async ({ uri }: { readonly uri: string }, token: CancellationToken): Promise<QuietParts> => {
    const document = documents.parsed(uri);
    if (document === null) return { boilerplate: [], details: [] };
    const slices = scheduler.slices();
    const boilerplate: Range[] = [];
    const details: Range[] = [];
    const range = (span: Span): Range => lspRange(document.lines, span);
    for (let index = 0; index < document.slots.length; index++) {
      const article = document.article(index);
      for (const span of article.boilerplate) boilerplate.push(range(span));
      if (document.slots.length <= maxDetailedArticles) details.push(...detailSpans(article).map(range));
      if (slices.over) await slices.next(token);
    }
    return { boilerplate: inOrder(boilerplate), details: inOrder(details) };
  });
  return {};
};

/** What stands around the text of an article and belongs to it. */
function detailSpans({ byline, datePublished, prefix, creditLine, urlBlock }: Article): Span[] {
  const inPrefix = prefix !== null && datePublished?.source === "prefix";
  return [byline?.span, inPrefix ? null : datePublished?.span, prefix, creditLine?.span, urlBlock].filter((span) => span !== null && span !== undefined);
}

function inOrder(ranges: Range[]): Range[] {
  return ranges.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}
