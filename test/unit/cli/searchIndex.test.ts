import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { seededRandom } from "../../../bench/random";
import type { Context } from "../../../src/cli/context";
import { CorpusIndex } from "../../../src/cli/index/corpusIndex";
import { UnreadFile } from "../../../src/cli/index/unreadFile";
import { loadCorpus } from "../../../src/cli/loadCorpus";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { commandLine, type Ran } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const titles = ["Harbour Reopens", "Dam Is Closed", "Tolls Are Raised", "Ferry Stops", "Peace Talks Begin"];
const sentences = [
  "The water treaty was signed on Monday, officials said, and organisers called it a relief for the ferries of Port Amsel.",
  "Nobody had organised a water treaty in the valley before, the engineers of the dam said on Monday.",
  "Minister Oskar Lindquist promised to raise the toll on the coastal road by the end of the year.",
  "Passengers are advised to take the coastal road, and buses will leave every hour from the market square.",
  "The peace talks in Lissen will go on for another week, the mediator told reporters in the old town hall.",
];
/** The second one may be a day of March or of December: what the others of its publisher mean decides. */
const dates = ["March 3, 2021", "03/12/2021", "25/11/2021", "11/25/2021", "May 9, 2020"];
const queries = [
  ["water treaty"],
  ["tolll"],
  ["is:duplicate"],
  ["person:lindquist"],
  ["date:2021-03 OR dam"],
  ["coastal", "--sort", "newest"],
  ["story:treaty"],
  ["file:bundle"],
  ["credits"],
  ["-nothing"],
];

/** Old enough for its stamp to tell of every change. */
function age(file: string, random: () => number): void {
  const time = new Date(Date.UTC(2021, 0, 1) + Math.floor(random() * 1e9));
  utimesSync(file, time, time);
}

const quiet: Context = { token: neverCancelled, terminal: { write: () => Promise.resolve(), complain: () => undefined, width: 80 } };

