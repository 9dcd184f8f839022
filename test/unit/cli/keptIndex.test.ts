import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { seededRandom } from "../../../bench/random";
import type { Context } from "../../../src/cli/context";
import { UnreadFile } from "../../../src/cli/corpusFile";
import { cacheVariable } from "../../../src/cli/keptIndex";
import { loadCorpus } from "../../../src/cli/loadCorpus";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { commandLine, type Ran } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const titles = ["Harbour Reopens", "Dam Is Closed", "Tolls Are Raised", "Ferry Stops", "Peace Talks Begin"];
const sentences = [
  "The water treaty was signed on Monday, officials said, and organisers called it a relief for the ferries of Port Amsel.",
  "Nobody had organised a water treaty in the valley before, the engineers of the dam said on Monday.",
  "Minister Oskar Lindquist promised to raise the toll on the coastal road by the end of the year.",
  "Passengers are advised to take the coastal road, and 14 buses will leave every hour from the market square.",
  "“The peace talks in Lissen will go on for another week,” mediator Ilse Marden told reporters in the old town hall.",
];
/** Lines that all articles of the site have: what they share is told by counting. */
const masthead = "The Lissen Courier | Politics | Harbour | Weather | Shop\n\n";
const appeal = "\nReaders keep the Courier going: give what you can, and tell the harbour about us.\n";
/** The second one may be a day of March or of December: what the others of its publisher mean decides. */
const dates = ["March 3, 2021", "03/12/2021", "25/11/2021", "11/25/2021", "May 9, 2020"];
const draft = `Oskar Lindquist promised to raise the tolls. “The peace talks in Lissen will go on for another month,” Ilse Marden said on Monday.
There are 15 buses every hour, and Transport Minister Ilse Marden likes the harbour.
`;

/** Old enough for its stamp to tell of every change. */
function age(file: string, random: () => number): void {
  const time = new Date(Date.UTC(2021, 0, 1) + Math.floor(random() * 1e9));
  utimesSync(file, time, time);
}

const quiet: Context = { token: neverCancelled, terminal: { write: () => Promise.resolve(), complain: () => undefined, width: 80 } };

