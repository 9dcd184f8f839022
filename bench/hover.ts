/**
 * How long a hover takes in a corpus of many articles, through a real language server:
 *
 *   npm run bench:hover -- [--articles 10000] [--folder PATH]
 *
 * Articles are those of the folder, or generated into a temporary one. Once everything has been read, every name of a hundred
 * articles is hovered once, in an order that jumps between articles; then names and references are looked for. Times are
 * from request to answer, messages included; they are compared with an empty request of the same server (what the
 * messages alone cost).
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Hover } from "vscode-languageserver/node";
import { entityMethod, type EntitiesOfArticle, type EntitiesState, type EntitySummary, type Mentions } from "../src/protocol/entities";
import { relatedMethod, type StoriesAnswer } from "../src/protocol/related";
import { TestServer } from "../test/server/testServer";
import { CorpusGenerator } from "./generateCorpus";

const { values } = parseArgs({ options: { articles: { type: "string", default: "10000" }, folder: { type: "string" } } });
const count = Number(values.articles);
const openArticles = 100;
const perFolder = 1000;
/** A hover over a document that is not open: nothing but the messages. */
const nowhere = { textDocument: { uri: "file:///nowhere.txt" }, position: { line: 0, character: 0 } };
/** What the server counts ahead of hovers begins when nothing has changed for a while, in milliseconds. */
const calm = 4000;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function row(name: string, times: number[]): string {
  times.sort((a, b) => a - b);
  const [median, high, most] = [percentile(times, 0.5), percentile(times, 0.95), times.at(-1) ?? NaN];
  return `${name.padEnd(34)} ${String(times.length).padStart(6)}  median ${median.toFixed(2)} ms  p95 ${high.toFixed(2)} ms  max ${most.toFixed(1)} ms`;
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), "corpus-hover-"));
  const generator = new CorpusGenerator(7);
  for (let at = 0; at < count; at++) {
    const { name, text } = generator.next();
    const below = join(folder, String(Math.floor(at / perFolder)));
    if (at % perFolder === 0) mkdirSync(below);
    writeFileSync(join(below, name), text);
  }
  return folder;
}

async function main(): Promise<void> {
  const folder = values.folder ?? generate();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(folder, name));
  const server = await TestServer.start();
  let state: EntitiesState | null = null as EntitiesState | null;
  const empty: number[] = [];
  try {
    server.client.onNotification(entityMethod.entitiesState, (next: EntitiesState) => {
      state = next;
    });
    const start = performance.now();
    await server.client.sendNotification("corpusNavigator/setFolders", [{ uri: pathToFileURL(folder).toString(), direct: true }]);
    let slowest = 0;
    while (server.statuses.at(-1)?.state !== "idle" || state === null || state.total === 0 || state.done < state.total) {
      // What a reader would feel while names are read in the background.
      const asked: number[] = [];
      await timed(asked, () => server.request("textDocument/hover", nowhere));
      slowest = Math.max(slowest, asked[0] ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    while (!(await server.request<StoriesAnswer>(relatedMethod.stories, { limit: 0 })).isReady)
      await new Promise((resolve) => setTimeout(resolve, 500));
    await new Promise((resolve) => setTimeout(resolve, calm));
    console.log(
      `${files.length} articles, read and their names recognised in ${((performance.now() - start) / 1000).toFixed(1)} s; ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB of heap`,
    );
    console.log(`the slowest of the requests meanwhile took ${slowest.toFixed(0)} ms`);
    const step = Math.max(1, Math.floor(files.length / openArticles));
    const places: { readonly uri: string; readonly position: { line: number; character: number }; readonly id: string }[][] = [];
    for (let at = 0; at < files.length; at += step) {
      const file = files[at] ?? "";
      const uri = pathToFileURL(file).toString();
      await server.open(uri, readFileSync(file, "utf8"));
      const answer = await server.request<EntitiesOfArticle | null>(entityMethod.entitiesOfArticle, { uri });
      places.push((answer?.entities ?? []).map(({ range, entity }) => ({ uri, position: range.start, id: entity.id })));
    }
    for (let at = 0; at < 200; at++) await timed(empty, () => server.request("textDocument/hover", nowhere));
    const first: number[] = [];
    const later: number[] = [];
    const seen = new Set<string>();
    let bare = 0;
    for (let round = 0; places.some((list) => list.length > round); round++) {
      for (const list of places) {
        const place = list[round];
        if (place === undefined) continue;
        const times = seen.has(place.id) ? later : first;
        seen.add(place.id);
        const hover = await timed(times, () =>
          server.request<Hover | null>("textDocument/hover", { textDocument: { uri: place.uri }, position: place.position }),
        );
        const text = hover === null ? "" : (hover.contents as { value: string }).value;
        if (!text.includes("“")) bare++;
      }
    }
    const all = [...first, ...later];
    console.log(row("an empty request", empty));
    console.log(row("hover, first on an entity", first));
    console.log(row("hover, later on the same", later));
    console.log(row("hover, all", all));
    console.log(
      `p95 is ${(
        percentile(
          all.sort((a, b) => a - b),
          0.95,
        ) /
        percentile(
          empty.sort((a, b) => a - b),
          0.5,
        )
      ).toFixed(1)} times an empty request's median; ${bare} of ${all.length} had no sentence`,
    );
    const mentions: number[] = [];
    for (const id of [...seen].slice(0, 60))
      await timed(mentions, () => server.request<Mentions>(entityMethod.mentionsOfEntity, { id, offset: 0, limit: 50 }));
    console.log(row("50 mentions with contexts", mentions));
    const frequent = await server.request<readonly EntitySummary[]>(entityMethod.findEntities, { query: "", limit: 40 });
    const symbols: number[] = [];
    for (const { name } of frequent) {
      for (const length of [1, 2, 3, 5, name.length])
        await timed(symbols, () => server.request("workspace/symbol", { query: name.slice(0, length) }));
    }
    console.log(row("workspace symbols", symbols));
    const byCount = new Map(places.flat().map((place) => [place.id, place]));
    const references: number[] = [];
    for (const { id } of [...frequent].sort((a, b) => b.mentions - a.mentions)) {
      const place = byCount.get(id);
      if (place !== undefined)
        await timed(references, () =>
          server.request("textDocument/references", {
            textDocument: { uri: place.uri },
            position: place.position,
            context: { includeDeclaration: true },
          }),
        );
    }
    console.log(row("references of frequent entities", references));
  } finally {
    await server.dispose();
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

void main();
