import { createRequire } from "node:module";
import type { Peer } from "./peers";
import type { BenchArticle } from "./readCorpus";

/** The package is CommonJS in a way that hides its names from an import. */
const { Database } = createRequire(import.meta.url)("node-sqlite3-wasm") as typeof import("node-sqlite3-wasm");

/**
 * SQLite's FTS5 over title and body, with its Porter stemmer, ranked by its bm25 with the title weighted as ours is. It runs as
 * WebAssembly, which costs it about half its speed. It knows no misspelt words.
 */
export function sqlitePeer(articles: readonly BenchArticle[]): Peer {
  const database = new Database(":memory:");
  const start = performance.now();
  database.exec("CREATE VIRTUAL TABLE articles USING fts5(title, body, content='', tokenize='porter unicode61 remove_diacritics 2')");
  database.exec("BEGIN");
  const insert = database.prepare("INSERT INTO articles(rowid, title, body) VALUES (?, ?, ?)");
  for (const [row, { title, body }] of articles.entries()) insert.run([row, title, body]);
  database.exec("COMMIT");
  const build = performance.now() - start;
  const select = database.prepare("SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 3, 1) LIMIT 10");
  return {
    name: "SQLite FTS5",
    build,
    find: (query, kind) => {
      const [left = "", right = ""] = query.split(" NEAR/5 ");
      const match =
        kind === "near"
          ? `NEAR("${left}" "${right}", 5)`
          : kind === "prefix"
            ? `"${query.slice(0, -1)}"*`
            : query
                .split(" ")
                .map((word) => `"${word}"`)
                .join(" ");
      return select.all([kind === "phrase" ? query : match]).map(({ rowid }) => articles[Number(rowid)]?.id ?? "");
    },
    answers: (kind) => kind !== "fuzzy",
    queries: 100,
  };
}
