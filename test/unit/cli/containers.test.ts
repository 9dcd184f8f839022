import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { strToU8, zipSync } from "fflate";
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

  const factivaText = rows
    .map(
      ({ headline, author, text }, index) =>
        `${headline}\n\nBy ${author.split(", ")[0] ?? ""}\n61 words\n${index + 3} June 2019\nThe Marrek Gazette\nMRKG\nEnglish\n(c) 2019 Marrek Press\n\n${text}\n\nDocument MRKG00002019060${index + 3}ef63000${index}x\n`,
    )
    .join("\n");
  const page = `<html><head><title>${rows[0]?.headline ?? ""}</title><meta name="author" content="Tove Arlen"><meta property="article:published_time" content="2019-06-03"></head><body><nav>Home</nav><article><h1>${rows[0]?.headline ?? ""}</h1>${(
    rows[0]?.text ?? ""
  )
    .split("\n\n")
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;
  const word = (text: string): Uint8Array =>
    zipSync({
      "word/document.xml": strToU8(
        `<w:document><w:body>${text
          .split("\n")
          .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
          .join("")}</w:body></w:document>`,
      ),
    });
  const rich = (text: string): Uint8Array => strToU8(`{\\rtf1\\ansi ${text.split("\n").join("\\par\n")}}`, true);
  const one = `${rows[0]?.headline ?? ""}\n\nBy Tove Arlen\n\n${rows[0]?.text ?? ""}`;
  const exported = ["MRKG000020190603ef630000x.txt", "MRKG000020190604ef630001x.txt"];
  const extracted: readonly (readonly [name: string, bytes: Uint8Array, files: readonly string[]])[] = [
    ["page.html", strToU8(page), ["page.html.txt"]],
    ["one.docx", word(one), ["one.docx.txt"]],
    ["one.rtf", rich(one), ["one.rtf.txt"]],
    ["export.docx", word(factivaText), exported],
    ["export.rtf", rich(factivaText), exported],
    [
      "all.zip",
      zipSync({ "d/page.html": strToU8(page), "export.rtf": rich(factivaText), "one.txt": strToU8(one) }),
      ["d/page.html.txt", ...exported.map((name) => `export.rtf/${name}`), "one.txt"],
    ],
  ];
  for (const [name, bytes, files] of extracted) {
    it(`${name}: its text as files and as a bundle, from split and from bundle alike`, async () => {
      writeFileSync(at("in", name), bytes);
      const articles = await listed(at("in"));
      assert.equal(articles.length, files.length);
      for (const [order, folder] of [
        [["split", at("in", name), "-o", at("files")], "files"],
        [["bundle", at("in", name), "-o", `${at("more")}/`], "more"],
      ] as const) {
        const { code, complaints } = await commandLine([...order]);
        assert.equal(code, 0, complaints.join("\n"));
        assert.deepEqual(
          (readdirSync(at(folder), { recursive: true }) as string[]).filter((found) => found.endsWith(".txt")).sort(),
          files,
        );
        assert.deepEqual((await listed(at(folder))).map(facts).sort(), articles.map(facts).sort());
      }
      assert.equal((await commandLine(["bundle", at("in", name), "-o", at("all.bundle")])).code, 0);
      assert.deepEqual((await listed(at("all.bundle"))).map(facts), articles.map(facts));
    });
  }

  it("names what of an archive is left out, of split and of bundle", async () => {
    const zip = zipSync({ "a.txt": strToU8(one), "b.txt": strToU8(one) }, { level: 0 });
    zip[100] = 0;
    writeFileSync(at("in", "a.zip"), zip);
    for (const order of ["split", "bundle"]) {
      const { code, complaints } = await commandLine([order, at("in", "a.zip"), "-o", `${at(order)}/`]);
      assert.equal(code, 0);
      assert.match(complaints.join("\n"), /a\.zip: Of the archive, 1 file is left out.*damaged\. \(a\.txt\)/);
      assert.deepEqual(readdirSync(at(order)), ["b.txt"]);
    }
  });

  it("keeps a name with signs of equality", async () => {
    writeFileSync(at("in", "x.bundle"), "<<<FILE path=a=b.txt>>>\nThe ferry was late on Monday, officials said.\n<<<END FILE>>>\n");
    assert.deepEqual(
      (await listed(at("in", "x.bundle"))).map(({ key }) => key),
      ["a=b.txt"],
    );
  });
});
