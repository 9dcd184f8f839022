import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import gold from "../../fixtures/samples-gold.json";
import { closeAll, file, ready, show, titles, until } from "./support";

const count = gold.articles.length;
const article = `Tram line to the harbour opens a year late
By Ines Calloway
12 May 2024

PORT AMSEL (Interlake) - The first tram rolled down to the harbour on Sunday, a year after it was promised, in front of several hundred people who had come for the free rides.

Mayor Oskar Lindqvist said the delay had been caused by a water main that no map showed.
`;

describe("Changes", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });
  afterEach(closeAll);

  it("counts what is typed at once, and takes it back when it is undone", async () => {
    const path = "korvat-herald/crowds-cheer-as-filling-begins.txt";
    const before = "Crowds cheer as filling of Halmir reservoir begins";
    const after = "Few people watch as filling of Halmir reservoir begins";
    const editor = await show(path, "news-article");
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(0).range, after);
    });
    await until("the new headline in the tree", async () => (await titles(api)).includes(after));
    assert.ok(!(await titles(api)).includes(before));
    await closeAll();
    await until("the old headline in the tree", async () => (await titles(api)).includes(before));
  });

  it("sees files that come, change and go", async () => {
    const uri = file("port-amsel-tribune/harbour-tram.txt");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(article));
    await until("the new article", async () => (await titles(api)).includes("Tram line to the harbour opens a year late"));
    await until("the new count", () => api.status()?.articles === count + 1);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(article.replace("a year late", "two years late")));
    await until("the changed article", async () => (await titles(api)).includes("Tram line to the harbour opens two years late"));
    await vscode.workspace.fs.delete(uri);
    await until("the old count", () => api.status()?.articles === count);
    assert.ok(!(await titles(api)).some((title) => title.startsWith("Tram line")));
  });

  it("sees a whole folder that goes", async () => {
    const folder = file("new-outlet");
    await vscode.workspace.fs.createDirectory(folder);
    for (let at = 1; at <= 5; at++) {
      const text = article.replace("a year late", `${at} years late`);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, `tram-${at}.txt`), new TextEncoder().encode(text));
    }
    await until("five new articles", () => api.status()?.articles === count + 5);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until("the old count", () => api.status()?.articles === count);
  });

  it("names a file that cannot be read as text", async () => {
    const uri = file("picture.txt");
    await vscode.workspace.fs.writeFile(uri, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 7]));
    try {
      await until("the skipped file", () =>
        api.status()?.skipped.some((skipped) => skipped.uri === uri.toString() && skipped.reason === "binary"),
      );
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await until("nothing skipped", () => api.status()?.skippedTotal === 0);
  });
});
