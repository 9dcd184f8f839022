import MiniSearch, { type SearchOptions } from "minisearch";
import type { QueryKind } from "./queries";
import type { BenchArticle } from "./readCorpus";

/** Another way to search the same articles. */
export interface Peer {
  readonly name: string;
  /** How long its index took, in milliseconds; undefined without one. */
  readonly build?: number;
  /** The ids or files found; ranked where the peer ranks. */
  readonly find: (query: string, kind: QueryKind) => readonly string[];
  /** The same with all words wanted and titles counted threefold, where the peer knows that. */
  readonly findAll?: (query: string, kind: QueryKind) => readonly string[];
  readonly answers: (kind: QueryKind) => boolean;
  /** How many of the queries are measured. */
  readonly queries: number;
}

/** Beyond so many articles its index takes minutes and a gigabyte. */
const mostForMiniSearch = 20_000;

/** MiniSearch as its manual begins: defaults, over title and body. In words why not where it is not asked. */
export function miniSearchPeer(articles: readonly BenchArticle[]): Peer | string {
  if (articles.length > mostForMiniSearch) return `more than ${mostForMiniSearch} articles`;
  const index = new MiniSearch({ fields: ["title", "body"] });
  const start = performance.now();
  for (const { id, title, body } of articles) index.add({ id, title, body });
  const found = (query: string, kind: QueryKind, more: SearchOptions): readonly string[] => {
    const options = kind === "prefix" ? { prefix: true } : kind === "fuzzy" ? { fuzzy: 0.2 } : {};
    return index.search(query.replace(/[*~]$/u, ""), { ...options, ...more }).map(({ id }) => String(id));
  };
  return {
    name: "MiniSearch defaults",
    build: performance.now() - start,
    find: (query, kind) => found(query, kind, {}),
    findAll: (query, kind) => found(query, kind, { combineWith: "AND", boost: { title: 3 } }),
    answers: (kind) => kind !== "phrase" && kind !== "near",
    queries: 100,
  };
}
