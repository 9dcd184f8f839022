import assert from "node:assert/strict";
import { csvExport } from "../../../../src/client/views/entities/export/csvExport";
import type { EntityRecord } from "../../../../src/client/views/entities/export/entityRecord";
import { jsonExport } from "../../../../src/client/views/entities/export/jsonExport";
import { markdownExport } from "../../../../src/client/views/entities/export/markdownExport";

const hostile = '=1+1, "quoted" [link](command:evil) <b>bold</b>';

const record: EntityRecord = {
  profile: {
    summary: {
      id: "PER:ilka maros",
      kind: "PER",
      name: "Ilka *Maros*",
      role: "Foreign Minister",
      aliases: ["Maros"],
      mentions: 2,
      articles: 1,
      firstDate: "2024-10-07",
      lastDate: "2024-10-07",
    },
    forms: [{ text: "Maros", count: 2 }],
    roles: [{ phrase: "Foreign Minister", articles: 1, from: 2024, to: 2024 }],
    outlets: 1,
    copies: 0,
    timeline: [{ start: "2024-10-01", articles: 1, mentions: 2 }],
    timelineUnit: "month",
    occursWith: [],
    sentences: [],
    because: [],
    corrections: [],
  },
  mentions: [
    {
      articleId: "a",
      uri: "file:///c/a.txt",
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 7 } },
      title: "# Title",
      date: "2024-10-07",
      text: "Maros",
      before: hostile,
      after: " said",
    },
    {
      articleId: "a",
      uri: "file:///c/a.txt",
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 5 } },
      title: "# Title",
      date: "2024-10-07",
      text: "Maros",
      before: "",
      after: "",
    },
  ],
  pathOf: (uri) => uri.slice("file:///c/".length),
};

describe("Exports of an entity", () => {
  it("write mentions as CSV that no spreadsheet takes for a formula", () => {
    assert.deepEqual(csvExport(record).split("\r\n"), [
      "file,line,column,title,date,before,name,after",
      'a.txt,5,3,# Title,2024-10-07,"\'=1+1, ""quoted"" [link](command:evil) <b>bold</b>",Maros," said"',
      "a.txt,7,1,# Title,2024-10-07,,Maros,",
      "",
    ]);
  });

  it("write profile and contexts as JSON", () => {
    const json = JSON.parse(jsonExport(record)) as {
      readonly kind: string;
      readonly contexts: readonly { readonly line: number; readonly before: string }[];
    };
    assert.equal(json.kind, "person");
    assert.deepEqual(
      json.contexts.map(({ line, before }) => [line, before]),
      [
        [5, hostile],
        [7, ""],
      ],
    );
  });

  it("write Markdown in which texts of the corpus are text", () => {
    assert.equal(
      markdownExport(record),
      [
        "# Ilka \\*Maros\\*",
        "person. 2 mentions in 1 article of 1 outlet, 2024-10-07 to 2024-10-07.",
        "## Roles",
        "- Foreign Minister (1 article, 2024)",
        "## Forms",
        "- Maros (2×)",
        "## Mentions by month",
        "- 2024-10-01: 2 mentions in 1 article",
        "## Contexts",
        "### \\# Title, 2024-10-07",
        '- \\=1\\+1, "quoted" \\[link\\]\\(command\\:evil\\) &lt;b\\>bold&lt;\\/b\\>**Maros** said (a\\.txt, line 5)\n- **Maros** (a\\.txt, line 7)',
      ].join("\n\n") + "\n",
    );
  });
});
