import assert from "node:assert/strict";
import { promises as fs, readFileSync } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { Hover } from "vscode-languageserver/node";
import { LineIndex } from "../../src/core/text/lineIndex";
import { entityCommand } from "../../src/protocol/entities";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const story = `# Minister Opens Bridge

By [The Velm Courier](#)

May 7, 2021

Transport Minister Ilka Maros opened the bridge on Monday. She will be back on Wednesday, June 9, for the second one.

Work began in March, on 03/04/2019 by the papers. The first bridge was washed away on
4 October 1904. It had been built last year.

© The Velm Courier. All rights reserved. Published every day since 4 October 1904.
`;

const files: Record<string, string> = {
  "bridge.txt": story,
  "undated.txt":
    "# A Visit\n\nBy [The Velm Courier](#)\n\nIlka Maros came to Vienna on Tuesday and said nothing about the bridge, which had been the talk of the town for a year.\n\nShe left after an hour, and the town went back to what it had been doing before she came.\n",
  "hostile.txt": articleText("Council ](command:workbench.action.quit) Votes *Now* $(zap)", "May 3, 2021"),
};
for (let day = 0; day < 11; day++) files[`june/${day}.txt`] = articleText(`Ferry Notice Number ${day}`, "June 9, 2021");

describe("server: dates", () => {
  let server: TestServer;
  let folder: { readonly path: string; readonly uri: string };

  before(async () => {
    folder = await temporaryFolder(files);
    server = await TestServer.start();
    await server.setFolders(folder.uri);
  });
  after(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  /** The card of the date that a text is part of, and the words that it is for. */
  async function hoverAt(name: string, words: string): Promise<{ readonly value: string; readonly words: string } | null> {
    const uri = URI.file(path.join(folder.path, name)).toString();
    const text = readFileSync(path.join(folder.path, name), "utf8");
    await server.open(uri, text);
    const lines = new LineIndex(text);
    const hover = await server.request<Hover | null>("textDocument/hover", {
      textDocument: { uri },
      position: lines.positionAt(text.lastIndexOf(words) + 1),
    });
    if (hover === null) return null;
    assert.ok(typeof hover.contents === "object" && "value" in hover.contents && hover.range);
    return { value: hover.contents.value, words: text.slice(lines.offsetAt(hover.range.start), lines.offsetAt(hover.range.end)) };
  }

  /** The card as it reads, without the targets of its links. */
  async function readsAt(words: string, name = "bridge.txt"): Promise<string> {
    return ((await hoverAt(name, words))?.value ?? "").replace(/\(command:[^)]*\)/g, "").replace(/\\/g, "");
  }

  it("tells the article's own date with the articles of that day", async () => {
    assert.match(
      await readsAt("May 7"),
      /^\*\*2021-05-07\*\* · Friday, 7 May 2021 · 1 article of that day\n\n\[Minister Opens Bridge\] · The Velm Courier$/,
    );
  });

  it("tells which Monday, by whose date, and which other it may be", async () => {
    const card = await readsAt("Monday");
    assert.match(
      card,
      /^\*\*2021-05-03\*\* · Monday, 3 May 2021 · 1 article of that day {2}\nMonday → 3 May 2021, by the article's date, Friday, 7 May 2021 · or 10 May 2021: no articles\n\n/,
    );
  });

  it("lists some of the articles of a day, and leads to all", async () => {
    const found = await hoverAt("bridge.txt", "June 9");
    assert.equal(found?.words, "Wednesday, June 9");
    assert.match(
      found.value,
      /^\*\*2021-06-09\*\*.* · 11 articles of that day {2}\nWednesday, June 9 → 9 Jun 2021, by the article's date, Friday, 7 May 2021\n\n/,
    );
    const links = [...found.value.matchAll(/\(command:([\w.]+)\?([^)]*)\)/g)].map(([, command, query]) => ({
      command,
      arguments: JSON.parse(decodeURIComponent(query ?? "")) as object[],
    }));
    assert.deepEqual(
      links.map(({ command }) => command),
      [...Array<string>(8).fill(entityCommand.openAt), entityCommand.showDay],
    );
    assert.deepEqual(links.at(-1)?.arguments, [{ date: "2021-06-09" }]);
    assert.ok(found.value.split(/\n+/).length <= 12);
  });

  it("tells months, years and dates over a line break", async () => {
    assert.match(
      await readsAt("March"),
      /^\*\*2021-03\*\* · March 2021 · 0 articles of that month {2}\nMarch → March 2021, by .* or March 2022: no articles$/,
    );
    assert.match(await readsAt("October 1904. It"), /^\*\*1904-10-04\*\* · Tuesday, 4 Oct 1904 · 0 articles of that day$/);
    assert.match(await readsAt("last year"), /^\*\*2020\*\* · 2020 · 0 articles of that year/);
  });

  it("takes neither reading of an ambiguous date for the right one", async () => {
    assert.equal(
      await readsAt("03/04"),
      "**03/04/2019** can be read in 2 ways\n\n**2019-04-03** · Wednesday, 3 Apr 2019 · no articles\n\n**2019-03-04** · Monday, 4 Mar 2019 · no articles",
    );
  });

  it("says that an undated article does not tell which Tuesday", async () => {
    assert.equal(await readsAt("Tuesday", "undated.txt"), "**Tuesday** · it is not known which: this article has no date");
  });

  it("shows no title as anything but text", async () => {
    const card = (await hoverAt("bridge.txt", "Monday"))?.value ?? "";
    assert.ok(card.includes("[Council \\]\\(command\\:workbench\\.action\\.quit\\) Votes Now \\$\\(zap\\)]("), card);
    assert.deepEqual(
      [...card.matchAll(/(?<!\\)\]\(command:([\w.]+)/g)].map(([, command]) => command),
      [entityCommand.openAt],
    );
  });

  it("is silent in site text and on plain words", async () => {
    assert.equal(await hoverAt("bridge.txt", "4 October 1904.\n"), null);
    assert.equal(await hoverAt("bridge.txt", "papers"), null);
  });
});
