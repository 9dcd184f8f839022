/**
 * What it costs to know a corpus, to keep it and to have it again, in processor seconds (a busy machine does not matter):
 *
 *   npm run bench -- [--n 10000] [--folder PATH]
 *
 * Articles are those of the folder (of its subfolder `files`, if it has one), or generated. Stages are those of the server, in their order,
 * in one thread; the peer of search's own part is SQLite's FTS5 (contentless, in memory) over the same articles.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { articleId } from "../src/core/corpus/articleRecord";
import { parseDocument, type ParsedDocument } from "../src/core/corpus/parseDocument";
import { EntityView } from "../src/core/entities/index/entityView";
import { loadModel } from "../src/core/entities/recognise/model";
import { baseOf, readNames } from "../src/core/entities/recognise/readNames";
import { Library } from "../src/core/library/library";
import { LibraryStore, type Drive } from "../src/core/library/libraryStore";
import { localQuotations } from "../src/core/quotations/localQuotations";
import { placedMentions } from "../src/core/quotations/quotationsOfArticle";
import { parseQuery } from "../src/core/search/query/parser";
import { atOnce } from "../src/core/util/atOnce";
import { neverCancelled } from "../src/core/util/cancellation";
import { FileStorage } from "../src/server/files/node/fileStorage";
import { CorpusGenerator } from "./generateCorpus";

const { Database } = createRequire(import.meta.url)("node-sqlite3-wasm") as typeof import("node-sqlite3-wasm");
const { values } = parseArgs({ options: { n: { type: "string", default: "10000" }, folder: { type: "string" } } });
const most = Number(values.n);
/** Of so many articles quotations are found once more. */
const mostQuoted = 2000;
const drive: Drive = (work) => Promise.resolve(atOnce(work));

function files(folder: string): string[] {
  const below = existsSync(join(folder, "files")) ? join(folder, "files") : folder;
  return readdirSync(below)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .slice(0, most)
    .map((name) => join(below, name));
}

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), "corpus-library-"));
  const generator = new CorpusGenerator(7);
  for (let made = 0; made < most; made++) {
    const { name, text } = generator.next();
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function row(what: string, seconds: number, more = ""): void {
  console.log(`${what.padEnd(52)}${seconds.toFixed(seconds < 1 ? 3 : 2).padStart(9)} s  ${more}`);
}

async function timed<Result>(
  what: string,
  work: () => Result | Promise<Result>,
  more: (result: Result) => string = () => "",
): Promise<Result> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  row(what, (user + system) / 1e6, more(result));
  return result;
}

function parsed(path: string): ParsedDocument {
  return parseDocument(readFileSync(path, "utf8"), { fileName: path });
}

function take(library: Library, path: string, document = parsed(path)): void {
  atOnce(library.take(pathToFileURL(path).toString(), document, { stamp: "as it was", notice: null, left: null }));
}

function found(library: Library, query: string): number {
  return (
    library.engine.search({ query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 20, fold: true }, neverCancelled)
      ?.total ?? 0
  );
}

function renew(library: Library): void {
  atOnce(library.names.linking());
  library.view = new EntityView(library.names);
  atOnce(library.describe());
}

function relate(library: Library): void {
  atOnce(library.relate());
  atOnce(library.compare());
}

/** SQLite's own index over the texts of the articles. */
async function peer(paths: readonly string[]): Promise<void> {
  const texts = paths.map((path) => {
    const document = parsed(path);
    const article = document.article(0);
    return {
      title: article.headline?.value ?? "",
      body: document.text.slice(article.body?.start ?? 0, article.body?.end ?? document.text.length),
    };
  });
  const database = new Database();
  await timed("SQLite FTS5, contentless, of the same articles", () => {
    database.run("CREATE VIRTUAL TABLE articles USING fts5(title, body, content='')");
    const insert = database.prepare("INSERT INTO articles(rowid, title, body) VALUES (?, ?, ?)");
    database.run("BEGIN");
    for (const [at, { title, body }] of texts.entries()) insert.run([at + 1, title, body]);
    database.run("COMMIT");
    insert.finalize();
  });
  database.close();
}

