import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { commandLine, type Ran } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const LEDE =
  "Harbour Reopens\n\nBy Ilse Marden\n\nMarch 4, 2019\n\nPORT AMSEL (NBS) - The harbour of Port Amsel reopened on Monday after the storm, officials said.\n";

describe("corpus-navigator bundle and split", () => {
  let folder: string;
  const at = (...names: string[]): string => path.join(folder, ...names);
  const put = (name: string, text: string | Uint8Array): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  const tree = (start: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(start, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [path.relative(start, file).split(path.sep).join("/"), readFileSync(file, "utf8")]),
    );
  const bundle = (...more: string[]): Promise<Ran> => commandLine(["bundle", at("in"), "-o", at("all.bundle"), ...more]);
  const split = (...more: string[]): Promise<Ran> => commandLine(["split", at("all.bundle"), "-o", at("out"), ...more]);

  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(at("in"));
  });
  afterEach(() => {
    removeFolder(folder);
  });

  it("refuses a folder that cannot be made", async function () {
    put("in/a.txt", "Harbour Reopens\n\nThe harbour reopened on Monday.\n");
    await bundle();
    put("file", "in the way");
    const inTheWay = await commandLine(["split", at("all.bundle"), "-o", at("file", "below", "deep")]);
    assert.equal(inTheWay.code, 1);
    assert.match(inTheWay.complaints.join("\n"), /cannot be made|a file is where/);
    if (!existsSync("/proc/self")) this.skip();
    const { code, complaints } = await commandLine(["split", at("all.bundle"), "-o", "/proc/nowhere/deep"]);
    assert.equal(code, 1);
    assert.match(complaints.join("\n"), /\/proc\/nowhere\/deep cannot be made/);
  });

  it("gives back what it packed", async () => {
    put("in/a.txt", "Harbour Reopens\n\nThe harbour reopened on Monday.\n");
    put("in/news/b c.txt", "\n\nFerries Follow\r\n\r\nThe ferries follow on Tuesday.\r\n\r\n");
    put("in/1/2", "Talks Begin\n\nThey met <<<FILE: a.txt>>>\n<<<FILE: a.txt>>>\nin Geneva.\n<<<END FILE>>>\n");
    const packed = await bundle();
    assert.equal(packed.code, 0, packed.complaints.join("\n"));
    assert.equal((await split()).code, 0);
    assert.deepEqual(tree(at("out")), tree(at("in")));
  });

  it("gives back any article that it packed", async function () {
    this.timeout(60_000);
    const line = fc.oneof(
      fc.constantFrom("", "Harbour reopens on Monday, officials said.", "<<<FILE: a.txt>>>", "<<<END FILE: a.txt>>>", "<<<END>>>"),
      fc.string({ unit: "grapheme", maxLength: 20 }),
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 6 })
      .map((lines) => `${LEDE}\n${lines.flat().join("")}`)
      .filter((value) => !value.includes("\0"));
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom("a.txt", "b.txt", "c d/e.txt", "3/10", "it's"), text, { minKeys: 1, noNullPrototype: true }),
        async (files) => {
          const input = `in${++round}`;
          for (const [name, content] of Object.entries(files)) put(`${input}/${name}`, content);
          const packed = await commandLine(["bundle", at(input), "-o", at(`${input}.bundle`)]);
          assert.equal(packed.code, 0, packed.complaints.join("\n"));
          const unpacked = await commandLine(["split", at(`${input}.bundle`), "-o", at(`out${round}`)]);
          assert.equal(unpacked.code, 0, unpacked.complaints.join("\n"));
          const contents = (result: Record<string, string>): string[] =>
            Object.values(result)
              .map((content) => content.replace(/[\r\n]+$/, ""))
              .sort();
          assert.deepEqual(contents(tree(at(`out${round}`))), contents(tree(at(input))));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps names that markers read otherwise", async function () {
    if (process.platform === "win32") return this.skip();
    for (const name of ['it\'s "quoted".txt', "a=b.txt", "12", " blanks ", "🚢.txt", "%20#?.txt"])
      put(`in/${name}`, `The ${name} reopened on Monday, officials said.\n`);
    await bundle();
    await split();
    assert.deepEqual(tree(at("out")), tree(at("in")));
  });

  it("packs UTF-16 and Windows-1252 as UTF-8", async () => {
    put("in/a.txt", Buffer.from("\ufeffThe café reopened on Monday.\n", "utf16le"));
    put("in/b.txt", Buffer.from("The caf\xe9 \x93reopened\x94 on Monday.\n", "latin1"));
    await bundle();
    await split();
    assert.deepEqual(tree(at("out")), { "a.txt": "The café reopened on Monday.\n", "b.txt": "The café “reopened” on Monday.\n" });
  });

  it("bundle replaces a file only when told, and never packs its own output", async () => {
    put("in/a.txt", "The harbour reopened on Monday.\n");
    put("in/all.txt", "Old\n");
    const args = ["bundle", at("in"), "-o", at("in/all.txt")];
    const refused = await commandLine(args);
    assert.equal(refused.code, 1);
    assert.match(refused.complaints.join("\n"), /all\.txt is there already; --force/);
    assert.equal(readFileSync(at("in/all.txt"), "utf8"), "Old\n");
    assert.equal((await commandLine([...args, "--force"])).code, 0);
    assert.equal(readFileSync(at("in/all.txt"), "utf8"), "<<<FILE: a.txt>>>\nThe harbour reopened on Monday.\n<<<END FILE: a.txt>>>\n");
    assert.deepEqual(readdirSync(at("in")), ["a.txt", "all.txt"]);
  });

  it("bundle fails where there is nothing to pack or no place for it", async () => {
    assert.equal((await bundle()).code, 1);
    put("in/a.txt", "The harbour reopened on Monday.\n");
    assert.equal((await commandLine(["bundle", at("in"), "-o", at("nowhere/x.bundle")])).code, 1);
    assert.equal((await commandLine(["bundle", at("in"), "-o", at("in")])).code, 1);
    assert.equal((await commandLine(["bundle", at("nowhere"), "-o", at("x.bundle")])).code, 1);
  });

  it("split never writes outside of the folder", async () => {
    const names = [
      "../up.txt",
      "/abs.txt",
      "..\\..\\back.txt",
      "C:\\drive.txt",
      "a/../../b.txt",
      "....//c.txt",
      ".git/hooks/pre-commit",
      "..",
      "\u2024\u2024/d.txt",
      "e/\u0000../f.txt",
    ];
    put("all.bundle", names.map((name) => `<<<FILE: ${name}>>>\nText of ${names.indexOf(name)}\n<<<END FILE>>>\n`).join(""));
    const { code, complaints } = await split();
    assert.equal(code, 0, complaints.join("\n"));
    assert.deepEqual(readdirSync(folder).sort(), ["all.bundle", "in", "out"]);
    assert.equal(Object.keys(tree(at("out"))).length, names.length);
    assert.ok(!existsSync(at("out/.git")));
    assert.ok(
      complaints.some((line) => /all\.bundle:1: .*could lead outside/.test(line)),
      "says what it made safe, with the line",
    );
  });

  it("split leaves what is there alone, and then writes nothing", async () => {
    put("all.bundle", "<<<FILE: new.txt>>>\nNew\n<<<END FILE>>>\n<<<FILE: old.txt>>>\nOther\n<<<END FILE>>>\n");
    put("out/old.txt", "Old\n");
    const { code, complaints } = await split();
    assert.equal(code, 1);
    assert.match(complaints.join("\n"), /all\.bundle:4: .*old\.txt: a file of that name is there already/);
    assert.deepEqual(tree(at("out")), { "old.txt": "Old\n" });
    assert.equal((await split("--force")).code, 0);
    assert.deepEqual(tree(at("out")), { "new.txt": "New\n", "old.txt": "Other\n" });
  });

  it("split goes through no link, even with --force", async function () {
    if (process.platform === "win32") return this.skip();
    mkdirSync(at("out"));
    mkdirSync(at("elsewhere"));
    put("elsewhere/target.txt", "Untouched\n");
    symlinkSync(at("elsewhere"), at("out/linked"));
    symlinkSync(at("elsewhere/target.txt"), at("out/link.txt"));
    execFileSync("mkfifo", [at("out/pipe.txt")]);
    for (const name of ["linked/x.txt", "link.txt", "pipe.txt", "link.txt/y.txt"]) {
      put("all.bundle", `<<<FILE: ${name}>>>\nOverwritten\n<<<END FILE>>>\n`);
      const { code, complaints } = await split("--force");
      assert.equal(code, 1, name);
      assert.match(complaints.join("\n"), /Nothing is written/);
    }
    assert.deepEqual(tree(at("elsewhere")), { "target.txt": "Untouched\n" });
  });

  it("split refuses what is no bundle, and what it cannot read", async () => {
    put("all.bundle", "The harbour reopened on Monday.\n");
    assert.match((await split()).complaints.join("\n"), /no <<<FILE …>>> markers/);
    put("all.bundle", new Uint8Array(1000));
    assert.match((await split()).complaints.join("\n"), /NUL/);
    for (const file of [at("gone"), folder]) assert.equal((await commandLine(["split", file, "-o", at("out")])).code, 1);
    put("all.bundle", "<<<FILE: a>>>\nText\n<<<END FILE>>>\n");
    assert.equal((await commandLine(["split", at("all.bundle"), "-o", at("all.bundle")])).code, 1);
    assert.ok(!existsSync(at("out")));
  });

  it("split says what files cannot hold", async () => {
    put("all.bundle", 'Preamble\n<<<FILE name="a.txt" date="2019-03-04">>>\nText\n<<<END FILE>>>\n<<<FILE: a.txt>>>\nMore\n');
    const { complaints } = await split();
    assert.deepEqual(Object.keys(tree(at("out"))), ["a.txt", "a.txt~2"]);
    for (const said of [/1 passage outside/, /attributes of 1 marker /, /:5: .*Another article/, /:6: .*no closing marker/])
      assert.match(complaints.join("\n"), said);
  });
});
