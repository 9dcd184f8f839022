import assert from "node:assert/strict";
import type { CodeAction, Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { articleText } from "./fixtures";
import { TestServer } from "./testServer";

const uri = "file:///corpus/articles.bundle";
const textDocument = { uri };

const article = (marker: string, closer: string | null): string =>
  `${marker}\nA headline\n\nThe council met on Tuesday, officials said.\n${closer === null ? "" : `${closer}\n`}`;
const good = article("<<<FILE: good.txt>>>", "<<<END FILE: good.txt>>>");

describe("server: problems and quick fixes", () => {
  let server: TestServer;
  beforeEach(async () => {
    // The articles of a case repeat each other: hints at that are tried elsewhere.
    server = await TestServer.start({ initializationOptions: { clientSetsFolders: true, duplicateHints: false } });
  });
  afterEach(async () => {
    await server.dispose();
  });

  const problems = async (text: string, languageId = "news-bundle"): Promise<readonly Diagnostic[]> => {
    await server.open(uri, text, languageId);
    await server.until(() => server.diagnostics.has(uri));
    return server.diagnostics.get(uri)!.diagnostics;
  };

  for (const [what, text, code, severity, title, corrected] of [
    [
      "a missing closer, in the bundle's own spelling",
      article("<<<FILE: a.txt>>>", null) + good,
      "missing-closer",
      2,
      "Add <<<END FILE: a.txt>>>",
      article("<<<FILE: a.txt>>>", "<<<END FILE: a.txt>>>") + good,
    ],
    [
      "a missing closer at the end",
      good + article("<<<FILE: a.txt>>>", null),
      "missing-closer-at-eof",
      2,
      "Add <<<END FILE: a.txt>>>",
      good + article("<<<FILE: a.txt>>>", "<<<END FILE: a.txt>>>"),
    ],
    [
      "a missing closer in a file with CRLF",
      (article("<<<FILE: a>>>", null) + article("<<<FILE: b>>>", "<<</FILE>>>")).replaceAll("\n", "\r\n"),
      "missing-closer",
      2,
      "Add <<</FILE>>>",
      (article("<<<FILE: a>>>", "<<</FILE>>>") + article("<<<FILE: b>>>", "<<</FILE>>>")).replaceAll("\n", "\r\n"),
    ],
    ["a stray closer", `${good}<<<END FILE>>>\n`, "stray-closer", 2, "Remove this closing marker", good],
    ["a stray closer without a line end", `${good}<<<END FILE>>>`, "stray-closer", 2, "Remove this closing marker", good.trimEnd()],
    [
      "a closer with another name",
      good + article("<<<FILE: a.txt>>>", "<<<END FILE: b.txt>>>"),
      "closer-name-mismatch",
      2,
      "Change to <<<END FILE: a.txt>>>",
      good + article("<<<FILE: a.txt>>>", "<<<END FILE: a.txt>>>"),
    ],
    [
      "a name that could lead outside",
      good + article("<<<FILE: ../../etc/a.txt>>>", "<<<END FILE: ../../etc/a.txt>>>"),
      "unsafe-path",
      2,
      "Rename to “etc/a.txt”",
      good + article("<<<FILE: etc/a.txt>>>", "<<<END FILE: etc/a.txt>>>"),
    ],
    [
      "a short fence",
      article("<<<FILE: a.txt>>", "<<<END FILE>>>"),
      "short-fence",
      3,
      "Complete the brackets: >>>",
      article("<<<FILE: a.txt>>>", "<<<END FILE>>>"),
    ],
  ] as const) {
    it(what, async () => {
      const found = await problems(text);
      const diagnostic = found.find((candidate) => candidate.code === code);
      assert.equal(diagnostic?.severity, severity, JSON.stringify(found));
      const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
        textDocument,
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
      const fix = actions.find((action) => action.title === title);
      assert.deepEqual(fix?.diagnostics, [diagnostic], actions.map((action) => action.title).join());
      assert.equal(TextDocument.applyEdits(TextDocument.create(uri, "news-bundle", 1, text), fix.edit!.changes![uri]!), corrected);
      server.diagnostics.clear();
      await server.edit(uri, corrected);
      await server.until(() => server.diagnostics.has(uri));
      assert.deepEqual(server.diagnostics.get(uri)!.diagnostics, []);
    });
  }

  it("adds all missing closers at once", async () => {
    const open = (name: string): string => article(`<<<FILE: ${name}>>>`, null);
    const closed = (name: string): string => article(`<<<FILE: ${name}>>>`, "<<<END>>>");
    const text = open("a") + closed("b") + open("c") + open("d");
    const [first] = await problems(text);
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range: first!.range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ["Add <<<END>>>", true],
        ["Add all 3 missing closing markers", false],
      ],
    );
    const edited = TextDocument.applyEdits(TextDocument.create(uri, "news-bundle", 1, text), actions[1]!.edit!.changes![uri]!);
    assert.equal(edited, closed("a") + closed("b") + closed("c") + closed("d"));
  });

  it("says so where it does not list all problems", async () => {
    const found = await problems(good + "<<<END FILE>>>\n".repeat(1200));
    assert.deepEqual(
      [found.length, found.at(-1)?.code, found.at(-1)?.message],
      [1001, "more-problems", "At least 200 more problems follow."],
    );
  });

  it("offers nothing where nothing is wrong, and only quick fixes", async () => {
    await problems(`${good}<<<END FILE>>>\n`);
    const ask = (line: number, only?: string[]): Promise<CodeAction[]> =>
      server.request("textDocument/codeAction", {
        textDocument,
        range: { start: { line, character: 0 }, end: { line, character: 0 } },
        context: { diagnostics: [], ...(only && { only }) },
      });
    assert.deepEqual(
      [(await ask(1)).length, (await ask(5)).length, (await ask(5, ["quickfix"])).length, (await ask(5, ["refactor"])).length],
      [0, 1, 1, 0],
    );
  });

  it("says that a date is ambiguous, until its publisher's other dates settle it", async () => {
    const found = await problems(articleText("Ferry Terminal Reopens", "03/04/2021"), "news-article");
    assert.deepEqual(
      found.map((diagnostic) => [diagnostic.code, diagnostic.range.start.line]),
      [["ambiguous-date", 4]],
    );
    await server.open("file:///corpus/other.txt", articleText("Lighthouse for Sale", "25/12/2020"));
    await server.until(() => server.diagnostics.get(uri)?.diagnostics.length === 0);
    const symbols = await server.request<{ detail: string }[]>("textDocument/documentSymbol", { textDocument });
    assert.equal(symbols[0]?.detail, "The Harbour Gazette · 3 Apr 2021");
  });

  it("takes back what it said of a document that was closed", async () => {
    assert.equal((await problems(`${good}<<<END FILE>>>\n`)).length, 1);
    await server.close(uri);
    await server.until(() => server.diagnostics.get(uri)?.diagnostics.length === 0);
  });
});
