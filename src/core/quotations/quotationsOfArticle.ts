import type { ArticleNames } from "../entities/index/articleNames";
import type { ParsedDocument } from "../corpus/parseDocument";
import type { EntityView } from "../entities/index/entityView";
import type { Mention } from "../entities/mention";
import { movedBy, type Quotation } from "./quotation";

/** The mentions of an article as the index keeps them, counted from the start of the text; `offset` is where the article begins. */
export function placedMentions({ mentions }: Pick<ArticleNames, "mentions">, offset: number): readonly Mention[] {
  return Array.from({ length: mentions.count }, (_, at) => {
    const { start, end } = mentions.span(at);
    return { start: start + offset, end: end + offset, type: mentions.type(at), score: 1 };
  });
}

/**
 * The quotations of an article whose names are known as the index keeps them, counted from the start of the text; `offset`
 * is where the article begins. Mentions are indexes into `names.mentions`.
 */
export function quotationsOfArticle({ quotations }: Pick<ArticleNames, "quotations">, offset: number): readonly Quotation[] {
  return quotations.map((quotation) => movedBy(quotation, offset));
}

/** The quotations of the article at place `at` of a document, each with the entity that says it; null where the article does not tell. */
export function attributedQuotations(
  view: EntityView,
  uri: string,
  document: ParsedDocument,
  at: number,
): readonly (Quotation & { readonly entity: string | null })[] {
  const named = view.index.articleAt(uri, at);
  const slot = document.slots[at];
  if (named === null || slot === undefined) return [];
  return quotationsOfArticle(named.names, slot.span.start).map((quotation) => {
    const mention = quotation.speaker?.mention ?? null;
    return { ...quotation, entity: mention === null ? null : view.idOfMention(named, mention) };
  });
}
