import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DocumentSymbol, Hover, Location, MarkupContent } from "vscode-languageserver/node";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli/main.js");

describe("server: in Neovim, with the configuration of docs/editors", () => {
  it("outlines an article, says who is named and finds the mentions", async function () {
    if (spawnSync("nvim", ["--version"]).status !== 0 || !existsSync(cli)) this.skip();
    this.timeout(120_000);
    const command = `let g:corpus_navigator_command = [${[process.execPath, cli, "serve", "--stdio"].map((part) => `'${part}'`).join(", ")}]`;
    const { stdout } = await promisify(execFile)(
      "nvim",
      [
        "--headless",
        "--clean",
        "--cmd",
        command,
        "-u",
        join(root, "docs/editors/neovim.lua"),
        "-S",
        join(import.meta.dirname, "neovim.lua"),
      ],
      {
        cwd: join(root, "samples"),
        env: { ...process.env, CORPUS_ARTICLE: "lissen-courier/ardelia-kestrovia-to-meet-in-geneva.txt" },
        maxBuffer: 1e7,
      },
    );
    const answers = new Map(stdout.split("\n").map((line) => [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)]));
    const answer = (what: string): unknown => JSON.parse(answers.get(what) ?? "null");
    const [article] = answer("symbols") as DocumentSymbol[];
    assert.equal(article?.name, "Ardelia, Kestrovia to Meet in Geneva on Tarlen Water");
    assert.ok(article.children?.some(({ name }) => name === "Headline"));
    assert.match(((answer("hover") as Hover).contents as MarkupContent).value, /Ilka Maros.*Foreign Minister/su);
    const files = new Set((answer("references") as Location[]).map(({ uri }) => uri));
    assert.ok(files.size > 3, "mentions in several files");
  });
});
