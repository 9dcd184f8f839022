import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import gold from "../../fixtures/samples-gold.json";
import { closeAll, file, leaves, pause, ready, show, until } from "./support";

const article = "korvat-herald/crowds-cheer-as-filling-begins.txt";

/** Longer than recognition takes: to show that a language stays. */
const settled = 800;

describe("Recognition that asks", () => {
  let api: CorpusNavigatorApi;
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("corpusNavigator");

  /** How many articles are listed because of the folder: texts that are open have their articles anyway. */
  async function fromFolder(): Promise<number> {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    return (await leaves(api)).filter(({ article: { uri } }) => !open.has(vscode.Uri.parse(uri).toString())).length;
  }

  before(async () => {
    api = await ready();
  });
  afterEach(async () => {
    // An editor whose file has gone still shows an article, and counts as one once the folder is a corpus again.
    await closeAll();
    await settings().update("recognition", undefined, vscode.ConfigurationTarget.Global);
    await until("the corpus to be back", () => api.status()?.articles === gold.articles.length);
  });

  it("shows no corpus and no article when the question is closed", async () => {
    await settings().update("recognition", "ask", vscode.ConfigurationTarget.Global);
    await until("the tree to be empty", async () => {
      await vscode.commands.executeCommand("notifications.clearAll");
      return (await fromFolder()) === 0;
    });
    await vscode.workspace.fs.copy(file(article), file("asked.txt"), { overwrite: true });
    try {
      const { document } = await show("asked.txt");
      await pause(settled);
      assert.equal(document.languageId, "plaintext");
    } finally {
      await vscode.workspace.fs.delete(file("asked.txt"));
    }
  });

  it("waits for the answer, and remembers a yes", async () => {
    await settings().update("recognition", "off", vscode.ConfigurationTarget.Global);
    await until("the tree to be empty", async () => (await fromFolder()) === 0);
    await settings().update("recognition", "ask", vscode.ConfigurationTarget.Global);
    await pause(settled);
    assert.equal(await fromFolder(), 0, "nothing is read before the answer");
    await until("the tree to be filled", async () => {
      // What the notification's first button does, which is "Yes".
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      return (await leaves(api)).length === gold.articles.length;
    });
    await settings().update("recognition", "off", vscode.ConfigurationTarget.Global);
    await settings().update("recognition", "ask", vscode.ConfigurationTarget.Global);
    await pause(settled);
    assert.ok((await fromFolder()) > 0, "not asked again");
  });
});
