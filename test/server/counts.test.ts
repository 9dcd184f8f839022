import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import type { Hover } from "vscode-languageserver";
import { method, type Grouping, type TreeChildren } from "../../src/protocol/corpus";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { commandLine } from "../support/commandLine";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const headlines = ["Lighthouse Keeper Retires", "Fishing Quota Is Cut", "Dredging Begins at the Old Quay"];
/** What stands before the first marker is no article, though it names people and is found by search. */
const preface = "Clippings of the harbour desk, five items, compiled for Mayor Ines Calder of Port Ellery.\n\n";
const bundle = `${preface}${headlines.map((headline, at) => `<<<FILE: ${at}.txt>>>\n${articleText(headline)}<<<END FILE>>>\n`).join("\n")}`;
const articles = 5;

describe("counts of articles agree", function () {
  this.timeout(60_000);
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  before(async () => {
    folder = await temporaryFolder({
      "week.txt": bundle,
      "ferry.txt": articleText("Council Votes to Reopen Ferry Terminal"),
      "tolls.txt": articleText("Bridge Tolls Rise in Spring"),
      "notes.py": "import os\n",
    });
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    await server.until(async () => {
      const { state, hints } = await search("person:calder");
      return state.total > 0 && state.done === state.total && hints.length === 0;
    }, 40);
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  const search = (query: string): Promise<SearchResult> =>
    server.request(searchMethod.search, { query, filters: [], dates: null, sort: "relevance", asker: "view", offset: 0, limit: 20 });

  /** How many articles hang in the tree, in groups of groups, and what its groups say. */
  async function inTree(by: Grouping, parent: string | null = null): Promise<readonly [listed: number, said: number]> {
    const { groups, articles: listed } = await server.request<TreeChildren>(method.articleGroups, { by, parent, filter: "" });
    const below = await Promise.all(groups.map(({ id }) => inTree(by, id)));
    const said = listed.length + groups.reduce((sum, { count }) => sum + count, 0);
    return [listed.length + below.reduce((sum, [count]) => sum + count, 0), said];
  }

  it("in the status and in the tree, whatever it is grouped by", async () => {
    assert.equal(server.statuses.at(-1)?.articles, articles);
    for (const by of ["date", "publisher", "folder", "none"] as const) assert.deepEqual(await inTree(by), [articles, articles], by);
  });

  it("in search, its facets and its histogram: what stands before the first article is found, and counts as none", async () => {
    const found = await search("calder");
    assert.equal(
      found.facets.source.reduce((sum, { count }) => sum + count, 0),
      articles,
    );
    assert.equal(
      found.facets.year.reduce((sum, { count }) => sum + count, 0),
      articles,
    );
    assert.equal(
      found.histogram.reduce((sum, { count }) => sum + count, 0),
      articles,
    );
    const people = await search("person:calder");
    assert.deepEqual([people.total, people.facets.person.find(({ value }) => /calder/i.test(value))?.count], [articles, articles]);
  });

  it("in hovers", async () => {
    const text = await fs.readFile(`${folder.path}/ferry.txt`, "utf8");
    const uri = `${folder.uri}/ferry.txt`;
    await server.open(uri, text);
    const hover = async (words: string): Promise<string> => {
      const offset = text.indexOf(words) + 1;
      const line = text.slice(0, offset).split("\n").length - 1;
      const character = offset - text.lastIndexOf("\n", offset) - 1;
      const found = await server.request<Hover | null>("textDocument/hover", { textDocument: { uri }, position: { line, character } });
      return (found?.contents as { readonly value: string } | undefined)?.value ?? "";
    };
    assert.match(await hover("March 3"), new RegExp(`\\b${articles} articles of that day`));
    assert.match(await hover("Ines Calder"), new RegExp(`\\b\\d+ mentions in ${articles} articles\\b`));
  });

  it("on the command line", async () => {
    const { out } = await commandLine(["articles", "--json", folder.path]);
    assert.equal((JSON.parse(out) as readonly unknown[]).length, articles);
  });
});
