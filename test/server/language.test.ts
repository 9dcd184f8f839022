import assert from "node:assert/strict";
import type { DocumentLink, DocumentSymbol, FoldingRange, Range, SelectionRange, SemanticTokens } from "vscode-languageserver/node";
import { semanticTokenTypes } from "../../src/core/article/semanticTokenLegend";
import { LineIndex } from "../../src/core/text/lineIndex";
import { method, type QuietParts } from "../../src/protocol/corpus";
import { articleText, withCursor } from "./fixtures";
import { TestServer } from "./testServer";

const uri = "file:///corpus/ferry.txt";
const textDocument = { uri };

const withEverything = `Subscribe to the Harbour Gazette!

# Council Votes to Reopen Ferry Terminal

By Ines Calder

March 3, 2021

The town council of Port Ellery voted on Tuesday to reopen the old ferry terminal, which has been closed since a storm damaged its pier.

"We have waited long enough," said Mayor J. P. Orlov after the vote. She put the sum at 2.4 million crowns.

The first ferry is expected to leave for Saint Brannoc in the autumn (see https://ferries.example/timetable(new)).

Related articles:

- [Storm Damages Pier](#)
- [Ferry Line Looks for a Captain](http://harbour-gazette.example/captain)

Original url:

<https://harbour-gazette.example/2021/03/03/ferry-terminal>
`;

const bundle = `Collected by hand.
On two days.
<<<FILE>>>
PATH: first.txt
DATE: 2020-05-02
${articleText("Lighthouse Keeper Retires After Forty Years", "May 2, 2020")}<<<END FILE>>>
<<<FILE: second.txt>>>
${articleText("Fishing Quota Is Cut by a Third", "May 9, 2020")}<<<END FILE>>>
`;

