import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Article } from "../../src/core/article/article";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { dayOf } from "../../src/core/related/similarity/daysBetween";
import { decode } from "../../src/server/files/io/decode";

interface Gold {
  readonly articles: readonly { readonly file: string; readonly key: string | null; readonly story: string | null }[];
  readonly nearDuplicates: readonly { readonly kind: string; readonly original: Place; readonly copy: Place }[];
}
interface Place {
  readonly file: string;
  readonly key: string | null;
}

export interface SampleArticle {
  readonly id: string;
  readonly text: string;
  readonly article: Article;
  readonly day: number | null;
}

const idOf = ({ file, key }: Place): string => (key === null ? file : `${file}#${key}`);

/** The sample corpus with its gold: stories by article, and which text each copy repeats. */
export function readSamples(): {
  readonly articles: readonly SampleArticle[];
  readonly stories: ReadonlyMap<string, string>;
  readonly originals: ReadonlyMap<string, string>;
} {
  const gold = JSON.parse(readFileSync("test/fixtures/samples-gold.json", "utf8")) as Gold;
  const articles: SampleArticle[] = [];
  for (const file of new Set(gold.articles.map((article) => article.file))) {
    const decoded = decode(readFileSync(path.join("samples", file)));
    if (!decoded.ok) throw new Error(`${file}: ${decoded.detail}`);
    const { text } = decoded.file;
    const document = parseDocument(text, { fileName: path.basename(file) });
    for (const [at, { key }] of document.slots.entries()) {
      const article = document.article(at);
      articles.push({ id: idOf({ file, key }), text, article, day: dayOf(article.datePublished?.iso ?? null) });
    }
  }
  const stories = new Map(gold.articles.flatMap((article) => (article.story === null ? [] : [[idOf(article), article.story] as const])));
  const copies = gold.nearDuplicates.filter(({ kind }) => kind !== "excerpt");
  return { articles, stories, originals: new Map(copies.map(({ original, copy }) => [idOf(copy), idOf(original)])) };
}
