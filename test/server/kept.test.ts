import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { entityMethod, type EntitiesState } from "../../src/protocol/entities";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { articleText } from "./fixtures";
import { TestServer } from "./testServer";

const question = { filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 20 };

describe("server: what is kept between sessions", () => {
  let root = "";
  before(async () => {
    root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), "corpus-kept-")));
    await fs.mkdir(path.join(root, "news"));
    for (const [name, title] of [
      ["a", "Council Votes to Reopen Ferry Terminal"],
      ["b", "Fishing Quota Is Cut by a Third"],
      ["c", "Bridge Tolls Rise in Spring"],
    ] as const) {
      await fs.writeFile(path.join(root, "news", `${name}.txt`), articleText(title));
      // Files of a moment ago may change without showing it, and are read again.
      await fs.utimes(path.join(root, "news", `${name}.txt`), 1_600_000_000, 1_600_000_000);
    }
    await fs.writeFile(path.join(root, "news", "empty.txt"), "");
    await fs.utimes(path.join(root, "news", "empty.txt"), 1_600_000_000, 1_600_000_000);
  });
  after(() => fs.rm(root, { recursive: true }));

  async function start(): Promise<{ server: TestServer; names: () => EntitiesState | null }> {
    const server = await TestServer.start({
      initializationOptions: { clientSetsFolders: true, keepIn: URI.file(path.join(root, "storage")).toString() },
    });
    let state: EntitiesState | null = null;
    server.client.onNotification(entityMethod.entitiesState, (now: EntitiesState) => {
      state = now;
    });
    await server.setFolders(URI.file(path.join(root, "news")).toString());
    return { server, names: () => state };
  }

  const titles = async (server: TestServer, query: string): Promise<readonly string[]> =>
    (await server.request<SearchResult>(searchMethod.search, { ...question, query })).hits
      .flatMap(({ article, copies }) => [article, ...copies].map(({ displayTitle }) => displayTitle))
      .sort();
  const isRead = (state: EntitiesState | null, total: number): boolean => state !== null && state.total === total && state.done === total;

  it("is there at once when the folder is opened again, and no file is read", async () => {
    const first = await start();
    await first.server.until(() => isRead(first.names(), 3), 60);
    const people = await first.server.request<object>("workspace/symbol", { query: "har" });
    await first.server.dispose();
    assert.ok((await fs.readdir(path.join(root, "storage", "library"))).includes("manifest"));

    const second = await start();
    assert.deepEqual(
      second.server.statuses.map(({ filesTotal }) => filesTotal).filter((total) => total > 0),
      [],
    );
    assert.deepEqual(await titles(second.server, "ferry OR quota OR tolls"), [
      "Bridge Tolls Rise in Spring",
      "Council Votes to Reopen Ferry Terminal",
      "Fishing Quota Is Cut by a Third",
    ]);
    await second.server.until(() => isRead(second.names(), 3), 60);
    assert.deepEqual(await second.server.request<object>("workspace/symbol", { query: "har" }), people);
    assert.equal(second.server.statuses.at(-1)?.otherFiles, first.server.statuses.at(-1)?.otherFiles);
    await second.server.dispose();
  });

  it("gives way to what the files say: changed, new and gone ones", async () => {
    const news = path.join(root, "news");
    await fs.writeFile(path.join(news, "a.txt"), articleText("Harbour Fog Delays Every Sailing"));
    await fs.rm(path.join(news, "b.txt"));
    await fs.writeFile(path.join(news, "d.txt"), articleText("Library Opens on Sundays"));
    const { server, names } = await start();
    assert.deepEqual(await titles(server, "title:sailing OR title:quota OR title:tolls OR title:sundays OR title:ferry"), [
      "Bridge Tolls Rise in Spring",
      "Harbour Fog Delays Every Sailing",
      "Library Opens on Sundays",
    ]);
    await server.until(() => isRead(names(), 3), 60);
    await server.dispose();
  });

  it("is read, and not written, by a second server on the same folder", async () => {
    const first = await start();
    const lock = path.join(root, "storage", "library", "lock");
    // As if another process held it: this one's parent does live.
    await fs.writeFile(lock, String(process.ppid));
    const before = await fs.readdir(path.dirname(lock));
    const second = await start();
    assert.deepEqual(await titles(second.server, "title:tolls"), ["Bridge Tolls Rise in Spring"]);
    await second.server.dispose();
    assert.deepEqual(await fs.readdir(path.dirname(lock)), before);
    await fs.writeFile(lock, String(process.pid));
    await first.server.dispose();
    assert.ok(!(await fs.readdir(path.dirname(lock))).includes("lock"));
  });
});