describe("server: reading one document", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  /** The text of a range, long ones by their ends, with 1-based lines: what a reader sees selected. */
  const shown = (text: string, range: Range): string => {
    const lines = new LineIndex(text);
    const piece = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)).replace(/\s+/g, " ");
    return piece.length <= 40 ? piece : `${piece.slice(0, 18)} … ${piece.slice(-18)}`;
  };

  const outline = async (): Promise<string[]> => {
    const lines: string[] = [];
    const draw = (symbols: readonly DocumentSymbol[], indent: string): void => {
      for (const { name, detail, range, children } of symbols) {
        lines.push(`${indent}${name}${detail ? ` — ${detail}` : ""} [${range.start.line + 1}-${range.end.line + 1}]`);
        draw(children ?? [], `${indent}  `);
      }
    };
    draw(await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument }), "");
    return lines;
  };

  it("outline of an article", async () => {
    await server.open(uri, withEverything);
    assert.deepEqual(await outline(), [
      "Council Votes to Reopen Ferry Terminal — Harbour Gazette · 3 Mar 2021 [1-23]",
      "  Site text — Subscribe to the Harbour Gazette! [1-1]",
      "  Headline — Council Votes to Reopen Ferry Terminal [3-3]",
      "  Byline — Ines Calder [5-5]",
      "  Date — 3 Mar 2021 [7-7]",
      "  Lead — The town council of Port Ellery voted on Tuesday to reopen the old ferry termina… [9-9]",
      "  Body · 2 paragraphs [11-13]",
      "  Related articles — 2 [15-18]",
      "    Storm Damages Pier [17-17]",
      "    Ferry Line Looks for a Captain [18-18]",
      "  Source — https://harbour-gazette.example/2021/03/03/ferry-terminal [20-22]",
    ]);
  });

  it("outline of a bundle: one level more", async () => {
    await server.open(uri, bundle, "news-bundle");
    assert.deepEqual(
      (await outline()).filter((line) => !line.startsWith("  ")),
      [
        "Lighthouse Keeper Retires After Forty Years — The Harbour Gazette · 2 May 2020 [3-23]",
        "Fishing Quota Is Cut by a Third — The Harbour Gazette · 9 May 2020 [24-42]",
      ],
    );
    assert.ok(
      (await outline()).includes("  Lead — The town council of Port Ellery voted on Tuesday to reopen the old ferry termina… [33-33]"),
    );
  });

  it("selection ranges of all symbols lie in their ranges", async () => {
    const isWithin = (inner: Range, outer: Range): boolean => {
      const key = ({ line, character }: Range["start"]): number => line * 100_000 + character;
      return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
    };
    const check = (symbols: readonly DocumentSymbol[], parent: Range | null): void => {
      for (const symbol of symbols) {
        assert.ok(isWithin(symbol.selectionRange, symbol.range), symbol.name);
        if (parent !== null) assert.ok(isWithin(symbol.range, parent), symbol.name);
        check(symbol.children ?? [], symbol.range);
      }
    };
    for (const [text, language] of [
      [withEverything, "news-article"],
      [bundle, "news-bundle"],
      ["", "news-article"],
      ["\n\n", "news-article"],
      ["<<<FILE: a>>>", "news-bundle"],
    ] as const) {
      await server.open(uri, text, language);
      const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
      assert.equal(symbols.length, text === bundle ? 2 : 1);
      check(symbols, null);
      await server.close(uri);
    }
  });

  it("the outline follows an edit at once", async () => {
    await server.open(uri, withEverything);
    await server.edit(uri, "Rejects Plan for the", { start: { line: 2, character: 10 }, end: { line: 2, character: 25 } });
    assert.match((await outline())[0] ?? "", /^Council Rejects Plan for the Ferry Terminal — /);
  });

  it("folding: articles, header lines, lists, site text, what is outside", async () => {
    const folds = async (text: string, language: string): Promise<string[]> => {
      await server.open(uri, text, language);
      const ranges = await server.request<FoldingRange[]>("textDocument/foldingRange", { textDocument });
      await server.close(uri);
      return ranges.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind === undefined ? "" : ` ${kind}`}`);
    };
    assert.deepEqual(await folds(withEverything, "news-article"), ["3-22", "15-18 region"]);
    assert.deepEqual(await folds(`Support the Gazette!\n\nDonate today\n\n${articleText("Council Votes")}`, "news-article"), [
      "1-3 imports",
      "5-21",
    ]);
    assert.deepEqual(await folds(bundle, "news-bundle"), ["1-2 comment", "3-23", "4-5 comment", "6-22", "24-42", "25-41"]);
  });

  for (const [what, fixture, expected] of [
    [
      "a word in the body",
      withEverything.replace("Mayor J.", "May$0or J."),
      [
        "Mayor",
        '"We have waited lo … ov after the vote.',
        '"We have waited lo … .4 million crowns.',
        "The town council o … e/timetable(new)).",
        "Subscribe to the H … 03/ferry-terminal>",
      ],
    ],
    ["a number with its decimals", withEverything.replace("at 2.4", "at 2.$04"), ["4", "She put the sum at 2.4 million crowns."]],
    [
      "an entry of the related list",
      withEverything.replace("Damages", "Dam$0ages"),
      ["Damages", "Storm Damages Pier", "- [Storm Damages Pier](#)", "Related articles:  … e.example/captain)"],
    ],
    ["the headline", withEverything.replace("Votes", "V$0otes"), ["Votes", "Council Votes to Reopen Ferry Terminal"]],
  ] as const) {
    it(`expands the selection from ${what}`, async () => {
      const { text, position } = withCursor(fixture);
      await server.open(uri, text);
      const [first] = await server.request<SelectionRange[]>("textDocument/selectionRange", { textDocument, positions: [position] });
      const chain: string[] = [];
      for (let range = first; range !== undefined; range = range.parent) chain.push(shown(text, range.range));
      assert.deepEqual(chain.slice(0, expected.length), expected);
    });
  }

  it("expands the selection in a bundle up to the whole of it", async () => {
    const { text, position } = withCursor(bundle.replace("Quota", "Quo$0ta"));
    await server.open(uri, text, "news-bundle");
    const [first] = await server.request<SelectionRange[]>("textDocument/selectionRange", { textDocument, positions: [position] });
    const lines: string[] = [];
    for (let range = first; range !== undefined; range = range.parent)
      lines.push(`${range.range.start.line + 1}-${range.range.end.line + 1}`);
    assert.deepEqual(lines, ["25-25", "25-25", "25-41", "25-42", "24-42", "1-43"]);
  });

  it("links web addresses and nothing else", async () => {
    await server.open(
      uri,
      `${withEverything}\njavascript:alert(1) file:///etc/passwd [x](command:foo) HTTPS://UPPER.example/a. http://[bad http://`,
    );
    const links = await server.request<DocumentLink[]>("textDocument/documentLink", { textDocument });
    assert.deepEqual(
      links.map((link) => link.target),
      [
        "https://ferries.example/timetable(new)",
        "http://harbour-gazette.example/captain",
        "https://harbour-gazette.example/2021/03/03/ferry-terminal",
        "HTTPS://UPPER.example/a",
      ],
    );
  });

  it("colours what a grammar cannot know", async () => {
    await server.open(uri, withEverything);
    const coloured = ({ data }: SemanticTokens): string[] => {
      const lines = new LineIndex(withEverything);
      const found: string[] = [];
      let line = 0;
      let character = 0;
      for (let i = 0; i + 4 < data.length; i += 5) {
        const [lineStep = 0, step = 0, length = 0, type = 0] = data.slice(i, i + 4);
        line += lineStep;
        character = lineStep === 0 ? character + step : step;
        const start = lines.startOf(line) + character;
        found.push(`${semanticTokenTypes[type] ?? "?"}: ${withEverything.slice(start, start + length)}`);
      }
      return found;
    };
    const all = [
      "boilerplate: Subscribe to the Harbour Gazette!",
      "headline: Council Votes to Reopen Ferry Terminal",
      "author: Ines Calder",
      "date: March 3, 2021",
      "relatedTitle: Storm Damages Pier",
      "relatedTitle: Ferry Line Looks for a Captain",
      "sourceUrl: https://harbour-gazette.example/2021/03/03/ferry-terminal",
    ];
    assert.deepEqual(coloured(await server.request("textDocument/semanticTokens/full", { textDocument })), all);
    const range = { start: { line: 2, character: 0 }, end: { line: 5, character: 0 } };
    assert.deepEqual(coloured(await server.request("textDocument/semanticTokens/range", { textDocument, range })), all.slice(1, 3));
  });

  it("tells what steps back: site text, and what stands around the story", async () => {
    await server.open(uri, withEverything);
    const { boilerplate, details } = await server.request<QuietParts>(method.quietParts, { uri });
    assert.deepEqual(
      boilerplate.map((range) => shown(withEverything, range)),
      ["Subscribe to the Harbour Gazette!"],
    );
    assert.ok(details.some((range) => shown(withEverything, range).includes("Ines Calder")));
  });

  it("has nothing to say of a text that is no article", async () => {
    await server.open(uri, "milk\neggs\ncall the plumber\n", "plaintext");
    assert.deepEqual(await outline(), []);
    assert.deepEqual(await server.request("textDocument/foldingRange", { textDocument }), []);
    assert.equal(await server.request("textDocument/selectionRange", { textDocument, positions: [{ line: 0, character: 0 }] }), null);
  });
});
