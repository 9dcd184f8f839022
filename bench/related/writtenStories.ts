import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Article } from "../../src/core/article/article";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { dayOf } from "../../src/core/related/similarity/daysBetween";

/** An article that was written for a measurement, with its story; one that is of no story has its own id there. */
export interface WrittenArticle {
  readonly id: string;
  readonly text: string;
  readonly article: Article;
  readonly day: number | null;
  readonly story: string;
}

/**
 * Short news texts about invented places, written before stories were measured with them: running stories, and for most of them
 * another event in the same place with the same people. The bundles are in `test/fixtures/stories`; an article's story is the folder
 * of its key
 * (`ferry-terminal/3.txt`), and those in `alone/` are of none. Options were settled with `development`; nothing was ever settled with
 * `test`.
 */
export function readWritten(part: "development" | "test"): readonly WrittenArticle[] {
  const text = readFileSync(path.join("test/fixtures/stories", `${part}.txt`), "utf8");
  const document = parseDocument(text, { fileName: `${part}.txt` });
  return document.slots.map(({ key }, at) => {
    const article = document.article(at);
    const id = key ?? String(at);
    const folder = id.slice(0, id.indexOf("/"));
    return { id, text, article, day: dayOf(article.datePublished?.iso ?? null), story: folder === "alone" ? id : folder };
  });
}
