/**
 * What holds the memory of a corpus, in bytes an article by layer, and of a whole server:
 *
 *   npm run bench:memory -- [--folder PATH] [--articles 10000] [--server [--snapshot FILE]]
 *
 * Articles are those of the folder (of its subfolder `files`, if it has one), or generated. Each layer is filled from the same
 * files, one after the other, as the server fills it; what a layer holds is the difference of the heap and of the memory
 * of typed arrays before and after, both after a full collection. Texts are let go of, so that a layer that holds on to one shows.
 * `--server` measures a language server with all layers instead, and writes a snapshot of its
 * heap for the developer tools of a browser.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString, writeHeapSnapshot } from "node:v8";
import { runInNewContext } from "node:vm";
import { articleId, articleRecord } from "../src/core/corpus/articleRecord";
import { Corpus } from "../src/core/corpus/corpus";
import { parseDocument, type ParsedDocument } from "../src/core/corpus/parseDocument";
import { EntityIndex } from "../src/core/entities/index/entityIndex";
import { EntityView } from "../src/core/entities/index/entityView";
import { baseOf, readNames } from "../src/core/entities/recognise/readNames";
import { loadModel } from "../src/core/entities/recognise/model";
import { articleFacts } from "../src/core/related/articleFacts";
import { articleFeatures } from "../src/core/related/articleFeatures";
import { RelatedCorpus } from "../src/core/related/relatedCorpus";
import { PackedSearchEngine } from "../src/core/search/engine/packedSearchEngine";
import { searchableOf } from "../src/core/search/engine/searchableOf";
import { method } from "../src/protocol/corpus";
import { entityMethod, type EntitiesState } from "../src/protocol/entities";
import { relatedMethod, type StoriesAnswer } from "../src/protocol/related";
import { searchMethod, type SearchParams, type SearchResult } from "../src/protocol/search";
import { TestServer } from "../test/server/testServer";
import { CorpusGenerator } from "./generateCorpus";

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    articles: { type: "string", default: "10000" },
    server: { type: "boolean", default: false },
    snapshot: { type: "string" },
  },
});
const most = Number(values.articles);
/** After so many files the recogniser has all the words in its tables that it keeps. */
const warming = 3000;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

interface Memory {
  readonly heap: number;
  readonly arrays: number;
}

function memory(): Memory {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, arrays: arrayBuffers };
}

