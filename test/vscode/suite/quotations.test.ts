import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { article, hoverAt, namesRead, nodes } from "./names";
import { closeAll, show, until } from "./support";

describe("Quotations", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await namesRead();
  });
  afterEach(closeAll);

  it("say in a hover who says them, with a link to the speaker's page", async () => {
    const card = await until("the hover of a quotation", async () => (await hoverAt("Please let us not begin")) || false);
    assert.match(card, /❝ \*\*\[[^\]]*Hadri\]\(command:corpusNavigator\.openEntityPage/u);
    assert.match(card, /quoted · \*said\*/u);
  });

  it("stand in the hover of who said them last", async () => {
    const card = await until("the hover of a name", async () => (await hoverAt("Youssef al-Hadri")) || false);
    assert.match(card, /\*\*Said\*\* “[^”]+/u);
    assert.match(card, /\*\*Said\*\*.*command:corpusNavigator\.openAt/u);
  });

  it("are listed under this article in the Entities view, and lead to their places", async () => {
    await vscode.commands.executeCommand("corpusNavigator.entities.focus");
    await show(article, "news-article");
    const said = await until("the quotations of the article", async () => {
      const here = (await nodes(api)).find(({ type }) => type === "here");
      const found = here ? (await nodes(api, here)).find((node) => node.type === "said") : undefined;
      return found !== undefined && found.uri.endsWith(article) && found;
    });
    const leaves = await nodes(api, said);
    const leaf = leaves.find((node) => node.type === "quotation" && node.quotation.text.startsWith("You have come"));
    assert.ok(leaf, JSON.stringify(leaves));
    assert.deepEqual(api.entities.getParent?.(leaf), said);
    const item = await api.entities.getTreeItem(leaf);
    assert.match(typeof item.label === "string" ? item.label : (item.label?.label ?? ""), /al-Hadri/u);
    assert.match(String(item.description), /^“You have come/u);
    assert.match(item.accessibilityInformation?.label ?? "", /al-Hadri: “You have come to talk about water\..*”, line 15/u);
    const { command } = item;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection).slice(0, 13), "You have come");
  });
});
