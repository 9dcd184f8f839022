import { parseEnvelopes } from "../../../src/core/envelope/parseEnvelopes";
import { LineIndex } from "../../../src/core/text/lineIndex";
import type { Span } from "../../../src/core/text/span";

/** An envelope in plain data with 1-based lines, as test cases write it. */
export interface ArticleView {
  readonly name: string | null;
  readonly key: string;
  readonly ordinal: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly openLine: number;
  readonly contentLines: readonly [number, number] | null;
  readonly closeLine: number | null;
}

export interface EnvelopeView {
  readonly bundle: boolean;
  readonly articles: readonly ArticleView[];
  readonly outsideLines: readonly number[];
  readonly diagnostics: readonly { readonly line: number; readonly code: string }[];
}

/** Parses `text` and shows the result by lines. */
export function viewOf(text: string): EnvelopeView {
  const lines = new LineIndex(text);
  const { isBundle, articles, outside, problems } = parseEnvelopes(text, lines);
  const lineOf = (offset: number): number => lines.lineAt(offset) + 1;
  const linesOf = (span: Span): [number, number] => [lineOf(span.start), lineOf(span.end)];
  return {
    bundle: isBundle,
    articles: articles.map((article) => ({
      name: article.name,
      key: article.key,
      ordinal: article.ordinal,
      attributes: Object.fromEntries(article.attributes),
      openLine: lineOf(article.opener.start),
      contentLines: article.content === null ? null : linesOf(article.content),
      closeLine: article.closer === null ? null : lineOf(article.closer.start),
    })),
    outsideLines: outside.flatMap((span) => {
      const [first, last] = linesOf(span);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
    diagnostics: problems.map(({ span, code }) => ({ line: lineOf(span.start), code })),
  };
}
