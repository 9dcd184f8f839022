import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import { method, type TreeChildren } from "../../src/protocol/corpus";
import { entityMethod, type EntitiesTree } from "../../src/protocol/entities";
import { searchMethod } from "../../src/protocol/search";
import { temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const signs = ["\u2028", "\u2029", "\u0085", "\u000b", "\u000c", "\u001b[31m", "\u202e", "\u2066", "\u0007", "\u009b1m"];
/** What no label may hold. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f]/u;
/** The fields that clients show as labels. */
const labels = new Set(["name", "detail", "title", "label", "containerName", "message", "tooltip"]);

function labelsIn(answer: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(answer)) for (const one of answer) labelsIn(one, found);
  else if (typeof answer === "object" && answer !== null) {
    for (const [key, value] of Object.entries(answer)) {
      if (typeof value === "string" && (labels.has(key) || key === "target")) found.push(value);
      else if (key !== "arguments" && key !== "data") labelsIn(value, found);
    }
  }
  return found;
}

const long = "Very ".repeat(600);
const article = (sign: string, at: number): string => `# Mayor${sign} Calder Resigns ${sign}Today after ${long}Talks ${at}

By Ines${sign} Calder, [The Harbour${sign} Gazette](#)

March ${1 + at}, 2021

PORT${sign} ELLERY, March ${1 + at} (Reuters) - Mayor Ines${sign} Calder of the Harbour${sign} Party said on Tuesday that the town council of Port${sign} Ellery would vote. Deputy Mayor Jon${sign} Aske of Tern${sign} Mill agreed.

"We have waited long enough," said Mayor Ines${sign} Calder after the vote with Jon${sign} Aske, the deputy${sign} mayor.

Original url:

<https://harbour.example/2021/a${sign}b>

Related articles:

- [Ferry${sign} Terminal Opens](#)
`;

describe("server: labels", function () {
  this.timeout(60_000);

  it("are one line of bounded length, with nothing unseen, on every surface of LSP", async () => {
    const files: Record<string, string> = {};
    for (const [at, sign] of signs.entries()) {
      files[`a${at}.txt`] = article(sign, at);
      // The same text once more: a near-duplicate.
      files[`b${at}.txt`] = article(sign, at).replace("Resigns", "To Resign");
    }
    const bundle = signs
      .map((sign, at) => `<<<FILE: ../x${sign.replaceAll(/[\n\r]/g, "")}y-${"long".repeat(200)}.txt>>>\n${article(sign, at)}`)
      .join("");
    files["all.bundle"] = bundle;
    const folder = await temporaryFolder(files);
    const server = await TestServer.start();
    try {
      await server.setFolders(folder.uri);
      await server.until(
        async () =>
          (await server.request<EntitiesTree>(entityMethod.entitiesTree, { kind: "PER", sort: "count", filter: "", offset: 0, limit: 5 }))
            .total > 0,
        40,
      );
      await server.until(async () => {
        const answer = await server
          .request<{ readonly isReady: boolean } | null>("corpusNavigator/relatedArticles", { uri: "", id: `${folder.uri}/a1.txt` })
          .catch(() => null);
        return answer === null || answer.isReady;
      }, 40);
      const answers: (readonly [string, unknown])[] = [];
      const ask = async (name: string, params: object): Promise<unknown> => {
        const answer = await server.request<unknown>(name, params);
        answers.push([name, answer]);
        return answer;
      };
      for (const [name, text] of Object.entries(files)) {
        const uri = `${folder.uri}/${name}`;
        const textDocument = { uri };
        await server.open(uri, text, name.endsWith("bundle") ? "news-bundle" : "news-article");
        const lines = text.split(/\r\n|\r|\n/);
        const line = lines.findIndex((one) => one.startsWith("PORT"));
        const position = { line, character: lines[line]!.indexOf("Calder") + 1 };
        await ask("textDocument/documentSymbol", { textDocument });
        await ask("textDocument/documentLink", { textDocument });
        await ask("textDocument/codeAction", {
          textDocument,
          range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } },
          context: { diagnostics: [] },
        });
        for (const lens of (await ask("textDocument/codeLens", { textDocument })) as object[]) await ask("codeLens/resolve", lens);
        for (const item of ((await ask("textDocument/prepareCallHierarchy", { textDocument, position })) as object[] | null) ?? []) {
          await ask("callHierarchy/outgoingCalls", { item });
          await ask("callHierarchy/incomingCalls", { item });
        }
        await server.until(() => server.diagnostics.has(uri) || name !== "all.bundle");
        answers.push([`diagnostics of ${name}`, server.diagnostics.get(uri)]);
      }
      for (const query of ["", "Calder", "Mayor", "Port", "Aske"]) await ask("workspace/symbol", { query });
      for (const by of ["publisher", "date", "folder", "story"]) {
        const { groups } = (await ask(method.articleGroups, { by, parent: null, filter: "" })) as TreeChildren;
        for (const { id } of groups)
          answers.push([
            `groups below ${by}`,
            (await server.request<TreeChildren>(method.articleGroups, { by, parent: id, filter: "" })).groups,
          ]);
      }
      const report = await server.request<{ readonly text: string }>(searchMethod.report, {
        query: "Calder",
        filters: [],
        dates: null,
        sort: "relevance",
        contexts: null,
      });
      for (const text of report.text.split("\n"))
        assert.doesNotMatch(text, /[\u000b\u000c\r\u0085\u2028\u2029\u001b\u0007]/, JSON.stringify(text.slice(0, 200)));
      for (const format of ["markdown", "csv"]) {
        const text = await server.request<string>(searchMethod.export, {
          query: "Calder",
          filters: [],
          dates: null,
          sort: "relevance",
          format,
        });
        if (format === "markdown") assert.doesNotMatch(text.replaceAll("\n", ""), unseen);
        assert.doesNotMatch(text, /<https?:[^>]*[\u0000-\u0020\u007f-\u009f\u2028-\u202e\u2066-\u206f][^>]*>/u);
      }
      let count = 0;
      for (const [name, answer] of answers) {
        for (const label of labelsIn(answer)) {
          count++;
          assert.doesNotMatch(label, unseen, `${name}: ${JSON.stringify(label.slice(0, 200))}`);
          assert.ok(
            label.length <=
              (name.startsWith("diagnostics") ? 1000 : name === "codeLens/resolve" || name === "textDocument/codeLens" ? 400 : 200) ||
              label.startsWith("file:"),
            `${name}: ${label.length}: ${label.slice(0, 60)}`,
          );
        }
      }
      assert.ok(count > 500, String(count));
    } finally {
      await server.dispose();
      await fs.rm(folder.path, { recursive: true });
    }
  });
});
