import type { Article } from "../article/article";
import type { Corpus } from "../corpus/corpus";
import { datedArticle } from "../article/outline";
import type { Problem } from "../corpus/problem";

/**
 * The problems of an article that are still ones in its corpus: a date with two readings is none where the
 * publisher's other dates show which is meant.
 */
export function articleProblems(article: Article, corpus: Corpus): readonly Problem[] {
  if (article.problems.length === 0) return [];
  const isAmbiguous = corpus.isDateAmbiguous(datedArticle(article));
  return article.problems.filter((problem) => problem.code !== "ambiguous-date" || isAmbiguous);
}
