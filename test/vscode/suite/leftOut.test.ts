import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { skippedItems } from "../../../src/client/views/skippedFiles";
import { file, ready, titles, until } from "./support";

const code =
  "import fs from 'node:fs';\n\nexport function load(name) {\n  const text = fs.readFileSync(name, 'utf8');\n  return text;\n}\n\nconst all = load('x');\nconsole.log(all);\n";

describe("Files that are left out", () => {
  let api: CorpusNavigatorApi;
  const made = ["leftout-one.txt", "leftout-two.txt"];
  const leftOut = (): string[] =>
    (api.status()?.leftOut ?? [])
      .map(({ uri }) => uri.slice(uri.lastIndexOf("/") + 1))
      .filter((name) => name.startsWith("leftout-"))
      .sort();

  before(async () => {
    api = await ready();
    for (const name of made) await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(code));
  });
  after(async () => {
    for (const name of made) await vscode.workspace.fs.delete(file(name));
    await until("the files to have gone", async () => !(await titles(api)).some((title) => title.includes("node:fs")));
  });

  it("are listed with the reason and what can be done", async () => {
    await until("two files to be left out", () => leftOut().length === 2);
    assert.match(api.statusTexts()[1] ?? "", /^\d+ files left out$/);
    const items = skippedItems(api.status()).filter(({ label }) => label.includes("leftout-"));
    assert.deepEqual(
      items.map(({ detail, buttons }) => [detail, buttons?.length]),
      [
        ["It looks like source code.", 2],
        ["It looks like source code.", 2],
      ],
    );
  });

  it("are read as articles by one command, one or all like it", async () => {
    await vscode.commands.executeCommand("corpusNavigator.readLeftOutAsArticles", { uris: [file("leftout-one.txt").toString()] });
    await until("one to be read", () => leftOut().join() === "leftout-two.txt");
    await vscode.commands.executeCommand("corpusNavigator.readLeftOutAsArticles", { detail: "It looks like source code." });
    await until("both to be read", () => leftOut().length === 0);
  });
});
