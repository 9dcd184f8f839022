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
    assert.equal(api.statusTexts()[0], `${gold.articles.length} articles · ${years[0]}–${years.at(-1)}`);
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

  it("takes any argument of any caller: each command refuses or does nothing", async function () {
    this.timeout(120_000);
    this.retries(0);
    const manifest = vscode.extensions.getExtension("corpus-navigator.corpus-navigator")?.packageJSON as Manifest;
    const hidden = [
      "openArticle",
      "openAt",
      "showEntityMentions",
      "showEntityArticles",
      "searchEntity",
      "showArticlesOfDay",
      "showMoreEntities",
      "walkthroughStep",
      "compareWithDuplicate",
      "searchTitle",
      "search.openPlace",
      "savedSearches.run",
    ];
    const all = new Set([
      ...manifest.contributes.commands.map(({ command }) => command),
      ...hidden.map((name) => `corpusNavigator.${name}`),
    ]);
    const registered = new Set(await vscode.commands.getCommands(true));
    // These ask with a dialog of the system, start long work, or write settings whatever they are given.
    for (const name of ["openSampleCorpus", "copySampleCorpus", "toggleNameColors", "rebuild", "readFolderAsCorpus"])
      all.delete(`corpusNavigator.${name}`);
    const circle: Record<string, unknown> = {};
    circle["entity"] = circle;
    const range = (line: number): object => ({ start: { line, character: 0 }, end: { line, character: 1 } });
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? "";
    const odd: readonly unknown[] = [
      null,
      5,
      "x",
      "",
      [],
      {},
      [null],
      circle,
      { id: 7 },
      { id: "nobody" },
      { id: "PER:\ud800" },
      { uri: "not a uri", range: range(0), selection: range(0) },
      { uri: `${folder}/nowhere.txt`, range: range(-5), selection: range(-5) },
      { uri: `${folder}/../outside.txt`, range: range(1), selection: range(1) },
      { uri: "file:///etc/passwd", range: range(0), selection: range(0) },
      { uri: "command:workbench.action.quit", range: range(0) },
      { uri: `${folder}/x`, range: { start: {}, end: {} } },
      { kind: "article" },
      { kind: "article", article: null },
      { kind: "article", article: { uri: "%%%", selection: range(0) } },
      { type: "more" },
      { date: "2021-99-99" },
      { title: 9 },
      { name: "toString" },
      vscode.Uri.parse("nowhere:/x"),
      Number.NaN,
    ];
    const failures: string[] = [];
    for (const command of all) {
      if (!registered.has(command)) continue;
      // What asks the reader goes on until it is put away: nothing here waits for an end.
      for (const [at, argument] of odd.entries())
        void Promise.resolve(vscode.commands.executeCommand(command, argument, argument)).catch((error: unknown) => {
          failures.push(`${command} ${at}: ${String(error)}`);
        });
      await new Promise((resolve) => {
        setTimeout(resolve, 150);
      });
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    }
    await closeAll();
    assert.deepEqual(failures, []);
    assert.ok(!vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === "passwd" || label === "outside.txt"));
  });

  it("reads everything again on demand", async () => {
    const before = await titles(api);
    await vscode.commands.executeCommand("corpusNavigator.rebuild");
    assert.deepEqual(await titles(api), before);
  });
});
