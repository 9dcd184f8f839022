import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/core/article/article";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { termsOf } from "../../src/core/search/analyse/analyser";
import type { SearchableArticle } from "../../src/core/search/engine/searchable";
import { searchableOf } from "../../src/core/search/engine/searchableOf";
import { CorpusGenerator } from "../generateCorpus";

/** An article to be indexed and looked for. */
export interface BenchArticle {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly body: string;
  /** Parses it again: parsed articles of a large corpus are not held. */
  readonly article: () => Article;
  readonly searchable: () => SearchableArticle;
}

export interface BenchCorpus {
  readonly articles: readonly BenchArticle[];
  readonly byId: ReadonlyMap<string, BenchArticle>;
  /** One id for all near-duplicates of an article: who finds a copy has found it. */
  readonly sameText: (id: string) => string;
  /** The most frequent words, the most frequent one first. */
  readonly commonWords: readonly string[];
}

/** Reads a folder (with its subfolder `files`, if there is one), or generates articles. */
export function readBenchCorpus(folder: string | null, count: number): BenchCorpus {
  const articles = [...(folder === null ? generated(count) : inFolder(folder, count))].map(([id, text]) => benchArticle(id, text));
  const frequency = new Map<string, number>();
  for (const { body } of articles) for (const word of new Set(termsOf(body))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return {
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    sameText: folder === null ? (id) => id : groups(folder),
    commonWords: [...frequency]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 100)
      .map(([word]) => word),
  };
}

function* generated(count: number): Generator<readonly [string, string]> {
  const generator = new CorpusGenerator(7);
  for (let made = 0; made < count; made++) {
    const { name, text } = generator.next();
    yield [name, text];
  }
}

function* inFolder(folder: string, count: number): Generator<readonly [string, string]> {
  const files = existsSync(join(folder, "files")) ? join(folder, "files") : folder;
  for (const name of readdirSync(files, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .slice(0, count))
    yield [name, readFileSync(join(files, name), "utf8")];
}

function benchArticle(id: string, text: string): BenchArticle {
  const article = (): Article => parseDocument(text, { fileName: id }).article(0);
  const { headline, paragraphs } = article();
  return {
    id,
    text,
    title: headline?.value ?? "",
    body: paragraphs
      .flatMap(({ pieces }) => pieces)
      .map(({ start, end }) => text.slice(start, end))
      .join(" "),
    article,
    searchable: () => {
      const parsed = article();
      return searchableOf(id, text, parsed, { path: id, folder: ".", date: parsed.datePublished?.iso ?? null });
    },
  };
}

/** The pairs of near-duplicates in gold.json, taken together. */
function groups(folder: string): (id: string) => string {
  const gold = join(folder, "gold.json");
  if (!existsSync(gold)) return (id) => id;
  const { pairs } = JSON.parse(readFileSync(gold, "utf8")) as { readonly pairs: readonly { readonly a: string; readonly b: string }[] };
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : rootOf(parent);
  };
  for (const { a, b } of pairs) if (rootOf(a) !== rootOf(b)) parents.set(rootOf(a), rootOf(b));
  return rootOf;
}
