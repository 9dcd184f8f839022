import { spawnSync } from "node:child_process";
import MiniSearch from "minisearch";
import type { QueryKind } from "./queries";
import type { BenchArticle } from "./readCorpus";

/** Another way to search the same articles. */
export interface Peer {
  readonly name: string;
  /** The ids or files found; ranked where the peer ranks. */
  readonly find: (query: string) => readonly string[];
  readonly answers: (kind: QueryKind) => boolean;
  /** How many of the queries are measured. */
  readonly queries: number;
}

/** MiniSearch as its manual begins: defaults, over title and body. `build` is in milliseconds. */
export function miniSearchPeer(articles: readonly BenchArticle[]): Peer & { readonly build: number } {
  const index = new MiniSearch({ fields: ["title", "body"] });
  const start = performance.now();
  for (const { id, title, body } of articles) index.add({ id, title, body });
  return {
    name: "MiniSearch defaults",
    build: performance.now() - start,
    find: (query) => {
      const options = query.endsWith("*") ? { prefix: true } : query.endsWith("~") ? { fuzzy: 0.2 } : {};
      return index.search(query.replace(/[*~]$/u, ""), options).map(({ id }) => String(id));
    },
    answers: (kind) => kind !== "phrase" && kind !== "near",
    queries: 100,
  };
}

/** ripgrep over the files, where it is installed: which files hold a word, a beginning or a phrase. Null without it or without files. */
export function ripgrepPeer(folder: string | null): Peer | null {
  if (folder === null || spawnSync("rg", ["--version"]).status !== 0) return null;
  return {
    name: "ripgrep",
    find: (query) => {
      const pattern = query.startsWith('"') ? `\\b${query.replaceAll('"', "").replaceAll(" ", "\\W+")}\\b` : `\\b${query.replace(/\*$/u, "")}`;
      return spawnSync("rg", ["-l", "-i", pattern, folder], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout.split("\n");
    },
    answers: (kind) => kind === "phrase" || kind === "prefix",
    queries: 20,
  };
}
