import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import gold from "../../fixtures/samples-gold.json";
import { closeAll, ready, titles, until } from "./support";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[] };
}

describe("Commands and status", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });

  it("registers every command of the manifest", async () => {
    const manifest = vscode.extensions.getExtension("corpus-navigator.corpus-navigator")?.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(manifest.contributes.commands.length > 10);
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.ok(registered.has(command), command);
      assert.equal(category, "Corpus", command);
      assert.ok(title.length > 3 && !title.includes("%"), command);
    }
  });

  it("says how many articles there are, and of which years", () => {
    const years = gold.articles.flatMap(({ datePublished }) => (datePublished ? [datePublished.slice(0, 4)] : [])).sort();
    assert.equal(api.statusText(), `${gold.articles.length} articles · ${years[0]}–${years.at(-1)}`);
    assert.equal(api.status()?.state, "idle");
    assert.deepEqual(api.status()?.skipped, []);
  });

  it("goes to the article that is typed and accepted", async () => {
    const title = "Tarlen talks: Maros walks out over night releases";
    await vscode.commands.executeCommand("corpusNavigator.goToArticle", "maros walks out");
    const editor = await until("the article to be opened", async () => {
      // Enter is not heard before the list has an item.
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.path.endsWith("/tarlen-talks.txt") === true && shown;
    });
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, title);
    await closeAll();
  });

  it("reads everything again on demand", async () => {
    const before = await titles(api);
    await vscode.commands.executeCommand("corpusNavigator.rebuild");
    assert.deepEqual(await titles(api), before);
  });
});
