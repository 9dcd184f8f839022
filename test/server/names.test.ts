import assert from "node:assert/strict";
import { existsSync, promises as fs, readFileSync } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { CallHierarchyItem, DocumentHighlight, Hover, Location, WorkspaceSymbol } from "vscode-languageserver/node";
import { LineIndex } from "../../src/core/text/lineIndex";
import {
  entityMethod,
  correctionsPath,
  type EntitiesOfArticle,
  type EntitiesState,
  type EntitiesTree,
  type EntityArticles,
  type EntityArticlesParams,
  type EntityAt,
  type EntityProfile,
  type AdjacentMention,
  type EntitySummary,
  type CorrectionOperation,
  type CorrectionPreview,
  type Mentions,
} from "../../src/protocol/entities";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

/** Fictional people in a real-looking paper; the second article names two of one family name. */
const files = {
  "bridge.txt": `# Minister Opens Bridge

By [The Velm Courier](#)

May 3, 2021

Transport Minister Ilka Maros opened the bridge over the Rhine on Monday. "It is a good day for Germany," Maros said.

Her colleague Jonas Vael, head of the Rhine Authority, was not there. The United Nations sent no one.
`,
  "bank.txt": `# Bank Hires Former Minister

By [The Velm Courier](#)

June 9, 2021

Ilka Maros, the former transport minister, will join the Velmar Trade Bank (VTB), the bank said. The U.N. did not comment.

Maros did not want to speak about the German bridge.
`,
  "ivanovs.txt": `# Two Brothers Meet

By [The Velm Courier](#)

July 1, 2021

Boris Ivanov lives in Vienna. Sergei Ivanov came to see him. Ivanov said he was glad. Sergei Ivanov, a pianist, left for Berlin.
`,
  "other.txt": `# A Visit

By [The Velm Courier](#)

July 2, 2021

Ivanov came to Vienna on Tuesday and said nothing about his plans for the year, which had been the talk of the town.
`,
};

