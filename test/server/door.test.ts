import assert from "node:assert/strict";
import { method } from "../../src/protocol/corpus";
import { draftMethod } from "../../src/protocol/drafts";
import { entityMethod } from "../../src/protocol/entities";
import { quotationMethod } from "../../src/protocol/quotations";
import { relatedMethod } from "../../src/protocol/related";
import { searchMethod } from "../../src/protocol/search";
import { articleText } from "./fixtures";
import { TestServer } from "./testServer";

const uri = "file:///corpus/ferry.txt";
const textDocument = { uri };
const position = { line: 0, character: 1 };
const range = { start: position, end: position };
const question = {
  query: "ferry",
  filters: [{ facet: "source", value: "a", exclude: true }],
  dates: { from: null, to: null },
  sort: "newest",
};
const page = { offset: 0, limit: 5 };

/** A request of each kind as a client asks it. */
const requests: readonly (readonly [name: string, params: Readonly<Record<string, unknown>>])[] = [
  [method.articleGroups, { by: "date", parent: null, filter: "" }],
  [method.articleAt, { uri, position, by: "none", filter: "a" }],
  [method.findArticles, { query: "f", limit: 3 }],
  [method.articleDetails, { id: uri }],
  [method.quietParts, { uri }],
  [method.leftOut, { detail: "a", extension: "txt" }],
  [entityMethod.entitiesTree, { ...page, kind: "PER", sort: "name", filter: "" }],
  [entityMethod.entitySummary, { id: "PER:a" }],
  [entityMethod.entityCard, { id: "PER:a" }],
  [entityMethod.entityProfile, { id: "PER:a" }],
  [entityMethod.entityArticles, { ...page, id: "PER:a", order: "telling" }],
  [entityMethod.mentionsOfEntity, { ...page, id: "PER:a", articleId: null }],
  [entityMethod.entitiesOfArticle, { uri, position }],
  [entityMethod.entityAt, { uri, position }],
  [entityMethod.nextMention, { uri, position }],
  [entityMethod.previousMention, { uri, position }],
  [entityMethod.findEntities, { query: "a", limit: 3, kind: null }],
  [entityMethod.correctEntity, { operation: { type: "merge", ids: ["a"], into: "b" }, folder: null }],
  [entityMethod.correctEntity, { operation: { type: "pin", id: "a", form: "b" }, folder: null }],
  [entityMethod.correctEntity, { operation: { type: "kind", id: "a", kind: "ORG" } }],
  [quotationMethod.said, { ...page, id: "PER:a", about: true, filter: "" }],
  [quotationMethod.quotationsOfArticle, { uri, position }],
  [draftMethod.checkText, { uri, text: "Ferry.", written: "2021-03-04" }],
  [relatedMethod.relatedArticles, { uri, position, id: "a" }],
  [relatedMethod.articleBody, { id: uri }],
  [relatedMethod.stories, { limit: 3 }],
  [relatedMethod.storyArticles, { id: "1:1" }],
  [relatedMethod.storyOf, { id: uri }],
  [searchMethod.search, { ...question, ...page, asker: "view" }],
  [searchMethod.suggestions, { query: "fer", cursor: 3 }],
  [searchMethod.contexts, { ...question, order: "left" }],
  [searchMethod.export, { ...question, format: "csv" }],
  [searchMethod.report, { ...question, contexts: "right" }],
  [searchMethod.matchesInDocument, { uri, query: "ferry" }],
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/foldingRange", { textDocument }],
  ["textDocument/documentLink", { textDocument }],
  ["textDocument/codeLens", { textDocument }],
  ["codeLens/resolve", { range, data: { id: uri, uri } }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/semanticTokens/range", { textDocument, range }],
  ["textDocument/selectionRange", { textDocument, positions: [position] }],
  ["textDocument/codeAction", { textDocument, range, context: { diagnostics: [{ range, message: "" }] } }],
  ["textDocument/hover", { textDocument, position }],
  ["textDocument/definition", { textDocument, position }],
  ["textDocument/implementation", { textDocument, position }],
  ["textDocument/references", { textDocument, position, context: { includeDeclaration: true } }],
  ["textDocument/documentHighlight", { textDocument, position }],
  ["textDocument/prepareCallHierarchy", { textDocument, position }],
  ["callHierarchy/incomingCalls", { item: { name: "a", kind: 5, uri, range, selectionRange: range, data: { id: "PER:a" } } }],
  ["callHierarchy/outgoingCalls", { item: { name: "a", kind: 5, uri, range, selectionRange: range } }],
  ["workspace/symbol", { query: "a" }],
];

const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  -5.5,
  1e300,
  0.5,
  "",
  "odd",
  "__proto__",
  "%E0%A4%A",
  "\ud800",
  "a".repeat(200_000),
  [],
  [null],
  {},
  { line: -1, character: 1e300 },
  { type: "hide" },
  { uri: 5 },
  { start: position },
];

/** The parameters with each value in them, however deep it lies, replaced by an odd one. */
function* spoilt(value: unknown): Generator {
  for (const one of odd) yield one;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const one of spoilt(part)) {
      if (Array.isArray(value)) yield value.map((item: unknown, at) => (String(at) === key ? one : item));
      else yield { ...value, [key]: one };
    }
  }
}

describe("server: odd parameters", function () {
  this.timeout(120_000);
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
    await server.open(uri, articleText("Ferry Terminal Reopens"));
  });
  after(async () => {
    await server.dispose();
  });

  it("each request as a client asks it is answered", async () => {
    for (const [name, params] of requests) await assert.doesNotReject(server.request(name, params), name);
  });

  for (const [name, params] of requests) {
    it(`${name}: answered, or refused with what is wrong`, async () => {
      let refused = 0;
      for (const one of spoilt(params)) {
        // A list as a whole is refused by the library.
        if (typeof one !== "object" || one === null || Array.isArray(one)) continue;
        try {
          await server.request(name, one);
        } catch (error) {
          const { code, message } = error as { readonly code?: number; readonly message: string };
          assert.equal(code, -32602, `${message}, for ${JSON.stringify(one).slice(0, 200)}`);
          assert.match(message, / must /);
          refused++;
        }
      }
      assert.ok(refused > 0);
    });
  }

  it("says where in the parameters the fault is", async () => {
    await assert.rejects(server.request(entityMethod.entitiesTree, { ...page, kind: "PER", sort: "size", filter: "" }), {
      code: -32602,
      message: 'corpusNavigator/entitiesTree: sort must be one of "usefulness", "count", "recency", "name".',
    });
    await assert.rejects(server.request(method.articleAt, { uri, position: { line: 1 }, by: "date", filter: "" }), {
      message: "corpusNavigator/articleAt: position.character must be a whole number that is not negative.",
    });
  });

  it("passes over notifications that nobody can mean", async () => {
    for (const [name, params] of [
      [method.setFolders, [{ uri: 5 }]],
      [method.setFolders, [null]],
      [method.treatAs, { uri, kind: "poem" }],
      [entityMethod.correctionsChanged, { uri: null, text: {} }],
      ["workspace/didChangeWatchedFiles", { changes: [{ uri: 7 }] }],
    ] as const)
      await server.client.sendNotification(name, params);
    assert.notEqual(await server.request("textDocument/documentSymbol", { textDocument }), null);
  });
});
