import assert from "node:assert/strict";
import { commands, type DocumentSymbol, type Hover, Position, window, workspace } from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { closeAll, file, leaves, ready, until } from "./support";

const page = `<!doctype html><html><head><title>Ferry Pier Reopens at Pellin</title><meta property="og:site_name" content="Pellin Gazette">
<meta property="article:published_time" content="2013-05-02"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry Pier Reopens at Pellin</h1>
<p>PELLIN — The town council voted on Tuesday to reopen the old ferry pier, which has been closed since a storm damaged it four years ago.</p>
<p>“We have waited long enough,” said Mayor Ines Calder after the vote. Officials put the cost of the work at 2.4 million crowns.</p>
<p>The first ferry is expected to leave in the autumn, the harbour office said in a statement, and a second one in the winter.</p></article></body></html>`;

describe("The text of a page", () => {
  const name = "pellin/pier.html";

  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
    await workspace.fs.writeFile(file(name), new TextEncoder().encode(page));
  });
  after(async () => {
    await closeAll();
    await workspace.fs.delete(file("pellin"), { recursive: true });
  });

  it("is an article of the corpus, and opens as text with outline and hovers, beside its source", async () => {
    const found = await until("the page to be read", async () =>
      (await leaves(api)).map(({ article }) => article).find(({ uri }) => uri.endsWith(name)),
    );
    assert.equal(found.displayTitle, "Ferry Pier Reopens at Pellin");
    await commands.executeCommand("corpusNavigator.openArticle", found);
    await until("the text to be shown as an article", () => window.activeTextEditor?.document.languageId === "news-article");
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    assert.equal(document.uri.scheme, "corpus-text");
    assert.match(document.getText(), /PELLIN — The town council/);
    assert.doesNotMatch(document.getText(), /<p>|Home/);
    let symbols: readonly DocumentSymbol[] = [];
    await until("its outline", async () => {
      symbols = (await commands.executeCommand<DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", document.uri)) ?? [];
      return symbols.length > 0;
    });
    const at = document.positionAt(document.getText().indexOf("Ines Calder") + 1);
    let hovers: readonly Hover[] = [];
    await until("a hover on a name", async () => {
      hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, new Position(at.line, at.character));
      return hovers.length > 0;
    });
    await commands.executeCommand("corpusNavigator.showSourceFile");
    await until("its source", () => window.activeTextEditor?.document.uri.toString() === file(name).toString());
    await commands.executeCommand("corpusNavigator.showExtractedText");
    await until("its text again", () => window.activeTextEditor?.document.uri.scheme === "corpus-text");
  });
});
