import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { manifestName } from "../../src/core/library/libraryStore";
import { method, type ListFilesParams, type ReadFileParams, type ReadFileResult } from "../../src/protocol/corpus";
import { entityMethod, type EntitiesState } from "../../src/protocol/entities";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { type DatabaseFactory, DatabaseStorage } from "../../src/server/files/web/databaseStorage";
import { type BrowserScope, placeInBrowser } from "../../src/server/files/web/keepingPlace";
import { articleText } from "./fixtures";
import { TestServer } from "./testServer";

interface Putting {
  readonly transaction: { abort(): void };
}
/** Its types are made for projects that have the DOM's. */
const { IDBFactory, IDBObjectStore } = createRequire(import.meta.url)("fake-indexeddb") as {
  readonly IDBFactory: new () => DatabaseFactory;
  readonly IDBObjectStore: { readonly prototype: { put: (this: Putting, ...args: unknown[]) => unknown } };
};

const folder = "vscode-vfs://archive/news";
const keepIn = "vscode-userdata:/workspaceStorage/1/corpus-navigator";
const question = { filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 20 };

/** What a browser has: one database and one set of locks for all windows. */
class Browser implements BrowserScope {
  readonly factory = new IDBFactory();
  readonly held = new Set<string>();
  readonly crypto = webcrypto as BrowserScope["crypto"];
  readonly navigator = {
    locks: {
      request: async (name: string, _: object, work: (lock: object | null) => Promise<void> | undefined): Promise<void> => {
        if (this.held.has(name)) return work(null);
        this.held.add(name);
        await work({});
        this.held.delete(name);
      },
    },
  };

  get indexedDB(): DatabaseFactory {
    return this.factory;
  }

  get parts(): DatabaseStorage {
    return new DatabaseStorage(this.factory, `corpus-navigator ${keepIn}`);
  }
}

class Archive {
  readonly files = new Map<string, { readonly text: string; readonly stamp: string | null }>();
  read: string[] = [];

  set(name: string, title: string, stamp: string | null): void {
    this.files.set(`${folder}/${name}.txt`, { text: articleText(title), stamp });
  }

  serve(server: TestServer): void {
    server.client.onRequest(method.listFiles, ({ folder: asked }: ListFilesParams) => ({
      files: asked === folder ? [...this.files.keys()] : [],
      skipped: [],
    }));
    server.client.onRequest<ReadFileResult, unknown>(method.readFile, ({ uri }: ReadFileParams) => {
      const file = this.files.get(uri);
      // The file with corrections, that is.
      if (file === undefined) return { error: "vanished", detail: "" };
      this.read.push(uri.slice(folder.length + 1));
      return { bytes: Buffer.from(file.text).toString("base64"), stamp: file.stamp };
    });
    server.client.onRequest(method.stampFile, ({ uri }: ReadFileParams) => this.files.get(uri)?.stamp ?? null);
  }
}

