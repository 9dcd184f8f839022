import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { buildSync } from "esbuild";
import { version } from "../../../package.json";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

describe("corpus-navigator as a process", function () {
  this.timeout(60_000);
  let folder: string;
  let script: string;

  before(() => {
    folder = temporaryFolder();
    script = path.join(folder, "main.js");
    buildSync({ entryPoints: ["src/cli/main.ts"], bundle: true, platform: "node", format: "cjs", outfile: script, logLevel: "error" });
    writeFileSync(path.join(folder, "a.txt"), "Harbour Reopens\n\nThe harbour reopened on Monday, officials said.\n");
  });
  after(() => {
    removeFolder(folder);
  });

  it("keeps answers and complaints apart, and tells by its exit code", () => {
    const run = (...args: string[]): [number | null, string, string] => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
      return [status, stdout, stderr];
    };
    assert.deepEqual(run("--version"), [0, `${version}\n`, ""]);
    assert.equal(run("articles")[0], 2);
    assert.deepEqual(run("articles", path.join(folder, "none")).slice(0, 2), [1, ""]);
    const [code, out] = run("articles", path.join(folder, "a.txt"), "--json");
    assert.deepEqual([code, (JSON.parse(out) as unknown[]).length], [0, 1]);
  });

  it("ends quietly when its reader goes away", async () => {
    for (let index = 0; index < 300; index++)
      writeFileSync(path.join(folder, `${index}.txt`), "Harbour Reopens\n\nThe harbour reopened on Monday, officials said.\n".repeat(20));
    const child = spawn(process.execPath, [script, "articles", folder, "--json"], { stdio: ["ignore", "pipe", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (data: Buffer) => (complaints += data.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.deepEqual([code, complaints], [0, "Not read for their extension: 1 .js.\n"]);
  });

  it("serves the language server over standard input and output", async () => {
    const child = spawn(process.execPath, [script, "serve", "--stdio"]);
    const initialize = request(1, "initialize", { processId: null, rootUri: null, capabilities: {} });
    const answer = await firstMessage(child, initialize);
    assert.match(answer, /"id":1,"result":\{"capabilities":\{/);
    child.stdin.write(request(2, "shutdown", null) + notification("exit"));
    assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
  });
});

function message(content: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...content });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function request(id: number, method: string, params: unknown): string {
  return message(params === null ? { id, method } : { id, method, params });
}

function notification(method: string): string {
  return message({ method });
}

/** What the server says until its answer is whole. */
function firstMessage(child: ChildProcessWithoutNullStreams, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    child.stdout.on("data", (data: Buffer) => {
      received += data.toString();
      if (received.includes('"result"')) resolve(received);
    });
    child.once("close", (code) => {
      reject(new Error(`ended with ${String(code)} and said: ${received}`));
    });
    child.stdin.write(sent);
  });
}
