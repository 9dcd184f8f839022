import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { ArticleJson } from "../../../src/cli/articleJson";
import { commandLine } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const SEEDS = path.resolve("../shared/seeds");
const EXPECTED = path.resolve("../shared/docs/seeds-expected.json");

/** The part of the expectations that the output has too. */
interface Seed {
  readonly file: string;
  readonly headline: string | null;
  readonly headlineLine: number | null;
  readonly displayTitle?: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly agency: string | null;
  readonly body: [number, number];
  readonly boilerplate: [number, number][];
  readonly brokenParagraphs: [number, number][];
  readonly related: { readonly title: string; readonly line: number }[];
  readonly url: string | null;
  readonly urlLine: number | null;
}

const KEYS = [
  "file",
  "key",
  "openLine",
  "closeLine",
  "contentLines",
  "bodyLines",
  "headline",
  "headlineLine",
  "displayTitle",
  "displayTitleKind",
  "byline",
  "authors",
  "publisher",
  "publisherKind",
  "agency",
  "datelineCity",
  "datePublished",
  "dateSource",
  "creditLine",
  "related",
  "url",
  "urlLine",
  "boilerplate",
  "brokenParagraphs",
  "diagnostics",
];

const LEDE = "The harbour of Port Amsel reopened on Monday after the storm, officials said, and ferries to Lissen will follow on Tuesday.";

function article({
  title,
  date,
  byline = "Ilse Marden",
  publisher = null,
  body = LEDE,
  tail = "",
}: {
  title: string;
  date: string;
  byline?: string;
  publisher?: string | null;
  body?: string;
  tail?: string;
}): string {
  return `${title}\n\nBy ${byline}\n\n${date}\n\n${publisher === null ? "" : `${publisher}\n\n`}${body}\n\nThe mayor thanked the crews.\n${tail}`;
}