describe("server: what is kept in a browser", () => {
  async function session(
    archive: Archive,
    browser: BrowserScope,
    program = "1",
  ): Promise<{ server: TestServer; read: readonly string[]; complaints: readonly string[] }> {
    const options = { initializationOptions: { clientSetsFolders: true, keepIn } };
    const server = await TestServer.start(options, null, (place) => Promise.resolve(placeInBrowser(place, browser, program)));
    const complaints: string[] = [];
    server.client.onNotification("window/logMessage", ({ message }: { readonly message: string }) => {
      complaints.push(message);
    });
    let state: EntitiesState | null = null;
    server.client.onNotification(entityMethod.entitiesState, (now: EntitiesState) => {
      state = now;
    });
    archive.read = [];
    archive.serve(server);
    await server.client.sendNotification(method.setFolders, [{ uri: folder, direct: false }]);
    const count = archive.files.size;
    await server.until(
      () => server.statuses.at(-1)?.state === "idle" && state !== null && state.total === count && state.done === count,
      60,
    );
    return { server, read: archive.read.sort(), complaints };
  }

  const titles = async (server: TestServer): Promise<readonly string[]> =>
    (await server.request<SearchResult>(searchMethod.search, { ...question, query: "ferry" })).hits
      .flatMap(({ article, copies }) => [article, ...copies].map(({ displayTitle }) => displayTitle))
      .sort();

  function archiveOfThree(): Archive {
    const archive = new Archive();
    archive.set("a", "Council Votes to Reopen Terminal", "1 1");
    archive.set("b", "Fishing Quota Is Cut by a Third", "2 1");
    archive.set("c", "Bridge Tolls Rise in Spring", null);
    return archive;
  }
  const all = ["Bridge Tolls Rise in Spring", "Council Votes to Reopen Terminal", "Fishing Quota Is Cut by a Third"];

  it("is there when the window is opened again: only what may be another file is read", async () => {
    const archive = archiveOfThree();
    const browser = new Browser();
    const first = await session(archive, browser);
    assert.deepEqual(first.read, ["a.txt", "b.txt", "c.txt"]);
    assert.equal(first.server.statuses.at(-1)?.kept, 0);
    await first.server.dispose();
    assert.deepEqual([...browser.held], []);

    const second = await session(archive, browser);
    assert.deepEqual(second.read, ["c.txt"]);
    assert.equal(second.server.statuses.at(-1)?.kept, 3);
    assert.deepEqual(await titles(second.server), all);
    await second.server.dispose();

    archive.set("a", "Harbour Fog Delays Every Sailing", "1 2");
    archive.files.delete(`${folder}/b.txt`);
    const third = await session(archive, browser);
    assert.deepEqual(third.read, ["a.txt", "c.txt"]);
    assert.deepEqual(await titles(third.server), ["Bridge Tolls Rise in Spring", "Harbour Fog Delays Every Sailing"]);
    await third.server.dispose();
  });

  it("is of no use to another program, nor where a part is damaged", async () => {
    const archive = archiveOfThree();
    const browser = new Browser();
    await (await session(archive, browser)).server.dispose();
    const other = await session(archive, browser, "2");
    assert.deepEqual(other.read, ["a.txt", "b.txt", "c.txt"]);
    assert.deepEqual(await titles(other.server), all);
    await other.server.dispose();

    const { parts } = browser;
    for (const name of (await parts.list()).filter((one) => one !== manifestName)) {
      const bytes = (await parts.read(name)) ?? new Uint8Array(0);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 16;
      await parts.write(name, bytes);
    }
    const damaged = await session(archive, browser, "2");
    assert.deepEqual(damaged.read, ["a.txt", "b.txt", "c.txt"]);
    assert.deepEqual(await titles(damaged.server), all);
    await damaged.server.dispose();
  });

  it("is read, and not written, by a second window", async () => {
    const archive = archiveOfThree();
    const browser = new Browser();
    await (await session(archive, browser)).server.dispose();
    browser.held.add(`corpus-navigator ${keepIn}`);
    const before = await browser.parts.list();
    const { server, read } = await session(archive, browser);
    assert.deepEqual(read, ["c.txt"]);
    await server.dispose();
    assert.deepEqual(await browser.parts.list(), before);
  });

  it("goes with Clear Index", async () => {
    const archive = archiveOfThree();
    const browser = new Browser();
    const { server } = await session(archive, browser);
    await server.request(method.clearIndex, {});
    assert.deepEqual(await browser.parts.list(), []);
    await server.dispose();
    assert.notDeepEqual(await browser.parts.list(), []);
  });

  it("is nothing where the browser has no storage, or no room: that is said once, and answers are right", async () => {
    const archive = archiveOfThree();
    const forbidden = new (class extends Browser {
      override get indexedDB(): DatabaseFactory {
        throw new Error("The operation is insecure.");
      }
    })();
    const none = await session(archive, forbidden);
    assert.deepEqual(await titles(none.server), all);
    await none.server.dispose();
    assert.deepEqual(none.complaints, ["What is known of the corpus cannot be kept: The operation is insecure."]);

    const { put } = IDBObjectStore.prototype;
    // A browser that has no room ends the transaction.
    IDBObjectStore.prototype.put = function (this: Putting, ...args: unknown[]) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
    try {
      const browser = new Browser();
      const cold = await session(archive, browser);
      assert.deepEqual(await titles(cold.server), all);
      await cold.server.dispose();
      assert.equal(cold.complaints.length, 1);
      assert.match(cold.complaints[0] ?? "", /^What is known of the corpus cannot be kept: /);
      assert.deepEqual(await browser.parts.list(), []);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });

  it("stores of a buffer's part that part alone, and nothing that is no part", async () => {
    const browser = new Browser();
    const { parts } = browser;
    await parts.write("one", new Uint8Array(1000).fill(7).subarray(10, 13));
    const read = await parts.read("one");
    assert.deepEqual(read, new Uint8Array([7, 7, 7]));
    assert.equal(read.buffer.byteLength, 3);
    assert.equal(await parts.read("other"), null);
    await parts.delete("other");
    await parts.write("one", new Uint8Array([1]));
    assert.deepEqual(await browser.parts.read("one"), new Uint8Array([1]));
    await parts.delete("one");
    assert.deepEqual(await parts.list(), []);
  });
});
