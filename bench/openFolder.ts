import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import { mkdirSync, mkdtempSync, promises as fs, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { URI } from "vscode-uri";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection } from "vscode-languageserver/node";
import { method, type CorpusStatus, type TreeChildren } from "../src/protocol/corpus";
import { CorpusGenerator } from "./generateCorpus";

/**
 * From naming a folder to a filled tree, with the server as it ships in a process of its own (after a build); and how long it takes to
 * answer
 * while it reads. The peer is listing the folder and reading all its files, sixteen at a time, in this process and doing nothing with them.
 * `tsx bench/openFolder.ts [number of articles]`.
 */
const count = Number(process.argv[2] ?? 10_000);
const filesAFolder = 500;
const askEvery = 40;

function writeCorpus(): string {
  const folder = mkdtempSync(join(tmpdir(), "corpus-bench-"));
  const generator = new CorpusGenerator(5);
  for (let made = 0; made < count; made++) {
    const below = join(folder, String(Math.floor(made / filesAFolder)));
    if (made % filesAFolder === 0) mkdirSync(below);
    const { name, text } = generator.next();
    writeFileSync(join(below, name), text);
  }
  return folder;
}

async function readAll(folder: string): Promise<number> {
  const started = performance.now();
  const files = (await fs.readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) await fs.readFile(join(file.parentPath, file.name), "utf8");
  };
  await Promise.all(Array.from({ length: 16 }, reader));
  return performance.now() - started;
}

/** The times of requests that were made one after the other until `finished`, in milliseconds, sorted. */
async function askUntil(client: ProtocolConnection, finished: Promise<unknown>, onAnswer: (tree: TreeChildren) => void): Promise<number[]> {
  const state = { running: true };
  void finished.then(() => {
    state.running = false;
  });
  const times: number[] = [];
  while (state.running) {
    const asked = performance.now();
    onAnswer(await client.sendRequest<TreeChildren>(method.articleGroups, { by: "date", parent: null, filter: "" }));
    times.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, askEvery));
  }
  return times.sort((a, b) => a - b);
}

function peakMegabytes(child: ChildProcess): string {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8"))?.[1];
    return (Number(kilobytes) / 1024).toFixed(0);
  } catch {
    return "unknown";
  }
}

async function measure(folder: string, child: ChildProcessByStdio<Writable, Readable, null>): Promise<void> {
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const filled = new Promise<CorpusStatus>((resolve) => {
    client.onNotification(method.status, (status: CorpusStatus) => {
      if (status.state === "idle" && status.articles > 0) resolve(status);
    });
  });
  client.listen();
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions: { clientSetsFolders: true },
    workspaceFolders: null,
  });
  await client.sendNotification("initialized", {});
  const peer = await readAll(folder);
  const started = performance.now();
  await client.sendNotification(method.setFolders, [{ uri: URI.file(folder).toString(), direct: true }]);
  let first = 0;
  const times = await askUntil(client, filled, ({ groups }) => {
    if (first === 0 && groups.length > 0) first = performance.now() - started;
  });
  const total = performance.now() - started;
  const { articles, otherFiles } = await filled;
  const percentile = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? NaN).toFixed(0);
  console.log(
    `${articles} articles (${otherFiles} files taken for something else): first groups after ${first.toFixed(0)} ms, all after ${(total / 1000).toFixed(1)} s`,
  );
  console.log(
    `that is ${(total / peer).toFixed(1)} times reading the files alone (${peer.toFixed(0)} ms); ${((articles / total) * 1000).toFixed(0)} articles/s`,
  );
  console.log(
    `the tree was answered meanwhile in ${percentile(0.5)} ms (median), ${percentile(0.95)} ms (95 %), ${percentile(1)} ms (longest) of ${times.length}`,
  );
  console.log(`peak memory of the server: ${peakMegabytes(child)} MB`);
}

async function main(): Promise<void> {
  const folder = writeCorpus();
  const server = join(import.meta.dirname, "../dist/server/node.js");
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    await measure(folder, child);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

void main();
