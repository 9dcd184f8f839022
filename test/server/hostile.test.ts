import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { method } from "../../src/protocol/corpus";
import { articleText } from "./fixtures";
import { TestServer } from "./testServer";

const uri = "file:///corpus/hostile.bundle";
const textDocument = { uri };
const everyRequest = [
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/foldingRange", { textDocument }],
  ["textDocument/documentLink", { textDocument }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/semanticTokens/range", { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 90, character: 0 } } }],
  [
    "textDocument/selectionRange",
    {
      textDocument,
      positions: [
        { line: 0, character: 0 },
        { line: 5, character: 1 },
        { line: 1_000_000, character: 9 },
      ],
    },
  ],
  [
    "textDocument/codeAction",
    { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, context: { diagnostics: [] } },
  ],
  [method.quietParts, { uri }],
  [method.articleAt, { uri, position: { line: 3, character: 0 }, by: "date", filter: "" }],
] as const;

describe("server: hostile text", function () {
  this.timeout(120_000);
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  for (const [what, text, languageId] of [
    ["nothing", "", "news-article"],
    ["line ends alone", "\r\n\r\n\r\r\n\n", "news-article"],
    ["lone surrogates", `\ud800 ${articleText("Ferry \udc00 Terminal \ud800")}\udfff`, "news-article"],
    ["NULs and control characters", `\0${articleText("Ferry\u0001Terminal")}\u0007\u001b[31m\0`, "news-article"],
    ["half a million characters on one line", `# Headline\n\n${"word, and another one. ".repeat(23_000)}`, "news-article"],
    ["brackets without end", `<<<FILE: ${"<".repeat(100_000)}>>>\n${"[".repeat(100_000)}${"](".repeat(50_000)}`, "news-bundle"],
    ["addresses without end", `Headline\n\nSee ${"http://(".repeat(30_000)} and ${"https://a.example/)".repeat(5000)}`, "news-article"],
    [
      "a thousand related titles",
      `# Headline\n\nThe council met on Tuesday, officials said. It did not vote.\n\nRelated articles:\n\n${"- [A title](#)\n".repeat(1000)}`,
      "news-article",
    ],
    ["mixed line ends", articleText("Ferry Terminal").replaceAll("\n\n", "\r\n\r").replace("\n", "\r"), "news-article"],
  ] as const) {
    it(`answers everything for ${what}`, async () => {
      await server.open(uri, text, languageId);
      for (const [name, params] of everyRequest) assert.notEqual(await server.request(name, params), undefined, name);
    });
  }

  it("a document of a million markers: opens, is cancelled, and lets others in between", async () => {
    await server.open(uri, "<<<FILE: a>>>\n".repeat(1_000_000), "news-bundle");
    const source = new CancellationTokenSource();
    const symbols = server.client.sendRequest("textDocument/documentSymbol", { textDocument }, source.token);
    const ended = symbols.then(
      () => "answered",
      (error: unknown) => (error as { readonly code?: number }).code,
    );
    // The document is read at the first question; after it, questions about others are not kept waiting.
    await server.request(method.findArticles, { query: "", limit: 1 });
    assert.deepEqual(await server.request(method.articleDetails, { id: "file:///nowhere" }), null);
    source.cancel();
    assert.equal(await ended, -32800);
  });

  it("hears that a request is cancelled while the million markers are still being read, and others meanwhile", async () => {
    await server.open(uri, "<<<FILE: a>>>\n".repeat(1_000_000), "news-bundle");
    const source = new CancellationTokenSource();
    let isDone = false;
    const folds = server.client.sendRequest("textDocument/foldingRange", { textDocument }, source.token);
    const all = server.request("textDocument/foldingRange", { textDocument }).finally(() => {
      isDone = true;
    });
    source.cancel();
    await assert.rejects(folds, { code: -32800 });
    assert.deepEqual(await server.request(method.articleDetails, { id: "file:///nowhere" }), null);
    assert.equal(isDone, false);
    assert.notEqual(await all, null);
  });

  it("answers a cancelled request with LSP's error for it", async () => {
    await server.open(uri, "<<<FILE: a>>>\nA line of text.\n<<<END FILE>>>\n".repeat(30_000), "news-bundle");
    const source = new CancellationTokenSource();
    const tokens = server.client.sendRequest("textDocument/semanticTokens/full", { textDocument }, source.token);
    source.cancel();
    await assert.rejects(tokens, { code: -32800 });
  });
});
