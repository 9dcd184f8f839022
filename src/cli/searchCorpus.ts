import { articleId, sourceOf, type ArticleRecord } from "../core/corpus/articleRecord";
import { MiniSearchEngine } from "../core/search/engine/miniSearchEngine";
import { facets, type SearchAnswer, type SearchHit, type SortOrder } from "../core/search/engine/searchEngine";
import type { SearchableArticle } from "../core/search/engine/searchable";
import { outsideId, searchableOf, searchableOutside } from "../core/search/engine/searchableOf";
import { findMatches } from "../core/search/findMatches";
import { parseQuery } from "../core/search/query/parser";
import { printQuery } from "../core/search/query/printQuery";
import { snippetsOf } from "../core/search/snippets";
import type { Context } from "./context";
import { Failure } from "./failure";
import type { CorpusFile, LoadedCorpus } from "./loadCorpus";
import type { HitJson, SearchJson } from "./searchJson";

/** What to look for, and what of the answer is wanted. */
export interface SearchOptions {
  readonly query: string;
  readonly limit: number;
  readonly sort: SortOrder;
}

const snippetsShown = 3;

interface Source {
  readonly file: CorpusFile;
  /** Null for what stands outside the articles of a bundle. */
  readonly record: ArticleRecord | null;
  readonly searchable: () => SearchableArticle | null;
}

/** Indexes a corpus and answers one query. Fails when cancelled. */
export async function searchCorpus(loaded: LoadedCorpus, { query, limit, sort }: SearchOptions, { token }: Context): Promise<SearchJson> {
  const sources = sourcesOf(loaded);
  const engine = new MiniSearchEngine();
  let slice = performance.now();
  for (const { searchable } of sources.values()) {
    const article = searchable();
    if (article !== null) engine.set(article);
    if (performance.now() - slice < breathAfter) continue;
    // Ctrl+C is heard now and then.
    await new Promise((resolve) => setImmediate(resolve));
    slice = performance.now();
    if (token.isCancellationRequested) throw new Failure("Cancelled.");
  }
  const parsed = parseQuery(query);
  const answer = engine.search({ query: parsed, filters: [], sort, offset: 0, limit, fold: false }, token);
  if (answer === null) throw new Failure("Cancelled.");
  return {
    total: answer.total,
    partial: answer.partial,
    hits: answer.hits.flatMap((hit) => hitJson(hit, answer, sources, loaded) ?? []),
    facets: Object.fromEntries(facets.filter((facet) => answer.facets[facet].length > 0).map((facet) => [facet, answer.facets[facet]])),
    histogram: answer.histogram,
    understoodAs: printQuery(parsed.root),
    corrections: answer.corrections,
    hints: parsed.hints.map(({ message }) => message),
  };
}

/** In milliseconds. */
const breathAfter = 100;

function sourcesOf({ files, corpus }: LoadedCorpus): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const { uri, path, document } = file;
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    for (const [index, record] of corpus.articlesOf(uri).entries()) {
      const id = articleId(record);
      const context = { path: record.key === null ? path : `${path}#${record.key}`, folder: record.key === null ? folder : path, date: corpus.dateOf(record) };
      sources.set(id, { file, record, searchable: () => searchableOf(id, document.text, document.article(index), context) });
    }
    sources.set(outsideId(uri), { file, record: null, searchable: () => searchableOutside(document, uri, path, path) });
  }
  return sources;
}

function hitJson(hit: SearchHit, answer: SearchAnswer, sources: ReadonlyMap<string, Source>, { corpus }: LoadedCorpus): HitJson | null {
  const source = sources.get(hit.id);
  const article = source?.searchable() ?? null;
  if (source === undefined || article === null) return null;
  const { file: { path, document }, record } = source;
  return {
    file: path,
    key: record?.key ?? null,
    displayTitle: record?.displayTitle ?? `Outside the articles of ${path}`,
    publisher: record === null ? null : sourceOf(record),
    datePublished: record === null ? null : corpus.dateOf(record),
    score: Math.round(hit.score * 10_000) / 10_000,
    partial: hit.partial,
    inSiteText: hit.inSiteText,
    snippets: snippetsOf(article, findMatches(article, answer.highlight), snippetsShown).map(({ text, marks, place }) => ({ text, marks, line: document.lines.lineAt(place.start) + 1 })),
  };
}
