import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, file, pause, ready, show, until } from "./support";

const article = "korvat-herald/crowds-cheer-as-filling-begins.txt";

/** Longer than recognition takes: to show that a language stays. */
const settled = 800;

describe("Recognition", () => {
  before(ready);
  afterEach(closeAll);

  it("makes an article of a file that is one", async () => {
    await show(article, "news-article");
  });

  it("makes a bundle of a file with envelopes", async () => {
    await show("bundles/tarlen-talks.txt", "news-bundle");
    await show("bundles/hallam-and-dovrin.txt", "news-bundle");
  });

  it("recognises every article of the sample corpus", async () => {
    const files = await vscode.workspace.findFiles("{interlake,korvat-herald,lissen-courier,nbs-news,port-amsel-tribune}/*.txt");
    assert.ok(files.length > 20, `${files.length} files`);
    for (const uri of files) {
      const document = await vscode.workspace.openTextDocument(uri);
      await until(`${uri.path} to be recognised`, () =>
        vscode.workspace.textDocuments.some(
          ({ uri: open, languageId }) => open.toString() === document.uri.toString() && languageId === "news-article",
        ),
      );
    }
  });

  it("leaves an ordinary text file as it is", async () => {
    const editor = await show("notes.txt");
    await pause(settled);
    assert.equal(editor.document.languageId, "plaintext");
  });

  it("leaves a log, a README and a table as they are", async () => {
    const texts: Record<string, string> = {
      "server.log.txt": Array.from(
        { length: 40 },
        (_, at) => `2024-03-0${(at % 9) + 1} 10:15:${10 + at} INFO worker-${at % 4} finished job ${at} in ${at * 7} ms`,
      ).join("\n"),
      "about.md": "# A tool\n\nInstall it with `npm install`.\n\n## Usage\n\n```\ntool --help\n```\n",
      "table.txt": Array.from({ length: 30 }, (_, at) => `${at},${at * 3},name ${at},2024-01-01`).join("\n"),
    };
    for (const [name, text] of Object.entries(texts)) {
      await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
      try {
        const before = (await vscode.workspace.openTextDocument(file(name))).languageId;
        const { document } = await show(name);
        await pause(settled);
        assert.equal(document.languageId, before, name);
      } finally {
        await vscode.workspace.fs.delete(file(name));
      }
    }
  });

  it("recognises what is typed into a new document", async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(article)));
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: "" });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), text);
    });
    await until("the new document to be recognised", () => document.languageId === "news-article");
  });

  it("treats a text as plain text when told, and keeps to it", async () => {
    await show(article, "news-article");
    await vscode.commands.executeCommand("corpusNavigator.treatAsPlainText");
    await show(article, "plaintext");
    await closeAll();
    const { document } = await show(article);
    await pause(settled);
    assert.equal(document.languageId, "plaintext");
    await vscode.commands.executeCommand("corpusNavigator.treatAsArticle");
    await show(article, "news-article");
  });

  it("treats an ordinary text as an article or a bundle when told", async () => {
    await show("notes.txt", "plaintext");
    await vscode.commands.executeCommand("corpusNavigator.treatAsArticle");
    await show("notes.txt", "news-article");
    await vscode.commands.executeCommand("corpusNavigator.treatAsBundle");
    await show("notes.txt", "news-bundle");
    await vscode.commands.executeCommand("corpusNavigator.treatAsPlainText");
    await show("notes.txt", "plaintext");
  });

  it("respects a language that is chosen by hand", async () => {
    const path = "korvat-herald/halmir-gates-to-close-in-april.txt";
    const { document } = await show(path, "news-article");
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await pause(settled);
    assert.equal(document.languageId, "plaintext");
    await vscode.languages.setTextDocumentLanguage(document, "news-article");
    await pause(settled);
    assert.equal(document.languageId, "news-article");
  });

  it("does nothing when it is off", async () => {
    const settings = vscode.workspace.getConfiguration("corpusNavigator");
    await settings.update("recognition", "off", vscode.ConfigurationTarget.Global);
    try {
      // A file that was not open before.
      await vscode.workspace.fs.copy(file(article), file("copy.txt"));
      const { document } = await show("copy.txt");
      await pause(settled);
      assert.equal(document.languageId, "plaintext");
    } finally {
      await vscode.workspace.fs.delete(file("copy.txt"));
      await settings.update("recognition", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
