import { articleId } from "../../corpus/articleRecord";
import type { Corpus } from "../../corpus/corpus";
import type { ArticleOrigin } from "../resolve/articleContexts";
import type { ArticlePlace } from "./entityIndex";

/** When an article was published and who made it, as a corpus knows it; null where the corpus does not have it (any more). */
export function originIn(corpus: Corpus, { id, uri, index }: ArticlePlace): ArticleOrigin | null {
  const record = corpus.articlesOf(uri)[index];
  if (record === undefined || articleId(record) !== id) return null;
  return {
    date: corpus.dateOf(record),
    // Of few articles more than the date is asked.
    get makers() {
      return [record.publisher, record.agency, record.byline].filter((name) => name !== null);
    },
  };
}
