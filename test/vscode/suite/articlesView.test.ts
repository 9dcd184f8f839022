import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import type { ArticleLeaf, GroupNode } from "../../../src/client/views/articles/articleNode";
import gold from "../../fixtures/samples-gold.json";
import { children, closeAll, leaves, ready, until } from "./support";

const inBundle = "Tarlen talks: Maros walks out over night releases";

describe("Articles view", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });
  afterEach(closeAll);

  /** Groups in another way until `look` is done. */
  async function grouped(by: string, look: () => Promise<void>): Promise<void> {
    const settings = vscode.workspace.getConfiguration("corpusNavigator");
    await settings.update("articles.groupBy", by, vscode.ConfigurationTarget.Global);
    try {
      await look();
    } finally {
      await settings.update("articles.groupBy", undefined, vscode.ConfigurationTarget.Global);
    }
  }

  async function groups(node?: GroupNode): Promise<GroupNode[]> {
    return (await children(api, node)).filter((child) => child.kind === "group");
  }

  /** Whether a document is in VS Code's memory already. */
  function isKnown(uri: string): boolean {
    return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
  }

  async function articleCalled(title: string): Promise<ArticleLeaf> {
    const found = (await leaves(api)).find(({ article }) => article.displayTitle === title);
    assert.ok(found, title);
    return found;
  }

  it("lists every article once", async () => {
    const ids = (await leaves(api)).map(({ article }) => article.id);
    assert.equal(ids.length, gold.articles.length);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("groups by year and month, newest first, undated last", async () => {
    const years = (await groups()).map(({ group }) => group.label);
    const dated = years.filter((label) => label !== "Undated");
    assert.deepEqual(dated, [...dated].sort().reverse());
    assert.deepEqual(
      new Set(dated),
      new Set(gold.articles.flatMap(({ datePublished }) => (datePublished ? [datePublished.slice(0, 4)] : []))),
    );
    assert.equal(years.at(-1), "Undated");
    const [newest] = await groups();
    const months = await groups(newest);
    assert.ok(months.length > 0);
    assert.equal(
      months.reduce((sum, { group }) => sum + group.count, 0),
      newest?.group.count,
    );
  });

  it("groups by publisher, by folder or not at all", async () => {
    await grouped("publisher", async () => {
      const labels = await until("outlets", async () => {
        const found = (await groups()).map(({ group }) => group.label);
        return found.includes("Port Amsel Tribune") && found;
      });
      assert.ok(labels.includes("Korvat Herald"));
    });
    await grouped("folder", async () => {
      const labels = await until("folders", async () => {
        const found = (await groups()).map(({ group }) => group.label);
        return found.some((label) => label.includes("tarlen-talks")) && found;
      });
      assert.ok(labels.some((label) => label.includes("korvat-herald")));
    });
    await grouped("none", async () => {
      const roots = await until("a plain list", async () => {
        const found = await children(api);
        return found.every(({ kind }) => kind === "article") && found;
      });
      assert.equal(roots.length, gold.articles.length);
    });
  });

  it("shows source and date beside the title, and says both to a screen reader", async () => {
    const title = "Tarlen Conference Opens in Geneva With Handshake and No Agenda";
    const item = await api.articles.getTreeItem(await articleCalled(title));
    assert.equal(item.label, title);
    assert.equal(item.description, "The Lissen Courier · 7 Oct");
    assert.equal(item.accessibilityInformation?.label, `${title}, The Lissen Courier, 7 October 2024`);
  });

  it("tells by a tooltip how an article begins, with nothing of it taken for markup", async () => {
    const leaf = await articleCalled(inBundle);
    const item = await api.articles.getTreeItem(leaf);
    const source = new vscode.CancellationTokenSource();
    const resolved = await api.articles.resolveTreeItem?.(item, leaf, source.token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    const { value, isTrusted, supportHtml } = resolved.tooltip;
    assert.match(value, /Ardelia\\?'s foreign minister has left the water talks/);
    assert.equal(isTrusted, false);
    assert.equal(supportHtml, false);
  });

  it("opens an article of a bundle at its headline", async () => {
    const leaf = await articleCalled(inBundle);
    const { command } = await api.articles.getTreeItem(leaf);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.uri.path, /tarlen-talks\.txt$/);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, inBundle);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.equal(tab?.isPreview, true);
  });

  it("opens an article in its language, so that it is painted once", async () => {
    const leaf = (await leaves(api)).find(({ article }) => article.uri.includes("/korvat-herald/") && !isKnown(article.uri));
    assert.ok(leaf);
    const seen: string[] = [];
    const seeing = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) seen.push(editor.document.languageId);
    });
    try {
      await vscode.commands.executeCommand("corpusNavigator.openArticle", leaf);
      await until("the article", () => vscode.window.activeTextEditor?.document.uri.toString() === leaf.article.uri);
      assert.deepEqual(seen, ["news-article"]);
    } finally {
      seeing.dispose();
    }
  });

  it("knows the way from an article up to its root", async () => {
    const leaf = await articleCalled(inBundle);
    const month = await api.articles.getParent?.(leaf);
    assert.ok(month?.kind === "group");
    assert.equal(month.group.label, "October");
    const year = await api.articles.getParent?.(month);
    assert.ok(year?.kind === "group");
    assert.equal(year.group.label, "2024");
    assert.equal(await api.articles.getParent?.(year), undefined);
  });

  it("copies the title and the citation of a line, and of the article at the cursor", async () => {
    const title = "Tarlen Conference Opens in Geneva With Handshake and No Agenda";
    const leaf = await articleCalled(title);
    await vscode.commands.executeCommand("corpusNavigator.copyTitle", leaf);
    assert.equal(await vscode.env.clipboard.readText(), title);
    await vscode.commands.executeCommand("corpusNavigator.copyCitation", leaf);
    const citation = await vscode.env.clipboard.readText();
    assert.ok(citation.includes(`“${title}”, The Lissen Courier, 7 October 2024`), citation);
    assert.match(citation, /tarlen-conference-opens-in-geneva\.txt\)$/);
    await vscode.commands.executeCommand("corpusNavigator.openArticle", leaf);
    await vscode.env.clipboard.writeText("");
    await vscode.commands.executeCommand("corpusNavigator.copyCitation");
    assert.equal(await vscode.env.clipboard.readText(), citation);
  });

  it("offers the same for an article in every list, by menu and by key", () => {
    interface Entry {
      readonly command: string;
      readonly when?: string;
      readonly args?: string;
    }
    const { contributes } = vscode.extensions.getExtension("corpus-navigator.corpus-navigator")?.packageJSON as {
      readonly contributes: { readonly menus: Readonly<Record<string, readonly Entry[]>>; readonly keybindings: readonly Entry[] };
    };
    const offered = (menu: string, where: string): string[] =>
      (contributes.menus[menu] ?? [])
        .filter(({ when }) => when?.includes(where))
        .map(({ command }) => command.slice("corpusNavigator.".length));
    const all = ["openArticle", "openArticleToSide", "showInExplorer", "copyTitle", "copyCitation"];
    for (const [menu, where] of [
      ["view/item/context", "view == corpusNavigator.articles"],
      ["view/item/context", "view == corpusNavigator.related"],
      ["view/item/context", "view == corpusNavigator.entities && viewItem == article"],
      ["webview/context", "webviewSection == result"],
    ] as const)
      for (const name of all) assert.ok(offered(menu, where).includes(name), `${name} in ${where}`);
    for (const list of ["articles", "related"])
      assert.deepEqual(
        contributes.keybindings.filter(({ args }) => args === list).map(({ command }) => command.slice("corpusNavigator.".length)),
        ["openArticleToSide", "copyTitle", "copyCitation"],
      );
    assert.deepEqual(
      contributes.keybindings
        .filter(({ when }) => when?.startsWith("focusedView == corpusNavigator.entities"))
        .map(({ command }) => command.slice("corpusNavigator.".length)),
      ["renameEntity", "openEntityToSide", "copyEntity", "copyCitation"],
    );
  });

  it("reveals the article at the cursor", async () => {
    const leaf = await articleCalled(inBundle);
    await vscode.commands.executeCommand("corpusNavigator.openArticle", leaf.article);
    await vscode.commands.executeCommand("corpusNavigator.revealInCorpusView");
    await until("the article to be selected", () => api.selectedArticle()?.displayTitle === inBundle);
  });
});
