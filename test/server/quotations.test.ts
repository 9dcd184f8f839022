import assert from "node:assert/strict";
import { promises as fs } from "node:fs";

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
});
