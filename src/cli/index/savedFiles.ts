import type { ArticleRecord } from "../../core/corpus/articleRecord";
import type { FactFields } from "../../core/search/engine/searchableOf";

/** What is kept of an article beside what the search index has. */
export interface SavedArticle {
  readonly record: ArticleRecord;
  readonly fields: FactFields;
  /** As the corpus understood it then. */
  readonly date: string | null;
}

/** What is kept of a file. */
export interface SavedFile {
  readonly uri: string;
  /** The text of its `FileStamp`; empty where it has to be read again whatever it looks like. */
  readonly stamp: string;
  /** Why it was left out, in words; null where it was not. */
  readonly left: string | null;
  /** What was lost in decoding, in words. */
  readonly notice: string | null;
  readonly articles: readonly SavedArticle[];
  /** Whether something stands outside its articles. */
  readonly hasOutside: boolean;
}

/** What an index file has beside the index. */
export interface SavedCorpus {
  /** Of this program: another one may read articles in another way. */
  readonly version: string;
  /** The absolute path of what was searched. */
  readonly root: string;
  readonly files: readonly SavedFile[];
  /** Groups of near-duplicates by article, where they are known. */
  readonly copies: readonly (readonly [id: string, group: string])[] | null;
  /** Labels of stories likewise. */
  readonly stories: readonly (readonly [id: string, label: string])[] | null;
}
