import type { Article } from "../core/article/article";
import { articleId, type ArticleRecord, sourceOf } from "../core/corpus/articleRecord";
import { articleFacts } from "../core/related/articleFacts";
import { articleFeatures } from "../core/related/articleFeatures";
import { RelatedCorpus } from "../core/related/relatedCorpus";
import type { Context } from "./context";
import type { CorpusFile } from "./corpusFile";
import { Failure } from "./failure";
import type { LoadedCorpus } from "./loadCorpus";

/** Where an article stands, as `--json` says it. */
export interface PlaceJson {
  readonly file: string;
  /** Null for the article of a single-article file. */
  readonly key: string | null;
}

/** An article of a loaded corpus with its text. */
export interface LoadedArticle {
  readonly id: string;
  readonly record: ArticleRecord;
  readonly file: CorpusFile;
  readonly article: () => Article;
}

/** A corpus with its near-duplicates compared and its topics trained. */
export interface LoadedRelated extends LoadedCorpus {
  readonly related: RelatedCorpus;
  readonly articles: ReadonlyMap<string, LoadedArticle>;
}

/** Finds near-duplicates and what relatedness needs. Ctrl+C is heard now and then. */
export async function readRelated(loaded: LoadedCorpus, context: Context): Promise<LoadedRelated> {
  const { token } = context;
  const related = new RelatedCorpus();
  const articles = new Map<string, LoadedArticle>();
  const breathe = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new Failure("Cancelled.");
  };
  for (const file of loaded.files) {
    for (const [at, record] of loaded.corpus.articlesOf(file.uri).entries()) {
      const id = articleId(record);
      const article = file.document.article(at);
      articles.set(id, { id, record, file, article: () => file.document.article(at) });
      related.set(id, articleFeatures(file.document.text, article), articleFacts(file.document.text, article, record, loaded.corpus));
    }
    await breathe();
  }
  const wordsOf = (id: string): Uint32Array => {
    const article = articles.get(id);
    return article === undefined ? new Uint32Array(0) : articleFeatures(article.file.document.text, article.article()).words;
  };
  const work = related.duplicates.settle();
  for (let step = work.next(), at = 1; step.done !== true; at++) {
    step = work.next(step.value === null ? undefined : wordsOf(step.value));
    if (at % 100 === 0) await breathe();
  }
  related.touch();
  return { ...loaded, related, articles };
}

/** Where an article stands. */
export function placeOf({ file, record }: LoadedArticle): PlaceJson {
  return { file: file.path, key: record.key };
}

/** `FILE` or `FILE#KEY`. */
export function placeText({ file, key }: PlaceJson): string {
  return key === null ? file : `${file}#${key}`;
}

/** Title, source and date in a line, for people. */
export function headingOf({ record }: LoadedArticle, date: string | null): string {
  return [record.displayTitle, sourceOf(record), date].filter((part) => part !== null && part !== "").join(" · ");
}

/** Drives a computation in slices to its end. Ctrl+C is heard between them. */
export async function drive<Result>(work: Generator<undefined, Result>, { token }: Context): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new Failure("Cancelled.");
  }
}
