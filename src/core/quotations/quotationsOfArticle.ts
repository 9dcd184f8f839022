import type { Article } from "../article/article";
import type { ArticleNames } from "../entities/index/articleNames";
import { entitiesByMention, findQuotations } from "./findQuotations";
import type { Quotation } from "./quotation";

/**
 * The quotations of an article whose names are known as the index keeps them. `offset` is where the article begins: the
 * names are counted from there, the quotations from the start of `text`. Mentions are indexes into `names.mentions`.
 */
export function quotationsOfArticle(text: string, article: Pick<Article, "paragraphs" | "boilerplate">, { mentions, locals }: ArticleNames, offset: number): readonly Quotation[] {
  const placed = Array.from({ length: mentions.count }, (_, at) => {
    const { start, end } = mentions.span(at);
    return { start: start + offset, end: end + offset, type: mentions.type(at), score: 1 };
  });
  return findQuotations(text, article, { mentions: placed, entityOf: entitiesByMention(mentions.count, locals) });
}
