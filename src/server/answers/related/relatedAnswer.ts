import { articleId, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { textParts } from "../../../core/related/articleFeatures";
import { linkBetween } from "../../../core/related/links/linkBetween";
import { linkedTitles } from "../../../core/related/links/linkedTitles";
import type { RelatedArticle } from "../../../core/related/relatedCorpus";
import { NamedEntities, outletNames } from "../../../core/related/similarity/namedEntities";
import { readableTerms } from "../../../core/related/similarity/readableTerms";
import { reasonsInWords } from "../../../core/related/similarity/reasons";
import type { ArticleSummary } from "../../../protocol/ranges";
import type { DuplicateArticle, ListedTitle, RelatedAnswer, RelatedEntry } from "../../../protocol/related";
import type { Services } from "../../main/services";
import { articleSummary } from "../articleSummary";
import { lspRange } from "../lspRange";

/** More copies of one text than this are counted and not listed. */
const maxCopies = 50;

/** All that belongs to an article, from what is ready; `document` is the one that it stands in. */
export function relatedAnswer(services: Services, record: ArticleRecord, document: ParsedDocument | null): RelatedAnswer {
  const id = articleId(record);
  const listed = document === null ? [] : listedTitles(services, document, record);
  const listedIds = new Set(listed.flatMap(({ articles }) => articles.map((article) => article.id)));
  return {
    article: articleSummary(record, services.corpus),
    listed,
    related: relatedEntries(services, record, document).map((entry) => ({ ...entry, isListed: listedIds.has(entry.article.id) })),
    duplicates: duplicateArticles(services, id),
    listedBy: [...services.related.related.listedBy(id)].flatMap((other) => summaryOf(services, other)),
    isReady: services.related.isReady && services.names.isReady,
  };
}

/** How many related articles there are, without looking for reasons. */
export function relatedCount(services: Services, id: string): number {
  const { related } = services.related;
  return related.related(id, services.relatedSettings.limit, new NamedEntities(services.names.view)).length;
}

export function duplicateArticles(services: Services, id: string): readonly DuplicateArticle[] {
  return services.related.related
    .duplicatesOf(id)
    .slice(0, maxCopies)
    .flatMap(({ id: other, ...duplicate }) => summaryOf(services, other).map((article) => ({ article, ...duplicate })));
}

/** The titles that the article lists, with what they name; and those of articles of the corpus that it links to in running text. */
export function listedTitles(services: Services, document: ParsedDocument, record: ArticleRecord): readonly ListedTitle[] {
  if (document.slots[record.index]?.key !== record.key) return [];
  const { related } = services.related;
  return linkedTitles(document.text, document.article(record.index)).flatMap(({ title, span, isListed }): ListedTitle[] => {
    const articles = related.resolve(title, articleId(record)).flatMap((match) => summaryOf(services, match.id));
    return isListed || articles.length > 0 ? [{ title, range: lspRange(document.lines, span), articles }] : [];
  });
}

export function summaryOf({ corpus, documents }: Services, id: string): ArticleSummary[] {
  const record = corpus.article(id);
  return record === null ? [] : [{ ...articleSummary(record, corpus), uri: documents.clientUri(record.uri) }];
}

function relatedEntries(
  services: Services,
  record: ArticleRecord,
  document: ParsedDocument | null,
): readonly Omit<RelatedEntry, "isListed">[] {
  const entities = new NamedEntities(services.names.view);
  const hits = services.related.related.related(articleId(record), services.relatedSettings.limit, entities);
  return hits.flatMap((hit) =>
    summaryOf(services, hit.id).map((article) => ({
      article,
      score: hit.score,
      reasons: reasonsFor(services, record, hit, document, entities),
      copies: hit.copies.flatMap((copy) => summaryOf(services, copy)),
    })),
  );
}

function reasonsFor(
  services: Services,
  record: ArticleRecord,
  hit: RelatedArticle,
  document: ParsedDocument | null,
  entities: NamedEntities,
): readonly string[] {
  const { related } = services.related;
  const id = articleId(record);
  const other = related.facts(hit.id);
  const outlets = outletNames([record.publisher, record.agency, other?.publisher ?? null, other?.agency ?? null]);
  const { ofArticle } = services.stories.current;
  const story = ofArticle.get(id);
  const article = document?.slots[record.index]?.key === record.key ? document.article(record.index) : undefined;
  const sources = {
    entity: (entity: string) => entities.shared(entity, outlets),
    phrases: (stems: readonly string[], limit: number) => {
      if (document === null || article === undefined) return [];
      const { title, body } = textParts(article);
      return readableTerms(document.text, title === null ? body : [title, ...body], stems, limit);
    },
    articleCount: related.size,
  };
  return reasonsInWords(hit, sources, linkBetween(related, id, hit.id), story !== undefined && story === ofArticle.get(hit.id));
}
