/**
 * How long each request of the language server keeps its asker waiting on texts that no writer means well with:
 *
 *   npm run bench:bounds -- [--set NAME] [--scale 1] [--files 20000]
 *
 * Sets: one line of 50 MB, 1,000,000 markers, 100,000 names in one article, 10,000 near-duplicates of one text, many tiny files. A server
 * runs in a process of its own, as in the editor. Each request is asked right behind an edit of the document, so that nothing is known:
 * once to the end, while small requests are sent every few milliseconds, and once cancelled 20 ms after it was sent. Columns: the answer,
 * the longest wait of a small request meanwhile, and from the cancellation to the end; in milliseconds. "refused" is an answer as well.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type CorpusStatus, method } from "../src/protocol/corpus";
import { entityMethod, type EntitiesState, type EntitySummary } from "../src/protocol/entities";
import { relatedMethod } from "../src/protocol/related";
import { searchMethod } from "../src/protocol/search";

const { values } = parseArgs({
  options: {
    set: { type: "string" },
    scale: { type: "string", default: "1" },
    files: { type: "string", default: "20000" },
    settle: { type: "string", default: "240" },
  },
});
const scale = Number(values.scale);

interface HostileSet {
  readonly name: string;
  /** Name and text of each file; the first is opened. */
  files(): Generator<readonly [name: string, text: string]>;
  readonly languageId: string;
  /** Words that are searched, and a place in the open document that is asked about. */
  readonly query: string;
  readonly position: { readonly line: number; readonly character: number };
}

const sentence = "Mayor Ada Berg of Tarn Harbour said on Monday that the ferry council had met John Lund and would vote on 4 March 2021. ";
const body = `Ferry vote delayed again\n\nBy Ada Berg\n\nTARN HARBOUR, March 4, 2021 - ${sentence.repeat(12)}\n`;

const sets: readonly HostileSet[] = [
  {
    name: "one line of 50 MB",
    *files() {
      yield ["line.txt", `Ferry vote delayed\n\n${sentence.repeat(Math.ceil((50e6 * scale) / sentence.length))}`];
    },
    languageId: "news-article",
    query: "ferry council",
    position: { line: 2, character: 8 },
  },
  {
    name: "one line of 50 MB alone",
    *files() {
      yield ["line.txt", "ferry".repeat(Math.ceil((50e6 * scale) / 5))];
    },
    languageId: "news-article",
    query: "ferry",
    position: { line: 0, character: 25_000_000 },
  },
  {
    name: "1,000,000 markers",
    *files() {
      yield ["markers.txt", "<<<FILE: a>>>\n".repeat(1_000_000 * scale)];
    },
    languageId: "news-bundle",
    query: "file",
    position: { line: 500_000 * scale, character: 10 },
  },
  {
    name: "50 MB outside of two markers",
    *files() {
      yield ["outside.txt", `<<<FILE: a.txt>>>\n${body}<<<END FILE>>>\n${sentence.repeat(Math.ceil((50e6 * scale) / sentence.length))}`];
    },
    languageId: "news-bundle",
    query: "ferry council",
    position: { line: 8, character: 25_000_000 },
  },
  {
    name: "100,000 names in one article",
    *files() {
      const names = Array.from({ length: 100_000 * scale }, (_, at) => `Mr. ${nameOf(at)} ${nameOf(at * 7 + 3)} met`);
      const paragraphs = Array.from(
        { length: Math.ceil(names.length / 50) },
        (_, at) => `${names.slice(at * 50, at * 50 + 50).join(" ")}.`,
      );
      yield ["names.txt", `Ferry vote delayed\n\n${paragraphs.join("\n\n")}\n`];
    },
    languageId: "news-article",
    query: "met",
    position: { line: 2, character: 6 },
  },
  {
    name: "10,000 near-duplicates",
    *files() {
      for (let at = 0; at < 10_000 * scale; at++) yield [`copy${at}.txt`, body.replace("delayed", `delayed ${at}`)];
    },
    languageId: "news-article",
    query: "ferry council",
    position: { line: 4, character: 35 },
  },
  {
    name: `${values.files} tiny files`,
    *files() {
      for (let at = 0; at < Number(values.files); at++) yield [`${at % 100}/tiny${at}.txt`, `Note ${at}\n\nFerry ${nameOf(at)} left.\n`];
    },
    languageId: "news-article",
    query: "ferry",
    position: { line: 2, character: 8 },
  },
];

/** An invented name of a number. */
function nameOf(number: number): string {
  const syllables = ["ba", "lo", "ne", "ri", "tu", "ka", "mo", "se", "di", "vu"];
  const word = Array.from(String(number), (digit) => syllables[Number(digit)] ?? "ba").join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly params: object;
}

