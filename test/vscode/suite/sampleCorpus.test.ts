import assert from "node:assert/strict";
import * as vscode from "vscode";
import gold from "../../fixtures/samples-gold.json";
import { file, ready } from "./support";

describe("Open Sample Corpus", () => {
  /** Inside the opened folder, which is all that a browser can write to; no corpus is looked for in a folder of this name. */
  const parent = file(".copies");

  before(async () => {
    await ready();
    await vscode.workspace.fs.createDirectory(parent);
  });
  after(() => vscode.workspace.fs.delete(parent, { recursive: true }));

  const copy = (): Thenable<vscode.Uri> => vscode.commands.executeCommand<vscode.Uri>("corpusNavigator.openSampleCorpus", parent);

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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
