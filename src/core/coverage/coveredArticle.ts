import { paragraphSpans } from "../article/paragraphSpans";
import { articleId, type ArticleRecord } from "../corpus/articleRecord";
import type { ParsedDocument } from "../corpus/parseDocument";
import type { EntityView } from "../entities/index/entityView";
import { extractRoles } from "../entities/roles/extractRoles";
import { attributedQuotations, placedMentions } from "../quotations/quotationsOfArticle";
import type { CoveredArticle } from "./compareCoverage";

/** An article of `document` as a comparison reads it; `published` is its day as the corpus reads it. */
export function coveredArticle(
  record: ArticleRecord,
  document: ParsedDocument,
  view: EntityView,
  published: string | null,
): CoveredArticle {
  const { uri, index } = record;
  const { text } = document;
  const named = view.index.articleAt(uri, index);
  const offset = document.slots[index]?.span.start ?? 0;
  const mentions = named === null ? [] : placedMentions(named.names, offset);
  return {
    id: articleId(record),
    text,
    paragraphs: paragraphSpans(document.article(index)),
    published,
    quotations: attributedQuotations(view, uri, document, index),
    roles:
      named === null
        ? []
        : extractRoles(text, mentions).flatMap(({ start, end, phrase, mention, kind }) => {
            const entity = view.idOfMention(named, mention);
            return entity === null || kind === "modifier" || kind === "of-phrase" ? [] : [{ start, end, phrase, entity }];
          }),
  };
}
