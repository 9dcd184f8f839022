import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { semanticTokenTypes } from "../../../src/core/article/semanticTokenLegend";
import { entityCommand } from "../../../src/protocol/entities";
import { article, ask, at, entitiesOf, entityCalled, namesRead, nodes, other, person } from "./names";
import { closeAll, show, until } from "./support";

const forms: readonly string[] = [person.name, ...person.aliases];

describe("Names in context", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await namesRead();
  });
  afterEach(closeAll);

  async function textAt({ uri, range }: vscode.Location): Promise<string> {
    return (await vscode.workspace.openTextDocument(uri)).getText(range);
  }

  it("says in a hover who is named, with no command but those for names", async () => {
    const hovers = await until("a hover", async () => {
      const found = await ask<vscode.Hover>("vscode.executeHoverProvider", person.name);
      return found.length > 0 && found;
    });
    const parts = hovers.flatMap(({ contents }) => contents).filter((part) => part instanceof vscode.MarkdownString);
    const value = parts.map((part) => part.value).join("\n");
    assert.ok(value.includes(person.name), value);
    assert.match(value, /President/);
    for (const part of parts) {
      const { isTrusted } = part;
      assert.ok(typeof isTrusted === "object");
      assert.deepEqual(
        isTrusted.enabledCommands.filter((command) => !command.startsWith("corpusNavigator.")),
        [],
      );
      for (const command of Object.values(entityCommand)) assert.ok(isTrusted.enabledCommands.includes(command), command);
      assert.notEqual(part.supportHtml, true);
    }
    const linked = [...value.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? "");
    assert.ok(linked.length > 3);
    for (const command of linked) assert.ok((Object.values(entityCommand) as string[]).includes(command), command);
  });

  it("has no hover when it is switched off", async () => {
    const settings = vscode.workspace.getConfiguration("corpusNavigator");
    await settings.update("hover.enabled", false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await ask<vscode.Hover>("vscode.executeHoverProvider", person.name), []);
    } finally {
      await settings.update("hover.enabled", undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal((await ask<vscode.Hover>("vscode.executeHoverProvider", person.name)).length, 1);
  });

  it("goes to the place that introduces a name with its role", async () => {
    const [found] = await ask<vscode.Location | vscode.LocationLink>("vscode.executeDefinitionProvider", person.name);
    assert.ok(found);
    const location = "targetUri" in found ? new vscode.Location(found.targetUri, found.targetSelectionRange ?? found.targetRange) : found;
    assert.ok(forms.includes(await textAt(location)), await textAt(location));
    const line = (await vscode.workspace.openTextDocument(location.uri)).lineAt(location.range.start.line).text;
    assert.match(line, /President/);
  });

  it("finds every mention in all its forms, across files and bundles", async () => {
    const locations = await ask<vscode.Location>("vscode.executeReferenceProvider", person.name);
    const texts = await Promise.all(locations.map(textAt));
    assert.deepEqual(
      texts.filter((text) => !forms.includes(text)),
      [],
    );
    assert.ok(new Set(texts).size > 1, "more than one form");
    const files = new Set(locations.map(({ uri }) => uri.path));
    assert.ok(files.size > 5, [...files].join(", "));
    assert.ok([...files].some((path) => path.includes("/bundles/")));
  });

  it("highlights a name in all its forms, and nothing where no name stands", async () => {
    const ofName = await ask<vscode.DocumentHighlight>("vscode.executeDocumentHighlights", "al-Hadri, the UN");
    const { document } = await show(article, "news-article");
    assert.deepEqual(
      ofName.map(({ range }) => document.getText(range)),
      ["Youssef al-Hadri", "al-Hadri"],
    );
    const ofWord = await ask<vscode.DocumentHighlight>("vscode.executeDocumentHighlights", "handshake, a short");
    assert.ok(ofWord.every(({ range }) => range.isEmpty));
  });

  it("finds entities and articles among the symbols of the workspace", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "Verhany");
    assert.ok(
      symbols.some(({ name }) => name.includes(person.name)),
      symbols.map(({ name }) => name).join(", "),
    );
    const titles = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "Crowds cheer",
    );
    assert.ok(titles.some(({ name }) => name.includes("Crowds cheer as filling")));
  });

  it("colours names by kind", async () => {
    const { editor, position } = await at(person.name);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", editor.document.uri);
    let line = 0;
    let character = 0;
    const found = new Map<string, string>();
    for (let index = 0; index < tokens.data.length; index += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = tokens.data.subarray(index, index + 4);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      found.set(
        `${line}:${editor.document.getText(new vscode.Range(line, character, line, character + length))}`,
        semanticTokenTypes[type] ?? "",
      );
    }
    assert.equal(found.get(`${position.line}:${person.name}`), "person");
    assert.ok([...found.values()].includes("place"));
  });

  it("shows by the icons of the kinds which colour their names have, until colours are switched off", async () => {
    const colors = ["corpusNavigator.person", "corpusNavigator.organization", "corpusNavigator.place", "corpusNavigator.event"];
    const icons = async (): Promise<readonly (string | undefined)[]> => {
      const items: vscode.TreeItem[] = [];
      for (const node of await nodes(api)) if (node.type === "kind") items.push(await api.entities.getTreeItem(node));
      return items.map(({ iconPath }) => (iconPath instanceof vscode.ThemeIcon ? iconPath.color?.id : "no icon"));
    };
    const { contributes } = vscode.extensions.getExtension("corpus-navigator.corpus-navigator")?.packageJSON as {
      readonly contributes: { readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[] };
    };
    assert.deepEqual(
      contributes.colors.map(({ id, defaults }) => [id, Object.keys(defaults).sort()]),
      colors.map((id) => [id, ["dark", "highContrast", "highContrastLight", "light"]]),
    );
    assert.deepEqual(await icons(), colors);
    await vscode.commands.executeCommand("corpusNavigator.toggleNameColors");
    try {
      assert.equal(vscode.workspace.getConfiguration("corpusNavigator").get("names.colors"), false);
      assert.deepEqual(
        await icons(),
        colors.map(() => undefined),
      );
    } finally {
      await vscode.commands.executeCommand("corpusNavigator.toggleNameColors");
    }
    assert.deepEqual(await icons(), colors);
    await vscode.workspace.getConfiguration("corpusNavigator").update("names.colors", undefined, vscode.ConfigurationTarget.Global);
  });

  it("copies what a line of the view stands for, and opens it to the side", async () => {
    const leaf = await entityCalled(api, person.name);
    const another = await entityCalled(api, other.name);
    assert.ok(leaf && another);
    const copied = async (...nodesOfMenu: unknown[]): Promise<string> => {
      await vscode.env.clipboard.writeText("");
      await vscode.commands.executeCommand("corpusNavigator.copyEntity", ...nodesOfMenu);
      return vscode.env.clipboard.readText();
    };
    assert.equal(await copied(leaf), person.name);
    assert.equal(await copied(leaf, [leaf, another]), `${person.name}\n${other.name}`);
    const [inArticle] = await nodes(api, leaf);
    assert.ok(inArticle?.type === "article");
    const [mention] = await nodes(api, inArticle);
    assert.ok(mention?.type === "mention");
    const { before: left, text, after: right } = mention.mention;
    assert.equal(await copied(mention), `${left}${text}${right}`.replace(/\s+/g, " ").trim());
    await show(article, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.openEntityToSide", mention);
    const editor = await until("the mention to the side", () => {
      const active = vscode.window.activeTextEditor;
      return active?.viewColumn === vscode.ViewColumn.Two && active;
    });
    assert.equal(editor.document.getText(editor.selection), text);
    await closeAll();
    await show(article, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.openEntityToSide", leaf);
    await until("the page to the side", () => vscode.window.tabGroups.all.length === 2);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, person.name);
  });

  it("lists kinds, their entities, and each entity's mentions by article", async () => {
    const kinds = (await nodes(api)).flatMap((node) => (node.type === "kind" ? [node.kind] : []));
    assert.deepEqual(kinds, ["PER", "ORG", "LOC", "EVENT"]);
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    const item = await api.entities.getTreeItem(leaf);
    assert.match(String(item.description), /President/);
    const [first] = await nodes(api, leaf);
    assert.ok(first?.type === "article");
    const [mention] = await nodes(api, first);
    assert.ok(mention?.type === "mention");
    const { command } = await api.entities.getTreeItem(mention);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor && forms.includes(editor.document.getText(editor.selection)));
  });

  it("tells by a tooltip what the hover tells", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    const item = await api.entities.getTreeItem(leaf);
    const resolved = await api.entities.resolveTreeItem?.(item, leaf, new vscode.CancellationTokenSource().token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    assert.match(resolved.tooltip.value, /President/);
  });

  it("lists the names of the article that is read, and follows the editor", async () => {
    await vscode.commands.executeCommand("corpusNavigator.entities.focus");
    const named = async (): Promise<string[]> => {
      const here = (await nodes(api)).find(({ type }) => type === "here");
      return here ? (await nodes(api, here)).flatMap((node) => (node.type === "entity" ? [node.entity.name] : [])) : [];
    };
    await show(article, "news-article");
    const names = await until("the names of the article", async () => {
      const found = await named();
      return found.includes(person.name) && found;
    });
    await show("korvat-herald/crowds-cheer-as-filling-begins.txt", "news-article");
    await until("the names of the other article", async () => (await named()).join() !== names.join());
  });

  it("sorts entities in the way that is set", async () => {
    const settings = vscode.workspace.getConfiguration("corpusNavigator");
    await settings.update("entities.sortBy", "name", vscode.ConfigurationTarget.Global);
    try {
      const names = await until("names from A to Z", async () => {
        const found = (await entitiesOf(api, "ORG")).map(({ entity }) => entity.name);
        const sorted = [...found].sort((a, b) => a.localeCompare(b, "en"));
        return found.join() === sorted.join() && found;
      });
      assert.ok(names.length > 10);
    } finally {
      await settings.update("entities.sortBy", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("goes from mention to mention, round and back", async () => {
    const { editor, position } = await at("Ilka Maros and");
    const start = new vscode.Selection(position, position);
    editor.selection = start;
    const bundle = await show("bundles/tarlen-talks.txt", "news-bundle");
    const first = bundle.document.positionAt(bundle.document.getText().indexOf("Maros") + 1);
    bundle.selection = new vscode.Selection(first, first);
    await vscode.commands.executeCommand("corpusNavigator.nextMention");
    const next = bundle.selection;
    assert.ok(next.start.isAfter(first));
    assert.match(bundle.document.getText(next), /Maros/);
    await vscode.commands.executeCommand("corpusNavigator.previousMention");
    assert.ok(bundle.selection.contains(first));
  });

  it("opens an entity's page", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    await vscode.commands.executeCommand(entityCommand.openPage, { id: leaf.entity.id });
    const tab = await until("a tab with the page", () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return (
        activeTab?.input instanceof vscode.TabInputWebview && activeTab.input.viewType.endsWith("corpusNavigator.entityPage") && activeTab
      );
    });
    assert.equal(tab.label, person.name);
    await until("the page's script", () => api.entityPages().includes(leaf.entity.id));
  });

  it("exports all that is known of an entity", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    const exported = async (format: string): Promise<string> => {
      await vscode.commands.executeCommand("corpusNavigator.exportEntity", { id: leaf.entity.id }, format);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.scheme, "untitled");
      return editor.document.getText();
    };
    const record = JSON.parse(await exported("json")) as {
      readonly name: string;
      readonly kind: string;
      readonly contexts: readonly { readonly file: string; readonly name: string }[];
    };
    assert.deepEqual([record.name, record.kind, record.contexts.length], [person.name, "person", leaf.entity.mentions]);
    assert.ok(record.contexts.some((context) => context.file.endsWith(article)));
    assert.equal((await exported("csv")).trimEnd().split("\n").length, leaf.entity.mentions + 1);
    assert.ok((await exported("markdown")).startsWith(`# ${person.name}\n`));
  });
});