describe("corpus-navigator --index", () => {
  let folder = "";
  let corpus = "";
  let index = "";
  beforeEach(() => {
    folder = temporaryFolder();
    corpus = path.join(folder, "corpus");
    index = path.join(folder, "corpus.index");
    mkdirSync(path.join(corpus, "2021"), { recursive: true });
    writeFileSync(path.join(folder, "draft.txt"), draft);
  });
  afterEach(() => {
    removeFolder(folder);
  });

  const withIndex = async (...args: readonly string[]): Promise<Ran> => await commandLine([...args, "--index", index]);
  const search = async (...args: readonly string[]): Promise<Ran> => await withIndex("search", corpus, ...args);

  function write(name: string, text: string, random = seededRandom(1)): void {
    const file = path.join(corpus, name);
    writeFileSync(file, text);
    age(file, random);
  }

  const article = (pick: <T>(from: readonly T[]) => T, isOfSite: boolean): string =>
    `${isOfSite ? masthead : "The Lissen Courier\n\n"}${pick(titles)}\n\nBy Ilse Marden\n\n${pick(dates)}\n\n${[pick(sentences), pick(sentences), pick(sentences)].join("\n\n")}\n${isOfSite ? appeal : ""}`;

  /** Twelve articles, a bundle, a text in another encoding, a program and a picture. */
  function fill(seed: number): void {
    const random = seededRandom(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    for (let at = 0; at < 12; at++) write(`${at < 6 ? "2021/" : ""}a${at}.txt`, article(pick, at % 3 !== 0), random);
    const inBundle = ["x", "y"].map((name) => `<<<FILE ${name}.txt>>>\n${article(pick, false)}<<<END FILE>>>\n`).join("");
    write("bundle.txt", `Credits of the collection\n${inBundle}`, random);
    const legacy = path.join(corpus, "latin.txt");
    writeFileSync(legacy, Buffer.from(article(pick, false).replaceAll("Marden", "Mardén"), "latin1"));
    age(legacy, random);
    write("program.txt", "const x = 1;\nfunction f() { return x; }\nexport { f };\nif (x) { f(); }\nfor (;;) { break; }\n", random);
    write("map.jpg", "no text", random);
  }

  const commands = (): readonly (readonly string[])[] => [
    ["search", corpus, "water treaty", "--json"],
    ["search", corpus, "person:lindquist"],
    ["search", corpus, "is:duplicate", "--json", "--no-fold"],
    ["search", corpus, "story:treaty", "--json"],
    ["search", corpus, "shop"],
    ["related", corpus, "a7.txt", "--json"],
    ["duplicates", corpus, "--json"],
    ["stories", corpus, "--json"],
    ["entities", corpus, "--json"],
    ["quotations", corpus, "--json"],
    ["check", path.join(folder, "draft.txt"), corpus, "--json"],
    ["compare", corpus, "--story", "", "--json"],
    ["articles", corpus, "--json"],
  ];

  it("gives what each command gives without it, cold and warm", async () => {
    fill(3);
    for (const args of commands()) {
      const plain = await commandLine(args);
      rmSync(index, { recursive: true, force: true });
      assert.deepEqual(await withIndex(...args), plain, `cold: ${args.join(" ")}`);
      assert.deepEqual(await withIndex(...args), plain, `warm: ${args.join(" ")}`);
    }
    // What one command has kept serves the others.
    for (const args of commands()) assert.deepEqual(await withIndex(...args), await commandLine(args), args.join(" "));
  }).timeout(120_000);

  it("answers as without it, whatever happens to the files", async () => {
    const random = seededRandom(8);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    fill(4);
    const copyOf = readFileSync(path.join(corpus, "a8.txt"), "utf8");
    const texts: readonly (() => string)[] = [
      () => article(pick, true),
      () => copyOf,
      () => article(pick, false),
      () => "const x = 1;\nfunction f() { return x; }\nexport { f };\nif (x) { f(); }\nfor (;;) { break; }\n",
      () => "",
    ];
    const names = ["a7.txt", "b.txt", "2021/a1.txt", "2021/d.txt", "bundle.txt", "e.txt"];
    for (let step = 0; step < 40; step++) {
      const name = pick(names);
      const file = path.join(corpus, name);
      if (random() < 0.2) rmSync(file, { force: true });
      else if (random() < 0.2 && step > 10) renameAny(corpus, file, pick(names));
      else {
        writeFileSync(file, name === "bundle.txt" ? `<<<FILE a.txt>>>\n${article(pick, false)}<<<END FILE>>>\n` : pick(texts)());
        // Some have changed only just now.
        if (random() < 0.8) age(file, random);
      }
      const args = pick(commands());
      assert.deepEqual(await withIndex(...args), await commandLine(args), `step ${step}: ${args.join(" ")}`);
    }
  }).timeout(240_000);

  const read = async (): Promise<readonly string[]> => {
    const { files } = await loadCorpus(corpus, { ...quiet, index });
    return files.filter((file) => !(file instanceof UnreadFile)).map((file) => file.path);
  };
  const plain = (text: string | undefined): string => `Harbour Reopens\n\nBy Ilse Marden\n\nMarch 3, 2021\n\n${text ?? ""}\n`;

  it("reads only files that are new or have changed, and writes nothing where none has", async () => {
    write("a.txt", plain(sentences[0]));
    write("b.txt", plain(sentences[2]));
    await search("treaty");
    const { mtimeNs } = statSync(path.join(index, "manifest"), { bigint: true });
    await search("toll");
    assert.equal(statSync(path.join(index, "manifest"), { bigint: true }).mtimeNs, mtimeNs);
    assert.deepEqual(await read(), []);
    // Of the same length and the same time.
    write("a.txt", plain(sentences[0]?.replace("Monday", "Sunday")));
    write("c.txt", plain(sentences[1]));
    assert.deepEqual(await read(), ["a.txt", "c.txt"]);
    // Asked for in another encoding, all are read anew.
    const { files } = await loadCorpus(corpus, { ...quiet, index, encoding: "windows-1250" });
    assert.ok(files.every((file) => !(file instanceof UnreadFile)));
  });

  it("names the files that are left out in the answer itself", async () => {
    fill(5);
    for (const args of commands().filter(([name]) => name === "search" || name === "entities" || name === "compare")) {
      if (!args.includes("--json")) continue;
      for (const { out } of [await commandLine(args), await withIndex(...args), await withIndex(...args)]) {
        const { leftOut } = JSON.parse(out) as { readonly leftOut: unknown };
        assert.deepEqual(leftOut, [{ file: "program.txt", reason: "It looks like source code." }]);
      }
    }
  }).timeout(60_000);

  it("finds names once", async () => {
    fill(5);
    await withIndex("entities", corpus);
    const { library, files } = await loadCorpus(corpus, { ...quiet, index });
    const ids = files.flatMap((file) => library.corpus.articlesOf(file.uri)).map(({ uri, key }) => (key === null ? uri : `${uri}#${key}`));
    assert.ok(ids.length > 10);
    assert.deepEqual(
      ids.filter((id) => library.namesOf(id) === null),
      [],
    );
  });

  it("reads anew, and in the other way, what has got its site's lines by what was added", async () => {
    const own = `${masthead}Harbour Reopens\n\nBy Ilse Marden\n\nMarch 3, 2021\n\n${sentences[0] ?? ""}\n${appeal}`;
    write("a.txt", own);
    await search("shop");
    for (let at = 0; at < 6; at++)
      write(`b${at}.txt`, own.replace("Harbour Reopens", titles[at % 5] ?? "").replace("Monday", `Monday ${at}`));
    for (const args of commands()) assert.deepEqual(await withIndex(...args), await commandLine(args), args.join(" "));
  }).timeout(60_000);

  function segments(): readonly string[] {
    return readdirSync(index).filter((name) => name.endsWith(".segment"));
  }

  it("says that it is damaged, and answers right", async () => {
    write("a.txt", plain(sentences[0]));
    const expected = await search("treaty");
    for (const part of ["manifest", "segment"]) {
      for (const damage of [flipLastBit, halve, empty]) {
        const [segment = ""] = segments();
        damage(path.join(index, part === "segment" ? segment : part));
        const { out, complaints } = await search("treaty");
        assert.deepEqual([out, complaints], [expected.out, [`${index}: is damaged; what is lost is read again.`]]);
        assert.deepEqual(await search("treaty"), expected);
      }
    }
    for (const part of segments()) rmSync(path.join(index, part));
    assert.deepEqual(await search("treaty"), expected);
    assert.deepEqual(readdirSync(index).length, 2);
  });

  it("says that it is of another version or of another folder, and makes it anew", async () => {
    write("a.txt", plain(sentences[0]));
    write("2021/b.txt", plain(sentences[1]));
    const expected = await search("treaty");
    const bytes = readFileSync(path.join(index, "manifest"));
    bytes[4]!++;
    writeFileSync(path.join(index, "manifest"), bytes);
    const { out, complaints } = await search("treaty");
    assert.deepEqual([out, complaints], [expected.out, [`${index}: was made by another version of this program; it is made anew.`]]);
    const elsewhere = await withIndex("search", path.join(corpus, "2021"), "treaty");
    assert.deepEqual(elsewhere.complaints, [`${index}: is of another folder; it is made anew.`]);
    assert.equal(elsewhere.out, (await commandLine(["search", path.join(corpus, "2021"), "treaty"])).out);
  });

  it("leaves alone what is no index", async () => {
    write("a.txt", plain(sentences[0]));
    const notes = "My notes of the year, which nobody may lose.\n";
    writeFileSync(index, notes);
    const { code, out, complaints } = await search("treaty");
    assert.deepEqual([code, complaints], [0, [`${index}: is no folder, and is left as it is.`]]);
    assert.equal(out, (await commandLine(["search", corpus, "treaty"])).out);
    assert.equal(readFileSync(index, "utf8"), notes);
    const other = await commandLine(["search", corpus, "treaty", "--index", corpus]);
    assert.match(other.complaints.join("\n"), /^.*corpus: holds what is no index \(.+\), and is left as it is\.$/u);
    assert.deepEqual(readdirSync(corpus).sort(), ["2021", "a.txt"]);
  });

  it("says that it cannot be written, and answers", async () => {
    write("a.txt", plain(sentences[0]));
    writeFileSync(path.join(folder, "file"), "");
    const { code, complaints } = await commandLine(["search", corpus, "treaty", "--index", path.join(folder, "file", "index")]);
    assert.equal(code, 0);
    assert.match(complaints.join("\n"), /index: the index cannot be written\. ENOTDIR/u);
  });

  it("is no part of the corpus, wherever it is", async () => {
    write("a.txt", plain(sentences[0]));
    index = path.join(corpus, "2021", "index");
    const expected = await commandLine(["search", corpus, "treaty"]);
    assert.deepEqual(await search("treaty"), expected);
    assert.ok(readdirSync(index).includes("manifest"));
    assert.deepEqual(await search("treaty"), expected);
    assert.deepEqual(await withIndex("articles", corpus), await commandLine(["articles", corpus, "--index", index]));
  });

  it("is kept for each folder apart where the environment names a folder", async () => {
    write("a.txt", plain(sentences[0]));
    write("2021/b.txt", plain(sentences[1]));
    const cache = path.join(folder, "cache");
    process.env[cacheVariable] = cache;
    try {
      const first = await commandLine(["search", corpus, "treaty"]);
      const second = await commandLine(["search", path.join(corpus, "2021"), "treaty"]);
      assert.deepEqual(
        readdirSync(cache)
          .map((name) => name.replace(/-[0-9a-f]{16}$/u, ""))
          .sort(),
        ["2021", "corpus"],
      );
      assert.deepEqual(await commandLine(["search", corpus, "treaty"]), first);
      assert.deepEqual(await commandLine(["search", path.join(corpus, "2021"), "treaty"]), second);
      const { files } = await loadCorpus(corpus, quiet);
      assert.ok(files.every((file) => file instanceof UnreadFile));
    } finally {
      Reflect.deleteProperty(process.env, cacheVariable);
    }
  });

  it("serves several processes at once", async () => {
    fill(6);
    const script = path.join(folder, "dist/cli/main.js");
    buildSync({
      entryPoints: [path.join(__dirname, "../../../src/cli/main.ts")],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: script,
      logLevel: "error",
    });
    mkdirSync(path.join(folder, "models"));
    copyFileSync(path.join(__dirname, "../../../models/names.bin"), path.join(folder, "models/names.bin"));
    const args = ["search", corpus, "treaty person:lindquist", "--json"];
    const asProcess = async (): Promise<readonly string[]> => {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args, "--index", index]);
      return [stdout, stderr.trimEnd()];
    };
    for (let round = 0; round < 2; round++) {
      write("new.txt", plain(`${sentences[round] ?? ""} Round ${round}.`), seededRandom(round));
      const { out, complaints } = await commandLine(args);
      for (const answer of await Promise.all([1, 2, 3].map(asProcess))) assert.deepEqual(answer, [out, complaints.join("\n")]);
      assert.deepEqual(await asProcess(), [out, complaints.join("\n")]);
      // Nothing of those that wrote at once is left over.
      assert.ok(!readdirSync(index).includes("lock"));
    }
  }).timeout(120_000);
});

function flipLastBit(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
}

function halve(file: string): void {
  truncateSync(file, statSync(file).size >> 1);
}

function empty(file: string): void {
  truncateSync(file, 0);
}

/** Gives a file another name, so that it has the size and the times of before in another place. */
function renameAny(corpus: string, file: string, name: string): void {
  const target = path.join(corpus, name);
  const from = readdirSync(corpus, { recursive: true, encoding: "utf8" }).find(
    (one) => one.endsWith(".txt") && path.join(corpus, one) !== target,
  );
  if (from !== undefined && path.join(corpus, from) !== file) renameSync(path.join(corpus, from), target);
}
