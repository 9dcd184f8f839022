import assert from "node:assert/strict";
import { CancellationTokenSource, workspace } from "vscode";
import { sampleFolder } from "../../../src/client/recognition/folderSample";
import { virtualFolderReader } from "../../../src/client/server/folderReader";
import { classifyFolder } from "../../../src/core/recognition/folderClassification";
import { file, ready } from "./support";

const page = (number: number): string =>
  `<!doctype html><html><head><title>Ferry Pier ${number} Reopens at Pellin</title></head><body><h1>Ferry Pier ${number} Reopens at Pellin</h1>
<p>PELLIN — The town council voted on Tuesday to reopen ferry pier ${number}, which has been closed since a storm damaged it four years ago.</p>
<p>“We have waited long enough,” said Mayor Ines Calder after the vote. Officials put the cost of the work at 2.4 million crowns.</p>
<p>Police said three people were injured when part of the pier fell into the river in 2009; two of them were taken to hospital.</p></body></html>`;

describe("A folder of saved pages", () => {
  const folder = "saved-pages";
  const write = (name: string, text: string): Thenable<void> =>
    workspace.fs.writeFile(file(`${folder}/${name}`), new TextEncoder().encode(text));
  const isCorpus = async (): Promise<boolean> => {
    const source = new CancellationTokenSource();
    const sample = await sampleFolder(file(folder), virtualFolderReader, source.token);
    source.dispose();
    return classifyFolder(sample).isCorpus;
  };

  before(ready);
  after(() => workspace.fs.delete(file(folder), { recursive: true }));

  it("is a corpus, whatever a browser saved with them, and a site's source is none", async () => {
    for (const number of [1, 2, 3]) {
      await write(`Pier ${number}.html`, page(number));
      for (const part of ["a.js", "b.css", "c.png", "d.html"]) await write(`Pier ${number}_files/${part}`, "x");
    }
    assert.equal(await isCorpus(), true);
    for (const part of ["app.js", "site.css", "logo.svg", "menu.ts"]) await write(`source/${part}`, "x");
    assert.equal(await isCorpus(), false);
  });
});
