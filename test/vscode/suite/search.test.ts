import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { savedSearchCommand, searchCommand, searchViewId } from "../../../src/client/views/search/searchCommandIds";
import { closeAll, pause, ready, until } from "./support";

describe("Search", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand(searchCommand.clear);
    await closeAll();
  });

  /** Types into the view what is to be searched for; how many results it lists in the end. */
  async function search(query: string, isEnough = (listed: number): boolean => listed > 0): Promise<number> {
    return until(`results for ${query}`, async () => {
      // While the index grows, the view asks again by itself; a view that was just made may miss the first command.
      if (api.shownSearch()?.question.query !== query) await vscode.commands.executeCommand(searchCommand.searchFor, query);
      const shown = api.shownSearch();
      return shown?.question.query === query && isEnough(shown.listed) ? shown.listed : undefined;
    });
  }

  it("lists in its view what the corpus has", async () => {
    assert.ok((await search("dam")) > 1);
  });

  it("walks through the results, the words found selected", async () => {
    await search('"Tarlen River Commission"');
    /** Where the found words are selected, when they are, and not at `other`. */
    const placeAfter = (command: string, other = ""): Promise<string> => {
      const walked = vscode.commands.executeCommand(command);
      return until("found words to be selected", async () => {
        await walked;
        const editor = vscode.window.activeTextEditor;
        if (editor?.document.getText(editor.selection).replace(/\s+/g, " ") !== "Tarlen River Commission") return undefined;
        const place = `${editor.document.uri.toString()}:${editor.selection.start.line}`;
        return place !== other && place;
      });
    };
    const first = await placeAfter(searchCommand.next);
    const second = await placeAfter(searchCommand.next, first);
    assert.equal(await placeAfter(searchCommand.previous, second), first);
  });

  it("opens the results as a document whose lines lead to their places", async () => {
    await search('"Tarlen River Commission"');
    await vscode.commands.executeCommand(searchCommand.openInEditor);
    const report = await until("the results", () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === "corpus-search" && document;
    });
    const links = (await vscode.commands.executeCommand<vscode.DocumentLink[] | undefined>("vscode.executeLinkProvider", report.uri)) ?? [];
    const link = links.find(({ range }) => report.lineAt(range.start.line).text.includes("Tarlen River Commission"));
    assert.ok(link?.target);
    const [place] = JSON.parse(decodeURIComponent(link.target.query)) as [object];
    await vscode.commands.executeCommand(link.target.path, place);
    const editor = await until("the place", () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme !== "corpus-search" && active;
    });
    assert.match(editor.document.getText(editor.selection).replace(/\s+/g, " "), /^Tarlen River Commission$/);
  });

  it("walks on while the view is hidden, and is there when it is shown again", async () => {
    await search("dam", (listed) => listed > 3);
    await vscode.commands.executeCommand(searchCommand.next);
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.commands.executeCommand(searchCommand.next);
    await vscode.commands.executeCommand(searchCommand.next);
    assert.equal(api.shownSearch()?.active, 2);
    await vscode.commands.executeCommand(`${searchViewId}.focus`);
    await pause(500);
    assert.deepEqual([api.shownSearch()?.question.query, api.shownSearch()?.active], ["dam", 2]);
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.commands.executeCommand(searchCommand.clear);
    await vscode.commands.executeCommand(`${searchViewId}.focus`);
    await pause(500);
    assert.equal(api.shownSearch(), undefined);
  });

  it("saves searches by name, which are run, renamed and deleted", async () => {
    const names = (): string[] => api.savedSearches().map(({ name }) => name);
    const settings = (): unknown => vscode.workspace.getConfiguration("corpusNavigator").inspect("savedSearches")?.workspaceValue;
    await search("dam");
    await until("the name to be taken", async () => {
      // A view that takes the focus meanwhile closes the box.
      void vscode.commands.executeCommand(searchCommand.save);
      await pause(300);
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await pause(100);
      return names().includes("dam");
    });
    assert.deepEqual(settings(), [{ name: "dam", query: "dam" }]);
    await vscode.commands.executeCommand(searchCommand.clear);
    await until("an empty view", () => api.shownSearch() === undefined);
    await vscode.commands.executeCommand(savedSearchCommand.run, { name: "dam" });
    await until("the saved search to be run", () => api.shownSearch()?.question.query === "dam");
    const saved = vscode.workspace.getConfiguration("corpusNavigator");
    await saved.update("savedSearches", [{ name: "dam", query: "dam", sort: "newest" }, { name: 3 }], vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand(savedSearchCommand.run, { name: "dam" });
    await until("its order", () => api.shownSearch()?.question.sort === "newest");
    await vscode.commands.executeCommand(savedSearchCommand.delete, { name: "dam" });
    assert.deepEqual(names(), []);
    assert.equal(settings(), undefined);
  });

  it("shows nothing once it is cleared", async () => {
    await search("dam");
    await vscode.commands.executeCommand(searchCommand.clear);
    await until("an empty view", () => api.shownSearch() === undefined);
  });
});
