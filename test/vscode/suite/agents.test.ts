import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { namesRead } from "./names";
import { until } from "./support";

describe("Agents", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await namesRead();
  });

  const ownTools = (): readonly string[] => vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith("corpusNavigator_"));

  it("are offered a server for each corpus where a process starts, else tools", async function () {
    const servers = api.agentServers();
    if (servers === undefined) {
      await until("the tools", () => ownTools().length === 9);
      return;
    }
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
    assert.equal(servers.length, 1);
    const [server] = servers;
    assert.equal(server?.command, process.execPath);
    const [script = "", mcp, path] = server.args;
    assert.deepEqual([mcp, path], ["mcp", folder]);
    assert.equal(server.env["ELECTRON_RUN_AS_NODE"], "1");
    assert.match(String(server.env["CORPUS_NAVIGATOR_CACHE"]), /agents$/u);
    await vscode.workspace.fs.stat(vscode.Uri.file(script));
  });

  it("get an answer with citations by vscode.lm.invokeTool", async function () {
    if (api.agentServers() !== undefined) return this.skip();
    const ask = async (tool: string, input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(`corpusNavigator_${tool}`, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");
    };
    const described = await until("the whole corpus", async () => {
      const text = await ask("describe_corpus", {});
      return /^\d+ articles/u.test(text) && text;
    });
    assert.equal(Number(/^(\d+) articles/u.exec(described)?.[1]), api.status()?.articles);
    const found = await ask("search_articles", { query: "person:al-hadri" });
    assert.match(found, /^\d+ articles match/u);
    const [, id = ""] = /^id (\S+) \| “[^”]+”, [^,]+, \d{4}-\d\d-\d\d, \S+:\d+/mu.exec(found) ?? [];
    assert.match(await ask("read_article", { id }), /<corpus [0-9a-f]{8}>\n\d+\t/u);
    assert.match(await ask("read_article", { id: "../secret.txt" }), /^No article has the id/u);
  });
});
