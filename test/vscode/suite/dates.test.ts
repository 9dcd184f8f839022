import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { entityCommand } from "../../../src/protocol/entities";
import { hoverAt, namesRead } from "./names";
import { closeAll, until } from "./support";

/** Published on a Friday. */
const dated = "lissen-courier/former-governor-hallam-jailed.txt";

describe("Dates in context", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await namesRead();
  });
  afterEach(closeAll);

  it("says which day a weekday means by the article's date, and what was published then", async () => {
    const text = await hoverAt("Friday", dated);
    assert.match(text, /^\*\*\d{4}-\d\d-\d\d\*\* · Friday, .* · \d+ articles? of that day {2}\n/);
    assert.match(text, /\nFriday → .*, by the article's date, \w+, /);
    assert.match(text, /\(command:corpusNavigator\.openAt\?/);
  });

  it("searches for the articles of a date, and for nothing that is none", async () => {
    await vscode.commands.executeCommand(entityCommand.showDay, { date: "2024-03" });
    await until("the search", () => api.shownSearch()?.question.query === "date:2024-03");
    await vscode.commands.executeCommand(entityCommand.showDay, { date: 'x" OR y' });
    assert.equal(api.shownSearch()?.question.query, "date:2024-03");
    await vscode.commands.executeCommand("corpusNavigator.search.clear");
  });
});
