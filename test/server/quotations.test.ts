import assert from "node:assert/strict";
import { promises as fs } from "node:fs";

import type { Hover, MarkupContent } from "vscode-languageserver";
import { LineIndex } from "../../src/core/text/lineIndex";
import { entityMethod, type EntitySummary } from "../../src/protocol/entities";
import { quotationMethod, type QuotationsOfArticle, type Said } from "../../src/protocol/quotations";
import { searchMethod, type SearchResult, type Suggestion } from "../../src/protocol/search";
import { temporaryFolder } from "./fixtures";
import { quotationFiles } from "./quotationFixtures";
import { TestServer } from "./testServer";

describe("server: quotations", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  before(async function () {
    this.timeout(60_000);
    folder = await temporaryFolder(quotationFiles);
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    await server.until(async () => (await search("said:marden")).total === 3, 40);
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  const search = (query: string): Promise<SearchResult> =>
    server.request(searchMethod.search, { query, filters: [], dates: null, sort: "oldest", asker: "view", offset: 0, limit: 20 });

  describe("in search", () => {
    const found = async (query: string): Promise<readonly string[]> =>
      (await search(query)).hits.map(
        ({ article, snippets }) =>
          `${article.uri.slice(folder.uri.length + 1)}: ${snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))).join(" | ")}`,
      );

    it("are found by who said them, and shown", async () => {
      assert.deepEqual(await found('said:"tobias kern"'), [
        "tribune.txt: Marden had broken her promise to the town",
        "post.txt: Click me](command:evil) <img src=x> the engine arrived broken",
      ]);
    });

    it("are found by words within them, all copies counted", async () => {
      const { total, hits } = await search("said:marden summer");
      assert.deepEqual([total, hits.length, hits[0]?.copies.length], [2, 1, 1]);
      assert.deepEqual(await found("said:marden june"), ["tribune.txt: June"]);
      assert.deepEqual(await found("said:marden storm"), []);
      assert.deepEqual(await found('said:"harbour spokesman" engine'), ["tribune.txt: engine"]);
      assert.deepEqual(await found('quote:"engine arrived"'), ["post.txt: engine arrived"]);
    });

    it("are not found for somebody who is not quoted, and it says so", async () => {
      const { total, hints } = await search("said:quillen");
      assert.equal(total, 0);
      assert.ok(hints.includes("Nobody called “quillen” is quoted in what has been read."), hints.join("\n"));
    });

    it("are offered by the speakers' names", async () => {
      const offered = await server.request<Suggestion[]>(searchMethod.suggestions, { query: "said:mard", cursor: 9 });
      assert.deepEqual(
        offered.map(({ query }) => query),
        ['said:"Ilse Marden" '],
      );
    });
  });

  describe("in hovers", () => {
    /** The hover at the first `needle` of a file that is opened. */
    const hover = async (name: keyof typeof quotationFiles, needle: string): Promise<string> => {
      const uri = `${folder.uri}/${name}`;
      const text = quotationFiles[name];
      await server.open(uri, text);
      const position = new LineIndex(text).positionAt(text.indexOf(needle) + 1);
      const found = await server.request<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
      await server.close(uri);
      return (found?.contents as MarkupContent | undefined)?.value ?? "";
    };
    const plain = (markdown: string): string =>
      markdown.replace(/\[((?:[^\]\\]|\\.)*)\]\(command:[^)]*\)/gu, "<$1>").replace(/&nbsp;/gu, " ");

    it("of a person are the newest, with date, outlet and a link to its place", async () => {
      const card = await hover("courier.txt", "Ilse Marden");
      const [said = ""] = card.split("\n\n").filter((part) => part.startsWith("**Said**"));
      assert.equal(plain(said), "**Said** “The ferry will sail to Lissen before the end of June,” <Port Amsel Tribune, 9 Jun 2021>");
      const place = JSON.parse(decodeURIComponent(/openAt\?([^)]*)\)/u.exec(said)?.[1] ?? "")) as [{ uri: string; range: object }];
      assert.deepEqual(place, [
        { uri: `${folder.uri}/tribune.txt`, range: { start: { line: 10, character: 1 }, end: { line: 10, character: 54 } } },
      ]);
    });

    it("say who says it, where else it stands, and which outlet words it otherwise", async () => {
      const parts = plain(await hover("courier.txt", "will sail")).split("\n\n");
      assert.deepEqual(parts, [
        "❝ **<Ilse Marden>** · quoted · *told*",
        "Also in <Korvat Herald, 4 May 2021>",
        "Otherwise in <Port Amsel Tribune, 9 Jun 2021>: “The ferry will sail to Lissen before the end of ~~May~~ **June**”",
      ]);
    });

    it("say where the article names nobody", async () => {
      assert.equal(plain(await hover("tribune.txt", "engine had to")), "❝ **A harbour spokesman** · reported · *said*");
    });

    it("show hostile words as words", async () => {
      const card = await hover("herald.txt", "Korvat.");
      assert.ok(!card.includes("command:evil"));
      const kern = await hover("tribune.txt", "Tobias Kern");
      assert.ok(kern.includes("**Said**"), kern);
      assert.ok(!/\]\(command:evil\)|<img/u.test(kern), kern);
    });

    it("do not stand in front of those of names", async () => {
      assert.match(await hover("tribune.txt", "Marden had broken"), /Entity page/u);
    });
  });

  describe("of an entity and of an article", () => {
    const said = async (query: string, about: boolean, filter = ""): Promise<Said> => {
      const [entity] = await server.request<readonly EntitySummary[]>(entityMethod.findEntities, { query, limit: 1 });
      return await server.request<Said>(quotationMethod.said, { id: entity?.id ?? "", about, filter, offset: 0, limit: 20 });
    };
    const lines = ({ items }: Said): readonly string[] =>
      items.map(
        ({ date, source, text, others, places }) =>
          `${date ?? ""} ${source ?? ""}: ${text} +${places} ${others.map((one) => one.source).join()}`,
      );

    it("are each there once, copies and other words included, at their earliest place", async () => {
      const found = await said("Ilse Marden", false);
      assert.deepEqual(lines(found), [
        "2021-05-03 The Lissen Courier: The ferry will sail to Lissen before the end of May, +2 Korvat Herald,Port Amsel Tribune",
        "2021-05-03 The Lissen Courier: We have waited for it long enough, and nobody will wait another summer. +1 Korvat Herald",
      ]);
      assert.deepEqual([found.total, found.all], [2, 2]);
    });

    it("are filtered by words and beginnings of words", async () => {
      const found = await said("Ilse Marden", false, "wait SUM");
      assert.deepEqual([found.total, found.all, found.items[0]?.text.slice(0, 14)], [1, 2, "We have waited"]);
    });

    it("are about somebody where others say the name", async () => {
      const found = await said("Ilse Marden", true);
      assert.deepEqual(
        found.items.map(({ speaker, text }) => [speaker?.name, text]),
        [["Tobias Kern", "Marden had broken her promise to the town"]],
      );
    });

    it("are listed for the article that is being read", async () => {
      const uri = `${folder.uri}/tribune.txt`;
      await server.open(uri, quotationFiles["tribune.txt"]);
      const found = await server.request<QuotationsOfArticle | null>(quotationMethod.quotationsOfArticle, { uri });
      await server.close(uri);
      assert.deepEqual(
        found?.quotations.map(({ kind, speaker, range }) => [kind, speaker?.name, range.start.line]),
        [
          ["direct", "Ilse Marden", 10],
          ["indirect", "A harbour spokesman", 12],
          ["indirect", "Tobias Kern", 12],
        ],
      );
    });
  });
});
