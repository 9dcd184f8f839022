import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import type { DocumentSymbol, FoldingRange, Hover } from "vscode-languageserver";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const rows = [
  {
    id: "mk-1",
    title: "Council Closes Ferry Terminal",
    author: "Tove Arlen",
    date: "2019-06-03",
    text: 'MARREK, June 3 (Reuters) - The council voted on Monday to close the "old" terminal, its chairman Jon Hale said.\n\nResidents had asked for a delay, and told reporters that Hale had promised one in spring.',
  },
  {
    id: "mk-2",
    title: "Tram to Ostvik to Open in May",
    author: "Lena Corvin",
    date: "2019-06-04",
    text: 'The tram line to Ostvik will open in May, the operator said on Tuesday after a test run.\n\n"We are ready," the minister told the café owners along the line.',
  },
];
const csv = `id,title,author,date,text\n${rows
  .map((row) =>
    Object.values(row)
      .map((value) => `"${value.replaceAll('"', '""')}"`)
      .join(","),
  )
  .join("\n")}\n"mk-3","Empty",,,""\n`;
const jsonl = `${rows.map((row) => JSON.stringify({ ...row, id: row.id.replace("mk", "js"), text: row.text.replace("Residents", "The quaymaster and residents") }).replaceAll("é", "\\u00e9")).join("\n")}\n`;

describe("server: containers", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };
  before(async () => {
    folder = await temporaryFolder({ "news.csv": csv, "news.jsonl": jsonl, "prices.csv": "name,price\nlamp,12\nchair,40\n" });
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    await server.until(async () => {
      const { state } = await search("");
      return state.total > 0 && state.done === state.total;
    });
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });
  const search = (query: string): Promise<SearchResult> =>
    server.request(searchMethod.search, { query, filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 20 });
  const at = (source: string, needle: string): { line: number; character: number } => {
    const before = source.slice(0, source.indexOf(needle)).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };

  it("lists the rows as articles, and names the table that is none", async () => {
    const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
    assert.deepEqual(
      articles.map(({ displayTitle }) => displayTitle).sort(),
      [...rows, ...rows]
        .map(({ title }) => title)
        .concat("Empty")
        .sort(),
    );
    const skipped = server.statuses.at(-1);
    assert.equal(skipped?.articles, 5);
  });

  it("finds words at their places in the file", async () => {
    for (const [name, source, needle] of [
      ["news.csv", csv, "chairman"],
      ["news.jsonl", jsonl, "quaymaster"],
    ] as const) {
      const { hits } = await search(`${needle} file:${name}`);
      const place = hits[0]?.snippets[0]?.range;
      assert.ok(place);
      assert.deepEqual(place.start, at(source, needle));
      assert.equal(place.end.character - place.start.character, needle.length);
    }
    assert.deepEqual(
      (await search("café file:jsonl")).hits.map(({ article }) => article.key),
      ["js-2"],
    );
  });

  it("gives outline, folds, problems and names in an open table", async () => {
    const uri = `${folder.uri}/news.csv`;
    await server.open(uri, csv, "news-bundle");
    const textDocument = { uri };
    const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
    assert.deepEqual(
      symbols.map(({ name, range }) => [name, range.start.line]),
      [
        [rows[0]?.title, 1],
        [rows[1]?.title, 4],
        ["Empty", 7],
      ],
    );
    assert.deepEqual(symbols[0]?.selectionRange.start, at(csv, "Council Closes"));
    const folds = await server.request<FoldingRange[]>("textDocument/foldingRange", { textDocument });
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 1 && endLine === 3));
    await server.until(() => Promise.resolve(server.diagnostics.get(uri) !== undefined));
    assert.deepEqual(
      server.diagnostics
        .get(uri)
        ?.diagnostics.filter(({ code }) => code === "empty-body")
        .map(({ range }) => range.start.line),
      [7],
    );
    const hover = await server.request<Hover | null>("textDocument/hover", { textDocument, position: at(csv, "Jon Hale") });
    assert.match(JSON.stringify(hover?.contents), /Jon Hale/);
  });

  it("follows an edit", async () => {
    const uri = `${folder.uri}/news.csv`;
    await server.edit(uri, csv.replace("Council Closes Ferry Terminal", "Council Keeps Ferry Terminal"));
    await server.until(async () => (await search('"council keeps"')).hits.length > 0);
    assert.equal(path.basename((await search('"council keeps"')).hits[0]?.article.uri ?? ""), "news.csv");
  });
});