describe("corpus-navigator articles", () => {
  let folder: string;
  const put = (name: string, text: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const articles = async (of = folder): Promise<ArticleJson[]> => {
    const { code, out, complaints } = await commandLine(["articles", of, "--json"]);
    assert.equal(code, 0, complaints.join("\n"));
    return JSON.parse(out) as ArticleJson[];
  };

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    removeFolder(folder);
  });

  it("says of the seeds what is expected of them", async function () {
    if (!existsSync(EXPECTED)) return this.skip();
    const expected = JSON.parse(readFileSync(EXPECTED, "utf8")) as Seed[];
    const said = await articles(SEEDS);
    assert.deepEqual(
      said.map((one) => ({
        file: one.file,
        headline: one.headline,
        headlineLine: one.headlineLine,
        byline: one.byline,
        publisher: one.publisher,
        datePublished: one.datePublished,
        agency: one.agency,
        body: one.bodyLines,
        boilerplate: one.boilerplate,
        brokenParagraphs: one.brokenParagraphs,
        related: one.related,
        url: one.url,
        urlLine: one.urlLine,
      })),
      expected.map((seed) => ({
        file: seed.file,
        headline: seed.headline,
        headlineLine: seed.headlineLine,
        byline: seed.byline,
        publisher: seed.publisher,
        datePublished: seed.datePublished,
        agency: seed.agency,
        body: seed.body,
        boilerplate: seed.boilerplate,
        brokenParagraphs: seed.brokenParagraphs,
        related: seed.related.map(({ title, line }) => ({ title, line, target: null })),
        url: seed.url,
        urlLine: seed.urlLine,
      })),
    );
    assert.equal(said[2]?.displayTitle, expected[2]?.displayTitle);
    assert.deepEqual(
      said.map((one) => one.displayTitleKind),
      ["headline", "headline", "derived", "headline", "headline"],
    );
    assert.deepEqual(
      said.map((one) => one.publisherKind),
      ["explicit", "explicit", null, "explicit", "inferred"],
    );
    assert.deepEqual(
      said.map((one) => one.dateSource),
      ["line", "line", "prefix", "line", null],
    );
    assert.match(said[3]?.creditLine ?? "", /^Material from/);
    assert.equal(said[2]?.datelineCity, "Moscow");
    assert.deepEqual(said[0]?.authors, [{ name: "The Moscow Times", kind: "organization" }]);
    for (const one of said) assert.deepEqual([one.key, one.openLine, one.closeLine, one.diagnostics], [null, null, null, []]);
  });

  it("says the same of the seeds in one bundle, further down", async function () {
    if (!existsSync(SEEDS)) return this.skip();
    const bundle = path.join(folder, "seeds.bundle");
    assert.equal((await commandLine(["bundle", SEEDS, "-o", bundle])).code, 0);
    const single = await articles(SEEDS);
    const bundled = await articles(bundle);
    const lines = readFileSync(bundle, "utf8").split("\n");
    const shifted = bundled.map((one) => {
      const by = one.openLine ?? 0;
      const less = (line: number | null): number | null => (line === null ? null : line - by);
      const pair = ([a, b]: readonly [number, number]): [number, number] => [a - by, b - by];
      assert.equal(lines[by - 1], `<<<FILE: ${one.key ?? ""}>>>`);
      assert.equal(lines[(one.closeLine ?? 0) - 1], `<<<END FILE: ${one.key ?? ""}>>>`);
      assert.equal(one.file, "seeds.bundle");
      return {
        ...one,
        file: one.key,
        key: null,
        openLine: null,
        closeLine: null,
        headlineLine: less(one.headlineLine),
        urlLine: less(one.urlLine),
        contentLines: one.contentLines && pair(one.contentLines),
        bodyLines: one.bodyLines && pair(one.bodyLines),
        boilerplate: one.boilerplate.map(pair),
        brokenParagraphs: one.brokenParagraphs.map(pair),
        related: one.related.map((title) => ({ ...title, line: title.line - by })),
      };
    });
    assert.deepEqual(shifted, single);
  });

  it("has exactly the promised names", async () => {
    put("a.txt", article({ title: "Harbour Reopens After Storm", date: "March 4, 2019" }));
    put("b.bundle", `<<<FILE: x.txt>>>\n${LEDE}\n`);
    for (const one of await articles()) assert.deepEqual(Object.keys(one), KEYS);
  });

  it("gives nulls and empty lists for what is not there", async () => {
    put("short", "Sunny.\n");
    assert.deepEqual(await articles(), [
      {
        file: "short",
        key: null,
        openLine: null,
        closeLine: null,
        contentLines: [1, 1],
        bodyLines: [1, 1],
        headline: null,
        headlineLine: null,
        displayTitle: (await articles())[0]?.displayTitle,
        displayTitleKind: (await articles())[0]?.displayTitleKind,
        byline: null,
        authors: [],
        publisher: null,
        publisherKind: null,
        agency: null,
        datelineCity: null,
        datePublished: null,
        dateSource: null,
        creditLine: null,
        related: [],
        url: null,
        urlLine: null,
        boilerplate: [],
        brokenParagraphs: [],
        diagnostics: [],
      },
    ]);
  });

  it("is empty, and no failure, for a folder without articles", async () => {
    put("empty.txt", "");
    assert.deepEqual(await articles(), []);
  });

  it("settles day and month by what the publisher writes elsewhere in the folder", async () => {
    put("a.txt", article({ title: "Harbour Reopens After Storm", date: "03/04/2019", publisher: "The Lissen Courier" }));
    put("b.txt", article({ title: "Ferries Follow on Tuesday", date: "25/12/2019", publisher: "The Lissen Courier" }));
    put("c.txt", article({ title: "Crews Are Thanked in Lissen", date: "03/04/2019", publisher: "Amsel Tribune" }));
    put("d.txt", article({ title: "Storm Damage Put at Millions", date: "12/25/2019", publisher: "Amsel Tribune" }));
    put("e.txt", article({ title: "Talks Begin in Geneva Again", date: "03/04/2019", publisher: "Korvat Herald" }));
    const dates = (await articles()).map(({ datePublished, diagnostics }) =>
      `${datePublished ?? ""} ${diagnostics.map(({ line, code }) => `${line} ${code}`).join()}`.trim(),
    );
    assert.deepEqual(dates.slice(0, 4), ["2019-04-03", "2019-12-25", "2019-03-04", "2019-12-25"]);
    assert.match(dates[4] ?? "", /^2019-0[34]-0[34] 5 ambiguous-date$/);
  });

  it("finds related articles by their headlines, in files and in bundles", async () => {
    const related =
      "\nRelated articles:\n\n- Ferries Follow on Tuesday\n- Crews Are Thanked\n- No Such Title in This Corpus\n- Harbour Reopens After Storm\n";
    put("news/a.txt", article({ title: "Harbour Reopens After Storm", date: "March 4, 2019", tail: related }));
    put("news/b.txt", article({ title: "Ferries follow on Tuesday", date: "March 5, 2019" }));
    put("c.bundle", `<<<FILE: n/c.txt>>>\n${article({ title: "Crews Are Thanked", date: "March 6, 2019" })}<<<END FILE>>>\n`);
    const from = (await articles()).find(({ file }) => file === "news/a.txt");
    assert.deepEqual(
      from?.related.map(({ line, target }) => [line, target]),
      [
        [13, "news/b.txt"],
        [14, "c.bundle#n/c.txt"],
        [15, null],
        [16, null],
      ],
    );
  });

  it("puts a bundle's problems with the article that has them", async () => {
    put("x.bundle", `<<<FILE: a.txt>>>\n${LEDE}\n<<<FILE: a.txt>>>\n<<<END FILE>>>\n<<<END FILE>>>\n<<<FILE: ../c.txt>>\n${LEDE}\n`);
    const said = (await articles()).map(({ key, openLine, closeLine, contentLines, diagnostics }) => [
      key,
      openLine,
      closeLine,
      contentLines,
      diagnostics.map(({ line, code }) => `${line} ${code}`),
    ]);
    assert.deepEqual(said, [
      ["a.txt", 1, null, [2, 2], ["3 missing-closer"]],
      ["a.txt~2", 3, 4, null, ["3 empty-body", "3 duplicate-name", "5 stray-closer"]],
      ["c.txt", 6, null, [7, 7], ["6 short-fence", "6 unsafe-path", "7 missing-closer-at-eof"]],
    ]);
  });

  it("leaves out what is surely no article, and names it", async () => {
    put("a.txt", article({ title: "Harbour Reopens After Storm", date: "March 4, 2019" }));
    put(
      "code.txt",
      "import fs from 'node:fs';\n\nexport function load(name) {\n  const text = fs.readFileSync(name, 'utf8');\n  return text.split('\\n');\n}\n\nconst all = load('x');\nconsole.log(all.length);\n".repeat(
        5,
      ),
    );
    put(
      "server.txt",
      Array.from(
        { length: 50 },
        (_, index) => `2019-03-04 10:${String(index).padStart(2, "0")}:00 INFO [main] request id=${index} status=200`,
      ).join("\n"),
    );
    put("table.txt", Array.from({ length: 50 }, (_, index) => `${index},Lissen,${index * 3},2019-03-04,open`).join("\n"));
    put(
      "page.txt",
      '<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body>\n<div id="a">\n<p>Harbour</p>\n</div>\n</body>\n</html>\n',
    );
    put("notes.txt", "to buy\n- bread\n- ink\n- stamps\n\n[ ] ring the archive\n[x] rename the scans\n");
    put("data", '{\n  "name": "harbour",\n  "open": true,\n  "ferries": 3,\n  "crews": []\n}\n');
    put("picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    const { code, out, complaints } = await commandLine(["articles", folder, "--json"]);
    assert.equal(code, 0);
    assert.deepEqual(
      (JSON.parse(out) as ArticleJson[]).map(({ file }) => file),
      ["a.txt"],
    );
    assert.deepEqual(complaints.map((line) => line.slice(0, line.indexOf(":"))).sort(), [
      "code.txt",
      "data",
      "notes.txt",
      "page.txt",
      "picture.txt",
      "server.txt",
      "table.txt",
    ]);
  });

  it("takes in what is in doubt", async () => {
    const doubtful = {
      "brief.txt": "Rain.\n",
      "letter.txt": "I love this town, and I think you do too.\n",
      "poem.txt": "The sea\nThe sand\nThe end\n",
      "results.txt": "- Lissen 3, Amsel 1\n- Korvat 2, Dovrin 2\n",
      "caps.txt": "STORM CLOSES PORT\n",
      "numbers.txt": "Lottery: 3, 17, 22, 35, 41, 49.\n",
      "market.txt":
        "HALMIR WATER CO YEAR NET\n\nShr 1.02 crowns vs loss 35 pence\n\nNet profit 1,033,000 vs loss 4,346,000\n\nSales 6,060,000 vs 5,818,000\n\nNOTE: 2018 excludes revenues of 3,217,000 crowns.\n\nFull name HALMIR WATER COMPANY\n",
      "quoted.txt": '"We will reopen," she said.\n',
      "chinese.txt": "港口週一重新開放，市長說。\n",
      "markdown.md": "# Harbour reopens\n\n**Lissen** – The harbour reopened on Monday.\n",
    };
    for (const [name, text] of Object.entries(doubtful)) put(name, text);
    assert.deepEqual(
      (await articles()).map(({ file }) => file),
      Object.keys(doubtful).sort(),
    );
  });

  it("shows a table to people", async () => {
    put("a.txt", article({ title: "Harbour Reopens After Storm", date: "March 4, 2019", publisher: "The Lissen Courier" }));
    put("b.bundle", `<<<FILE: b.txt>>>\n${"x".repeat(10)} \u001b[31m\u202e${LEDE}\n`);
    const { out } = await commandLine(["articles", folder]);
    const rows = out.trimEnd().split("\n");
    assert.match(rows[0] ?? "", /^2019-03-04 {2}Harbour Reopens After Storm {2,}The Lissen Courier {2,}a\.txt:1$/);
    assert.match(rows[1] ?? "", /^undated {5}.*b\.bundle#b\.txt$/);
    assert.equal(rows.length, 2);
    assert.doesNotMatch(out, /[\u001b\u202e]/);
  });

  it("reads all of the samples but the notes", async () => {
    const said = await articles("samples");
    const files = readdirSync("samples", { recursive: true, encoding: "utf8" })
      .map((name) => name.split(path.sep).join("/"))
      .filter((name) => name.endsWith(".txt") && name !== "notes.txt");
    assert.deepEqual([...new Set(said.map(({ file }) => file))].sort(), files.sort());
    assert.ok(
      said.some(({ related }) => related.some(({ target }) => target !== null)),
      "some related title leads somewhere",
    );
    assert.ok(
      said.some(({ related }) => related.some(({ target }) => target === null)),
      "and some does not",
    );
  });
});
