import fc from "fast-check";
import assert from "node:assert/strict";
import Papa from "papaparse";
import { scanTable } from "../../../src/core/containers/tableScanner";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { articlesOf, assertCovered, viewOf, writtenAt } from "./containerView";

const rows = [
  {
    id: "a-1",
    headline: "Council closes ferry terminal",
    author: "Tove Arlen",
    published: "2019-06-03",
    url: "https://gazette.example/1",
    text: 'MARREK, June 3 - The council voted on Monday to close the "old" terminal, its chairman said.\n\nResidents had asked for a delay; the mayor, Jon Hale, had not answered.',
  },
  {
    id: "a-2",
    headline: 'Tram "line" to open, at last',
    author: "Lena Corvin; Omar Siv",
    published: "June 4, 2019",
    url: "https://gazette.example/2",
    text: 'The line will open in May, the operator said on Tuesday after a test run at night.\n\n"We are ready," it added.',
  },
  {
    id: "a-3",
    headline: "Жители просят отсрочку",
    author: "",
    published: "2019-06-05",
    url: "",
    text: "Жители города попросили совет об отсрочке, сообщил во вторник председатель совета. Ответа пока нет, сказал он.",
  },
];
type Row = (typeof rows)[number];
const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];

function assertRows(text: string, fileName: string): void {
  const document = parseDocument(text, { fileName });
  const articles = articlesOf(text, fileName);
  assert.deepEqual(
    articles.map(({ title }) => title),
    rows.map(({ headline }) => headline),
  );
  assert.deepEqual(
    articles.map(({ date }) => date),
    ["2019-06-03", "2019-06-04", "2019-06-05"],
  );
  assert.deepEqual(
    articles.map(({ authors }) => authors),
    [["Tove Arlen"], ["Lena Corvin", "Omar Siv"], []],
  );
  assert.deepEqual(
    articles.map(({ body }) => body?.replaceAll("\r\n", "\n")),
    rows.map(({ text: body }) => body),
  );
  assert.equal(articles[0]?.paragraphs, 2);
  const chairman = document.text.indexOf("chairman");
  assert.equal(writtenAt(text, document, { start: chairman, end: chairman + 8 }), "chairman");
  assert.equal(document.slotAt(chairman), 0);
  assertCovered(text, fileName);
}

