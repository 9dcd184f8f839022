import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import type { RelatedGroup, RelatedLeaf, RelatedNode } from "../../../src/client/related/relatedNode";
import { children, closeAll, file, ready, show, until } from "./support";

const copy = "lissen-courier/former-governor-hallam-jailed.txt";
const original = "interlake/b3d81f5e60a94c72.txt";

describe("Related articles", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });
  afterEach(closeAll);

  const below = async (node?: RelatedNode): Promise<RelatedNode[]> => (await api.related.getChildren(node)) ?? [];
  const group = async (name: RelatedGroup["name"]): Promise<RelatedLeaf[]> => {
    const found = (await below()).find((node) => node.kind === "group" && node.name === name);
    return found === undefined ? [] : (await below(found)).filter((node) => node.kind === "article");
  };

  /** Opens an article and the view on it, and waits until the view is about it. */
  async function showRelated(path: string): Promise<void> {
    await show(path, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.showRelated");
    await until(`what is related to ${path}`, async () => {
      const [first] = [...(await group("duplicates")), ...(await group("related"))];
      return first?.of === file(path).toString();
    });
  }

  it("shows what belongs to the article that is read, near-duplicates apart", async () => {
    await showRelated(copy);
    const duplicates = await until("the near-duplicate", async () => {
      const found = await group("duplicates");
      return found.length > 0 && found;
    });
    assert.deepEqual(duplicates.map(({ article }) => article.uri), [file(original).toString()]);
    const related = await group("related");
    assert.ok(related.length > 0 && related.length <= 5);
    for (const leaf of related) {
      assert.notEqual(leaf.article.uri, file(original).toString());
      const item = await api.related.getTreeItem(leaf);
      assert.match(String(item.description), /earlier|later|same day|undated/);
    }
    assert.ok(related.some(({ article }) => article.displayTitle.includes('Hallam')));
  });

  it("follows the editor", async () => {
    await showRelated(copy);
    await showRelated("nbs-news/first-vaccines-reach-stenna.txt");
    assert.ok((await group("related")).some(({ article }) => /Vaccine|vaccinated|Fever/.test(article.displayTitle)));
  });

  it("compares the bodies of near-duplicates without headers", async () => {
    await showRelated(copy);
    await vscode.commands.executeCommand("corpusNavigator.compareWithNearDuplicate");
    const input = await until("the comparison", () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff && shown;
    });
    const [left, right] = await Promise.all([input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.equal(left?.uri.scheme, "corpus-body");
    assert.match(left.getText(), /^Former Ardelian central bank governor/);
    assert.doesNotMatch(left.getText(), /\(Interlake\)/);
    assert.doesNotMatch(right?.getText() ?? "", /^Former Governor Hallam Jailed|By \[/m);
  });

  it("has lenses above the headline", async () => {
    await showRelated(copy);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", file(copy), 10);
    const lensTitles = lenses.map(({ command }) => command?.title ?? "");
    assert.match(lensTitles.join("\n"), /^Near-duplicate of .*Interlake/m);
    assert.match(lensTitles.join("\n"), /^\d related$/m);
  });

  it("peeks at related articles where the cursor is", async () => {
    const editor = await show(copy, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.peekRelated");
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    await vscode.commands.executeCommand("closeReferenceSearch");
  });

  it("goes to the related article that is accepted", async () => {
    await show(copy, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.goToRelatedArticle");
    await until("another article to be opened", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const shown = vscode.window.activeTextEditor?.document;
      return shown !== undefined && shown.uri.toString() !== file(copy).toString();
    });
  });

  it("groups the articles by story", async () => {
    const settings = vscode.workspace.getConfiguration("corpusNavigator");
    await settings.update("articles.groupBy", "story", true);
    try {
      const stories = await until("the stories", async () => {
        const groups = (await children(api)).flatMap((node) => (node.kind === "group" ? [node.group] : []));
        return groups.some(({ label }) => label.includes("Tarlen")) && groups;
      });
      assert.equal(stories.at(-1)?.label, "Other articles");
    } finally {
      await settings.update("articles.groupBy", undefined, true);
    }
  });

  it("shows the story of an article over time", async () => {
    await show("lissen-courier/tarlen-conference-opens-in-geneva.txt", "news-article");
    await vscode.commands.executeCommand("corpusNavigator.showStoryTimeline");
    const story = await until("the timeline", () => api.shownStory());
    assert.match(story.label, /Tarlen/);
    assert.ok(story.count >= 5);
  });
});
