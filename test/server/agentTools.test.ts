import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import { agentTools } from "../../src/core/agent/toolList";
import { neverCancelled } from "../../src/core/util/cancellation";
import { openForAgents } from "../../src/cli/agentDoor";
import { agentMethod, type ToolAnswer } from "../../src/protocol/agent";
import { temporaryFolder } from "./fixtures";
import { quotationFiles } from "./quotationFixtures";
import { TestServer } from "./testServer";

describe("server: tools for agents", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };
  before(async function () {
    this.timeout(60_000);
    folder = await temporaryFolder(quotationFiles);
    server = await TestServer.start();
    await server.setFolders(folder.uri);
    await server.until(async () => /^\d+ articles/u.test((await ask("describe_corpus", {})).text), 60);
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  const ask = (tool: string, input: unknown): Promise<ToolAnswer> => server.request(agentMethod.ask, { tool, input });

  it("answer as the command line does", async function () {
    this.timeout(60_000);
    const terminal = { write: () => Promise.resolve(), complain: () => undefined, width: 120 };
    const corpus = await openForAgents(folder.path, { terminal, token: neverCancelled });
    const [id = ""] = Array.from(corpus.corpus.articles(), (record) => corpus.idOf(record));
    const name = corpus.door.library.corpus.articleCount > 0 ? "Kern" : "";
    const questions: readonly (readonly [string, object])[] = [
      ["describe_corpus", {}],
      ["lookup_name", { name }],
      ["find_quotations", {}],
      ["find_quotations", { speaker: "Marden" }],
      ["find_mentions", { entity: name }],
      ["read_article", { id }],
      ["related_articles", { id }],
      ["check_quote", { text: "we have waited long enough for this bridge", speaker: name }],
      ["search_articles", { query: "said:kern" }],
    ];
    for (const [tool, input] of questions) {
      const own = agentTools.find((one) => one.name === tool);
      const expected = await own?.ask(corpus, input, { nonce: "00000000", token: neverCancelled });
      const { text, isError } = await ask(tool, input);
      assert.equal(isError, false, text);
      assert.equal(text.replace(/(<\/?corpus )[0-9a-f]{8}>/gu, "$100000000>"), expected?.text, `${tool} ${JSON.stringify(input)}`);
    }
  });

  it("say what is wrong, as an answer", async () => {
    assert.deepEqual((await ask("read_article", { id: "../x.txt" })).isError, true);
    assert.match((await ask("search_articles", { query: 7 })).text, /^query: /u);
    assert.match((await ask("no_tool", {})).text, /^There is no tool/u);
  });
});