describe("tables of articles", () => {
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const needed = (value: string, delimiter: string): string => (/["\r\n]/.test(value) || value.includes(delimiter) ? quoted(value) : value);
  const table = (
    delimiter: string,
    spell: (name: string) => string,
    cell: (value: string, delimiter: string) => string,
    lineEnd = "\n",
  ): string =>
    [names.map(spell), ...rows.map((row) => names.map((name) => cell(row[name].replaceAll("\n", lineEnd), delimiter)))]
      .map((cells) => cells.join(delimiter))
      .join(lineEnd) + lineEnd;
  const spellings: Readonly<Record<string, (name: string) => string>> = {
    plain: (name) => name,
    capitals: (name) => name.toUpperCase(),
    others: (name) =>
      ({ id: "Article ID", headline: "Title", author: "Authors", published: "publication_date", url: "Link", text: "Full Text" })[name] ??
      name,
    camel: (name) =>
      ({
        id: "articleId",
        headline: "articleTitle",
        author: "authorNames",
        published: "publishedAt",
        url: "sourceUrl",
        text: "articleBody",
      })[name] ?? name,
  };
  for (const [name, spell] of Object.entries(spellings)) {
    it(`names: ${name}`, () => {
      assertRows(table(",", spell, needed), "news.csv");
    });
  }
  for (const delimiter of [",", ";", "\t", "|"]) {
    for (const lineEnd of ["\n", "\r\n"]) {
      it(`delimiter ${JSON.stringify(delimiter)}, line end of ${lineEnd.length}`, () => {
        assertRows(
          table(delimiter, (value) => value, needed, lineEnd),
          "news.csv",
        );
        assertRows(table(delimiter, quoted, quoted, lineEnd), "news.txt");
        assertRows(`\ufeff${table(delimiter, (value) => value, needed, lineEnd)}`, "news.csv");
      });
    }
  }

  it("reads a TSV whose cells are not quoted and whose line ends are escaped", () => {
    const text = ["title\ttext", ...rows.map(({ headline, text: body }) => `${headline}\t${body.replaceAll("\n", "\\n")}`)].join("\n");
    const articles = articlesOf(text, "news.tsv");
    assert.deepEqual(
      articles.map(({ title }) => title),
      rows.map(({ headline }) => headline),
    );
    assert.deepEqual(
      articles.map(({ body }) => body),
      rows.map(({ text: body }) => body),
    );
    assertCovered(text, "news.tsv");
  });

  it("reads a table without names, seconds since 1970, lists of authors", () => {
    const long = rows.map(({ text }) => `${text} ${text} ${text}`.replaceAll("\n", " "));
    const bare = rows.map((row, index) => `${index + 1},${needed(row.headline, ",")},${quoted(long[index] ?? "")}`).join("\n");
    assert.deepEqual(
      articlesOf(bare, "train.csv").map(({ title }) => title),
      rows.map(({ headline }) => headline),
    );
    const listed = `title,authors,timestamp,content\n${rows.map((row) => `${needed(row.headline, ",")},"['Tove Arlen', 'Omar Siv']",1559520000,${quoted(row.text)}`).join("\n")}`;
    assert.deepEqual(
      articlesOf(listed, "x.csv").map(({ authors, date }) => [authors.join("|"), date]),
      rows.map(() => ["Tove Arlen|Omar Siv", "2019-06-03"]),
    );
  });

  it("names what is wrong with rows, and keeps them", () => {
    const text = `title,text\nOne,${quoted(rows[0]?.text ?? "")}\nTwo,${quoted(rows[1]?.text ?? "")},more\nThree,\nFour,"never closed, it goes on and on until the end of the file\nand further`;
    assert.deepEqual(viewOf(text, "x.csv")?.problems, ["ragged-row 5", "empty-body 8", "unclosed-quote 9"]);
    assert.equal(viewOf(text, "x.csv")?.keys.length, 4);
    assertCovered(text, "x.csv");
  });

  it("is none where no column holds texts", () => {
    assert.equal(viewOf("name,price,date\nlamp,12,2019-06-03\nchair,40,2019-06-04\n", "x.csv"), null);
    assert.equal(viewOf("On Monday, text, title and date were lost.\n\nThe council said so.\n"), null);
    assert.equal(viewOf("a,b\n1,2\n", "x.csv"), null);
  });
});

describe("scanTable", () => {
  const piece = fc.constantFrom("a", '"', '""', ",", ";", "\t", "\n", "\r\n", " ", "text", "é", "x y");
  it("agrees with Papa Parse on any text, and its cells and doubled quotes tell all", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (pieces, delimiter, newline) => {
          const text = pieces.map((part) => (part === "\n" || part === "\r\n" ? newline : part)).join("");
          const mine: string[][] = [];
          const open: number[] = [];
          scanTable(text, { delimiter, quoted: true }, (row) => {
            if (row.isOpen) open.push(row.start);
            mine.push(
              row.starts.map((start, column) =>
                text.slice(start, row.ends[column]).replaceAll(text.charAt(start - 1) === '"' ? '""' : "\u0000", '"'),
              ),
            );
            return true;
          });
          const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true });
          if (errors.length > 0 || open.length > 0) return;
          // A lone empty cell is an empty line to one of both.
          const full = (cells: readonly string[]): boolean => cells.length > 1 || cells[0] !== "";
          assert.deepEqual(mine.filter(full), data.filter(full));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe("records in JSON", () => {
  const lists: Readonly<Record<string, string>> = {
    "JSON Lines": rows.map((row) => JSON.stringify(row)).join("\n"),
    "JSON Lines in ASCII": rows
      .map((row) => JSON.stringify(row).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`))
      .join("\r\n"),
    "a list": JSON.stringify(rows, null, 2),
    "a list on one line": JSON.stringify(rows),
    "a list under a key": JSON.stringify({ status: "ok", meta: { total: 3, tags: ["a", "b"] }, articles: rows }, null, 1),
    "nested keys": JSON.stringify({
      data: { items: rows.map(({ text, headline, ...rest }) => ({ ...rest, title: { rendered: headline }, content: { rendered: text } })) },
    }),
    "a list of authors": rows
      .map(({ author, ...row }) => JSON.stringify({ ...row, authors: author.split("; ").filter((name) => name !== "") }))
      .join("\n"),
    "authors as objects": rows
      .map(({ author, ...row }) =>
        JSON.stringify({
          ...row,
          authors: author
            .split("; ")
            .filter((name) => name !== "")
            .map((name) => ({ name })),
        }),
      )
      .join("\n"),
    "a record under each id": JSON.stringify(Object.fromEntries(rows.map(({ id, ...row }) => [id, row])), null, 2),
    "escaped slashes": rows.map((row) => JSON.stringify(row).replaceAll("/", "\\/")).join("\n"),
  };
  for (const [name, text] of Object.entries(lists)) {
    it(name, () => {
      assertRows(text, "news.json");
    });
  }

  it("joins a text that is a list of paragraphs", () => {
    const text = rows.map(({ text: body, ...row }) => JSON.stringify({ ...row, content: body.split("\n\n") })).join("\n");
    const articles = articlesOf(text, "x.jsonl");
    assert.deepEqual(
      articles.map(({ body }) => body),
      rows.map(({ text: body }) => body.replaceAll("\n\n", "\n")),
    );
    assert.deepEqual(
      articles.map(({ paragraphs }) => paragraphs),
      [2, 2, 1],
    );
    assertCovered(text);
  });

  it("takes the publisher from a nested source, times in milliseconds", () => {
    const text = JSON.stringify({
      articles: rows.map((row) => ({
        source: { id: null, name: "The Marrek Gazette" },
        title: row.headline,
        content: row.text,
        publishedAt: 1559520000000,
      })),
    });
    assert.deepEqual(
      articlesOf(text, "x.json").map(({ publisher, date }) => [publisher, date]),
      rows.map(() => ["The Marrek Gazette", "2019-06-03"]),
    );
  });

  it("keeps the records around one that is broken, and names it", () => {
    const lines = rows.map((row) => JSON.stringify(row));
    const text = [lines[0], (lines[1] ?? "").slice(0, 120), lines[2], "not JSON", (lines[0] ?? "").replace("a-1", "a-9")].join("\n");
    const view = viewOf(text, "x.jsonl");
    assert.deepEqual(view?.keys, ["a-1", "a-3", "a-9"]);
    assert.deepEqual(view.problems, ["broken-record 2"]);
    assert.equal(view.outside.length, 2);
    assertCovered(text);
  });

  it("is none where no key holds texts", () => {
    assert.equal(viewOf(JSON.stringify({ name: "tool", version: "1.0.0", dependencies: { a: "1" } }, null, 2), "package.json"), null);
    assert.equal(viewOf("[1, 2, 3]", "x.json"), null);
    assert.equal(viewOf('{"a":'.repeat(5000), "x.json"), null);
    assert.equal(viewOf("[".repeat(200_000), "x.json"), null);
  });

  it("reads any records as JSON.parse does", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string({ maxLength: 5 })),
    );
    const record = fc.record({
      title: fc.string({ maxLength: 20 }),
      other: value,
      more: fc.dictionary(fc.string({ maxLength: 4 }), value),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), fc.boolean(), (records, isList) => {
        const filled = records.map((entry, index) => ({
          ...entry,
          text: `${"Words of the article, said on Monday. ".repeat(4)}\n\t"${index}" \u00e9\\`,
        }));
        const text = isList ? JSON.stringify(filled, null, 1) : filled.map((entry) => JSON.stringify(entry)).join("\n");
        const document = parseDocument(text, { fileName: "x.json" });
        assert.deepEqual(
          document.slots.map((slot) => document.text.slice(slot.text.start, slot.text.end)),
          filled.map((entry) => entry.text),
        );
        assertCovered(text, "x.json");
      }),
      { numRuns: 500 },
    );
  });
});

describe("records as interfaces and data sets give them", () => {
  const body = "The council voted on Monday to close the terminal, its chairman said.\n\nResidents had asked for a delay.";
  const cases: Readonly<Record<string, unknown>> = {
    "a newspaper's search": {
      response: {
        status: "ok",
        results: [
          {
            id: "world/2019/jun/03/ferry",
            webTitle: "Council closes ferry terminal",
            webPublicationDate: "2019-06-03T10:00:00Z",
            webUrl: "https://gazette.example/1",
            fields: { byline: "Tove Arlen", bodyText: body },
          },
        ],
      },
    },
    "another newspaper's search": {
      response: {
        docs: [
          {
            web_url: "https://gazette.example/1",
            lead_paragraph: body,
            headline: { main: "Council closes ferry terminal", kicker: null },
            byline: { original: "By Tove Arlen" },
            pub_date: "2019-06-03T10:00:00+0000",
          },
        ],
      },
    },
    "structured data of a page": {
      "@type": "NewsArticle",
      headline: "Council closes ferry terminal",
      articleBody: body,
      datePublished: "2019-06-03",
      author: [{ "@type": "Person", name: "Tove Arlen" }],
      url: "https://gazette.example/1",
    },
    "a crawler's record": {
      authors: ["Tove Arlen"],
      date_download: "2024-01-01 10:00:00",
      date_publish: "2019-06-03 10:00:00",
      maintext: body,
      source_domain: "gazette.example",
      title: "Council closes ferry terminal",
      url: "https://gazette.example/1",
    },
    "a monitoring service": {
      posts: [
        {
          thread: { title: "", site: "gazette.example" },
          title: "Council closes ferry terminal",
          text: body,
          author: "Tove Arlen",
          published: "2019-06-03T10:00:00.000+03:00",
          crawled: "2024-01-01",
          url: "https://gazette.example/1",
        },
      ],
    },
  };
  for (const [name, value] of Object.entries(cases)) {
    it(name, () => {
      const [article] = articlesOf(JSON.stringify(value, null, 1), "x.json");
      assert.deepEqual(
        [article?.title, article?.authors, article?.date, article?.url, article?.body],
        ["Council closes ferry terminal", ["Tove Arlen"], "2019-06-03", "https://gazette.example/1", body],
      );
    });
  }

  it("tables of data sets", () => {
    const text = `"sep=,"`.slice(1, -1) + `\n,id,article,highlights\n0,0a1,"${body}",Terminal closes\n1,0a2,"${body}",More\n`;
    assert.deepEqual(
      articlesOf(text, "x.csv").map(({ key, body: read }) => [key, read]),
      [
        ["0a1", body],
        ["0a2", body],
      ],
    );
  });
});
