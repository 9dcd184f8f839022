import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { ProtocolRange } from "../../src/protocol/ranges";
import {
  type SearchContexts,
  searchMethod,
  type SearchParams,
  type SearchReport,
  type SearchResult,
  type Suggestion,
} from "../../src/protocol/search";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const bundle = `Clippings of the harbour desk – “naïve” as ever 🚢 –, compiled by Quillen.

<<<FILE: one.txt>>>
${articleText("Lighthouse Keeper Retires After Forty Years", "May 2, 2020")}
<<<END FILE>>>
<<<FILE: two.txt>>>
${articleText("Fishing Quota Is Cut by a Third", "May 9, 2020")}
<<<END FILE>>>
`;

describe("server: search", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  before(async () => {
    folder = await temporaryFolder({
      "ferry.txt": articleText("Council Votes to Reopen Ferry Terminal"),
      "quays/tolls.txt": articleText("Bridge Tolls Rise in Spring", "June 1, 2021", "Evening Lantern"),
      "may.bundle": bundle,
    });
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

  const question = { filters: [], dates: null, sort: "relevance" } as const;
  const search = (query: string, more: Partial<SearchParams> = {}): Promise<SearchResult> =>
    server.request(searchMethod.search, { query, ...question, asker: "view", offset: 0, limit: 20, ...more });
  /** Copies and the one that they are folded into, in the order of the index. */
  const titles = async (query: string, more: Partial<SearchParams> = {}): Promise<string[]> =>
    (await search(query, more)).hits.flatMap(({ article, copies }) => [article, ...copies].map(({ displayTitle }) => displayTitle));

  it("finds an article in a bundle, with its place and its snippets", async () => {
    const { hits, total, understoodAs } = await search("lighthouse keeper");
    assert.deepEqual([total, understoodAs], [1, "lighthouse AND keeper"]);
    const [hit] = hits;
    assert.equal(hit?.article.key, "one.txt");
    assert.deepEqual(hit.title, {
      text: "Lighthouse Keeper Retires After Forty Years",
      marks: [
        [0, 10],
        [11, 17],
      ],
    });
    assert.equal(hit.matches, 2);
  });

  it("marks a phrase as one, at its line in the file", async () => {
    const { hits } = await search('"waited long enough" title:ferry');
    const [snippet] = hits[0]!.snippets;
    assert.deepEqual(
      snippet!.marks.map(([start, end]) => snippet!.text.slice(start, end)),
      ["waited long enough"],
    );
    assert.deepEqual(snippet!.range, { start: { line: 10, character: 9 }, end: { line: 10, character: 27 } });
  });

  it("finds the place in a bundle that it reads only in part, and in one that has changed since", async () => {
    const placed = async (): Promise<readonly (readonly [string | null, number])[]> =>
      (await search('"lighthouse keeper" OR "fishing quota"', { sort: "oldest" })).hits.flatMap(({ article, copies }) =>
        [article, ...copies].map(({ key, selection }) => [key, selection.start.line] as const),
      );
    const body = async (): Promise<readonly ProtocolRange[]> => {
      const { contexts } = await server.request<SearchContexts>(searchMethod.contexts, {
        query: "ferry file:bundle",
        ...question,
        order: "article",
      });
      return contexts.map(({ range }) => range);
    };
    // At once: nobody should read half a file.
    const replace = async (text: string): Promise<void> => {
      const file = path.join(folder.path, "may.bundle");
      await fs.writeFile(`${file}.new~`, text);
      await fs.rename(`${file}.new~`, file);
    };
    const uri = `${folder.uri}/may.bundle`;
    const closed = [await placed(), await body()];
    await server.open(uri, bundle, "news-bundle");
    assert.deepEqual(closed, [await placed(), await body()]);
    await server.close(uri);
    // The server reads a file again that was closed, and should have done so before it changes.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    // The file changes behind everybody's back: what was read of it does not hold any more, and nobody was told yet.
    await replace(`One line more.\n${bundle}`);
    const moved = await body();
    await replace(bundle);
    assert.equal(moved.length, 4);
  });

  it("sorts by date and filters by facets and dates", async () => {
    assert.deepEqual(await titles("ferry", { sort: "oldest" }), [
      "Lighthouse Keeper Retires After Forty Years",
      "Fishing Quota Is Cut by a Third",
      "Council Votes to Reopen Ferry Terminal",
      "Bridge Tolls Rise in Spring",
    ]);
    assert.deepEqual(await titles("ferry", { filters: [{ facet: "source", value: "Evening Lantern", exclude: false }] }), [
      "Bridge Tolls Rise in Spring",
    ]);
    assert.deepEqual(await titles("ferry", { sort: "newest", dates: { from: "2020-05-05", to: "2021-03-31" } }), [
      "Council Votes to Reopen Ferry Terminal",
      "Fishing Quota Is Cut by a Third",
    ]);
    const { facets, histogram } = await search("ferry");
    assert.deepEqual(facets.source, [
      { value: "The Harbour Gazette", count: 3 },
      { value: "Evening Lantern", count: 1 },
    ]);
    assert.deepEqual(
      histogram.map(({ value, count }) => [value, count]),
      [
        ["2020-05", 2],
        ["2021-03", 1],
        ["2021-06", 1],
      ],
    );
  });

  it("finds text outside the articles of a bundle, behind what stands in articles", async () => {
    const { hits } = await search("quillen");
    assert.deepEqual(
      hits.map(({ article, inSiteText }) => [article.key, article.displayTitle, inSiteText]),
      [[null, "Outside the articles of may.bundle", true]],
    );
    assert.equal(hits[0]!.snippets[0]!.range.start.line, 0);
  });

  it("finds edits that are not saved, and loses them with the document", async () => {
    const uri = `${folder.uri}/ferry.txt`;
    await server.open(uri, articleText("Council Votes to Reopen Ferry Terminal").replace("autumn", "blizzardous season"));
    await server.until(async () => (await search("blizzardous")).total === 1);
    await server.close(uri);
    await server.until(async () => (await search("blizzardous")).total === 0);
  });

  it("folds near-duplicates into the best of them, when they have been found", async () => {
    await server.until(async () => (await search("is:duplicate")).total === 4, 60);
    const { total, listed, hits } = await search("ferry");
    assert.deepEqual([total, listed, hits[0]?.copies.length], [4, 1, 3]);
  });

  it("says what it took a word for", async () => {
    const { corrections } = await search("lighthause");
    assert.deepEqual(corrections, [{ typed: "lighthause", meant: "lighthouse", query: "lighthouse" }]);
  });

  it("takes a word that is half typed for a beginning, and marks what it found", async () => {
    const { total, understoodAs, hits, corrections } = await search("ferry lighth");
    assert.deepEqual([total > 0, understoodAs, corrections], [true, "ferry AND lighth*", []]);
    assert.deepEqual(hits[0]?.title.marks, [[0, "Lighthouse".length]]);
    assert.equal((await search("ferry lighth ")).total, 0);
  });

  it("knows people when their names have been read", async () => {
    await server.until(async () => (await search("person:calder")).total === 4, 60);
    const { facets } = await search("person:calder");
    assert.deepEqual(
      facets.person.find(({ value }) => value === "Ines Calder"),
      { value: "Ines Calder", count: 4 },
    );
  });

  it("says what a query asks for that it does not know yet", async () => {
    const samples = await TestServer.start();
    try {
      await samples.setFolders(URI.file(path.resolve("samples")).toString());
      const ask = (query: string): Promise<SearchResult> =>
        samples.request(searchMethod.search, { query, ...question, asker: "view", offset: 0, limit: 20 });
      assert.ok((await ask("story:tarlen")).hints.includes("Stories are still being put together."));
      const known = (query: string): Promise<void> =>
        samples.until(async () => {
          const { total, hints } = await ask(query);
          return total > 1 && hints.length === 0;
        }, 60);
      await known("story:tarlen");
      await known("person:maros");
      await known("is:duplicate");
    } finally {
      await samples.dispose();
    }
  });

  it("suggests words, fields and values", async () => {
    const labels = async (query: string): Promise<string[]> =>
      (await server.request<Suggestion[]>(searchMethod.suggestions, { query, cursor: query.length })).map(({ label }) => label);
    assert.ok((await labels("keep")).includes("keeper"));
    assert.deepEqual(await labels("source:eve"), ["Evening Lantern"]);
    assert.ok((await labels("sour")).includes("source:"));
    const [value] = await server.request<Suggestion[]>(searchMethod.suggestions, { query: "-source:eve", cursor: 11 });
    assert.equal(value!.query, '-source:"Evening Lantern" ');
  });

  it("gives each match in its line, sorted by the word to its right", async () => {
    const { contexts, articles } = await server.request<SearchContexts>(searchMethod.contexts, {
      query: "ferry source:lantern",
      ...question,
      order: "right",
    });
    assert.deepEqual(
      contexts.map(({ before, match, after }) => [before.slice(-10), match, after.slice(0, 9)]),
      [
        ["The first ", "ferry", " is expec"],
        ["n the old ", "ferry", " terminal"],
      ],
    );
    assert.equal(articles.length, 1);
  });

  it("exports citations", async () => {
    const csv = await server.request<string>(searchMethod.export, { query: "tolls", ...question, format: "csv" });
    assert.equal(
      csv.split("\r\n")[1]!.split(",").slice(0, 6).join(","),
      "Bridge Tolls Rise in Spring,Evening Lantern,2021-06-01,https://harbour-gazette.example/2021/03/03/ferry-terminal,quays/tolls.txt,1",
    );
    const markdown = await server.request<string>(searchMethod.export, {
      query: '"old ferry" title:tolls',
      ...question,
      format: "markdown",
    });
    assert.match(markdown, /\*\*old ferry\*\* terminal/);
  });

  it("writes a report whose lines lead to their places", async () => {
    const report = await server.request<SearchReport>(searchMethod.report, {
      query: '"old ferry" title:tolls',
      ...question,
      contexts: null,
    });
    const lines = report.text.split("\n");
    const place = report.places.find(({ line }) => lines[line]!.includes("old ferry"));
    assert.equal(place?.range.start.line, 8);
    assert.match(report.text, /^Bridge Tolls Rise in Spring {2}Evening Lantern · 1 Jun 2021 · /m);
    const contexts = await server.request<SearchReport>(searchMethod.report, {
      query: '"old ferry" title:tolls',
      ...question,
      contexts: "article",
    });
    assert.match(contexts.text, /^Bridge Tolls Rise in Spring {2}Evening Lantern · 1 Jun 2021$/m);
    const [mark] = report.marks;
    assert.equal(lines[mark!.start.line]!.slice(mark!.start.character, mark!.end.character), "old ferry");
  });

  it("finds the matches of an open document", async () => {
    const uri = `${folder.uri}/may.bundle`;
    await server.open(uri, bundle, "news-bundle");
    const ranges = await server.request<ProtocolRange[]>(searchMethod.matchesInDocument, { uri, query: '"old ferry" quillen' });
    await server.close(uri);
    const lines = bundle.split("\n");
    assert.deepEqual(ranges.map(({ start, end }) => lines[start.line]!.slice(start.character, end.character)).sort(), [
      "Quillen",
      "old ferry",
      "old ferry",
    ]);
  });

  it("answers the last of many questions, and the others rightly or not at all", async () => {
    const queries = ["f*", "fe*", "fer*", "ferr*", "tolls"];
    const answers = await Promise.all(queries.map((query) => search(query).catch(() => null)));
    assert.equal(answers.at(-1)?.total, 1);
    for (const [at, answer] of answers.entries()) if (answer !== null) assert.equal(answer.understoodAs, queries[at]);
  });
});
