import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import { entityMethod, type EntitiesState } from "../../src/protocol/entities";
import { relatedMethod, type RelatedAnswer } from "../../src/protocol/related";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import type { AnalystHost } from "../../src/server/analysis/analysts";
import { realThreads, threadsThatRun } from "../support/analystScript";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const question = { filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 30 };

async function reading(folder: string, threads: AnalystHost | null): Promise<TestServer> {
  const server = await TestServer.start({}, threads);
  let state: EntitiesState | null = null;
  server.client.onNotification(entityMethod.entitiesState, (now: EntitiesState) => {
    state = now;
  });
  await server.client.sendNotification(method.setFolders, [{ uri: folder, direct: true }]);
  await server.until(
    () => server.statuses.at(-1)?.state === "idle" && state !== null && state.total > 0 && state.done === state.total,
    120,
  );
  return server;
}

/** What a server says of a corpus, with names, roles, copies and problems. */
async function picture(server: TestServer): Promise<unknown> {
  const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
  const related: unknown[] = [];
  for (const { id } of articles) {
    let answer = null as RelatedAnswer | null;
    await server.until(async () => {
      answer = await server.request<RelatedAnswer | null>(relatedMethod.relatedArticles, { uri: "", id });
      return answer?.isReady === true;
    });
    related.push(answer);
  }
  const found: unknown[] = [];
  for (const query of ["the", "ferry", "person:marden", "lang:en -council"]) {
    const { hits, total } = await server.request<SearchResult>(searchMethod.search, { ...question, query });
    found.push(total, hits);
  }
  const { otherFiles, leftOut, skipped, notices } = server.statuses.at(-1) ?? {};
  const named = [leftOut, skipped, notices].map((files) => files?.map((file) => JSON.stringify(file)).sort());
  const symbols = await server.request<object[]>("workspace/symbol", { query: "ma" });
  return { articles, related, found, symbols, otherFiles, named };
}

const bundle = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<<<FILE ${at}.txt>>>\n${articleText(`Ferry ${at} Leaves Port Amsel`)}<<<END FILE>>>\n`).join(
    "",
  );

describe("server: threads that analyse", function () {
  this.timeout(180_000);
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    folder = await temporaryFolder({ "note.txt": "TODO\n- milk\n", "empty.txt": "", "some.txt": `Outside.\n${bundle(20)}` });
    await fs.cp("samples", path.join(folder.path, "samples"), { recursive: true });
  });
  after(() => fs.rm(folder.path, { recursive: true }));

  it("change no answer", async () => {
    const here = await reading(folder.uri, null);
    const elsewhere = await reading(folder.uri, realThreads());
    try {
      const expected = await picture(here);
      let last: unknown;
      await elsewhere
        .until(async () => JSON.stringify((last = await picture(elsewhere))) === JSON.stringify(expected), 20)
        .catch(() => {
          assert.deepEqual(last, expected);
        });
    } finally {
      await here.dispose();
      await elsewhere.dispose();
    }
  });

  it("may be refused", async () => {
    const refused = {
      count: 2,
      leastText: 0,
      start: () => {
        throw new Error("refused");
      },
    };
    const server = await reading(pathToFileURL("samples").toString(), refused);
    const { total } = await server.request<SearchResult>(searchMethod.search, { ...question, query: "the" });
    assert.ok(total > 0);
    await server.dispose();
  });

  it("may die of a document: it is named, and all others are there", async () => {
    const deadly = await temporaryFolder({
      "a.txt": articleText("Council Votes to Reopen Terminal"),
      "deadly.txt": articleText("Fishing Quota of Doom"),
      "c.txt": articleText("Bridge Tolls Rise in Spring"),
    });
    const dying = threadsThatRun(
      "deadly",
      'parentPort.on("message", (m) => { if (m.what === "task" && m.task.what === "analyse" && JSON.stringify(m).includes("Doom")) process.exit(9); });',
    );
    const server = await reading(deadly.uri, dying);
    try {
      const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
      assert.equal(articles.length, 2);
      assert.deepEqual(
        server.statuses.at(-1)?.skipped.map(({ uri, detail }) => [path.basename(uri), detail]),
        [["deadly.txt", "It could not be worked on: it ended with 9."]],
      );
    } finally {
      await server.dispose();
      await fs.rm(deadly.path, { recursive: true });
    }
  });

  it("may die of a document's names: it is named, and its articles are there", async () => {
    const deadly = await temporaryFolder({ "a.txt": articleText("Council Votes"), "deadly.txt": articleText("Fishing Quota of Doom") });
    const dying = threadsThatRun(
      "nameless",
      'parentPort.on("message", (m) => { if (m.what === "task" && m.task.what === "names" && JSON.stringify(m).includes("Doom")) process.exit(9); });',
    );
    const server = await reading(deadly.uri, dying);
    try {
      const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
      assert.equal(articles.length, 2);
      await server.until(() => (server.statuses.at(-1)?.notices.length ?? 0) > 0);
      assert.deepEqual(
        server.statuses.at(-1)?.notices.map(({ uri, detail }) => [path.basename(uri), detail]),
        [["deadly.txt", "Its names could not be read: it ended with 9."]],
      );
    } finally {
      await server.dispose();
      await fs.rm(deadly.path, { recursive: true });
    }
  });
});
