import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { neverCancelled } from "../../../src/core/util/cancellation";
import type { SkippedFile } from "../../../src/protocol/corpus";
import { readInOrder } from "../../../src/server/files/io/readInOrder";
import { NodeFileSource } from "../../../src/server/files/node/nodeFileSource";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const LIMITS = { maxFileSize: 1000 };

describe("NodeFileSource", () => {
  let folder: string;
  const source = new NodeFileSource();
  const uriOf = (name: string): string => URI.file(path.join(folder, name)).toString();
  const put = (name: string, text = "Harbour reopens\n"): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const list = async (start = folder): Promise<{ files: string[]; skipped: string[] }> => {
    const relative = (uri: string): string => path.relative(folder, URI.parse(uri).fsPath).split(path.sep).join("/");
    const skipped: string[] = [];
    const files: string[] = [];
    const skip = ({ uri, reason }: SkippedFile): void => {
      skipped.push(`${relative(uri)} ${reason}`);
    };
    for await (const { uri } of source.list(URI.file(start).toString(), skip, neverCancelled)) files.push(relative(uri));
    return { files, skipped };
  };
  const read = async (name: string): Promise<string> => {
    const result = await source.read(uriOf(name), LIMITS, neverCancelled);
    return result.ok ? result.file.text : `${result.skipped.reason}: ${result.skipped.detail}`;
  };

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    removeFolder(folder);
  });

  it("lists what may hold articles by its name, in order, and names what else is not hidden", async () => {
    const files = [
      "B.TXT",
      "a.txt",
      "article",
      "b.text",
      "c.md",
      "d.news",
      "e.bundle",
      "f.story",
      "g.markdown",
      "sub.d/f.txt",
      "Mr. Smith came",
      "x.csv",
      "x.docx",
      "x.html",
      "x.json",
      "x.rtf",
      "x.zip",
    ];
    for (const name of [...files, "x.xlsx", "x.py", "LICENSE", ".hidden.txt", ".git/y.txt", "node_modules/z.txt", ".corpus/index"])
      put(name);
    assert.deepEqual(await list(), {
      files: [...files].sort(),
      skipped: ["LICENSE not-an-article", "node_modules not-an-article", "x.py other-kind", "x.xlsx other-kind"],
    });
  });

  it("lists a single file, whatever its name", async () => {
    put("x.dat");
    assert.deepEqual(await list(path.join(folder, "x.dat")), { files: ["x.dat"], skipped: [] });
  });

  it("names a folder that is not there", async () => {
    assert.deepEqual(await list(path.join(folder, "nowhere")), { files: [], skipped: ["nowhere vanished"] });
  });

  it("follows links to files and to folders elsewhere, once and never in circles", async function () {
    if (process.platform === "win32") return this.skip();
    put("elsewhere/deep/a.txt");
    put("root/b.txt");
    const link = (target: string, name: string): void => {
      symlinkSync(target, path.join(folder, "root", name));
    };
    link("b.txt", "c.txt");
    link("../elsewhere/deep", "m");
    link("../elsewhere/deep", "n");
    link("../elsewhere", "o");
    link("..", "p");
    symlinkSync("../../root", path.join(folder, "elsewhere/deep/q"));
    assert.deepEqual(await list(path.join(folder, "root")), {
      files: ["root/b.txt", "root/c.txt", "root/m/a.txt"],
      skipped: ["root/m/q loop", "root/n loop", "root/o loop", "root/p loop"],
    });
  });

  it("reads, and says why it does not", async () => {
    put("a.txt");
    put("large.txt", "x".repeat(1001));
    mkdirSync(path.join(folder, "folder.txt"));
    assert.equal(await read("a.txt"), "Harbour reopens\n");
    assert.match(await read("large.txt"), /^too-large: /);
    assert.match(await read("folder.txt"), /^unreadable: /);
    assert.match(await read("gone.txt"), /^vanished: /);
  });

  it("does not wait for a pipe that took the place of a file", async function () {
    if (process.platform === "win32") return this.skip();
    put("a.txt");
    rmSync(path.join(folder, "a.txt"));
    execFileSync("mkfifo", [path.join(folder, "a.txt")]);
    assert.equal(await read("a.txt"), "unreadable: Not a regular file.");
  });

  it("ends when it is cancelled", async () => {
    for (let index = 0; index < 200; index++) put(`${index}.txt`);
    const token = { isCancellationRequested: false };
    let seen = 0;
    for await (const file of readInOrder(
      source,
      source.list(URI.file(folder).toString(), () => undefined, token),
      LIMITS,
      token,
    )) {
      assert.ok(file.found.uri !== "");
      if (++seen === 10) token.isCancellationRequested = true;
    }
    assert.ok(seen >= 10 && seen < 60, `${seen} read`);
    const late = await source.read(uriOf("1.txt"), LIMITS, token);
    assert.ok(!late.ok);
  });

  it("loses no file that vanishes while the folder is read: each is read or named", async () => {
    for (let index = 0; index < 300; index++) put(`${index}.txt`);
    const skipped: string[] = [];
    const found = source.list(URI.file(folder).toString(), (file) => skipped.push(file.uri), neverCancelled);
    let count = 0;
    for await (const { result } of readInOrder(source, found, LIMITS, neverCancelled)) {
      if (++count === 5) for (let index = 0; index < 300; index += 3) rmSync(path.join(folder, `${index}.txt`), { force: true });
      if (!result.ok) assert.equal(result.skipped.reason, "vanished");
    }
    assert.equal(count + skipped.length, 300);
  });
});