function files(folder: string): string[] {
  const below = existsSync(join(folder, "files")) ? join(folder, "files") : folder;
  return readdirSync(below, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .slice(0, most)
    .map((name) => join(below, name));
}

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), "corpus-memory-"));
  const generator = new CorpusGenerator(7);
  for (let made = 0; made < most; made++) {
    const { name, text } = generator.next();
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1).padStart(8)} MB`;
}

function row(name: string, { heap, arrays }: Memory, articles: number, seconds: number): string {
  return `${name.padEnd(34)}${megabytes(heap)} of heap ${megabytes(arrays)} of arrays ${((heap + arrays) / articles).toFixed(0).padStart(8)} bytes an article  ${seconds.toFixed(1).padStart(6)} s`;
}

/** So that no layer goes while another is measured. */
const kept: unknown[] = [];

/** Fills a layer and prints what it holds. */
function measure<Layer>(name: string, articles: number, fill: () => Layer): Layer {
  const before = memory();
  const start = process.cpuUsage();
  const layer = fill();
  const { user, system } = process.cpuUsage(start);
  const after = memory();
  kept.push(layer);
  console.log(row(name, { heap: after.heap - before.heap, arrays: after.arrays - before.arrays }, articles, (user + system) / 1e6));
  return layer;
}

function eachArticle(paths: readonly string[], visit: (uri: string, document: ParsedDocument, at: number) => void): void {
  for (const path of paths) {
    const document = parseDocument(readFileSync(path, "utf8"), { fileName: path });
    const uri = pathToFileURL(path).toString();
    for (let at = 0; at < document.slots.length; at++) visit(uri, document, at);
  }
}

function measureLayers(paths: readonly string[]): void {
  const loaded = loadModel(readFileSync("models/names.bin"));
  if ("error" in loaded) throw new Error(loaded.error);
  let articles = 0;
  for (const path of paths) articles += parseDocument(readFileSync(path, "utf8"), { fileName: path }).slots.length;
  console.log(`${articles} articles in ${paths.length} files`);
  measure("the recogniser, once for all", articles, () => {
    eachArticle(paths.slice(0, warming), (_, document, at) =>
      readNames(document, document.article(at), baseOf(document.lines, 0), loaded.model),
    );
    return loaded;
  });
  const corpus = measure("corpus: records", articles, () => {
    const filled = new Corpus();
    for (const path of paths) {
      const uri = pathToFileURL(path).toString();
      const document = parseDocument(readFileSync(path, "utf8"), { fileName: path });
      filled.setDocument(
        uri,
        document.slots.map((slot, at) => articleRecord(uri, document, at, slot, document.article(at), filled.pool)),
      );
    }
    return filled;
  });
  const recordOf = (uri: string, at: number): ReturnType<typeof articleRecord> => {
    const record = corpus.articlesOf(uri)[at];
    if (record === undefined) throw new Error(`${uri} has no article ${at}.`);
    return record;
  };
  const index = measure("entities: index", articles, () => {
    const filled = new EntityIndex();
    eachArticle(paths, (uri, document, at) => {
      const slot = document.slots[at];
      if (slot !== undefined)
        filled.setArticle(
          articleId(recordOf(uri, at)),
          uri,
          at,
          readNames(document, document.article(at), baseOf(document.lines, slot.span.start), loaded.model),
        );
    });
    return filled;
  });
  const view = measure("entities: taken together", articles, () => new EntityView(index));
  measure("entities: all of them listed", articles, () => {
    for (const id of view.ids()) view.entity(id);
    return view;
  });
  measure("related: features and facts", articles, () => {
    const filled = new RelatedCorpus();
    eachArticle(paths, (uri, document, at) => {
      const article = document.article(at);
      filled.set(
        articleId(recordOf(uri, at)),
        articleFeatures(document.text, article),
        articleFacts(document.text, article, recordOf(uri, at), corpus),
      );
    });
    return filled;
  });
  measure("search: engine", articles, () => {
    const filled = new PackedSearchEngine();
    eachArticle(paths, (uri, document, at) => {
      const record = recordOf(uri, at);
      filled.set(
        searchableOf(articleId(record), document.text, document.article(at), { path: uri, folder: ".", date: corpus.dateOf(record) }),
      );
    });
    return filled;
  });
}

const searched: SearchParams = { query: "zzzz", filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 0 };

async function measureServer(folder: string, paths: readonly string[]): Promise<void> {
  const before = memory();
  const start = process.cpuUsage();
  const server = await TestServer.start();
  let names: EntitiesState | null = null as EntitiesState | null;
  server.client.onNotification(entityMethod.entitiesState, (state: EntitiesState) => {
    names = state;
  });
  await server.client.sendNotification(method.setFolders, [{ uri: pathToFileURL(folder).toString(), direct: true }]);
  const isDone = ({ done, total }: { readonly done: number; readonly total: number }): boolean => total > 0 && done >= total;
  await server.until(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if (server.statuses.at(-1)?.state !== "idle" || names === null || !isDone(names)) return false;
    const { state } = await server.request<SearchResult>(searchMethod.search, searched);
    return isDone(state) && (await server.request<StoriesAnswer>(relatedMethod.stories, { limit: 1 })).isReady;
  }, 7200);
  const { user, system } = process.cpuUsage(start);
  const after = memory();
  console.log(
    row(
      "a server with everything",
      { heap: after.heap - before.heap, arrays: after.arrays - before.arrays },
      paths.length,
      (user + system) / 1e6,
    ),
  );
  if (values.snapshot !== undefined) writeHeapSnapshot(values.snapshot);
  await server.dispose();
}

async function main(): Promise<void> {
  const folder = values.folder ?? generate();
  try {
    const paths = files(folder);
    if (values.server) await measureServer(folder, paths);
    else measureLayers(paths);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true });
  }
}

void main();
