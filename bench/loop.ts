/**
 * How free the language server stays while a corpus comes in, with threads that analyse and without, as a process of its own:
 *
 *   npm run bench:loop -- [--n 10000] [--threads N]
 *
 * Blocks are the delays of the server's event loop, as Node measures them (on a busy machine they hold what other programs took); hovers
 * are asked one after the other in an open article, in wall time. Processor time is that of the process, its threads included.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { method, type CorpusStatus } from "../src/protocol/corpus";
import { entityMethod, type EntitiesState } from "../src/protocol/entities";
import { CorpusGenerator } from "./generateCorpus";

const { values } = parseArgs({ options: { n: { type: "string", default: "10000" }, threads: { type: "string" } } });

interface Measured {
  readonly longest: number;
  readonly p99: number;
  readonly processor: number;
}

/** Runs in the server: writes what it measured when it ends. */
const hook = (file: string): string => `
  const { monitorEventLoopDelay } = require("node:perf_hooks");
  const delay = monitorEventLoopDelay({ resolution: 2 });
  // The start of the program is not meant.
  setTimeout(() => delay.enable(), 1500);
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    require("node:fs").writeFileSync(${JSON.stringify(file)}, JSON.stringify({
      longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6, processor: (user + system) / 1e6 }));
  });`;

async function run(folder: string, work: string, analysts: number | undefined): Promise<void> {
  const out = join(work, "measured.json");
  const script = join(work, "hook.cjs");
  writeFileSync(script, hook(out));
  const server = spawn(process.execPath, ["--require", script, "dist/server/node.js", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  client.listen();
  let status: CorpusStatus | null = null;
  let names: EntitiesState | null = null;
  client.onNotification(method.status, (now: CorpusStatus) => {
    status = now;
  });
  client.onNotification(entityMethod.entitiesState, (now: EntitiesState) => {
    names = now;
  });
  const settings = { clientSetsFolders: true, ...(analysts !== undefined && { analysts }) };
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: settings,
    workspaceFolders: null,
  });
  await client.sendNotification("initialized", {});
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const text = new CorpusGenerator(3).next().text;
  const uri = "file:///open/article.txt";
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "news-article", version: 1, text } });
  const start = performance.now();
  await client.sendNotification(method.setFolders, [{ uri: pathToFileURL(folder).toString(), direct: true }]);
  let listed = 0;
  const hovers: number[] = [];
  const lines = text.split("\n");
  const isDone = (state: EntitiesState | null): boolean => state !== null && state.total >= Number(values.n) && state.done === state.total;
  const isIdle = (now: CorpusStatus | null): boolean => now?.state === "idle" && now.articles >= Number(values.n);
  for (let at = 0; !isDone(names); at++) {
    const asked = performance.now();
    await client.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: at % lines.length, character: 8 } });
    hovers.push(performance.now() - asked);
    if (listed === 0 && isIdle(status)) listed = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const all = performance.now() - start;
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  await new Promise((resolve) => server.once("exit", resolve));
  const { longest, p99, processor } = JSON.parse(readFileSync(out, "utf8")) as Measured;
  hovers.sort((a, b) => a - b);
  const p95 = hovers[Math.floor(hovers.length * 0.95)] ?? 0;
  console.log(
    `${(analysts === 0 ? "no threads" : "threads").padEnd(12)}articles ${(listed / 1000).toFixed(1)} s · all ${(all / 1000).toFixed(1)} s · ` +
      `longest block ${longest.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms · hover p95 ${p95.toFixed(0)} ms (${hovers.length}) · ` +
      `processor ${processor.toFixed(1)} s`,
  );
}

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "corpus-loop-"));
  const folder = mkdtempSync(join(tmpdir(), "corpus-loop-files-"));
  try {
    const generator = new CorpusGenerator(7);
    for (let made = 0; made < Number(values.n); made++) {
      const { name, text } = generator.next();
      writeFileSync(join(folder, name), text);
    }
    console.log(`${values.n} files`);
    await run(folder, work, 0);
    await run(folder, work, values.threads === undefined ? undefined : Number(values.threads));
  } finally {
    rmSync(work, { recursive: true });
    rmSync(folder, { recursive: true });
  }
}

void main();
