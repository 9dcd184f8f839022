import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import { relatedMethod, type ArticleBody, type RelatedAnswer } from "../../src/protocol/related";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const created = 1;
const changed = 2;
const deleted = 3;

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

const paragraphs = (seed: number): string =>
  Array.from(
    { length: 4 },
    (_, at) =>
      `Warden ${seed} of Tern Mill ${at} told the ${seed}th assembly that barge number ${seed * 7 + at} had left the lower quay with ${seed + 11} crates of salt, and no more.`,
  ).join("\n\n");
const text = (headline: string, seed: number): string =>
  articleText(headline, `March ${1 + (seed % 27)}, 2021`).replace("The first ferry", `${paragraphs(seed)}\n\nThe first ferry`);

/** All that is asked of a corpus, in an order of its own. */
async function picture(server: TestServer): Promise<unknown> {
  await server.until(() => server.statuses.at(-1)?.state === "idle");
  const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
  const status = server.statuses.at(-1);
  const told: unknown[] = [];
  for (const article of [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    let related = null as RelatedAnswer | null;
    await server.until(async () => {
      related = await server.request<RelatedAnswer | null>(relatedMethod.relatedArticles, { uri: "", id: article.id });
      return related?.isReady === true;
    });
    const body = await server.request<ArticleBody | null>(relatedMethod.articleBody, { id: article.id });
    told.push({
      article,
      body: body?.text,
      duplicates: related?.duplicates.map(({ article: other, kind, similarity }) => [other.id, kind, similarity]).sort(),
    });
  }
  const found = await server.request<SearchResult>(searchMethod.search, {
    query: "barge",
    sort: "relevance",
    filters: [],
    dates: null,
    asker: "view",
    offset: 0,
    limit: 50,
  });
  return {
    told,
    found: found.hits.flatMap(({ article, copies }) => [article.id, ...copies.map((copy) => copy.id)]).sort(),
    others: status?.otherFiles,
    skipped: [...(status?.skipped ?? [])].map(({ uri, reason }) => `${uri} ${reason}`).sort(),
  };
}

const ready = async (server: TestServer): Promise<void> => {
  // What is on its way has been heard: bursts are gathered, lists follow.
  await new Promise((resolve) => setTimeout(resolve, 700));
  await server.until(() => server.statuses.at(-1)?.state === "idle");
};

async function asFresh(server: TestServer, folder: Folder): Promise<void> {
  await ready(server);
  const fresh = await TestServer.start();
  try {
    await fresh.setFolders(folder.uri);
    await fresh.until(async () => (await picture(fresh)) !== null);
    const expected = await picture(fresh);
    let last: unknown;
    await server
      .until(async () => {
        last = await picture(server);
        return JSON.stringify(last) === JSON.stringify(expected);
      }, 8)
      .catch(() => {
        assert.deepEqual(last, expected);
      });
  } finally {
    await fresh.dispose();
  }
}

describe("server: after any history, the corpus is as if read anew", function () {
  this.timeout(180_000);
  let server: TestServer;
  let folder: Folder;

  const tell = (...changes: readonly (readonly [name: string, type: number])[]): Promise<void> =>
    server.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: changes.map(([name, type]) => ({ uri: `${folder.uri}/${name}`, type })),
    });

  beforeEach(async () => {
    server = await TestServer.start();
    folder = await temporaryFolder({
      "a.txt": text("Salt Barge Leaves Tern Mill", 1),
      "b.txt": text("Salt Barges Leave Tern Mill", 1),
      "c/d.txt": text("Quay Closed for a Day", 3),
      "c/note.txt": "TODO\n- milk\n",
    });
    await server.setFolders(folder.uri);
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  it("when a file changes a moment after it was read", async () => {
    await picture(server);
    await fs.writeFile(path.join(folder.path, "b.txt"), text("Another Matter Altogether", 9));
    await tell(["b.txt", changed]);
    await asFresh(server, folder);
    await fs.writeFile(path.join(folder.path, "b.txt"), text("Salt Barge Leaves Tern Mill Again", 1));
    await tell(["b.txt", changed]);
    await asFresh(server, folder);
  });

  it("when a file came and went", async () => {
    await tell(["gone.txt", created], ["gone2.txt", created], ["folder", created]);
    await fs.writeFile(path.join(folder.path, "empty.txt"), new Uint8Array([0, 1, 2, 3, 0, 0, 0]));
    await tell(["empty.txt", created]);
    await ready(server);
    await fs.rm(path.join(folder.path, "empty.txt"));
    await tell(["empty.txt", changed]);
    await asFresh(server, folder);
  });

  it("when a file is said to have gone that is there", async () => {
    await fs.writeFile(path.join(folder.path, "new.txt"), text("New Lock Opens", 5));
    await tell(["new.txt", created], ["new.txt", deleted], ["a.txt", deleted], ["c", deleted]);
    await asFresh(server, folder);
  });

  it("when a file becomes a folder, and a folder a file", async () => {
    await fs.rm(path.join(folder.path, "a.txt"));
    await fs.mkdir(path.join(folder.path, "a.txt"));
    await fs.writeFile(path.join(folder.path, "a.txt", "inner.txt"), text("Inside", 6));
    await fs.rm(path.join(folder.path, "c"), { recursive: true });
    await fs.writeFile(path.join(folder.path, "c"), "no more a folder");
    await tell(["a.txt", changed], ["c", changed], ["c", created]);
    await tell(["c", deleted], ["c", created]);
    await asFresh(server, folder);
  });

  it("when the whole folder goes, and comes back", async () => {
    await fs.rename(folder.path, `${folder.path}-away`);
    await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri, type: deleted }] });
    await asFresh(server, folder);
    await fs.rename(`${folder.path}-away`, folder.path);
    await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: folder.uri, type: created }] });
    await asFresh(server, folder);
  });

  it("whatever happens, in whatever order it is told", async () => {
    const names = ["a.txt", "b.txt", "c/d.txt", "c/e.txt", "f.bundle", "g/h.txt", "bin.txt"];
    const step = fc.record({
      act: fc.constantFrom("write", "write", "write", "delete", "rename", "binary", "folder", "link", "nothing"),
      name: fc.constantFrom(...names),
      other: fc.constantFrom(...names),
      seed: fc.integer({ min: 1, max: 6 }),
      order: fc.constantFrom("as it was", "turned around", "twice", "late"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        let late: (readonly [string, number])[] = [];
        for (const { act, name, other, seed, order } of steps) {
          const file = path.join(folder.path, name);
          const told: (readonly [string, number])[] = [];
          const exists = await fs.lstat(file).then(
            (stats) => stats.isFile() || stats.isSymbolicLink(),
            () => false,
          );
          await fs.mkdir(path.dirname(file), { recursive: true });
          if (act === "write") {
            await fs.rm(file, { force: true });
            await fs.writeFile(
              file,
              name === "f.bundle"
                ? `<<<FILE one.txt>>>\n${text("One of Two", seed)}\n<<<END FILE>>>\n<<<FILE two.txt>>>\n${text("Two of Two", seed + 1)}\n<<<END FILE>>>\n`
                : text(`Salt Barge ${seed}`, seed),
            );
            told.push([name, exists ? changed : created]);
          } else if (act === "binary") {
            await fs.rm(file, { force: true });
            await fs.writeFile(file, new Uint8Array([0, 255, 0, 1, 2, 0, 0, 0]));
            told.push([name, exists ? changed : created]);
          } else if (act === "delete" && exists) {
            await fs.rm(file);
            told.push([name, deleted]);
          } else if (act === "rename" && exists && name !== other) {
            await fs.mkdir(path.dirname(path.join(folder.path, other)), { recursive: true });
            await fs.rename(file, path.join(folder.path, other));
            told.push([name, deleted], [other, created]);
          } else if (act === "folder" && name.includes("/")) {
            await fs.rm(path.dirname(file), { recursive: true });
            told.push([path.dirname(name), deleted]);
          } else if (act === "link" && !exists) {
            await fs.symlink("nowhere", file);
            told.push([name, created]);
          }
          if (order === "late") late.push(...told);
          else await tell(...(order === "turned around" ? [...told].reverse() : order === "twice" ? [...told, ...told] : told));
          if (seed === 6) await ready(server);
        }
        await tell(...late);
        late = [];
        await asFresh(server, folder);
      }),
      { numRuns: Number(process.env["HISTORIES"] ?? 6), endOnFailure: true },
    );
  });
});
