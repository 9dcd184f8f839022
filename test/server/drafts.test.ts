import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import { CancellationTokenSource } from "vscode-languageserver";
import { draftMethod, type CheckedPassage, type CheckTextParams, type CheckTextResult } from "../../src/protocol/drafts";
import { searchMethod, type SearchResult } from "../../src/protocol/search";
import { temporaryFolder } from "./fixtures";
import { quotationFiles } from "./quotationFixtures";
import { TestServer } from "./testServer";

describe("server: drafts", function () {
  this.timeout(60_000);
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  before(async () => {
    folder = await temporaryFolder(quotationFiles);
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    const search = { query: "said:marden", filters: [], dates: null, sort: "oldest", asker: "view", offset: 0, limit: 20 };
    await server.until(async () => (await server.request<SearchResult>(searchMethod.search, search)).total === 3, 40);
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  const check = (text: string, uri = "untitled:draft"): Promise<CheckTextResult> =>
    server.request(draftMethod.checkText, { uri, text, written: null } satisfies CheckTextParams);
  /** The passage of a text that has these words. */
  const passage = async (text: string, words: string): Promise<CheckedPassage> => {
    const { passages } = await check(text);
    const found = passages.find((one) => one.text.includes(words));
    assert.ok(found, JSON.stringify(passages));
    assert.equal(text.slice(found.start, found.end), found.text);
    return found;
  };
  const file = (uri: string | undefined): string => uri?.slice(folder.uri.length + 1) ?? "";

  it("a quotation that stands there is verbatim, with its places, the earliest first", async () => {
    const { verdict, evidence } = await passage(
      "“The ferry will sail to Lissen before the end of May,” Ilse Marden said.",
      "The ferry will sail",
    );
    assert.equal(verdict, "verbatim");
    assert.deepEqual(
      evidence.map(({ uri, date, source }) => [file(uri), date, source]),
      [
        ["courier.txt", "2021-05-03", "The Lissen Courier"],
        ["herald.txt", "2021-05-04", "Korvat Herald"],
      ],
    );
    assert.deepEqual(evidence[0]?.range.start, { line: 10, character: 1 });
  });

  it("an altered one has what differs and the words of the source between its own marks", async () => {
    const { verdict, wording, evidence } = await passage(
      "“We have waited for it too long, and nobody will wait another summer.” — Ilse Marden",
      "We have waited",
    );
    assert.equal(verdict, "altered");
    assert.equal(wording, "We have waited for it long enough, and nobody will wait another summer.");
    assert.deepEqual(
      evidence[0]?.diff?.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind}: ${text}`),
      ["source: long enough", "draft: too long"],
    );
  });

  it("one of somebody else says of whom", async () => {
    const { verdict, note } = await passage(
      "“We have waited for it long enough, and nobody will wait another summer,” Tobias Kern said.",
      "We have waited",
    );
    assert.deepEqual([verdict, note], ["somebody-else", "The corpus has these words from Ilse Marden."]);
  });

  it("a name in other letters has the letters of the corpus, a figure its figure", async () => {
    const name = await passage("The mayor, Ilse Mardan, opened the new pier.", "Mardan");
    assert.deepEqual([name.verdict, name.wording], ["spelled-otherwise", "Ilse Marden"]);
    const figure = await passage("The work on the pier cost 3.4 million crowns, twice as much as the council had expected.", "3.4 million");
    assert.equal(figure.verdict, "other-figure");
    assert.match(figure.wording ?? "", /^2\.4 million/u);
  });

  it("what the corpus lacks is not called wrong", async () => {
    const found = await passage("“Seven violet ladders sang about marble all night,” Ilse Marden said.", "violet ladders");
    assert.deepEqual([found.verdict, found.evidence], ["not-in-corpus", []]);
    assert.ok(!/wrong|false|error/iu.test(found.note), found.note);
  });

  it("a file of the corpus is no evidence for itself", async () => {
    const { passages } = await check(quotationFiles["post.txt"], `${folder.uri}/post.txt`);
    const own = passages.find(({ text }) => text.includes("the engine arrived broken"));
    assert.equal(own?.verdict, "not-in-corpus");
    const { passages: again } = await check(quotationFiles["post.txt"]);
    assert.equal(again.find(({ text }) => text.includes("the engine arrived broken"))?.verdict, "verbatim");
  });

  it("hostile words come back as they are, in one line", async () => {
    const { verdict, evidence } = await passage("“[Click me](command:evil) <img src=x> the engine arrived broken,” Kern said.", "Click me");
    assert.ok(verdict === "verbatim" || verdict === "altered", verdict);
    assert.ok(evidence.length > 0 && evidence.every(({ text }) => !text.includes("\n")));
  });

  it("ends when it is cancelled", async () => {
    const text = "“The ferry will sail to Lissen before the end of May,” Ilse Marden said. It cost 3 million crowns.\n\n".repeat(400);
    const source = new CancellationTokenSource();
    const asked = server.client.sendRequest(draftMethod.checkText, { uri: "untitled:long", text, written: null }, source.token);
    setTimeout(() => {
      source.cancel();
    }, 50);
    await assert.rejects(asked);
  });

  it("answers other questions meanwhile", async () => {
    const text = "“The ferry will sail to Lissen before the end of May,” Ilse Marden said. It cost 3 million crowns.\n\n".repeat(150);
    const state = { isDone: false, between: 0 };
    const answered = (): boolean => state.isDone;
    const asked = check(text).finally(() => {
      state.isDone = true;
    });
    while (!answered()) {
      await server.request(searchMethod.suggestions, { query: "fer", cursor: 3 });
      if (!answered()) state.between++;
    }
    assert.ok((await asked).passages.length >= 300);
    assert.ok(state.between > 3, String(state.between));
  });
});
