import { equal, match, ok, rejects } from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import * as z from "zod/v4";
import type { AgentCorpus } from "../../../src/core/agent/agentCorpus";
import { type Answer, longestAnswer } from "../../../src/core/agent/answerText";
import { agentTools, instructions, output } from "../../../src/core/agent/toolList";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { openForAgents } from "../../../src/cli/agentDoor";
import { temporaryFolder } from "../../server/fixtures";

const samples = path.join(__dirname, "../../../samples");
const terminal = { write: () => Promise.resolve(), complain: () => undefined, width: 120 };

async function ask(corpus: AgentCorpus, name: string, args: object, token = neverCancelled): Promise<Answer> {
  const tool = agentTools.find((one) => one.name === name);
  ok(tool !== undefined, name);
  return await tool.ask(corpus, args, { nonce: "0badcafe", token });
}

const open = (folder: string): Promise<AgentCorpus> => openForAgents(folder, { terminal, token: neverCancelled });

describe("tools: what an agent is offered", () => {
  it("costs at most 2,500 tokens, descriptions and schemas and what is said before all", () => {
    const listed = agentTools.map(({ name, description, input }) => ({ name, description, inputSchema: z.toJSONSchema(input) }));
    // Counted at 3.5 characters a token, which is less than tokenizers of today need for JSON in English.
    ok(JSON.stringify(listed).length + instructions.length <= 2500 * 3.5, `${JSON.stringify(listed).length + instructions.length}`);
  });

  it("refuses what no tool takes, in a sentence", async () => {
    const corpus = await open(samples);
    for (const [name, args, sentence] of [
      ["search_articles", {}, /^query: /u],
      ["search_articles", { query: "x", limit: 21 }, /^limit: /u],
      ["search_articles", { query: "x", from: "May" }, /^from: /u],
      ["read_article", { id: "nowhere.txt" }, /^No article has the id “nowhere\.txt”/u],
      ["find_mentions", {}, /^Say which entity/u],
      ["find_mentions", { entity: "Qwxzyqqqq" }, /^No entity is called/u],
      ["check_quote", { text: "two words" }, /^At least three words/u],
      ["compare_outlets", { id: "nowhere.txt" }, /^No article has the id/u],
    ] as const)
      await rejects(ask(corpus, name, args), (error: Error) => sentence.test(error.message), `${name} ${JSON.stringify(args)}`);
  });
});

