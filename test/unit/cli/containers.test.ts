import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { commandLine } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const rows = [
  {
    id: "mk-1",
    headline: "Council closes ferry terminal",
    author: "Tove Arlen, Omar Siv",
    published: "2019-06-03",
    url: "https://gazette.example/1",
    outlet: "The Marrek Gazette",
    pages: "A 4",
    text: 'MARREK, June 3 - The council voted on Monday to close the "old" terminal, its chairman said.\n\nResidents had asked for a delay: the mayor, Jon Hale, had not answered.',
  },
  {
    id: "mk-2",
    headline: 'Tram: to open "in May"',
    author: "Lena Corvin",
    published: "2019-06-04",
    url: "https://gazette.example/2",
    outlet: "The Marrek Gazette",
    pages: "",
    text: 'The line will open in May, the operator said on Tuesday after a test run at night.\n\n"We are ready," it added.',
  },
];
const containers: Readonly<Record<string, string>> = {
  "news.csv": [
    Object.keys(rows[0] ?? {}).join(","),
    ...rows.map((row) =>
      Object.values(row)
        .map((value) => `"${value.replaceAll('"', '""')}"`)
        .join(","),
    ),
  ].join("\n"),
  "news.jsonl": rows.map((row) => JSON.stringify(row)).join("\n"),
  "news.json": JSON.stringify({ articles: rows }, null, 2),
  "news.sgm": rows
    .map(
      (row) =>
        `<DOC>\n<DOCNO> ${row.id} </DOCNO>\n<HEADLINE>${row.headline}</HEADLINE>\n<BYLINE>By ${row.author}</BYLINE>\n<DATE>${row.published}</DATE>\n<SOURCE>${row.outlet}</SOURCE>\n<URL>${row.url}</URL>\n<TEXT>\n${row.text}\n</TEXT>\n</DOC>\n`,
    )
    .join(""),
};

interface Listed {
  readonly key: string | null;
  readonly headline: string;
  readonly authors: readonly { readonly name: string }[];
  readonly datePublished: string;
  readonly publisher: string;
  readonly url: string;
  readonly datelineCity: string | null;
}

describe("corpus-navigator with containers", () => {
  let folder: string;
  const at = (...names: string[]): string => path.join(folder, ...names);
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(at("in"));
  });
  afterEach(() => {
    removeFolder(folder);
  });
  const listed = async (place: string): Promise<Listed[]> => {
    const { code, out, complaints } = await commandLine(["articles", place, "--json"]);
    assert.equal(code, 0, complaints.join("\n"));
    return JSON.parse(out) as Listed[];
  };
  const facts = ({ headline, authors, datePublished, publisher, url, datelineCity }: Listed): unknown => [
    headline,
    authors.map(({ name }) => name),
    datePublished,
    publisher,
    url,
    datelineCity,
  ];

  for (const [name, text] of Object.entries(containers)) {
    it(`${name}: lists its articles, and as files and as a bundle they say the same`, async () => {
      writeFileSync(at("in", name), text);
      const articles = await listed(at("in"));
      assert.deepEqual(
        articles.map(({ key }) => key),
        ["mk-1", "mk-2"],
      );
      assert.deepEqual(
        articles.map(facts),
        rows.map(({ headline, author, published, outlet, url }, index) => [
          headline,
          author.split(", "),
          published,
          outlet,
          url,
          index === 0 ? "Marrek" : null,
        ]),
      );
      assert.equal((await commandLine(["split", at("in", name), "-o", at("files")])).code, 0);
      assert.deepEqual(readdirSync(at("files")).sort(), ["mk-1.txt", "mk-2.txt"]);
      assert.deepEqual((await listed(at("files"))).map(facts), articles.map(facts));
      if (name !== "news.sgm") assert.match(readFileSync(at("files", "mk-1.txt"), "utf8"), /^pages: A 4$/m);
      assert.equal((await commandLine(["bundle", at("in", name), "-o", at("all.bundle")])).code, 0);
      assert.deepEqual((await listed(at("all.bundle"))).map(facts), articles.map(facts));
      assert.equal((await commandLine(["bundle", at("in", name), "-o", `${at("more")}/`])).code, 0);
      assert.deepEqual(readdirSync(at("more")).sort(), ["mk-1.txt", "mk-2.txt"]);
    });
  }

  it("bundles a folder with containers and files, and names what is left out", async () => {
    writeFileSync(at("in", "a.txt"), `\ufeff${rows[0]?.headline ?? ""}\n\n${rows[0]?.text ?? ""}\n`);
    writeFileSync(at("in", "news.csv"), containers["news.csv"] ?? "");
    writeFileSync(at("in", "prices.csv"), "name,price\nlamp,12\n");
    const { code, complaints } = await commandLine(["bundle", at("in"), "-o", at("all.bundle")]);
    assert.equal(code, 0);
    const said = complaints.join("\n");
    assert.match(said, /a\.txt: its byte order mark is left out/);
    assert.match(said, /prices\.csv: skipped\. It holds no articles/);
    assert.deepEqual(
      (await listed(at("all.bundle"))).map(({ key }) => key),
      ["a.txt", "news.csv/mk-1.txt", "news.csv/mk-2.txt"],
    );
  });

  it("keeps a name with signs of equality", async () => {
    writeFileSync(at("in", "x.bundle"), "<<<FILE path=a=b.txt>>>\nThe ferry was late on Monday, officials said.\n<<<END FILE>>>\n");
    assert.deepEqual(
      (await listed(at("in", "x.bundle"))).map(({ key }) => key),
      ["a=b.txt"],
    );
  });
});