describe("server: names", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };
  let state: EntitiesState | null = null;
  let changes = 0;

  async function start(uri: string, count: number): Promise<void> {
    server = await TestServer.start();
    state = null;
    changes = 0;
    server.client.onNotification(entityMethod.entitiesState, (next: EntitiesState) => {
      state = next;
    });
    server.client.onNotification(entityMethod.entitiesChanged, () => {
      changes++;
    });
    await server.setFolders(uri);
    await server.until(() => state?.done === count && state.total === count && changes > 0);
  }

  beforeEach(async () => {
    folder = await temporaryFolder(files);
    await start(folder.uri, 4);
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  /** Opens a file; gives what a request at the `nth` place of a word needs. */
  async function at(
    name: string,
    word: string,
    nth = 0,
  ): Promise<{
    readonly textDocument: { readonly uri: string };
    readonly position: { readonly line: number; readonly character: number };
  }> {
    const uri = URI.file(path.join(folder.path, name)).toString();
    const text = await fs.readFile(path.join(folder.path, name), "utf8");
    await server.open(uri, text);
    let offset = -1;
    for (let seen = 0; seen <= nth; seen++) offset = text.indexOf(word, offset + 1);
    assert.notEqual(offset, -1, `${word} stands in ${name}`);
    return { textDocument: { uri }, position: new LineIndex(text).positionAt(offset + 1) };
  }

  async function hoverAt(name: string, word: string, nth = 0): Promise<string> {
    const hover = await server.request<Hover | null>("textDocument/hover", await at(name, word, nth));
    if (hover === null) return "";
    assert.ok(typeof hover.contents === "object" && "value" in hover.contents);
    return hover.contents.value.replace(/\(command:[^)]*\)/g, "").replace(/\\/g, "");
  }

  /** `file:line:column text` for a location, 1-based. */
  async function shown({ uri, range }: Location): Promise<string> {
    const text = await fs.readFile(URI.parse(uri).fsPath, "utf8");
    const lines = new LineIndex(text);
    return `${path.basename(URI.parse(uri).fsPath)}:${range.start.line + 1} ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
  }

  async function idOf(query: string): Promise<string> {
    const [first] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query, limit: 5 });
    assert.ok(first, `${query} is found`);
    return first.id;
  }

  async function correct(operation: CorrectionOperation): Promise<Exclude<CorrectionPreview, { error: string }>> {
    const preview = await server.request<CorrectionPreview>(entityMethod.correctEntity, { operation });
    assert.ok(!("error" in preview), JSON.stringify(preview));
    await server.client.sendNotification(entityMethod.correctionsChanged, { uri: preview.file, text: preview.text });
    return preview;
  }

  it("hovers a last name: who it is, where, with whom, and what other articles say", async () => {
    const card = await hoverAt("bridge.txt", "Maros", 1);
    assert.match(card, /^\*\*◉ Ilka Maros\*\* · person/);
    assert.match(card, /Transport Minister \(1×, 2021\)/);
    assert.match(card, /4 mentions in 2 articles/);
    assert.match(card, /“Ilka Maros, the former transport minister, will join/);
    assert.doesNotMatch(card, /opened the bridge/, "what the reader has before them is not told again");
    assert.ok(card.split(/\n+/).length <= 12, card);
  });

  it("hovers nationality words, acronyms, dates; and nothing on other words", async () => {
    assert.match(await hoverAt("bank.txt", "German"), /⌖ Germany\*\* · country/);
    assert.match(await hoverAt("bank.txt", "VTB"), /▣ Velmar Trade Bank\*\* · organization/);
    assert.match(await hoverAt("bank.txt", "U.N."), /▣ United Nations\*\*[^]*2 mentions in 2 articles/);
    assert.match(await hoverAt("bank.txt", "June"), /2021-06-09\*\* · Wednesday, 9 Jun 2021 · 1 article of that day/);
    assert.equal(await hoverAt("bank.txt", "speak"), "");
  });

  it("says so where a name has two bearers, and offers both", async () => {
    const card = await hoverAt("other.txt", "Ivanov");
    assert.match(card, /2 people named Ivanov/);
    assert.match(card, /Boris Ivanov/);
    assert.match(card, /Sergei Ivanov\]? · pianist/);
    const answer = await server.request<EntityAt | null>(entityMethod.entityAt, {
      uri: (await at("other.txt", "Ivanov")).textDocument.uri,
      position: (await at("other.txt", "Ivanov")).position,
    });
    assert.deepEqual(answer?.alternatives.map((one) => one.name).sort(), ["Boris Ivanov", "Sergei Ivanov"]);
  });

  it("goes to where a name is introduced with its role, and finds all its mentions", async () => {
    const place = await at("bank.txt", "Maros", 1);
    const definition = await server.request<Location>("textDocument/definition", place);
    assert.equal(await shown(definition), "bridge.txt:7 Ilka Maros");
    const references = await server.request<Location[]>("textDocument/references", { ...place, context: { includeDeclaration: true } });
    assert.deepEqual(await Promise.all(references.map(shown)), [
      "bank.txt:7 Ilka Maros",
      "bank.txt:9 Maros",
      "bridge.txt:7 Ilka Maros",
      "bridge.txt:7 Maros",
    ]);
    assert.ok(await server.request<Location | null>("textDocument/implementation", place));
  });

  it("marks the mentions of the same one in the article, and goes from one to the next", async () => {
    const place = await at("ivanovs.txt", "Sergei");
    const highlights = await server.request<DocumentHighlight[]>("textDocument/documentHighlight", place);
    assert.deepEqual(
      highlights.map(({ range }) => range.start.line + 1),
      [7, 7, 7],
    );
    const next = await server.request<AdjacentMention>(entityMethod.nextMention, { uri: place.textDocument.uri, position: place.position });
    assert.deepEqual([next.index, next.count], [2, 3]);
    const previous = await server.request<AdjacentMention>(entityMethod.previousMention, {
      uri: place.textDocument.uri,
      position: place.position,
    });
    assert.equal(previous.index, 3);
  });

  it("finds entities by alias, by a slip of a key, and articles, as workspace symbols", async () => {
    const names = async (query: string): Promise<string[]> =>
      (await server.request<WorkspaceSymbol[]>("workspace/symbol", { query })).map((symbol) => symbol.name);
    assert.ok((await names("vtb")).includes("Velmar Trade Bank (VTB)"));
    assert.ok((await names("maros")).includes("Ilka Maros"));
    assert.ok((await names("marps")).includes("Ilka Maros (≈ marps)"), "a client leaves out what has not the letters that were typed");
    assert.ok((await names("two brothers")).includes("Two Brothers Meet"));
  });

  it("tells who occurs with whom", async () => {
    const [item] = await server.request<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", await at("bridge.txt", "Vael"));
    assert.equal(item?.name, "Jonas Vael");
    const calls = await server.request<{ to: CallHierarchyItem }[]>("callHierarchy/outgoingCalls", { item });
    assert.ok(calls.some(({ to }) => to.name === "Ilka Maros"));
  });

  it("lists kinds and entities, the entities of an article, profiles and contexts", async () => {
    const tree = await server.request<EntitiesTree>(entityMethod.entitiesTree, {
      kind: "PER",
      sort: "usefulness",
      filter: "",
      offset: 0,
      limit: 50,
    });
    assert.equal(tree.entities[0]?.name, "Ilka Maros");
    assert.deepEqual(
      tree.kinds.map(({ kind }) => kind),
      ["PER", "ORG", "LOC"],
    );
    const filtered = await server.request<EntitiesTree>(entityMethod.entitiesTree, {
      kind: "PER",
      sort: "name",
      filter: "ivan",
      offset: 0,
      limit: 50,
    });
    assert.deepEqual(
      filtered.entities.map(({ name }) => name),
      ["Boris Ivanov", "Ivanov", "Sergei Ivanov"],
    );
    const { textDocument } = await at("bank.txt", "Maros");
    const ofArticle = await server.request<EntitiesOfArticle>(entityMethod.entitiesOfArticle, { uri: textDocument.uri });
    assert.ok(ofArticle.entities.some(({ entity, mentions }) => entity.name === "Ilka Maros" && mentions === 2));
    const id = await idOf("maros");
    const profile = await server.request<EntityProfile>(entityMethod.entityProfile, { id });
    assert.deepEqual(profile.roles.map(({ phrase }) => phrase).sort(), ["Transport Minister", "former transport minister"]);
    assert.deepEqual(
      profile.because.map(({ reason, articles }) => [reason, articles]),
      [["“Maros” stands near “Ilka Maros”", 2]],
    );
    assert.deepEqual(
      profile.sentences.map(({ text, range }) => `${range.start.line + 1} ${text.slice(0, 24)}`).sort(),
      ["7 Ilka Maros, the former t", "7 Transport Minister Ilka ", '7 "It is a good day for Ge', "9 Maros did not want to sp"].sort(),
    );
    const { mentions, total } = await server.request<Mentions>(entityMethod.mentionsOfEntity, { id, offset: 1, limit: 2 });
    assert.equal(total, 4);
    assert.deepEqual(
      mentions.map(({ before, text, after }) => `${before}[${text}]${after.slice(0, 12)}`),
      ["[Maros] did not wan", "Transport Minister [Ilka Maros] opened the "],
    );
  });

  it("lists the articles of an entity, the newest or those that tell most about it first", async () => {
    await fs.writeFile(
      path.join(folder.path, "maros.txt"),
      files["bridge.txt"].replace("Minister Opens Bridge", "Ilka Maros Opens Bridge").replace("May 3, 2021", "May 3, 2019"),
    );
    await server.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: URI.file(path.join(folder.path, "maros.txt")).toString(), type: 1 }],
    });
    const id = await idOf("maros");
    const titles = async (order?: EntityArticlesParams["order"]): Promise<string[]> => {
      const { articles } = await server.request<EntityArticles>(entityMethod.entityArticles, {
        id,
        offset: 0,
        limit: 10,
        ...(order && { order }),
      });
      return articles.map(({ article }) => article.displayTitle);
    };
    await server.until(async () => (await titles()).length === 3);
    assert.deepEqual(await titles(), ["Bank Hires Former Minister", "Minister Opens Bridge", "Ilka Maros Opens Bridge"]);
    assert.equal((await titles("telling"))[0], "Ilka Maros Opens Bridge");
  });

  it("follows an edit, before and after the index has it", async () => {
    const { textDocument } = await at("other.txt", "Ivanov");
    const text = files["other.txt"].replace("Ivanov came", "Boris Ivanov came");
    await server.edit(textDocument.uri, text);
    const position = new LineIndex(text).positionAt(text.indexOf("Boris") + 2);
    const found = await server.request<EntityAt>(entityMethod.entityAt, { uri: textDocument.uri, position });
    assert.equal(found.entity.name, "Boris Ivanov");
    await server.until(
      async () => (await server.request<EntityAt>(entityMethod.entityAt, { uri: textDocument.uri, position })).entity.articles === 2,
    );
  });

  it("merges what a reader says is one: at once, in a readable file, and undone with it", async () => {
    const boris = await idOf("boris ivanov");
    const preview = await correct({ type: "merge", ids: [await idOf("sergei ivanov")], into: boris });
    assert.equal(path.basename(path.dirname(URI.parse(preview.file).fsPath)), ".corpus");
    // Before it is done, and once it is.
    assert.match(preview.summary, /^Sergei Ivanov \(.*\) will be one with Boris Ivanov \(.*\): (\d+ mentions) in all\.$/);
    assert.match(preview.done, /^Merged Sergei Ivanov into Boris Ivanov: \d+ mentions in all\.$/);
    assert.match(preview.text, /^#[^]*version: 1\nmerge:\n {2}- kind: person\n {4}into: Boris Ivanov\n {4}names:\n {6}- Sergei Ivanov\n$/);
    assert.deepEqual(
      preview.after.map(({ name, mentions }) => [name, mentions]),
      [["Boris Ivanov", 4]],
    );
    await server.until(async () => (await server.request<EntitySummary>(entityMethod.entitySummary, { id: boris })).mentions === 4);
    assert.deepEqual((await server.request<EntityProfile>(entityMethod.entityProfile, { id: boris })).corrections, [
      "Merged: Sergei Ivanov.",
    ]);
    await server.client.sendNotification(entityMethod.correctionsChanged, { uri: preview.file, text: null });
    await server.until(async () => (await server.request<EntitySummary>(entityMethod.entitySummary, { id: boris })).mentions !== 4);
  });

  it("pins, splits, renames, changes the kind and hides", async () => {
    const counts = (summaries: readonly EntitySummary[]): string[] =>
      summaries.map(({ name, mentions, articles }) => `${name} ${mentions} in ${articles}`).sort();
    const pinned = await correct({ type: "pin", form: "Ivanov", id: await idOf("sergei ivanov") });
    assert.deepEqual(counts(pinned.after), ["Sergei Ivanov 4 in 2"]);
    assert.match(await hoverAt("other.txt", "Ivanov"), /Sergei Ivanov\*\*[^]*4 mentions in 2 articles/);
    const split = await correct({ type: "split", id: await idOf("ilka maros"), form: "Maros" });
    assert.deepEqual(counts(split.after), ["Ilka Maros 2 in 2", "Maros 2 in 2"]);
    assert.deepEqual(
      counts(await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "maros", limit: 5 })),
      counts(split.after),
    );
    assert.match(await hoverAt("bank.txt", "Maros", 1), /◉ Maros\*\*[^]*2 mentions in 2 articles/);
    await correct({ type: "rename", id: await idOf("velmar trade bank"), name: "The Trade Bank" });
    assert.match(await hoverAt("bank.txt", "VTB"), /The Trade Bank/);
    await correct({ type: "kind", id: await idOf("vienna"), kind: "EVENT" });
    assert.match(await hoverAt("other.txt", "Vienna"), /◆ Vienna\*\* · event/);
    const { text } = await correct({ type: "hide", id: await idOf("vienna") });
    assert.equal(await hoverAt("other.txt", "Vienna"), "");
    assert.equal(text.match(/^\w+:/gm)?.join(" "), "version: pin: split: rename: kind: hide:");
  });

  it("reads the file of the folder, and marks lines that it does not understand without losing the others", async () => {
    await server.dispose();
    const file = path.join(folder.path, correctionsPath);
    await fs.mkdir(path.dirname(file));
    await fs.writeFile(
      file,
      "version: 1\nmerge:\n  - kind: person\n    into: Boris Ivanov\n    names: [Sergei Ivanov]\n  - kind: ghost\n    into: X\n    names: [Y]\nmarry: []\n",
    );
    await start(folder.uri, 4);
    const uri = URI.file(file).toString();
    await server.until(() => server.diagnostics.has(uri));
    assert.deepEqual(
      server.diagnostics
        .get(uri)
        ?.diagnostics.map(({ range, message }) => `${range.start.line + 1} ${typeof message === "string" ? message : message.value}`)
        .sort(),
      [
        '6 "kind" has to be person, organization, place or event.',
        '9 "marry" means nothing here; the lists are merge, split, pin, rename, kind, hide.',
      ],
    );
    assert.equal((await server.request<EntitySummary>(entityMethod.entitySummary, { id: await idOf("boris ivanov") })).mentions, 4);
  });

  it("shows corpus text as text, whatever it holds", async () => {
    await server.dispose();
    await fs.writeFile(
      path.join(folder.path, "hostile.txt"),
      `# Minister Writes a Letter\n\nBy [The Velm Courier](#)\n\nMay 4, 2021\n\nTransport Minister Ilka Maros wrote [click](command:evil) <img src=x> ![x](http://e.example/x.png) $(bug) **loud** on Monday, she said.\n\nThe ministry in Velm did not comment on the matter, which had been the talk of the town for most of the week.\n\n"We have nothing to add," said a spokesman for the ministry on Tuesday. He spoke to reporters after a meeting of the government, which lasted three hours.\n\nThe letter was first reported by a newspaper in Vienna last week.\n`,
    );
    await start(folder.uri, 5);
    const hover = await server.request<Hover>("textDocument/hover", await at("bank.txt", "Maros"));
    const { value } = hover.contents as { value: string };
    assert.match(value, /\\\[click\\\]\(?\\?\(?command\\:evil/);
    assert.doesNotMatch(value, /<img|(?<!\\)!\[|(?<!\\)\$\(|\]\(command:evil/);
    for (const [, command] of value.matchAll(/\]\(command:([\w.]+)/g)) assert.ok(command?.startsWith("corpusNavigator."));
  });
});

const seeds = path.join(__dirname, "../../../shared/seeds");

describe("server: names of the seeds", () => {
  it("knows who is who", async function () {
    if (!existsSync(seeds)) this.skip();
    const server = await TestServer.start();
    let state: EntitiesState | null = null as EntitiesState | null;
    let changes = 0;
    server.client.onNotification(entityMethod.entitiesState, (next: EntitiesState) => {
      state = next;
    });
    server.client.onNotification(entityMethod.entitiesChanged, () => {
      changes++;
    });
    await server.setFolders(URI.file(seeds).toString());
    await server.until(() => state?.done === 5 && changes > 0);
    const [lavrov] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "Lavrof", limit: 1 });
    assert.deepEqual([lavrov?.name, lavrov?.role, lavrov?.mentions, lavrov?.articles], ["Sergei Lavrov", "Foreign Minister", 9, 3]);
    const [assad] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "assad", limit: 1 });
    assert.deepEqual([assad?.name, assad?.aliases, assad?.articles], ["Bashar al-Assad", ["Assad", "Bashar Assad"], 5]);
    const [fsb] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "FSB", limit: 1 });
    assert.equal(fsb?.name, "Federal Security Service");
    const [un] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "UN", limit: 1 });
    assert.deepEqual([un?.name, [...(un?.aliases ?? [])].sort()], ["United Nations", ["U.N.", "UN"]]);
    const [geneva] = await server.request<EntitySummary[]>(entityMethod.findEntities, { query: "geneva-2", limit: 1 });
    assert.equal(geneva?.kind, "EVENT");
    const name = "004_6d7a2d16d7b5311a.txt";
    const uri = URI.file(path.join(seeds, name)).toString();
    const text = readFileSync(path.join(seeds, name), "utf8");
    await server.open(uri, text);
    const position = new LineIndex(text).positionAt(text.indexOf("Ukraine") + 1);
    assert.equal(
      await server.request("textDocument/hover", { textDocument: { uri }, position }),
      null,
      "an appeal for donations names nobody",
    );
    await server.dispose();
  });
});
