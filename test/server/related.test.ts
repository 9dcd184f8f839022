import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { CodeLens, DocumentLink, Hover, Location } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { relatedTitle } from "../../src/server/features/relatedLenses";
import { relatedMethod, type ArticleBody, type RelatedAnswer, type StoriesAnswer, type StoryAnswer } from "../../src/protocol/related";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const samples = URI.file(path.resolve("samples")).toString();
const seeds = path.resolve("../shared/seeds");

describe("related articles in the language server", function () {
  this.timeout(60_000);
  let server: TestServer;

  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  const related = async (uri: string, position?: { line: number; character: number }): Promise<RelatedAnswer> => {
    let answer = null as RelatedAnswer | null;
    await server.until(async () => {
      answer = await server.request<RelatedAnswer | null>(
        relatedMethod.relatedArticles,
        position === undefined ? { uri } : { uri, position },
      );
      return answer?.isReady === true;
    }, 50);
    assert.ok(answer !== null);
    return answer;
  };
  const titles = (articles: readonly { readonly displayTitle: string }[]): string[] => articles.map(({ displayTitle }) => displayTitle);

  it("answers with what is listed, related and the same text, each with reasons", async () => {
    await server.setFolders(samples);
    const answer = await related(`${samples}/lissen-courier/ardelia-kestrovia-to-meet-in-geneva.txt`);
    const [copy] = answer.duplicates;
    assert.equal(answer.duplicates.length, 1);
    assert.equal(copy?.article.uri, `${samples}/interlake/7d40e2b9c85a1f63.txt`);
    assert.equal(copy.original, "other");
    assert.equal(copy.kind, "edited");
    assert.ok(answer.related.length > 0 && answer.related.length <= 5);
    for (const { article, reasons } of answer.related) {
      assert.notEqual(article.id, answer.article.id);
      assert.notEqual(article.id, copy.article.id);
      assert.match(reasons.join("; "), /shares .+; .*(?:earlier|later|same day|undated)/);
    }
  });

  it("is not ready before it is known which folders are the corpus, and says when it is", async () => {
    const text = readFileSync("samples/lissen-courier/former-governor-hallam-jailed.txt", "utf8");
    const { uri } = await temporaryFolder({ "a.txt": text });
    let changes = 0;
    server.client.onNotification(relatedMethod.relatedChanged, () => {
      changes++;
    });
    const ask = (): Promise<RelatedAnswer | null> =>
      server.request<RelatedAnswer | null>(relatedMethod.relatedArticles, { uri: `${uri}/a.txt` });
    const lens = async (): Promise<string | undefined> => {
      const [first] = (await server.request<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: `${uri}/a.txt` } })) ?? [];
      return first && (await server.request<CodeLens>("codeLens/resolve", first)).command?.title;
    };
    await server.open(`${uri}/a.txt`, text);
    // The text is taken in and compared, with itself alone.
    await server.until(async () => changes > 0 && (await lens()) !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual([(await ask())?.isReady, await lens()], [false, "Looking for related articles…"]);
    const before = changes;
    await server.setFolders();
    await server.until(() => changes > before);
    await server.until(async () => (await ask())?.isReady === true);
    assert.equal(await lens(), "No related articles");
  });

  it("has a lens above each headline from the moment a document is opened, and on the same line later", async () => {
    const uri = `${samples}/lissen-courier/former-governor-hallam-jailed.txt`;
    const lines = async (): Promise<number[]> =>
      ((await server.request<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri } })) ?? []).map(
        ({ range }) => range.start.line,
      );
    await server.open(uri, readFileSync(new URL(uri), "utf8"));
    const [first, ...others] = await lines();
    assert.equal(others.length, 0);
    await server.setFolders(samples);
    await related(uri);
    const later = new Set(await lines());
    assert.deepEqual([...later], [first]);
  });

  it("follows edits that are not saved, and forgets what has gone", async () => {
    const text = readFileSync("samples/lissen-courier/former-governor-hallam-jailed.txt", "utf8");
    const folder = await temporaryFolder({ "a.txt": text, "b.txt": text.replace("Jailed", "Imprisoned") });
    await server.setFolders(folder.uri);
    const uri = `${folder.uri}/a.txt`;
    assert.deepEqual(
      (await related(uri)).duplicates.map(({ article }) => article.uri),
      [`${folder.uri}/b.txt`],
    );
    await server.open(uri, text);
    await server.edit(uri, readFileSync("samples/nbs-news/first-vaccines-reach-stenna.txt", "utf8"));
    await server.until(async () => (await related(uri)).duplicates.length === 0);
    await server.edit(uri, text);
    await server.until(async () => (await related(uri)).duplicates.length === 1);
  });

  it("links listed titles, tolerates small differences, and says what is not in the corpus", async () => {
    const article = (headline: string, listed: string): string =>
      `${headline}\n\nBy [The Harbour Gazette](#)\n\nMarch 3, 2021\n\nThe council of Port Ellery met on Tuesday about ${headline.toLowerCase()}.\n\nRelated articles:\n\n- [${listed}](#)\n`;
    const folder = await temporaryFolder({
      "a.txt": article("Ferry Terminal to Reopen After Four Years", "Mayor Calder Wins a Third Term in Port Ellery"),
      "b.txt": article("Mayor Calder Wins Third Term in Port Ellery", "Lighthouse Keeper Retires"),
    });
    await server.setFolders(folder.uri);
    const a = await related(`${folder.uri}/a.txt`);
    assert.deepEqual(
      a.listed.map(({ articles }) => titles(articles)),
      [["Mayor Calder Wins Third Term in Port Ellery"]],
    );
    const b = await related(`${folder.uri}/b.txt`);
    assert.deepEqual(titles(b.listedBy), ["Ferry Terminal to Reopen After Four Years"]);
    assert.deepEqual(
      b.listed.map(({ articles }) => articles.length),
      [0],
    );

    for (const name of ["a", "b"])
      await server.open(
        `${folder.uri}/${name}.txt`,
        name === "a"
          ? article("Ferry Terminal to Reopen After Four Years", "Mayor Calder Wins a Third Term in Port Ellery")
          : article("Mayor Calder Wins Third Term in Port Ellery", "Lighthouse Keeper Retires"),
      );
    const at = a.listed[0]?.range.start ?? { line: 0, character: 0 };
    const position = { line: at.line, character: at.character + 2 };
    const links = await server.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: `${folder.uri}/a.txt` } });
    assert.ok(
      links.some(({ target }) => target === `${folder.uri}/b.txt#L1,1`),
      JSON.stringify(links),
    );
    const definition = await server.request<Location[]>("textDocument/definition", {
      textDocument: { uri: `${folder.uri}/a.txt` },
      position,
    });
    assert.deepEqual(
      definition.map(({ uri }) => uri),
      [`${folder.uri}/b.txt`],
    );
    const hover = await server.request<Hover | null>("textDocument/hover", { textDocument: { uri: `${folder.uri}/b.txt` }, position });
    assert.match(JSON.stringify(hover?.contents), /Not in this corpus/);
  });

  it("links titles in running text too, counts them as listed, and leaves names to their own hover", async () => {
    const mayor =
      "Mayor Calder Wins Third Term\n\nBy [The Harbour Gazette](#)\n\nMarch 3, 2021\n\nInes Calder was confirmed on Tuesday, two years after [Ferry Terminal to Reopen After Four Years](#) was news. [Ines Calder](#) [kept silent](#).\n";
    const folder = await temporaryFolder({
      "a.txt": mayor,
      "b.txt":
        "Ferry Terminal to Reopen After Four Years\n\nMarch 5, 2019\n\nThe ferry terminal of Port Ellery will reopen, the council said on Tuesday.\n",
    });
    await server.setFolders(folder.uri);
    const a = await related(`${folder.uri}/a.txt`);
    assert.deepEqual(
      a.listed.map(({ title, articles }) => [title, articles.length]),
      [["Ferry Terminal to Reopen After Four Years", 1]],
    );
    assert.deepEqual(titles((await related(`${folder.uri}/b.txt`)).listedBy), ["Mayor Calder Wins Third Term"]);
    const uri = `${folder.uri}/a.txt`;
    await server.open(uri, mayor);
    const line = mayor.split("\n").findIndex((text) => text.startsWith("Ines"));
    const hoverAt = async (words: string): Promise<string> => {
      const character = (mayor.split("\n")[line] ?? "").lastIndexOf(words) + 2;
      const hover = await server.request<Hover | null>("textDocument/hover", { textDocument: { uri }, position: { line, character } });
      return JSON.stringify(hover?.contents);
    };
    assert.match(await hoverAt("Ferry Terminal"), /5 Mar 2019/);
    assert.match(await hoverAt("kept silent"), /Not in this corpus/);
    await server.until(async () => (await hoverAt("Ines Calder")).includes("person"));
  });

  it("puts lenses and a hint above the headline, and switches the hint off", async () => {
    await server.setFolders(samples);
    const uri = `${samples}/lissen-courier/former-governor-hallam-jailed.txt`;
    await related(uri);
    await server.open(uri, readFileSync("samples/lissen-courier/former-governor-hallam-jailed.txt", "utf8"));
    const lenses = await server.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    assert.equal(lenses.length, 2);
    assert.match(lenses[0]?.command?.title ?? "", /^Near-duplicate of Former Ardelian central bank governor.* · Interlake · 5 Jul 2024/);
    const resolved = await server.client.sendRequest<CodeLens>("codeLens/resolve", lenses[1]);
    assert.match(resolved.command?.title ?? "", /^\d related$/);
    const hints = (): number => server.diagnostics.get(uri)?.diagnostics.filter(({ code }) => code === "near-duplicate").length ?? 0;
    await server.until(() => hints() === 1);
    await server.client.sendNotification("workspace/didChangeConfiguration", { settings: { duplicateHints: false } });
    await server.until(() => hints() === 0);
  });

  it("gives bodies without headers for a comparison", async () => {
    await server.setFolders(samples);
    const { duplicates } = await related(`${samples}/lissen-courier/former-governor-hallam-jailed.txt`);
    const body = await server.request<ArticleBody | null>(relatedMethod.articleBody, { id: duplicates[0]?.article.id ?? "" });
    assert.match(body?.text ?? "", /^Former Ardelian central bank governor/);
    assert.doesNotMatch(body?.text ?? "", /\(Interlake\)/);
  });

  it("tells the stories of the samples; the railway deal is not the talks", async () => {
    await server.setFolders(samples);
    await related(`${samples}/lissen-courier/former-governor-hallam-jailed.txt`);
    let answer: StoriesAnswer | undefined;
    await server.until(async () => {
      answer = await server.request<StoriesAnswer>(relatedMethod.stories, { limit: 10 });
      return answer.isReady;
    }, 30);
    const stories = await Promise.all(
      (answer?.stories ?? []).map(({ id }) => server.request<StoryAnswer | null>(relatedMethod.storyArticles, { id })),
    );
    const tarlen = stories.find((story) => story?.articles.some(({ displayTitle }) => displayTitle.startsWith("Tarlen Conference Opens")));
    assert.equal(tarlen?.articles.length, 17);
    assert.deepEqual(
      titles(tarlen.articles).filter((title) => /Railway|Hallam|vaccin/i.test(title)),
      [],
    );
  });

  it("has the stories of a small corpus before anybody asks for them", async () => {
    let told = 0;
    server.client.onNotification(relatedMethod.relatedChanged, () => {
      told = Date.now();
    });
    await server.setFolders(samples);
    await server.until(() => told > 0 && Date.now() - told > 4000, 50);
    const answer = await server.request<StoriesAnswer>(relatedMethod.stories, { limit: 10 });
    assert.equal(answer.total, 3);
  });

  it("ranks the seeds as a careful editor would", async function () {
    if (!existsSync(seeds)) this.skip();
    const folder = URI.file(seeds).toString();
    await server.setFolders(folder);
    const answer = await related(`${folder}/000_307e275ac3dd2876.txt`);
    assert.deepEqual(
      answer.related.map(({ article }) => path.basename(article.uri).slice(0, 3)),
      ["001", "003", "004"],
    );
    assert.deepEqual(
      answer.duplicates.map(({ article, original }) => [path.basename(article.uri).slice(0, 3), original]),
      [["002", "other"]],
    );
    const listing = await related(`${folder}/003_01af0dd250e9ef89.txt`);
    assert.deepEqual(
      listing.listed.map(({ articles }) => articles.length),
      [0, 0, 0],
    );
  });

  it("says above a headline that nothing is related only when it has looked", async () => {
    const text = readFileSync("samples/lissen-courier/former-governor-hallam-jailed.txt", "utf8");
    const folder = await temporaryFolder({ "a.txt": text });
    await server.setFolders(folder.uri);
    const uri = `${folder.uri}/a.txt`;
    await related(uri);
    const [lens] = await server.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    assert.equal((await server.client.sendRequest<CodeLens>("codeLens/resolve", lens)).command?.title, "No related articles");
    assert.deepEqual(
      [relatedTitle(0, true), relatedTitle(0, false), relatedTitle(3, false)],
      ["No related articles", "Looking for related articles…", "3 related"],
    );
  });
});
