import { findArticles } from "../../core/corpus/titleSearch";
import { type ArticleDetails, type FindArticlesParams, method } from "../../protocol/corpus";
import type { ArticleSummary } from "../../protocol/ranges";
import { articleSummary } from "../answers/articleSummary";
import type { Feature } from "../main/services";

/** Nobody looks through more. */
const mostFound = 2000;

/** `findArticles` (the quick pick over titles) and `articleDetails` (the tooltip of one article). */
export const articleLookup: Feature = (connection, { corpus }) => {
  connection.onRequest(method.findArticles, ({ query, limit }: FindArticlesParams): ArticleSummary[] =>
    findArticles(corpus, query, Math.min(limit, mostFound)).map((record) => articleSummary(record, corpus)),
  );

  connection.onRequest(method.articleDetails, ({ id }: { readonly id: string }): ArticleDetails | null => {
    const record = corpus.article(id);
    if (record === null) return null;
    const { byline, url, lead, wordCount } = record;
    return { summary: articleSummary(record, corpus), byline, url, lead, wordCount };
  });
  return {};
};
