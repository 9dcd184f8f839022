import assert from "node:assert/strict";
import * as vscode from "vscode";
import gold from "../../fixtures/samples-gold.json";
import { closeAll, ready, show, until } from "./support";

const article = "korvat-herald/crowds-cheer-as-filling-begins.txt";
const bundle = "bundles/tarlen-talks.txt";

async function ask<T>(command: string, editor: vscode.TextEditor, ...others: unknown[]): Promise<T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(command, editor.document.uri, ...others)) ?? [];
}

describe("Reading", () => {
  before(ready);
  afterEach(closeAll);

  it("outlines an article by its parts", async () => {
    const editor = await show(article, "news-article");
    const [root] = await until("an outline", async () => {
      const found = await ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", editor);
      return found.length > 0 && found;
    });
    assert.ok(root);
    assert.equal(root.name, "Crowds cheer as filling of Halmir reservoir begins");
    assert.match(root.detail, /9 Apr 2024/);
    const parts = root.children.map(({ name }) => name);
    for (const part of ["Headline", "Byline", "Date", "Site text"]) assert.ok(parts.includes(part), `${part} in ${parts.join(", ")}`);
  });

  it("outlines a bundle by its articles", async () => {
    const editor = await show(bundle, "news-bundle");
    const count = gold.articles.filter(({ file }) => file === bundle).length;
    const symbols = await until("an outline", async () => {
      const found = await ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", editor);
      return found.length > 0 && found;
    });
    const articles = symbols.length === 1 ? (symbols[0]?.children ?? []) : symbols;
    assert.equal(articles.length, count);
    assert.ok(articles.every(({ selectionRange, range }) => range.contains(selectionRange)));
  });

  it("folds every article of a bundle", async () => {
    const editor = await show(bundle, "news-bundle");
    const openers = gold.articles.filter(({ file }) => file === bundle).map(({ openLine }) => (openLine ?? 0) - 1);
    const starts = await until("foldings", async () => {
      const found = await ask<vscode.FoldingRange>("vscode.executeFoldingRangeProvider", editor);
      return found.length > 0 && found.map(({ start }) => start);
    });
    for (const opener of openers) assert.ok(starts.includes(opener), `line ${opener + 1}`);
  });

  it("links the original address", async () => {
    const withUrl = gold.articles.find(({ url, key }) => url !== null && key === null);
    assert.ok(withUrl?.url && withUrl.urlLine);
    const editor = await show(withUrl.file, "news-article");
    const links = await until("links", async () => {
      const found = await ask<vscode.DocumentLink>("vscode.executeLinkProvider", editor, 100);
      return found.length > 0 && found;
    });
    // VS Code finds such addresses too; what only we can link, listed titles, is tested with the Related view.
    assert.ok(links.some(({ range, target }) => range.start.line === withUrl.urlLine - 1 && target?.toString(true) === withUrl.url));
  });

  it("widens the selection from word to sentence to paragraph to body", async () => {
    const editor = await show(article, "news-article");
    const at = new vscode.Position(8, editor.document.lineAt(8).text.indexOf("Nothing"));
    const [range] = await until("selection ranges", async () => {
      const found = await ask<vscode.SelectionRange>("vscode.executeSelectionRangeProvider", editor, [at]);
      return found.length > 0 && found;
    });
    let last = range;
    const texts: string[] = [];
    for (let current = range; current; current = current.parent) {
      texts.push(editor.document.getText(current.range));
      last = current;
    }
    assert.ok(texts.includes("Nothing seemed to happen for some time."), "the sentence is one of the steps");
    assert.ok(texts.includes(editor.document.lineAt(8).text), "the paragraph is one of the steps");
    assert.ok(
      texts.some((text) => text.startsWith("With a siren") && text.length > 500),
      "the body is one of the steps",
    );
    assert.ok(last && last.range.end.line >= 18, "the last step reaches beyond the body");
  });

  it("colours by meaning", async () => {
    const editor = await show(article, "news-article");
    const tokens = await until("semantic tokens", async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentSemanticTokens",
        editor.document.uri,
      );
      return found && found.data.length > 0 && found;
    });
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      editor.document.uri,
    );
    assert.equal(tokens.data[0], 0, "the first token is on the first line");
    assert.equal(legend.tokenTypes[tokens.data[3] ?? -1], "headline");
  });

  it("draws no boxes around no-break spaces and curly quotes", async () => {
    const { document } = await show(article, "news-article");
    const editor = vscode.workspace.getConfiguration("editor", document);
    assert.equal(editor.get("unicodeHighlight.invisibleCharacters"), false);
    assert.equal(editor.get("unicodeHighlight.ambiguousCharacters"), false);
    assert.equal(editor.get("wordWrap"), "on");
  });
});