function requestsOf(uri: string, { query, position }: HostileSet, entity: EntitySummary | null): readonly Asked[] {
  const textDocument = { uri };
  const range = { start: { line: Math.max(0, position.line - 40), character: 0 }, end: { line: position.line + 40, character: 0 } };
  const at = { textDocument, position };
  const id = entity?.id ?? "";
  const article = uri;
  const question = { query, filters: [], dates: null, sort: "relevance" };
  const item = { name: "a", kind: 5, uri, range, selectionRange: range, data: { id } };
  return [
    ["documentSymbol", "textDocument/documentSymbol", { textDocument }],
    ["foldingRange", "textDocument/foldingRange", { textDocument }],
    ["selectionRange", "textDocument/selectionRange", { textDocument, positions: [position] }],
    ["documentLink", "textDocument/documentLink", { textDocument }],
    ["semanticTokens", "textDocument/semanticTokens/full", { textDocument }],
    ["semanticTokens, range", "textDocument/semanticTokens/range", { textDocument, range }],
    ["codeAction", "textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }],
    ["codeLens", "textDocument/codeLens", { textDocument }],
    ["hover", "textDocument/hover", at],
    ["definition", "textDocument/definition", at],
    ["implementation", "textDocument/implementation", at],
    ["references", "textDocument/references", { ...at, context: { includeDeclaration: true } }],
    ["documentHighlight", "textDocument/documentHighlight", at],
    ["prepareCallHierarchy", "textDocument/prepareCallHierarchy", at],
    ["outgoingCalls", "callHierarchy/outgoingCalls", { item }],
    ["incomingCalls", "callHierarchy/incomingCalls", { item }],
    ["workspaceSymbol", "workspace/symbol", { query: "ber" }],
    ["quietParts", method.quietParts, { uri }],
    ["articleGroups", method.articleGroups, { by: "date", parent: null, filter: "" }],
    ["articleGroups, filter", method.articleGroups, { by: "none", parent: null, filter: "fer" }],
    ["articleAt", method.articleAt, { uri, position, by: "publisher", filter: "" }],
    ["findArticles", method.findArticles, { query: "fery", limit: 50 }],
    ["articleDetails", method.articleDetails, { id: article }],
    ["leftOut", method.leftOut, { extension: "txt" }],
    ["entitiesTree", entityMethod.entitiesTree, { kind: "PER", sort: "usefulness", filter: "", offset: 0, limit: 200 }],
    ["entitiesTree, filter", entityMethod.entitiesTree, { kind: "PER", sort: "name", filter: "be", offset: 0, limit: 200 }],
    ["entityArticles", entityMethod.entityArticles, { id, offset: 0, limit: 200, order: "telling" }],
    ["entitySummary", entityMethod.entitySummary, { id }],
    ["findEntities", entityMethod.findEntities, { query: "brg", limit: 50 }],
    ["entityProfile", entityMethod.entityProfile, { id }],
    ["entityCard", entityMethod.entityCard, { id }],
    ["mentionsOfEntity", entityMethod.mentionsOfEntity, { id, offset: 0, limit: 500 }],
    ["entitiesOfArticle", entityMethod.entitiesOfArticle, { uri, position }],
    ["entityAt", entityMethod.entityAt, { uri, position }],
    ["nextMention", entityMethod.nextMention, { uri, position }],
    [
      "correctEntity",
      entityMethod.correctEntity,
      { operation: { type: "hide", entity: id, id, kind: "PER", name: "Ada Berg" }, folder: null },
    ],
    ["search", searchMethod.search, { ...question, asker: "view", offset: 0, limit: 50 }],
    ["searchSuggestions", searchMethod.suggestions, { query: "fer", cursor: 3 }],
    ["searchContexts", searchMethod.contexts, { ...question, order: "left" }],
    ["exportSearch", searchMethod.export, { ...question, format: "csv" }],
    ["searchReport", searchMethod.report, { ...question, contexts: null }],
    ["matchesInDocument", searchMethod.matchesInDocument, { uri, query }],
    ["relatedArticles", relatedMethod.relatedArticles, { uri, position }],
    ["articleBody", relatedMethod.articleBody, { id: article }],
    ["stories", relatedMethod.stories, { limit: 100 }],
  ].map(([name, one, params]) => ({ name, method: one, params }) as Asked);
}

/** A server in a process of its own. */
class OwnServer {
  readonly client: ProtocolConnection;
  readonly process: ChildProcess;
  status: CorpusStatus | null = null;
  names: EntitiesState | null = null;
  version = 1;

  constructor() {
    this.process = spawn(process.execPath, ["--max-old-space-size=6000", "dist/server/node.js", "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error("The server has no streams.");
    this.client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.client.onNotification(method.status, (status: CorpusStatus) => {
      this.status = status;
    });
    this.client.onNotification(entityMethod.entitiesState, (state: EntitiesState) => {
      this.names = state;
    });
    this.client.onNotification("window/logMessage", ({ message }: { readonly message: string }) => {
      console.log(`  log: ${message.slice(0, 300)}`);
    });
    this.client.listen();
  }

  async start(): Promise<void> {
    await this.client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { clientSetsFolders: true },
      workspaceFolders: null,
    });
    await this.client.sendNotification("initialized", {});
  }

  /** The processor's peak of memory, in MB, where the system tells. */
  get peak(): number {
    try {
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid ?? 0}/status`, "utf8"))?.[1] ?? NaN) / 1024);
    } catch {
      return NaN;
    }
  }
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** How long the longest of small requests waited until `work` was done. */
async function longestWait(server: OwnServer, work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let isDone = false;
  const watch = async (): Promise<void> => {
    while (!isDone) {
      const start = performance.now();
      await server.client.sendRequest(method.articleDetails, { id: "file:///nowhere" });
      longest = Math.max(longest, performance.now() - start);
      await pause(3);
    }
  };
  const watching = watch();
  await work;
  isDone = true;
  await watching;
  return longest;
}

async function edit(server: OwnServer, uri: string, at: number): Promise<void> {
  const start = { line: 0, character: 0 };
  await server.client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: ++server.version },
    contentChanges: [
      at % 2 === 0 ? { range: { start, end: start }, text: " " } : { range: { start, end: { line: 0, character: 1 } }, text: "" },
    ],
  });
  // The server hears it: what it does for the edit itself is not the request's.
  await server.client.sendRequest(method.articleDetails, { id: "file:///nowhere" });
}

async function measure(set: HostileSet): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "corpus-bounds-"));
  const server = new OwnServer();
  try {
    let first: readonly [string, string] | null = null;
    const made = new Set<string>();
    for (const [name, text] of set.files()) {
      first ??= [name, text];
      const below = name.includes("/") ? join(folder, name.slice(0, name.indexOf("/"))) : folder;
      if (!made.has(below)) mkdirSync(below, { recursive: true });
      made.add(below);
      writeFileSync(join(folder, name), text);
    }
    if (first === null) return;
    await server.start();
    const uri = pathToFileURL(join(folder, first[0])).toString();
    const begun = performance.now();
    const settled = (): boolean =>
      server.status?.state === "idle" && server.names !== null && server.names.total > 0 && server.names.done >= server.names.total;
    await server.client.sendNotification(method.setFolders, [{ uri: pathToFileURL(folder).toString(), direct: true }]);
    const reading = (async () => {
      while (!settled() && performance.now() - begun < 1000 * Number(values.settle)) await pause(50);
    })();
    const whileRead = await longestWait(server, reading);
    const read = performance.now() - begun;
    await server.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: set.languageId, version: server.version, text: first[1] },
    });
    const opened = await longestWait(server, pause(1500));
    console.log(
      `\n${set.name}: ${settled() ? "read" : "NOT READ"} in ${(read / 1000).toFixed(1)} s, longest wait meanwhile ${whileRead.toFixed(0)} ms, behind the opening ${opened.toFixed(0)} ms`,
    );
    const [entity] = await server.client.sendRequest<EntitySummary[]>(entityMethod.findEntities, { query: "", limit: 1 });
    console.log(`${"request".padEnd(24)} ${"answer".padStart(8)} ${"others".padStart(8)} ${"cancel".padStart(8)}`);
    const worst = { answer: 0, others: 0, cancel: 0 };
    for (const [number, { name, method: asked, params }] of requestsOf(uri, set, entity ?? null).entries()) {
      await edit(server, uri, 2 * number);
      const start = performance.now();
      let note = "";
      let answer = 0;
      const work = server.client
        .sendRequest(asked, params)
        .catch((error: unknown) => {
          note = (error as Error).message;
        })
        .finally(() => {
          answer = performance.now() - start;
        });
      const others = await longestWait(server, work);
      await edit(server, uri, 2 * number + 1);
      const source = new CancellationTokenSource();
      let cancelledAt = 0;
      const timer = setTimeout(() => {
        cancelledAt = performance.now();
        source.cancel();
      }, 20);
      await server.client.sendRequest(asked, params, source.token).catch(() => undefined);
      clearTimeout(timer);
      const cancel = cancelledAt === 0 ? 0 : performance.now() - cancelledAt;
      worst.answer = Math.max(worst.answer, answer);
      worst.others = Math.max(worst.others, others);
      worst.cancel = Math.max(worst.cancel, cancel);
      console.log(
        `${name.padEnd(24)} ${answer.toFixed(0).padStart(8)} ${others.toFixed(0).padStart(8)} ${cancel.toFixed(0).padStart(8)} ${note}`,
      );
    }
    console.log(
      `${"the longest".padEnd(24)} ${worst.answer.toFixed(0).padStart(8)} ${worst.others.toFixed(0).padStart(8)} ${worst.cancel.toFixed(0).padStart(8)}  peak ${server.peak} MB`,
    );
  } finally {
    server.client.dispose();
    server.process.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  for (const set of sets) if (values.set === undefined || set.name.includes(values.set)) await measure(set);
}

void main();
