import type { Article } from "../core/article/article";
import { articleId, type ArticleRecord, sourceOf } from "../core/corpus/articleRecord";
import type { RelatedCorpus } from "../core/related/relatedCorpus";
import type { Context } from "./context";
import type { CorpusFile } from "./corpusFile";
import { drive } from "./drive";
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
  /** Its place among the articles of its file. */
  readonly at: number;
  readonly article: () => Article;
}

/** A corpus with its near-duplicates compared and its topics trained. */
export interface LoadedRelated extends LoadedCorpus {
  readonly related: RelatedCorpus;
  readonly articles: ReadonlyMap<string, LoadedArticle>;
}

/** Finds near-duplicates and what relatedness needs. Ctrl+C is heard now and then. */
export async function readRelated(loaded: LoadedCorpus, context: Context): Promise<LoadedRelated> {
  const { library } = loaded;
  await drive(library.relate(), context);
  await drive(library.compare(), context);
  return { ...loaded, related: library.related, articles: loadedArticles(loaded) };
}

/** The articles of a corpus by their ids, in the order of their places. */
export function loadedArticles({ files, corpus }: LoadedCorpus): ReadonlyMap<string, LoadedArticle> {
  const articles = new Map<string, LoadedArticle>();
  for (const file of files) {
    for (const [at, record] of corpus.articlesOf(file.uri).entries()) {
      const id = articleId(record);
      articles.set(id, { id, record, file, at, article: () => file.document.article(at) });
    }
  }
  return articles;
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
