import assert from "node:assert/strict";
import { URI } from "vscode-uri";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import type { ArticleSummary } from "../../src/protocol/ranges";
import { type BadInput, fullSize, makeBadInput } from "../support/badInput";
import { removeFolder, temporaryFolder } from "../support/temporaryFolder";
import { TestServer } from "./testServer";

describe("server: a folder of bad input", function () {
  this.timeout(300_000);
  let input: BadInput;
  let server: TestServer;

  before(async () => {
    input = await makeBadInput(temporaryFolder(), { ...fullSize, longLine: 5_000_000, markers: 50_000, tinyFiles: 300 });
    server = await TestServer.start();
    server.statuses.length = 0;
    await server.client.sendNotification(method.setFolders, [{ uri: URI.file(input.folder).toString(), direct: true }]);
    await server.until(() => server.statuses.at(-1)?.state === "idle", 240);
  });
  after(async () => {
    await server.dispose();
    input.close();
    removeFolder(input.folder);
  });

  const relative = (uri: string): string =>
    URI.parse(uri)
      .fsPath.slice(input.folder.length + 1)
      .replaceAll("\\", "/");

  it("names every file that could not be read, and none that could", () => {
    const { skipped, skippedTotal } = server.statuses.at(-1)!;
    assert.equal(skipped.length, skippedTotal);
    const named = new Set(skipped.map(({ uri }) => relative(uri)));
    // Blank files are no articles: counted, not complained about.
    assert.deepEqual(
      input.files
        .filter(({ path, fate }) => fate === "skipped" && !named.has(path))
        .map(({ path }) => path)
        .sort(),
      ["blanks.txt", "empty.txt", "only-bom.txt", "only-line-ends.txt", "only-utf16-bom.txt"],
    );
    assert.deepEqual(
      input.files.filter(({ path, fate }) => (fate === "read" || fate === "noticed") && named.has(path)),
      [],
    );
    for (const { reason, detail } of skipped)
      assert.ok(reason !== "not-an-article" && detail !== "" && !detail.includes("could not be worked on"), detail);
  });

  it("says what is wrong with articles that could be read in part", async () => {
    const listed = new Set(
      (await server.request<ArticleSummary[]>(method.findArticles, { query: "", limit: 1_000_000 })).map(({ uri }) => relative(uri)),
    );
    const noticed = new Set(server.statuses.at(-1)!.notices.map(({ uri }) => relative(uri)));
    assert.ok(noticed.size > 0);
    assert.deepEqual(
      input.files.filter(({ path, fate }) => fate === "noticed" && listed.has(path) && !noticed.has(path)),
      [],
    );
  });

  it("answers from what is good", async () => {
    const { articles, groups } = await server.request<TreeChildren>(method.articleGroups, {
      by: "date",
      parent: null,
      filter: "harbour reopens",
    });
    assert.deepEqual([articles.length, groups.map((group) => group.label).includes("2019")], [0, true]);
  });
});
