import assert from "node:assert/strict";
import { existsSync, promises as fs } from "node:fs";
import * as path from "node:path";
import type { DocumentSymbol } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import type { ArticleSummary } from "../../src/protocol/ranges";
import { decode } from "../../src/server/files/io/decode";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

/** The Articles tree by date as a reader sees it, with the source of each article. */
async function drawn(server: TestServer): Promise<string[]> {
  const lines: string[] = [];
  const draw = async (parent: string | null, indent: string): Promise<void> => {
    const { groups, articles } = await server.request<TreeChildren>(method.articleGroups, { by: "date", parent, filter: "" });
    for (const { id, label } of groups) {
      lines.push(indent + label);
      await draw(id, `${indent}  `);
    }
    for (const article of articles) lines.push(`${indent}${article.displayTitle} · ${article.publisher ?? article.agency ?? "?"}`);
  };
  await draw(null, "");
  return lines;
}

describe("server: whole corpora", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  it("the seeds", async function () {
    const seeds = path.join(import.meta.dirname, "../../../shared/seeds");
    if (!existsSync(seeds)) this.skip();
    await server.setFolders(URI.file(seeds).toString());
    assert.deepEqual(await drawn(server), [
      "2013",
      "  November",
      "    Syria, Russia to Discuss Peace Conference on Monday · The Moscow Times",
      "    A Syrian government delegation is due to meet officials in Moscow on Monday… · Reuters",
      "    Syrian and Russian Leaders Discuss Peace Talks · The Moscow Times",
      "  May",
      "    Syria Peace Conference Tentatively Scheduled for Mid-June · The Moscow Times",
      "Undated",
      "  Russia Says Syria Ready to Join Talks · The Moscow Times",
    ]);
  });

  it("the samples: every article is listed, has an outline, and is found by its title", async () => {
    const samples = URI.file(path.join(import.meta.dirname, "../../samples")).toString();
    await server.setFolders(samples);
    const status = server.statuses.at(-1)!;
    assert.deepEqual([status.skippedTotal, status.notices.length], [0, 0]);
    const all = await server.request<ArticleSummary[]>(method.findArticles, { query: "", limit: 1000 });
    assert.ok(all.length >= 30 && all.length === status.articles, `${all.length} articles`);
    for (const uri of new Set(all.map((article) => article.uri))) {
      const decoded = decode(await fs.readFile(URI.parse(uri).fsPath));
      assert.ok(decoded.ok, uri);
      await server.open(
        uri,
        decoded.file.text,
        all.some((article) => article.uri === uri && article.key !== null) ? "news-bundle" : "news-article",
      );
      const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
      assert.deepEqual(
        symbols.map((symbol) => symbol.name),
        all
          .filter((article) => article.uri === uri)
          .sort((a, b) => a.range.start.line - b.range.start.line)
          .map((article) => article.displayTitle),
      );
      await server.close(uri);
    }
    for (const { id, displayTitle } of all) {
      const found = await server.request<ArticleSummary[]>(method.findArticles, { query: displayTitle, limit: 5 });
      assert.ok(
        found.some((article) => article.id === id),
        displayTitle,
      );
    }
  });

  it("a bundle of thousands is listed in parts while it is read", async function () {
    this.timeout(60_000);
    const count = 4500;
    const bundle = Array.from(
      { length: count },
      (_, index) => `<<<FILE: ${index}.txt>>>\n${articleText(`Story Number ${index}`)}<<<END FILE>>>\n`,
    ).join("");
    const folder = await temporaryFolder({ "all.bundle": bundle });
    await server.setFolders(folder.uri);
    await server.until(() => server.statuses.at(-1)?.articles === count);
    const counts = [...new Set(server.statuses.map((status) => status.articles))];
    assert.ok(
      counts.some((articles) => articles > 0 && articles < count),
      counts.join(),
    );
    await fs.rm(folder.path, { recursive: true });
  });
});
