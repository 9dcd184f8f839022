import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { searchCommand } from "../../../src/client/views/search/searchCommandIds";
import { ready, until } from "./support";

interface View {
  readonly id: string;
  readonly initialSize?: number;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: { readonly views: Readonly<Record<string, readonly View[]>> };
}

describe("Layout", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });

  it("has the lists of the corpus on one side and what follows the reader on the other", async () => {
    const { contributes } = vscode.extensions.getExtension("corpus-navigator.corpus-navigator")?.packageJSON as Manifest;
    const ids = (container: string): string[] | undefined => contributes.views[container]?.map(({ id }) => id.split(".").at(-1) ?? "");
    assert.deepEqual(ids("corpusNavigator"), ["articles", "search"]);
    assert.deepEqual(ids("corpusNavigatorContext"), ["entities", "related"]);
    // VS Code makes such a command for each container that it has taken.
    const commands = new Set(await vscode.commands.getCommands(true));
    for (const container of ["corpusNavigator", "corpusNavigatorContext"]) assert.ok(commands.has(`workbench.view.extension.${container}`));
  });

  it("leads into the box of the Search view though another view is shown", async () => {
    await vscode.commands.executeCommand(searchCommand.searchFor, "dam");
    await until("results", () => (api.shownSearch()?.listed ?? 0) > 0);
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.commands.executeCommand("workbench.action.toggleSidebarVisibility");
    await vscode.commands.executeCommand(searchCommand.box);
    // The box keeps what it asked, with it selected: the view is up again where its page hears what is said.
    await vscode.commands.executeCommand(searchCommand.searchFor, "river");
    await until("other results", () => api.shownSearch()?.question.query === "river");
    await vscode.commands.executeCommand(searchCommand.clear);
    await until("an empty view", () => api.shownSearch() === undefined);
  });
});
