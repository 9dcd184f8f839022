import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { Hover, Location } from "vscode-languageserver/node";
import { run } from "../../src/cli/run";
import { LineIndex } from "../../src/core/text/lineIndex";
import { entityMethod, type EntitiesOfArticle, type EntityAt, type EntityProfile, type EntitySummary } from "../../src/protocol/entities";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

function articleOf(headline: string, date: string, body: string): string {
  return `# ${headline}\n\nBy [The Velm Courier](#)\n\n${date}\n\n${body}\n`;
}

const towns = [
  "Oster",
  "Norrby",
  "Vellin",
  "Tarnow",
  "Harrow",
  "Sundal",
  "Kestrel",
  "Brenna",
  "Ostrava",
  "Lindow",
  "Marlow",
  "Dunmore",
  "Ashford",
  "Penrith",
  "Corfe",
  "Wexley",
  "Thornby",
  "Elmstead",
  "Garrick",
  "Holme",
];

/** Two men of one family name in different company, and articles that have only the family name. */
const files = {
  ...Object.fromEntries(
    towns.map((town, at) => [
      `rain/${town}.txt`,
      articleOf(
        `Rain in ${town}`,
        "May 2, 2021",
        `It rained in ${town} for ${at + 2} days, and the river rose by a metre near the old bridge, the mayor said on Monday.`,
      ),
    ]),
  ),
  "dam.txt": articleOf(
    "Dam Opened",
    "May 3, 2021",
    "Boris Ivanov, an engineer, opened the dam with Ilka Maros and Jonas Vael. The Velmar Water Authority had built it in four years, he said on Monday.",
  ),
  "concert.txt": articleOf(
    "A Concert",
    "June 9, 2021",
    "Sergei Ivanov, a pianist, played for Anna Tarnova and Abel Sorn in the evening. The Harrow Music Society had invited him to come, she said on Monday.",
  ),
  "leak.txt": articleOf(
    "Dam Leaks",
    "June 12, 2021",
    "Ivanov said on Monday that he was worried. Ilka Maros of the Velmar Water Authority did not agree with him at all.",
  ),
  "visit.txt": articleOf(
    "A Visit",
    "July 2, 2021",
    "Ivanov came on Tuesday and said nothing about his plans for the year, which had been the talk of the town.",
  ),
};

