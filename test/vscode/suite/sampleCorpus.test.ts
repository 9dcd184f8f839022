import assert from "node:assert/strict";
import * as vscode from "vscode";
import gold from "../../fixtures/samples-gold.json";
import { file, ready } from "./support";

describe("Copy Sample Corpus", () => {
  /** Inside the opened folder, which is all that a browser can write to; no corpus is looked for in a folder of this name. */
  const parent = file(".copies");

  before(async () => {
    await ready();
    await vscode.workspace.fs.createDirectory(parent);
  });
  after(() => vscode.workspace.fs.delete(parent, { recursive: true }));

  const copy = (): Thenable<vscode.Uri> => vscode.commands.executeCommand<vscode.Uri>("corpusNavigator.copySampleCorpus", parent);

  /** As plain bytes: what hosts answer differs in its class. */
  const read = async (uri: vscode.Uri): Promise<Uint8Array> => new Uint8Array(await vscode.workspace.fs.readFile(uri));

  /** The paths of all files below a folder. */
  async function list(folder: vscode.Uri, below = ""): Promise<string[]> {
    const found: string[] = [];
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      if (type === vscode.FileType.File) found.push(below + name);
      else if (!name.startsWith(".")) found.push(...(await list(vscode.Uri.joinPath(folder, name), `${below}${name}/`)));
    }
    return found.sort();
  }

  it("copies every file byte by byte, whatever its encoding", async () => {
    const copied = await copy();
    const files = await list(copied);
    assert.deepEqual(files, await list(file("")), "the opened folder is a copy of the samples too");
    assert.ok(gold.articles.every((article) => files.includes(article.file)));
    let legacy = 0;
    for (const path of files) {
      const bytes = await read(vscode.Uri.joinPath(copied, path));
      assert.deepEqual(bytes, await read(file(path)), path);
      if (!isUtf8(bytes)) legacy++;
    }
    assert.ok(legacy > 0, "some samples are not in UTF-8");
  });

  it("overwrites nothing, and brings back what is missing", async () => {
    const copied = await copy();
    const kept = vscode.Uri.joinPath(copied, "notes.txt");
    const missing = vscode.Uri.joinPath(copied, "bundles/tarlen-talks.txt");
    await vscode.workspace.fs.writeFile(kept, new TextEncoder().encode("mine\n"));
    await vscode.workspace.fs.delete(missing);
    await copy();
    assert.equal(new TextDecoder().decode(await read(kept)), "mine\n");
    assert.ok((await vscode.workspace.fs.stat(missing)).size > 0);
  });
});

describe("Open Sample Corpus", () => {
  const folder = vscode.Uri.from({ scheme: "corpus-navigator-sample", path: "/sample-corpus" });
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);

  before(ready);

  it("has every sample file with its bytes, and nothing else", async () => {
    const files: string[] = [];
    const visit = async (uri: vscode.Uri, below: string): Promise<void> => {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
        if (type === vscode.FileType.Directory) await visit(vscode.Uri.joinPath(uri, name), `${below}${name}/`);
        else files.push(below + name);
      }
    };
    await visit(folder, "");
    assert.ok(gold.articles.every((article) => files.includes(article.file)));
    for (const path of files) {
      const bytes = new Uint8Array(await vscode.workspace.fs.readFile(at(path)));
      assert.deepEqual(bytes, new Uint8Array(await vscode.workspace.fs.readFile(file(path))), path);
      const { size, permissions } = await vscode.workspace.fs.stat(at(path));
      assert.deepEqual([size, permissions], [bytes.length, vscode.FilePermission.Readonly], path);
    }
  });

  it("cannot be changed, but for corrections, which last as long as the window", async () => {
    const bytes = new TextEncoder().encode("version: 1\n");
    const refused = async (uri: vscode.Uri): Promise<void> => {
      await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, bytes), vscode.FileSystemError, uri.path);
    };
    await refused(at("notes.txt"));
    await refused(at("new.txt"));
    await assert.rejects(async () => vscode.workspace.fs.delete(at("notes.txt")));
    await assert.rejects(async () => vscode.workspace.fs.readFile(folder.with({ path: "/package.json" })));
    const corrections = at(".corpus/entities.yaml");
    await vscode.workspace.fs.createDirectory(at(".corpus"));
    await vscode.workspace.fs.writeFile(corrections, bytes);
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(corrections)), bytes);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(at(".corpus")), [["entities.yaml", vscode.FileType.File]]);
    await vscode.workspace.fs.delete(corrections);
    await assert.rejects(async () => vscode.workspace.fs.stat(corrections));
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
