import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { type ArticleAt, type ArticleDetails, method, type TreeChildren, type TreeParams } from "../../src/protocol/corpus";
import type { ArticleSummary } from "../../src/protocol/ranges";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const bundle = `<<<FILE: one.txt>>>
${articleText("Lighthouse Keeper Retires After Forty Years", "May 2, 2020")}
<<<END FILE>>>
<<<FILE: two.txt>>>
${articleText("Fishing Quota Is Cut by a Third", "May 9, 2020")}
<<<END FILE>>>
`;

describe("server: the corpus", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  beforeEach(async () => {
    folder = await temporaryFolder({
      "ferry.txt": articleText("Council Votes to Reopen Ferry Terminal"),
      "2020/may.bundle": bundle,
      "notes.txt": "milk\neggs\ncall the plumber\n",
      "sub/image.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0, 255, 254, 0, 7]),
    });
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  const children = (params: Partial<TreeParams> = {}): Promise<TreeChildren> =>
    server.request(method.articleGroups, { by: "date", parent: null, filter: "", ...params });
  const titles = async (params: Partial<TreeParams> = { by: "none" }): Promise<string[]> =>
    (await children(params)).articles.map((article) => article.displayTitle);

  it("indexes a folder of single articles and bundles, newest first", async () => {
    await server.setFolders(folder.uri);
    assert.deepEqual(await titles(), [
      "Council Votes to Reopen Ferry Terminal",
      "Fishing Quota Is Cut by a Third",
      "Lighthouse Keeper Retires After Forty Years",
    ]);
  });

  it("names what it skipped and only counts what is no article", async () => {
    await server.setFolders(folder.uri);
    const status = server.statuses.at(-1);
    assert.deepEqual(
      status?.skipped.map(({ uri, reason }) => [path.basename(uri), reason]),
      [["image.txt", "binary"]],
    );
    assert.deepEqual(
      { articles: status.articles, otherFiles: status.otherFiles, from: status.from, to: status.to, skippedTotal: status.skippedTotal },
      { articles: 3, otherFiles: 1, from: "2020-05-02", to: "2021-03-03", skippedTotal: 1 },
    );
  });

  it("groups by year and month", async () => {
    await server.setFolders(folder.uri);
    const years = await children();
    assert.deepEqual(
      years.groups.map(({ label, count }) => [label, count]),
      [
        ["2021", 1],
        ["2020", 2],
      ],
    );
    const months = await children({ parent: years.groups[1]!.id });
    assert.deepEqual(
      months.groups.map(({ label, count }) => [label, count]),
      [["May", 2]],
    );
    assert.deepEqual(await titles({ parent: months.groups[0]!.id }), [
      "Fishing Quota Is Cut by a Third",
      "Lighthouse Keeper Retires After Forty Years",
    ]);
  });

  it("groups by folder and bundle", async () => {
    await server.setFolders(folder.uri);
    const { groups } = await children({ by: "folder" });
    assert.deepEqual(
      groups.map(({ label, count }) => [label, count]),
      [
        ["2020/may.bundle", 2],
        [path.basename(folder.path), 1],
      ],
    );
  });

  it("filters by what is typed", async () => {
    await server.setFolders(folder.uri);
    assert.deepEqual(await titles({ by: "none", filter: "KÈEPER" }), ["Lighthouse Keeper Retires After Forty Years"]);
    assert.deepEqual(await titles({ by: "none", filter: "2020-05 quota" }), ["Fishing Quota Is Cut by a Third"]);
    assert.deepEqual(await titles({ by: "none", filter: "volcano" }), []);
  });

  it("finds the article at a position in a bundle, with its groups", async () => {
    await server.setFolders(folder.uri);
    const uri = `${folder.uri}/2020/may.bundle`;
    const line = bundle.split("\n").indexOf("Fishing Quota Is Cut by a Third");
    const at = await server.request<ArticleAt | null>(method.articleAt, {
      uri,
      position: { line: line + 8, character: 3 },
      by: "date",
      filter: "",
    });
    assert.equal(at?.article.id, `${uri}#two.txt`);
    assert.equal(at.article.selection.start.line, line);
    assert.deepEqual(
      at.path.map((group) => group.label),
      ["2020", "May"],
    );
  });

  it("finds articles by their title and tells about one", async () => {
    await server.setFolders(folder.uri);
    const found = await server.request<ArticleSummary[]>(method.findArticles, { query: "keep ret", limit: 5 });
    assert.deepEqual(
      found.map((article) => article.key),
      ["one.txt"],
    );
    const details = await server.request<ArticleDetails | null>(method.articleDetails, { id: found[0]!.id });
    assert.match(details?.lead ?? "", /^The town council of Port Ellery voted/);
    assert.equal(details?.byline, "The Harbour Gazette");
    assert.equal(await server.request(method.articleDetails, { id: "file:///nowhere.txt" }), null);
  });

  it("sees files come, change and go", async () => {
    await server.setFolders(folder.uri);
    await fs.writeFile(path.join(folder.path, "new.txt"), articleText("Harbour Pilot Wins Medal", "June 1, 2021"));
    await fs.writeFile(path.join(folder.path, "ferry.txt"), articleText("Ferry Terminal Will Reopen After All"));
    await fs.rm(path.join(folder.path, "2020"), { recursive: true });
    await server.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: `${folder.uri}/new.txt`, type: 1 },
        { uri: `${folder.uri}/ferry.txt`, type: 2 },
        { uri: `${folder.uri}/2020`, type: 3 },
      ],
    });
    await server.until(async () => (await titles()).join("|") === "Harbour Pilot Wins Medal|Ferry Terminal Will Reopen After All");
    await server.until(() => server.statuses.at(-1)?.articles === 2);
  });

  it("takes in a folder that was moved in as a whole", async () => {
    await server.setFolders(folder.uri);
    await fs.rename(path.join(folder.path, "2020"), path.join(folder.path, "archive"));
    await server.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: `${folder.uri}/2020`, type: 3 },
        { uri: `${folder.uri}/archive`, type: 1 },
      ],
    });
    await server.until(
      async () =>
        (await server.request<ArticleSummary[]>(method.findArticles, { query: "quota", limit: 9 }))[0]?.uri ===
        `${folder.uri}/archive/may.bundle`,
    );
    assert.equal((await titles()).length, 3);
  });

  it("counts what is typed before it is saved, and what is on disk after it was closed unsaved", async () => {
    await server.setFolders(folder.uri);
    const uri = `${folder.uri}/ferry.txt`;
    await server.open(uri, articleText("Ferry Terminal Vote Postponed"));
    await server.until(async () => (await titles())[0] === "Ferry Terminal Vote Postponed");
    await server.edit(uri, "Delayed", { start: { line: 0, character: 20 }, end: { line: 0, character: 29 } });
    await server.until(async () => (await titles())[0] === "Ferry Terminal Vote Delayed");
    await server.close(uri);
    await server.until(async () => (await titles())[0] === "Council Votes to Reopen Ferry Terminal");
  });

  it("has unsaved documents outside every folder while they are open", async () => {
    await server.open("untitled:Untitled-1", articleText("Draft of a Story"));
    await server.until(async () => (await titles()).join() === "Draft of a Story");
    await server.close("untitled:Untitled-1");
    await server.until(async () => (await titles()).length === 0);
  });

  it("leaves what is no longer a folder of the corpus", async () => {
    await server.setFolders(folder.uri);
    await server.client.sendNotification(method.setFolders, [{ uri: `${folder.uri}/2020`, direct: true }]);
    await server.until(async () => (await titles()).length === 2);
  });

  it("reads a file as its reader wants, also when it is closed", async () => {
    await server.setFolders(folder.uri);
    await server.client.sendNotification(method.treatAs, { uri: `${folder.uri}/ferry.txt`, kind: "text" });
    await server.until(async () => (await titles()).length === 2);
    await server.client.sendNotification(method.treatAs, { uri: `${folder.uri}/notes.txt`, kind: "article" });
    await server.until(async () => (await titles()).length === 3);
    await server.client.sendNotification(method.treatAs, { uri: `${folder.uri}/notes.txt`, kind: null });
    await server.until(async () => (await titles()).length === 2);
  });

  it("skips what is larger than the setting allows, and reads it when that is raised", async () => {
    await server.client.sendNotification("workspace/didChangeConfiguration", { settings: { maxFileSize: 1200 } });
    await server.setFolders(folder.uri);
    assert.deepEqual(
      server.statuses
        .at(-1)
        ?.skipped.map(({ uri, reason }) => [path.basename(uri), reason])
        .sort(),
      [
        ["image.txt", "binary"],
        ["may.bundle", "too-large"],
      ],
    );
    await server.client.sendNotification("workspace/didChangeConfiguration", { settings: { corpusNavigator: { maxFileSize: 1_000_000 } } });
    await server.until(async () => (await titles()).length === 3);
  });

  it("rebuilds", async () => {
    await server.setFolders(folder.uri);
    await fs.rm(path.join(folder.path, "ferry.txt"));
    await server.request(method.rebuild, {});
    assert.equal((await titles()).length, 2);
  });

  it("indexes the workspace folders of a client that knows LSP alone", async () => {
    const plain = await TestServer.start({ initializationOptions: undefined, workspaceFolders: [{ uri: folder.uri, name: "corpus" }] });
    try {
      await plain.until(() => plain.statuses.at(-1)?.articles === 3);
    } finally {
      await plain.dispose();
    }
  });
});