describe("server: last names in their articles", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  beforeEach(async () => {
    folder = await temporaryFolder(files);
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    await server.until(async () => (await whoIs("leak.txt")) === "Boris Ivanov");
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  function uriOf(name: string): string {
    return URI.file(path.join(folder.path, name)).toString();
  }

  async function ivanovIn(name: string): Promise<{
    readonly textDocument: { readonly uri: string };
    readonly position: { readonly line: number; readonly character: number };
  }> {
    const text = await fs.readFile(path.join(folder.path, name), "utf8");
    await server.open(uriOf(name), text);
    return { textDocument: { uri: uriOf(name) }, position: new LineIndex(text).positionAt(text.indexOf("Ivanov") + 1) };
  }

  /** The entity of an article whose name ends in the family name. */
  async function whoIs(name: string): Promise<string | undefined> {
    const answer = await server.request<EntitiesOfArticle | null>(entityMethod.entitiesOfArticle, { uri: uriOf(name) });
    return answer?.entities.map(({ entity }) => entity.name).find((one) => one.endsWith("Ivanov"));
  }

  async function cardOf(name: string): Promise<string> {
    const hover = await server.request<Hover | null>("textDocument/hover", await ivanovIn(name));
    assert.ok(hover !== null && typeof hover.contents === "object" && "value" in hover.contents);
    return hover.contents.value.replace(/\(command:[^)]*\)/g, "").replace(/\\/g, "");
  }

  it("offers both where an article names two, and nothing tells which is meant", async () => {
    const text = articleOf(
      "A Vote",
      "July 9, 2021",
      "Nina Castell and Hugo Castell ran for the seat in Oster. Castell won by twelve votes, the mayor said on Monday.",
    );
    await fs.writeFile(path.join(folder.path, "vote.txt"), text);
    await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf("vote.txt"), type: 1 }] });
    await server.open(uriOf("vote.txt"), text);
    const place = { textDocument: { uri: uriOf("vote.txt") }, position: new LineIndex(text).positionAt(text.indexOf("Castell won") + 1) };
    const at = async (): Promise<EntityAt | null> =>
      await server.request<EntityAt | null>(entityMethod.entityAt, { uri: place.textDocument.uri, position: place.position });
    await server.until(async () => (await at())?.alternatives.length === 2);
    assert.deepEqual(
      (await at())?.alternatives.map(({ name }) => name),
      ["Hugo Castell", "Nina Castell"],
    );
    const hover = await server.request<Hover>("textDocument/hover", place);
    assert.match(JSON.stringify(hover.contents), /2 people named Castell[^]*Hugo Castell[^]*Nina Castell/);
    const references = await server.request<Location[]>("textDocument/references", { ...place, context: { includeDeclaration: true } });
    assert.equal(references.length, 3);
  });

  it("hovers the one whose company the article names, and says why", async () => {
    const card = await cardOf("leak.txt");
    assert.match(card, /^\*\*◉ Boris Ivanov\*\* · person/);
    assert.match(card, /2 mentions in 2 articles/);
    assert.match(card, /One of 2 people named Ivanov: here with Velmar Water Authority \(as in 1 other article\) and Ilka Maros \(1\)/);
    assert.ok(card.split(/\n+/).length <= 12, card);
    assert.match(await cardOf("visit.txt"), /2 people named Ivanov\*\* · this article does not say which/);
    const at = await ivanovIn("leak.txt");
    assert.deepEqual(
      (await server.request<EntityAt>(entityMethod.entityAt, { uri: at.textDocument.uri, position: at.position })).alternatives,
      [],
    );
  });

  it("follows him everywhere: definition, references, page, search", async () => {
    const at = await ivanovIn("leak.txt");
    const definition = await server.request<Location>("textDocument/definition", at);
    assert.equal(path.basename(definition.uri), "dam.txt");
    const references = await server.request<Location[]>("textDocument/references", { ...at, context: { includeDeclaration: true } });
    assert.deepEqual(references.map(({ uri }) => path.basename(uri)).sort(), ["dam.txt", "leak.txt"]);
    const profile = await server.request<EntityProfile>(entityMethod.entityProfile, { id: "PER:boris ivanov" });
    assert.deepEqual(profile.because, [
      {
        reason: "“Ivanov”: these articles name others that belong to this bearer of the name (Velmar Water Authority, Ilka Maros)",
        articles: 1,
      },
    ]);
    assert.equal(profile.occursWith.find(({ entity }) => entity.name === "Ilka Maros")?.articles, 2);
    const search = async (query: string): Promise<number> =>
      (
        await server.request<SearchResult>(searchMethod.search, {
          query,
          filters: [],
          dates: null,
          sort: "relevance",
          asker: "view",
          offset: 0,
          limit: 5,
        })
      ).total;
    await server.until(async () => (await search('person:"boris ivanov"')) === 2);
    assert.equal(await search('person:"sergei ivanov"'), 1);
    const names = (await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "ivanov", limit: 5 })).map(
      ({ name, articles }) => `${name} ${articles}`,
    );
    assert.deepEqual(names.sort(), ["Boris Ivanov 2", "Ivanov 1", "Sergei Ivanov 1"]);
  });

  it("thinks again when the company or the date of an article changes", async () => {
    await ivanovIn("leak.txt");
    await server.edit(uriOf("leak.txt"), files["leak.txt"].replace("2021", "1951"));
    await server.until(async () => (await whoIs("leak.txt")) === "Ivanov");
    await server.edit(uriOf("leak.txt"), files["leak.txt"]);
    await server.until(async () => (await whoIs("leak.txt")) === "Boris Ivanov");
    await server.edit(
      uriOf("leak.txt"),
      files["leak.txt"].replace("Ilka Maros", "Anna Tarnova").replace("Velmar Water Authority", "Harrow Music Society"),
    );
    await server.until(async () => (await whoIs("leak.txt")) === "Sergei Ivanov");
    assert.equal(await whoIs("visit.txt"), "Ivanov");
  });

  it("tells the command line the same", async () => {
    let text = "";
    const complaints: string[] = [];
    await run(["entities", "--json", folder.path], {
      write: (piece) => {
        text += piece;
        return Promise.resolve();
      },
      complain: (line) => complaints.push(line),
      width: 120,
    });
    assert.deepEqual(complaints, []);
    const { entities, mentions } = JSON.parse(text) as {
      entities: { id: string; mentions: number }[];
      mentions: { file: string; entity: string | null }[];
    };
    assert.deepEqual(
      entities
        .filter(({ id }) => id.endsWith("ivanov"))
        .map(({ id, mentions: count }) => `${id} ${count}`)
        .sort(),
      ["PER:boris ivanov 2", "PER:ivanov 1", "PER:sergei ivanov 1"],
    );
    assert.deepEqual(
      mentions
        .filter(({ entity }) => entity === "PER:boris ivanov")
        .map(({ file }) => file)
        .sort(),
      ["dam.txt", "leak.txt"],
    );
  });
});
