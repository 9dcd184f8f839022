import type { Article } from "../article/article";
import type { ArticleRecord } from "../corpus/articleRecord";
import type { Corpus } from "../corpus/corpus";
import { linkedTitles } from "./links/linkedTitles";
import type { ArticleFacts } from "./relatedCorpus";

/** What is known of an article beside the features of its text. */
export function articleFacts(text: string, article: Article, record: ArticleRecord, corpus: Corpus): ArticleFacts {
  return {
    headline: record.displayTitleKind === "headline" ? record.displayTitle : null,
    displayTitle: record.displayTitle,
    date: corpus.dateOf(record),
    publisher: record.publisher,
    agency: record.agency,
    creditLine: article.creditLine?.value ?? null,
    length: record.wordCount,
    listed: linkedTitles(text, article).map(({ title }) => title),
  };
}
