import type { Article } from "../article/article";
import type { ArticleNames } from "../entities/index/articleNames";
import type { Mention } from "../entities/mention";
import { entitiesByMention, findQuotations } from "./findQuotations";
import type { Quotation } from "./quotation";

/** The mentions of an article as the index keeps them, counted from the start of the text; `offset` is where the article begins. */
export function placedMentions({ mentions }: Pick<ArticleNames, "mentions">, offset: number): readonly Mention[] {
  return Array.from({ length: mentions.count }, (_, at) => {
    const { start, end } = mentions.span(at);
    return { start: start + offset, end: end + offset, type: mentions.type(at), score: 1 };
  });
}

/**
 * The quotations of an article whose names are known as the index keeps them. `offset` is where the article begins: the
 * names are counted from there, the quotations from the start of `text`. Mentions are indexes into `names.mentions`.
 */
export function quotationsOfArticle(
  text: string,
  article: Pick<Article, "paragraphs" | "boilerplate">,
  { mentions, locals }: ArticleNames,
  offset: number,
): readonly Quotation[] {
  return findQuotations(text, article, {
    mentions: placedMentions({ mentions }, offset),
    entityOf: entitiesByMention(mentions.count, locals),
  });
}
