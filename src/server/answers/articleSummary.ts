import { articleId, type ArticleRecord } from "../../core/corpus/articleRecord";
import type { Corpus } from "../../core/corpus/corpus";
import type { ArticleSummary } from "../../protocol/ranges";

/** An article of the corpus as lists show it. */
export function articleSummary(record: ArticleRecord, corpus: Corpus): ArticleSummary {
  return {
    id: articleId(record),
    uri: record.uri,
    key: record.key,
    displayTitle: record.displayTitle,
    displayTitleKind: record.displayTitleKind,
    publisher: record.publisher,
    agency: record.agency,
    datelineCity: record.datelineCity,
    datePublished: corpus.dateOf(record),
    selection: record.selection,
    range: record.range,
  };
}
