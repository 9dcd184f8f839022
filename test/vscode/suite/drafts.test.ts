import assert from "node:assert/strict";
import * as vscode from "vscode";
import { namesRead } from "./names";
import { closeAll, file, leaves, pause, ready, until } from "./support";

const words = "You have come to talk about water. Please let us not begin by spilling it";
const draft = `# Geneva

“You have come to talk about wine. Please let us not begin by spilling it,” Youssef al-Hadri said in Geneva.

“${words},” the envoy Youssef al-Hadri said.

“Eleven violet ladders sang about marble until morning,” Tomas Verhany said.
`;

describe("Drafts", () => {
  before(async () => {
    await namesRead();
  });
  afterEach(async () => {
    await setting("drafts", undefined);
    await setting("check.severity", undefined);
    await setting("check.citation", undefined);
    await closeAll();
  });

  it("are checked by the command, with one code a verdict and links to the evidence", async () => {
    const { document } = await checked(draft);
    const [altered] = marks(document, "altered");
    assert.ok(altered);
    assert.match(document.getText(altered.range), /^You have come to talk about wine/u);
    assert.equal(altered.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(altered.source, "Corpus");
    const [evidence] = altered.relatedInformation ?? [];
    assert.ok(evidence);
    const source = await vscode.workspace.openTextDocument(evidence.location.uri);
    assert.match(source.getText(evidence.location.range), /^You have come to talk about water/u);
    assert.match(evidence.message, /Courier.*2024/u);
    assert.equal(marks(document, "verbatim").length, 0);
    const missing = marks(document, "not-in-corpus").find(({ range }) => document.getText(range).startsWith("Eleven violet"));
    assert.equal(missing?.severity, vscode.DiagnosticSeverity.Information);
    assert.doesNotMatch(missing.message, /wrong|false|error/iu);
  });

  it("use the source's wording by a quick fix, and are checked again", async () => {
    const { document } = await checked(draft);
    const fix = (await actions(document, "You have come to talk about wine")).find(({ title }) =>
      title.startsWith("Use the Source’s Wording"),
    );
    assert.ok(fix?.edit);
    assert.equal(fix.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText().split(`“${words},” Youssef al-Hadri`).length, 2);
    await until("the mark to go", () => marks(document, "altered").length === 0);
  });

  it("are given a citation in the style that is set", async () => {
    await setting("check.citation", "[{source}; {date}]");
    const { document } = await checked(draft);
    const fix = (await actions(document, "let us not begin by spilling it,” the envoy")).find(({ title }) =>
      title.startsWith("Insert Citation"),
    );
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /spilling it,” \[The Lissen Courier; 7 October 2024\] the envoy/u);
  });

  it("lead to the source", async () => {
    const { document } = await checked(draft);
    const show = (await actions(document, "You have come to talk about wine")).find(({ title }) => title.startsWith("Show in Source"));
    assert.ok(show?.command);
    await vscode.commands.executeCommand(show.command.command, ...((show.command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? "", /^You have come to talk about water/u);
  });

  it("show the original beside a passage that the pointer is on", async () => {
    const { document } = await checked(draft);
    const card = await hover(document, "about wine");
    assert.match(card, /\*\*Altered\*\* · Quotation/u);
    assert.match(card, /~~wine~~/u);
    assert.match(card, /\*\*water\*\*/u);
    assert.match(card, /command:corpusNavigator\.openAt/u);
    assert.match(await hover(document, "Eleven violet"), /\*\*Not in the corpus\*\*/u);
  });

  it("say no more of what is ignored, and all of it again when asked", async () => {
    const { document } = await checked(draft);
    const ignore = (await actions(document, "You have come to talk about wine")).find(({ title }) => title === "Ignore Here");
    assert.ok(ignore?.command);
    await vscode.commands.executeCommand(ignore.command.command, ...((ignore.command.arguments ?? []) as unknown[]));
    await until("the mark to go", () => marks(document, "altered").length === 0);
    assert.ok(marks(document, "not-in-corpus").length > 0);
    await vscode.commands.executeCommand("corpusNavigator.showIgnoredPassages");
    await until("the mark to come back", () => marks(document, "altered").length === 1);
  });

  it("have the severities that are set", async () => {
    const { document } = await checked(draft);
    await setting("check.severity", { altered: "error", "not-in-corpus": "off", verbatim: "hint" });
    await until("an error", () => marks(document, "altered")[0]?.severity === vscode.DiagnosticSeverity.Error);
    assert.equal(marks(document, "not-in-corpus").length, 0);
    assert.equal(marks(document, "verbatim")[0]?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it("have a report in three formats", async () => {
    const { document, editor } = await checked(draft);
    const report = async (format: string): Promise<string> => {
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand("corpusNavigator.openCheckReport", format);
      const shown = vscode.window.activeTextEditor?.document;
      assert.ok(shown !== undefined && shown !== document);
      return shown.getText();
    };
    assert.match(await report("markdown"), /\*\*Line 3, quotation: altered\.\*\*[^\n]*\n {2}- “[^\n]*~~wine~~/u);
    assert.match(await report("csv"), /^line,column,kind,verdict[^\n]*\r\n3,2,quotation,altered,/u);
    const { passages } = JSON.parse(await report("json")) as {
      passages: { line: number; verdict: string; evidence: { file: string }[] }[];
    };
    const altered = passages.find(({ verdict }) => verdict === "altered");
    assert.deepEqual([altered?.line, altered?.evidence[0]?.file.endsWith("tarlen-conference-opens-in-geneva.txt")], [3, true]);
  });

  it("are checked by themselves where the setting names them, and are no articles", async () => {
    const api = await ready();
    const uri = file("drafts/geneva.txt");
    const article = await vscode.workspace.fs.readFile(file("lissen-courier/tarlen-conference-opens-in-geneva.txt"));
    await setting("drafts", "drafts/**");
    await vscode.workspace.fs.createDirectory(file("drafts"));
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(new TextDecoder().decode(article).replace("talk about water", "talk about wine")),
    );
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await until("the check", () => marks(document, "altered").length > 0);
      assert.equal(document.languageId, "plaintext");
      await pause(600);
      const uris = (await leaves(api)).map((leaf) => leaf.article.uri);
      assert.ok(uris.length > 0 && !uris.includes(uri.toString()));
      await setting("drafts", undefined);
      await until("the marks to go", () => marks(document, "altered").length === 0);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file("drafts"), { recursive: true });
    }
  });

  it("show hostile words as words", async () => {
    const { document } = await checked(
      "“You have come to talk about [wine](command:evil) <img src=x>. Please let us not begin by spilling it,” Youssef al-Hadri said.\n",
    );
    const card = await hover(document, "Please let us");
    assert.match(card, /Altered/u);
    assert.ok(!card.includes("(command:evil)") && !card.includes("<img"), card);
  });

  it("are checked no longer when told so", async () => {
    const { document } = await checked(draft);
    await vscode.commands.executeCommand("corpusNavigator.stopCheckingText");
    await until("all marks to go", () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });
});

/** A new Markdown text, checked by the command. */
async function checked(content: string): Promise<{ readonly document: vscode.TextDocument; readonly editor: vscode.TextEditor }> {
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  const editor = await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("corpusNavigator.checkText");
  await until("the check", () => vscode.languages.getDiagnostics(document.uri).length > 0);
  return { document, editor };
}

function marks(document: vscode.TextDocument, code: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => one.code === code);
}

/** The quick fixes at a text, with their edits. */
async function actions(document: vscode.TextDocument, text: string): Promise<readonly vscode.CodeAction[]> {
  const place = positionOf(document, text);
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(place, place),
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionOf(document, text),
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((part) => (part instanceof vscode.MarkdownString ? part.value : ""))
    .join("\n");
}

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + 1);
}

async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("corpusNavigator").update(name, value, vscode.ConfigurationTarget.Workspace);
}