describe("tools: answers about the samples", () => {
  let corpus: AgentCorpus;
  let ids: readonly string[];
  before(async function () {
    this.timeout(60_000);
    corpus = await open(samples);
    ids = Array.from(corpus.corpus.articles(), (record) => corpus.idOf(record));
  });

  it("are bounded and match the schema, whatever is asked for", async function () {
    this.timeout(60_000);
    const calls: [string, object][] = [["describe_corpus", {}]];
    for (const query of ["the", "of", "lang:en", "a OR the OR of"]) calls.push(["search_articles", { query, limit: 20 }]);
    for (const id of ids.slice(0, 12)) calls.push(["read_article", { id }], ["related_articles", { id }]);
    for (const name of ["the", "Maros", "a"]) calls.push(["lookup_name", { name }], ["find_mentions", { phrase: name, limit: 40 }]);
    calls.push(["find_quotations", { limit: 40 }], ["find_mentions", { phrase: "the", limit: 40 }]);
    for (const [name, args] of calls) {
      const answer = await ask(corpus, name, args);
      ok(answer.text.length <= longestAnswer, `${name} ${JSON.stringify(args)}: ${answer.text.length}`);
      z.strictObject(output.shape).parse(answer.structured);
    }
  });

  it("go on by the cursor until each hit was given once", async function () {
    this.timeout(60_000);
    for (const [name, args] of [
      ["search_articles", { query: "the", limit: 7 }],
      ["find_quotations", { limit: 9 }],
      ["find_mentions", { phrase: "the", limit: 40 }],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      let listed = 0;
      let given = 0;
      do {
        const { structured, text } = await ask(corpus, name, { ...args, ...(cursor !== undefined && { cursor }) });
        const shown = text.match(/^<corpus 0badcafe>$/gmu)?.length ?? 0;
        const left = Number(/^(\d+) more: cursor/mu.exec(text)?.[1] ?? "0");
        seen.push(...(structured.ids ?? []));
        given += shown;
        if (cursor === undefined) listed = given + left;
        equal(given + left, listed, `${name}: what is left is counted`);
        cursor = structured.cursor;
      } while (cursor !== undefined);
      equal(given, listed, name);
      if (name === "search_articles") equal(new Set(seen).size, seen.length);
    }
  });

  it("end when they are cancelled", async () => {
    await rejects(ask(corpus, "search_articles", { query: "the" }, { isCancellationRequested: true }), /cancelled/iu);
    await rejects(ask(corpus, "find_quotations", {}, { isCancellationRequested: true }), /cancelled/iu);
  });
});

describe("tools: articles of a folder", () => {
  const story = (outlet: string, dead: number, more: string): string =>
    `Dam Bursts Above Velm\n\nBy [${outlet}](#)\n\nMay 3, 2021\n\nVELM (NBS) - A dam above the town of Velm burst on Monday after three days of rain, and the water tore down the mill bridge.\n\nThe flood killed ${dead} people in the lower town, Mayor Ilka Maros said. "We had no warning at all from the dam's keepers," Maros said.\n\nSoldiers brought boats to the market square, and the school of Velm took in those who had lost their houses.\n\n${more}\n`;
  let corpus: AgentCorpus;
  let folder = "";
  before(async () => {
    const made = await temporaryFolder({
      "a.txt": story("The Velm Courier", 12, "The railway to Tarn was closed until Friday."),
      "b.txt": story("Tarn Evening Post", 15, "The ministry in the capital promised money for a new dam wall."),
      "long.txt": `Endless Line\n\nBy [The Velm Courier](#)\n\nMay 4, 2021\n\n${"The council sat and spoke of nothing in particular. ".repeat(400)}END OF LINE.\n`,
    });
    folder = made.path;
    corpus = await open(folder);
  });
  after(() => fs.rm(folder, { recursive: true, force: true }));

  it("compares outlets: figures that differ, with their places", async () => {
    const { text, structured } = await ask(corpus, "compare_outlets", { id: "a.txt" });
    match(text, /^2 articles tell the same\./u);
    match(text, /\[1\] id a\.txt \| “Dam Bursts Above Velm”, The Velm Courier, 2021-05-03, a\.txt:1/u);
    match(text, /Figures differ \(person\):\n<corpus 0badcafe>\n\[1:9\]\t.*12[\s\S]*\[2:9\]\t.*15/u);
    match(text, /Only in \[2\]:\n<corpus 0badcafe>\n\[2:13\]\tThe ministry/u);
    equal(structured.citations?.length, 2);
    await rejects(ask(corpus, "compare_outlets", { id: "long.txt" }), /No other article tells the same/u);
  });

  it("reads a line of any length to its end", async () => {
    let text = "";
    let args: Record<string, unknown> = { id: "long.txt", limit: 3000 };
    for (let round = 0; round < 20 && !text.includes("END OF LINE."); round++) {
      const answer = await ask(corpus, "read_article", args);
      ok(answer.text.length <= 3800, String(answer.text.length));
      text += [...answer.text.matchAll(/^7\t(.*)$/gmu)].map(([, part]) => part).join("");
      const next = /from_line (\d+)(?: from_char (\d+))? /u.exec(answer.text);
      if (next === null) break;
      args = { ...args, from_line: Number(next[1]), from_char: Number(next[2] ?? "0") };
    }
    equal(
      text.replace(/\s/gu, "").length,
      `${"The council sat and spoke of nothing in particular. ".repeat(400)}END OF LINE.`.replace(/\s/gu, "").length,
    );
  });

  it("names the outlets that there are, where one is not", async () => {
    const { text } = await ask(corpus, "search_articles", { query: "dam", outlet: "The Nowhere Times" });
    match(text, /^0 articles match[\s\S]*Outlets of the corpus: .*The Velm Courier/u);
    match((await ask(corpus, "search_articles", { query: "dam", outlet: "Tarn Evening Post" })).text, /^1 articles match/u);
  });
});
