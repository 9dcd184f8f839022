import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { createProtocolConnection, type InitializeResult, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import {
  type CorpusStatus,
  type ListFilesParams,
  method,
  type ReadFileParams,
  type ReadFileResult,
  type TreeChildren,
} from "../../src/protocol/corpus";
import type { ArticleSummary } from "../../src/protocol/ranges";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const titlesOf = async (server: TestServer): Promise<string[]> =>
  (await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" })).articles.map(
    (article) => article.displayTitle,
  );

describe("server: where folders come from", () => {
  it("asks the client for the files of a virtual folder", async () => {
    const folder = "vscode-vfs://archive/news";
    const files = new Map([
      [`${folder}/utf8.txt`, Buffer.from(articleText("Café Owners Protest"))],
      [`${folder}/utf16.txt`, Buffer.from(`\ufeff${articleText("Lighthouse for Sale")}`, "utf16le")],
      [
        `${folder}/windows.txt`,
        Buffer.from(articleText("Café Owners “Protest” Again").replaceAll("“", "\x93").replaceAll("”", "\x94"), "latin1"),
      ],
      [`${folder}/locked.txt`, null],
    ]);
    const server = await TestServer.start();
    server.client.onRequest(method.listFiles, ({ folder: asked }: ListFilesParams) => ({
      files: asked === folder ? [...files.keys()] : [],
      skipped: [{ uri: `${folder}/closed`, reason: "unreadable", detail: "No permission." }],
    }));
    server.client.onRequest<ReadFileResult, unknown>(method.readFile, ({ uri }: ReadFileParams) => {
      const bytes = files.get(uri);
      return bytes ? { bytes: bytes.toString("base64") } : { error: "unreadable", detail: "No permission." };
    });
    await server.client.sendNotification(method.setFolders, [{ uri: folder, direct: false }]);
    await server.until(() => server.statuses.at(-1)?.state === "idle");
    assert.deepEqual((await titlesOf(server)).sort(), ["Café Owners Protest", "Café Owners “Protest” Again", "Lighthouse for Sale"]);
    assert.deepEqual(server.statuses.at(-1)?.skipped, [
      { uri: `${folder}/closed`, reason: "unreadable", detail: "No permission." },
      { uri: `${folder}/locked.txt`, reason: "unreadable", detail: "No permission." },
    ]);
    await server.dispose();
  });

  it("names a virtual folder that the client cannot list", async () => {
    const server = await TestServer.start();
    server.client.onRequest(method.listFiles, () => Promise.reject(new Error("The archive is offline.")));
    await server.client.sendNotification(method.setFolders, [{ uri: "vscode-vfs://archive/news", direct: false }]);
    await server.until(() => server.statuses.at(-1)?.state === "idle");
    assert.match(server.statuses.at(-1)?.skipped[0]?.detail ?? "", /The archive is offline\./);
    await server.dispose();
  });

  it("leaves a workspace folder alone that is no corpus", async () => {
    const notes = await temporaryFolder(
      Object.fromEntries(["a", "b", "c"].map((name) => [`${name}.txt`, `TODO ${name}\n- buy milk\n- call ${name}\n`])),
    );
    const corpus = await temporaryFolder({ "a.txt": articleText("Ferry Terminal Reopens"), "b.txt": articleText("Lighthouse for Sale") });
    const server = await TestServer.start({
      initializationOptions: undefined,
      workspaceFolders: [
        { uri: notes.uri, name: "notes" },
        { uri: corpus.uri, name: "corpus" },
      ],
    });
    await server.until(() => server.statuses.at(-1)?.articles === 2);
    assert.equal(server.statuses.at(-1)?.otherFiles, 0);
    await server.dispose();
    await Promise.all([notes, corpus].map((folder) => fs.rm(folder.path, { recursive: true })));
  });

  it("reads several folders, each with its own changes, and forgets the one that goes", async () => {
    const north = await temporaryFolder({
      "a.txt": articleText("Ferry Terminal Reopens"),
      "old/b.txt": articleText("Lighthouse for Sale"),
    });
    const south = await temporaryFolder({ "a.txt": articleText("Bridge Closed") });
    const server = await TestServer.start();
    try {
      await server.setFolders(north.uri, south.uri);
      const groups = async (): Promise<string[]> => {
        const answer = await server.request<TreeChildren>(method.articleGroups, { by: "folder", parent: null, filter: "" });
        return answer.groups.map(({ label, count }) => `${label} ${count}`).sort();
      };
      const [a, b] = [path.basename(north.path), path.basename(south.path)];
      assert.deepEqual(await groups(), [`${a} 1`, `${a}/old 1`, `${b} 1`].sort());
      await fs.writeFile(path.join(south.path, "c.txt"), articleText("Bridge Open Again"));
      await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: `${south.uri}/c.txt`, type: 1 }] });
      await server.until(async () => (await groups()).includes(`${b} 2`));
      await server.client.sendNotification(method.setFolders, [{ uri: south.uri, direct: true }]);
      await server.until(async () => (await titlesOf(server)).sort().join() === "Bridge Closed,Bridge Open Again");
      await server.until(() => server.statuses.at(-1)?.articles === 2);
    } finally {
      await server.dispose();
      await Promise.all([north, south].map((folder) => fs.rm(folder.path, { recursive: true })));
    }
  });

  it("names files by the URIs that the client uses for them", async () => {
    const folder = await temporaryFolder({ "Genève (1) & más#2.txt": articleText("Talks in Geneva") });
    const server = await TestServer.start();
    await server.setFolders(folder.uri);
    const [article] = await server.request<ArticleSummary[]>(method.findArticles, { query: "", limit: 1 });
    assert.ok(article);
    // What another client escapes less is the same file.
    await server.open(`${folder.uri}/Genève (1) & más%232.txt`, articleText("Talks in Geneva Go On"));
    await server.until(async () => (await titlesOf(server)).join() === "Talks in Geneva Go On");
    await server.dispose();
    await fs.rm(folder.path, { recursive: true });
  });

  it("answers on stdio as a process of its own", async function () {
    this.timeout(60_000);
    const folder = await temporaryFolder({ "a.txt": articleText("Ferry Terminal Reopens"), "b.txt": articleText("Lighthouse for Sale") });
    const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "../../src/server/main/node.ts"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const indexed = new Promise<CorpusStatus>((resolve) => {
      client.onNotification(method.status, (status: CorpusStatus) => {
        if (status.state === "idle" && status.articles > 0) resolve(status);
      });
    });
    client.listen();
    const { capabilities } = await client.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: folder.uri, name: "corpus" }],
    });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ["quickfix"] });
    await client.sendNotification("initialized", {});
    assert.equal((await indexed).articles, 2);
    await client.sendRequest("shutdown");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await client.sendNotification("exit");
    assert.equal(await ended, 0);
    client.dispose();
    await fs.rm(folder.path, { recursive: true });
  });
});
