import type { CancellationToken, Range } from "vscode-languageserver";
import type { Article } from "../../core/article/article";
import type { LineIndex } from "../../core/text/lineIndex";
import { overlaps, type Span } from "../../core/text/span";
import { method, type QuietParts } from "../../protocol/corpus";
import { lspRange } from "../answers/lspRange";
import type { Feature } from "../main/services";

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
      if (document.slots.length <= maxDetailedArticles) details.push(...detailSpans(article, document.lines).map(range));
      if (slices.over) await slices.next(token);
    }
    return { boilerplate: inOrder(boilerplate), details: inOrder(details) };
  });
  return {};
};

/** What stands around the text of an article and belongs to it; what has a line of its own, with all of that line. */
function detailSpans({ body, byline, publisher, datePublished, prefix, creditLine, urlBlock }: Article, lines: LineIndex): Span[] {
  const wholeLine = ({ start }: Span): Span => lines.spanOf(lines.lineAt(start));
  const head = [byline?.span, publisher?.span, datePublished?.span].filter((span) => span !== null && span !== undefined);
  const above = head.filter((span) => span.start < (body?.start ?? 0) && (prefix === null || !overlaps(span, prefix)));
  return [...new Map(above.map(wholeLine).map((span) => [span.start, span])).values(), prefix, creditLine?.span, urlBlock].filter(
    (span) => span !== null && span !== undefined,
  );
}

function inOrder(ranges: Range[]): Range[] {
  return ranges.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}