/** Finding out who said what in articles whose names are known: part of what names cost. */
async function quotations(paths: readonly string[], library: Library): Promise<void> {
  const articles = paths.flatMap((path) => {
    const document = parsed(path);
    return library.corpus.articlesOf(pathToFileURL(path).toString()).flatMap((record) => {
      const names = library.names.namesOf(articleId(record));
      const offset = document.slots[record.index]?.span.start ?? 0;
      if (names === null) return [];
      return [
        {
          text: document.text,
          article: document.article(record.index),
          offset,
          mentions: placedMentions(names, offset),
          locals: names.locals,
        },
      ];
    });
  });
  await timed(
    `of that: who said what, of ${articles.length} articles`,
    () =>
      articles.reduce(
        (sum, { text, article, offset, mentions, locals }) => sum + localQuotations(text, article, { offset }, mentions, locals).length,
        0,
      ),
    (found) => `${found} quotations`,
  );
}

async function measure(folder: string, kept: string): Promise<void> {
  const paths = files(folder);
  const bytes = paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
  console.log(`${paths.length} files, ${(bytes / 2 ** 20).toFixed(1)} MB; processor time`);
  const loaded = loadModel(readFileSync("models/names.bin"));
  if ("error" in loaded) throw new Error(loaded.error);
  await timed("reading and parsing alone", () => {
    for (const path of paths) parsed(path).article(0);
  });
  const library = new Library();
  await timed("articles listed and search ready, parsing included", () => {
    for (const path of paths) take(library, path);
  });
  await timed("related articles: terms and near-duplicates", () => {
    relate(library);
  });
  await timed("related articles: topics", () => atOnce(library.train()));
  await timed("names, with reading and parsing again", () => {
    for (const path of paths) {
      const document = parsed(path);
      for (const record of library.corpus.articlesOf(pathToFileURL(path).toString())) {
        const start = document.slots[record.index]?.span.start ?? 0;
        library.takeNames(
          record,
          library.known(articleId(record))?.hash ?? 0,
          readNames(document, document.article(record.index), baseOf(document.lines, start), loaded.model),
        );
      }
    }
  });
  await quotations(paths.slice(0, mostQuoted), library);
  await timed("names taken together, search told", () => {
    renew(library);
  });
  const store = new LibraryStore(library, new FileStorage(kept), "bench", "first");
  await timed(
    "saving all",
    () => store.save(drive, true),
    () => `${(store.bytes / 2 ** 20).toFixed(1)} MB, ${(store.bytes / bytes).toFixed(2)} of the text`,
  );
  const change = (path: string): void => {
    const document = parseDocument(`${readFileSync(path, "utf8")}\nOne sentence more was said in Port Amsel by Ilse Marden.\n`, {
      fileName: path,
    });
    take(library, path, document);
    relate(library);
    for (const record of library.corpus.articlesOf(pathToFileURL(path).toString()))
      library.takeNames(
        record,
        library.known(articleId(record))?.hash ?? 0,
        readNames(document, document.article(0), baseOf(document.lines, 0), loaded.model),
      );
    renew(library);
  };
  const some = Array.from({ length: 21 }, (_, at) => paths[Math.floor(((at + 1) * paths.length) / 23)] ?? "");
  await timed("the first file changed, until all is right", () => {
    change(some[0] ?? "");
  });
  const costs = some.slice(1).map((path) => {
    const { user, system } = process.cpuUsage();
    change(path);
    const after = process.cpuUsage();
    return (after.user + after.system - user - system) / 1e6;
  });
  costs.sort((x, y) => x - y);
  row("one more file changed, of 20 the one in the middle", costs[10] ?? 0, `${(costs.at(-1) ?? 0).toFixed(3)} s the dearest`);
  await timed("saving what changed", () => store.save(drive, true));
  const again = new Library();
  const reopened = new LibraryStore(again, new FileStorage(kept), "bench", "second");
  await timed(
    "reopening: articles and search",
    () => reopened.load(drive),
    (count) => `${count} files, ${found(again, "government")} found`,
  );
  await timed("reopening: names", () => {
    atOnce(again.takeKeptNames());
    renew(again);
  });
  await timed("reopening: related articles: terms and near-duplicates", () => {
    relate(again);
  });
  await timed("reopening: topics", () => atOnce(again.train()));
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  console.log(
    `memory, two libraries and the recogniser: ${(rss / 2 ** 20).toFixed(0)} MB resident, ${(heapUsed / 2 ** 20).toFixed(0)} MB of heap, ${(arrayBuffers / 2 ** 20).toFixed(0)} MB of arrays`,
  );
  await peer(paths);
}

async function main(): Promise<void> {
  const folder = values.folder ?? generate();
  const kept = mkdtempSync(join(tmpdir(), "corpus-kept-"));
  try {
    await measure(folder, kept);
  } finally {
    rmSync(kept, { recursive: true });
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
}

void main();