describe("corpus-navigator search --index", () => {
  let folder = "";
  let corpus = "";
  let index = "";
  beforeEach(() => {
    folder = temporaryFolder();
    corpus = path.join(folder, "corpus");
    index = path.join(folder, "corpus.index");
    mkdirSync(path.join(corpus, "2021"), { recursive: true });
  });
  afterEach(() => {
    removeFolder(folder);
  });

  const search = async (...args: readonly string[]): Promise<Ran> => await commandLine(["search", corpus, ...args]);
  const withIndex = async (...args: readonly string[]): Promise<Ran> => await search(...args, "--index", index);

  it("answers as without it, whatever happens to the files", async () => {
    const random = seededRandom(8);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const article = (): string =>
      `The Lissen Courier\n\n${pick(titles)}\n\nBy Ilse Marden\n\n${pick(dates)}\n\n${[pick(sentences), pick(sentences), pick(sentences)].join("\n\n")}\n`;
    const texts: readonly (() => string)[] = [
      article,
      article,
      article,
      article,
      () => `Credits of the collection\n<<<FILE a.txt>>>\n${article()}<<<END FILE>>>\n<<<FILE b.txt>>>\n${article()}<<<END FILE>>>\n`,
      () => "const x = 1;\nfunction f() { return x; }\nexport { f };\nif (x) { f(); }\nfor (;;) { break; }\n",
      () => "",
    ];
    const names = ["a.txt", "b.txt", "2021/c.txt", "2021/d.txt", "bundle.txt", "e.txt"];
    for (let step = 0; step < 40; step++) {
      const name = pick(names);
      const file = path.join(corpus, name);
      if (random() < 0.2) rmSync(file, { force: true });
      else if (random() < 0.2 && step > 10) renameAny(corpus, file, pick(names));
      else {
        writeFileSync(file, name === "bundle.txt" ? texts[4]!() : pick(texts)());
        // Some have changed only just now.
        if (random() < 0.8) age(file, random);
      }
      const args = [...pick(queries), ...(random() < 0.5 ? ["--json"] : []), ...(random() < 0.2 ? ["--no-fold"] : [])];
      assert.deepEqual(await withIndex(...args), await search(...args), `step ${step}: ${args.join(" ")}`);
    }
  }).timeout(120_000);

  it("reads only files that are new or have changed, and writes nothing where none has", async () => {
    const write = (name: string, text: string | undefined): void => {
      writeFileSync(path.join(corpus, name), `Harbour Reopens\n\nBy Ilse Marden\n\nMarch 3, 2021\n\n${text ?? ""}\n`);
      age(path.join(corpus, name), seededRandom(1));
    };
    write("a.txt", sentences[0]);
    write("b.txt", sentences[2]);
    await withIndex("treaty");
    const { mtimeNs } = statSync(index, { bigint: true });
    await withIndex("toll");
    assert.equal(statSync(index, { bigint: true }).mtimeNs, mtimeNs);
    const read = async (): Promise<readonly string[]> => {
      const { terminal } = quiet;
      const { files } = await loadCorpus(corpus, quiet, null, await CorpusIndex.open(index, corpus, terminal));
      return files.filter((file) => !(file instanceof UnreadFile)).map((file) => file.path);
    };
    assert.deepEqual(await read(), []);
    // Of the same length and the same time.
    write("a.txt", sentences[0]?.replace("Monday", "Sunday"));
    write("c.txt", sentences[1]);
    assert.deepEqual(await read(), ["a.txt", "c.txt"]);
  });

  it("says that the file is damaged, or of another folder, and makes it anew", async () => {
    writeFileSync(path.join(corpus, "a.txt"), `Harbour Reopens\n\nBy Ilse Marden\n\nMarch 3, 2021\n\n${sentences[0] ?? ""}\n`);
    const expected = await withIndex("treaty");
    const bytes = readFileSync(index);
    for (const at of [bytes.length - 1, 20, Math.floor(bytes.length / 2)]) {
      const broken = Uint8Array.from(bytes);
      broken[at]! ^= 1;
      writeFileSync(index, broken);
      const { out, complaints } = await withIndex("treaty");
      assert.deepEqual([out, complaints], [expected.out, [`${index}: is damaged; it is made anew.`]]);
      assert.deepEqual(await withIndex("treaty"), expected);
    }
    const elsewhere = await commandLine(["search", path.join(corpus, "2021"), "treaty", "--index", index]);
    assert.deepEqual(elsewhere.complaints, [`${index}: is of ${corpus}; it is made anew.`]);
    // Nothing of a write remains.
    assert.deepEqual(readdirSync(folder).sort(), ["corpus", "corpus.index"]);
  });

  it("leaves a file alone that is no index", async () => {
    writeFileSync(path.join(corpus, "a.txt"), `Harbour Reopens\n\nBy Ilse Marden\n\nMarch 3, 2021\n\n${sentences[0] ?? ""}\n`);
    writeFileSync(index, "My notes of the year, which nobody may lose.\n");
    const { code, out, complaints } = await withIndex("treaty");
    assert.deepEqual([code, complaints], [0, [`${index}: is no index file, and is left as it is.`]]);
    assert.equal(out, (await search("treaty")).out);
    assert.equal(readFileSync(index, "utf8"), "My notes of the year, which nobody may lose.\n");
  });

  it("says that the file cannot be written, and answers", async () => {
    const { code, complaints } = await commandLine(["search", corpus, "treaty", "--index", path.join(folder, "nowhere", "x.index")]);
    assert.equal(code, 0);
    assert.match(complaints.join("\n"), /x\.index: the index cannot be written\. ENOENT/u);
  });
});

/** Gives a file another name, so that it has the size and the times of before in another place. */
function renameAny(corpus: string, file: string, name: string): void {
  const target = path.join(corpus, name);
  const from = readdirSync(corpus, { recursive: true, encoding: "utf8" }).find(
    (one) => one.endsWith(".txt") && path.join(corpus, one) !== target,
  );
  if (from !== undefined && path.join(corpus, from) !== file) renameSync(path.join(corpus, from), target);
}
