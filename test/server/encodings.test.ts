import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { type FileEncoding, method } from "../../src/protocol/corpus";
import type { ArticleSummary } from "../../src/protocol/ranges";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const text =
  "Паром снова ходит через залив Торвен\n\nЖители поселка Велм в понедельник впервые за четыре года увидели паром, сообщила администрация порта.\n\nМэр Олег Тарский сказал, что работы обошлись в два миллиона крон.\n";
const bytes = Uint8Array.from(
  Array.from(text).map((letter) => (letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))),
);
const garbled = new TextDecoder().decode(bytes);

describe("server: a document that an editor decodes in a wrong way", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };
  let uri: string;

  beforeEach(async () => {
    folder = await temporaryFolder({ "other.txt": text });
    await fs.writeFile(path.join(folder.path, "ferry.txt"), bytes);
    uri = `${folder.uri}/ferry.txt`;
    server = await TestServer.start();
    await server.setFolders(folder.uri);
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });
  const titles = async (query: string): Promise<string[]> =>
    (await server.request<ArticleSummary[]>(method.findArticles, { query, limit: 9 })).map(({ displayTitle }) => displayTitle);

  it("does not replace what the index read in its file, opened or edited", async () => {
    assert.equal((await titles("паром")).length, 2);
    await server.open(uri, garbled);
    await server.until(async () => (await titles("паром")).length === 2);
    await server.edit(uri, `${garbled}More.\n`);
    // What an edit brings comes after a pause; another document shows that it is over.
    await server.open(`${folder.uri}/other.txt`, text);
    await server.edit(`${folder.uri}/other.txt`, text.replace("Паром снова", "Катер снова"));
    await server.until(async () => (await titles("катер")).length === 1);
    assert.deepEqual(await titles("паром"), ["Паром снова ходит через залив Торвен"]);
    // As the editor has it once it decodes the file rightly, edits count.
    await server.edit(uri, text.replace("Паром снова", "Баржа снова"));
    await server.until(async () => (await titles("баржа")).length === 1);
  });

  it("is indexed as it stands where its file holds the same lost characters", async () => {
    await fs.writeFile(path.join(folder.path, "ferry.txt"), garbled.replace("\n", " tern\n"));
    await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    await server.until(async () => (await titles("tern")).length === 1);
    await server.open(uri, garbled.replace("\n", " heron\n"));
    await server.until(async () => (await titles("heron")).length === 1);
  });

  it("has an encoding that an editor can ask for", async () => {
    const encodingOf = (name: string): Promise<FileEncoding | null> =>
      server.request(method.fileEncoding, { uri: `${folder.uri}/${name}` });
    assert.deepEqual(await encodingOf("ferry.txt"), { encoding: "windows-1251", isDoubtful: false });
    assert.deepEqual(await encodingOf("other.txt"), { encoding: "utf-8", isDoubtful: false });
    assert.equal(await encodingOf("nowhere.txt"), null);
    assert.equal(await server.request(method.fileEncoding, { uri: "file:///elsewhere/a.txt" }), null);
  });
});
