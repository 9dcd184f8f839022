import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { method } from "../../src/protocol/corpus";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const code =
  "import fs from 'node:fs';\n\nexport function load(name) {\n  const text = fs.readFileSync(name, 'utf8');\n  return text;\n}\n\nconst all = load('x');\nconsole.log(all);\n";

describe("server: what is left out of a corpus", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  beforeEach(async () => {
    folder = await temporaryFolder({
      "ferry.txt": articleText("Council Votes to Reopen Ferry Terminal"),
      "wheat.txt": "Wheat fell by a tenth.",
      "a.txt": code,
      "sub/b.txt": code,
      LICENSE: "MIT",
      "scan.jpg": "x",
      "old.dat": articleText("Lighthouse Keeper Retires"),
    });
    server = await TestServer.start();
    await server.setFolders(folder.uri);
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });
  const status = (): { articles: number; leftOut: string[]; unread: string[] } => {
    const last = server.statuses.at(-1);
    return {
      articles: last?.articles ?? -1,
      leftOut: (last?.leftOut ?? []).map(({ uri, detail }) => `${path.basename(uri)}: ${detail}`).sort(),
      unread: (last?.unreadKinds ?? []).map(({ extension, count }) => `${count} ${extension}`).sort(),
    };
  };

  it("is counted and named, with one reason for all of a kind", async () => {
    assert.deepEqual(status(), {
      articles: 2,
      leftOut: [
        "LICENSE: It has a name that no article has (readme, license and the like).",
        "a.txt: It looks like source code.",
        "b.txt: It looks like source code.",
      ],
      unread: ["1 dat", "1 jpg"],
    });
    const alike = await server.request<string[]>(method.leftOut, { detail: "It looks like source code." });
    assert.deepEqual(alike.map((uri) => path.basename(uri)).sort(), ["a.txt", "b.txt"]);
    assert.deepEqual(
      (await server.request<string[]>(method.leftOut, { extension: "dat" })).map((uri) => path.basename(uri)),
      ["old.dat"],
    );
  });

  it("is read as soon as a reader says so, whatever its name, and again not", async () => {
    for (const name of ["a.txt", "old.dat"])
      await server.client.sendNotification(method.treatAs, { uri: `${folder.uri}/${name}`, kind: "article" });
    await server.until(() => status().articles === 4);
    assert.deepEqual([status().leftOut.length, status().unread], [2, ["1 jpg"]]);
    await server.client.sendNotification(method.treatAs, { uri: `${folder.uri}/old.dat`, kind: null });
    await server.until(() => status().articles === 3);
  });

  it("is nothing but what has the name of no text where all of the folder is to be read", async () => {
    await server.client.sendNotification(method.setFolders, [{ uri: folder.uri, direct: true, readsAll: true }]);
    await server.until(() => status().articles === 4);
  });

  it("is read in the encoding that was asked for", async () => {
    await fs.writeFile(path.join(folder.path, "ferry.txt"), Buffer.from("486172626f7572206f70656e730a0a4ce920c8617065", "hex"));
    await server.client.sendNotification(method.setFolders, [{ uri: folder.uri, direct: true, encoding: "windows1250" }]);
    await server.until(() => server.statuses.at(-1)?.state === "idle");
    assert.deepEqual(server.statuses.at(-1)?.notices, []);
  });
});
