import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import type { QuotationRecord } from "../../../src/cli/readQuotations";
import { run } from "../../../src/cli/run";
import { temporaryFolder } from "../../server/fixtures";

const bridge = `# Minister Opens Bridge

By [The Velm Courier](#)

May 3, 2021

VELM (NBS) - Transport Minister Ilka Maros opened the bridge over the Tarn on Monday. "It is a good day for everybody who crosses rivers," Maros said.

The United Nations said that it had sent no one.
`;
const copy = `# Bridge Opens

By [The Korvat Herald](#)

May 4, 2021

KORVAT (NBS) - The bridge over the Tarn is open. "It is a good day for everybody who crosses rivers," Transport Minister Ilka Maros said.
`;

describe("cli: quotations", () => {
  let folder: { readonly path: string };
  before(async () => {
    folder = await temporaryFolder({ "b/copy.txt": copy, "a/bridge.txt": `\ufeff${bridge}` });
  });
  after(async () => {
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  async function output(
    ...args: string[]
  ): Promise<{ readonly code: number; readonly text: string; readonly complaints: readonly string[] }> {
    let text = "";
    const complaints: string[] = [];
    const code = await run(["quotations", ...args], {
      write: (piece) => {
        text += piece;
        return Promise.resolve();
      },
      complain: (line) => complaints.push(line),
      width: 120,
    });
    return { code, text, complaints };
  }

  it("gives who said what, with offsets into the file and the other places of the same words", async () => {
    const { code, text } = await output(folder.path, "--json");
    assert.equal(code, 0);
    const records = JSON.parse(text) as readonly QuotationRecord[];
    assert.deepEqual(
      records.map(({ file, line, kind, text: words, speaker, cue }) => [
        file,
        line,
        kind,
        words,
        speaker?.text,
        speaker?.entity,
        cue?.text,
      ]),
      [
        ["a/bridge.txt", 7, "direct", "It is a good day for everybody who crosses rivers,", "Maros", "PER:ilka maros", "said"],
        ["a/bridge.txt", 9, "indirect", "it had sent no one", "United Nations", "ORG:united nations", "said"],
        ["b/copy.txt", 7, "direct", "It is a good day for everybody who crosses rivers,", "Ilka Maros", "PER:ilka maros", "said"],
      ],
    );
    for (const { start, end, text: words, speaker } of records) {
      const file = start > 0 && words.startsWith("It is") && speaker?.text === "Ilka Maros" ? copy : bridge;
      assert.equal(file.slice(start, end), words);
    }
    assert.deepEqual(
      records.map(({ places }) => places.map((place) => place.file)),
      [["b/copy.txt"], [], ["a/bridge.txt"]],
    );
  });

  it("takes a speaker by any name", async () => {
    const { text } = await output(folder.path, "--json", "--speaker", "maros");
    assert.deepEqual(
      (JSON.parse(text) as readonly QuotationRecord[]).map(({ file }) => file),
      ["a/bridge.txt", "b/copy.txt"],
    );
    assert.deepEqual(JSON.parse((await output(folder.path, "--json", "--speaker", "nobody")).text), []);
  });

  it("lists one line a quotation without --json", async () => {
    const { text, code } = await output(folder.path);
    assert.equal(code, 0);
    assert.match(text.split("\n")[1] ?? "", /^a\/bridge\.txt:9 {2}indirect {2}United Nations .* it had sent no one$/u);
  });

  it("every range lies in an article of the seeds", async function () {
    const seeds = path.join(import.meta.dirname, "../../../../shared/seeds");
    if (!(await fs.stat(seeds).catch(() => null))) this.skip();
    const records = JSON.parse((await output(seeds, "--json")).text) as readonly QuotationRecord[];
    assert.ok(records.length > 30, String(records.length));
    for (const { file, start, end, text } of records)
      assert.equal((await fs.readFile(path.join(seeds, file), "utf8")).slice(start, end), text);
    const seda = records.find(({ text }) => text.replace(/\s+/gu, " ").startsWith("If such an offer exists"));
    assert.equal(seda?.speaker?.entity, "PER:abdel baset seda");
  });
});
