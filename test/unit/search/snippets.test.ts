import { deepEqual } from "node:assert/strict";
import type { HighlightPlan } from "../../../src/core/search/engine/highlightPlan";
import type { SearchableText } from "../../../src/core/search/engine/searchable";
import { contextKey, contextsOf } from "../../../src/core/search/show/contexts";
import { exportCsv } from "../../../src/core/search/show/exportCsv";
import { exportJson } from "../../../src/core/search/show/exportJson";
import { exportMarkdown } from "../../../src/core/search/show/exportMarkdown";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { snippetsOf } from "../../../src/core/search/show/snippets";

const phrase = (...words: string[]): HighlightPlan => [{ sequence: words.map((word) => new Set([word])), near: null, zone: null }];

/** `|` ends the title, `¦` the body; the rest is site text. Paragraphs are lines; `/` is a stray blank line. */
function article(written: string): SearchableText {
  const text = written.replaceAll("/", "\n\n").replace(/[|¦]/g, "\n");
  const [title = "", body = "", site = ""] = written.split(/[|¦]/);
  let at = 0;
  const run = (part: string): { start: number; end: number }[] => {
    const span = { start: at, end: at + part.replaceAll("/", "--").length };
    at = span.end + 1;
    return [span];
  };
  return { text, title: run(title), body: body.split("\n").map(run), site: site === "" ? [] : [run(site)] };
}

function shown(text: SearchableText, plan: HighlightPlan, limit = 3): readonly string[] {
  return snippetsOf(text, findMatches(text, plan), limit).map(({ text: line, marks }) => {
    let out = "";
    let at = 0;
    for (const [start, end] of marks) {
      out += `${line.slice(at, start)}[${line.slice(start, end)}]`;
      at = end;
    }
    return out + line.slice(at);
  });
}

describe("snippets", () => {
  const filler = "and the engineers of the valley said that nothing of the kind had ever been heard of ".repeat(3);

  it("mark a phrase as one, across a stray blank line and odd spaces", () => {
    deepEqual(shown(article("Title|A sentence on the water/treaty and the water\u00a0treaty."), phrase("water", "treaty")), [
      "A sentence on the [water treaty] and the [water treaty].",
    ]);
  });
  it("do not mark the phrase's words apart", () => {
    deepEqual(shown(article("Title|The treaty on water is no water treaty"), phrase("water", "treaty")), [
      "The treaty on water is no [water treaty]",
    ]);
  });
  it("do not run through the end of a paragraph", () => {
    deepEqual(findMatches(article("Title|about the water\ntreaty of Lissen"), phrase("water", "treaty")), []);
  });
  it("are cut between words, with an ellipsis", () => {
    const [snippet = ""] = shown(article(`Title|${filler}the dam ${filler}`), phrase("dam"));
    deepEqual(
      [snippet.startsWith("…"), snippet.endsWith("…"), snippet.includes("the [dam] and"), /^…\S/.test(snippet)],
      [true, true, true, true],
    );
  });
  it("come from the body before site text and the title", () => {
    deepEqual(shown(article("A dam|Nothing here¦Read about the dam"), phrase("dam")), ["Read about the [dam]"]);
    deepEqual(shown(article("A dam|Nothing here"), phrase("dam")), ["A [dam]"]);
    deepEqual(shown(article("A dam|The dam¦dam"), phrase("dam")), ["The [dam]"]);
  });
  it("are the beginning where nothing is marked", () => {
    deepEqual(shown(article("Title|The beginning."), []), ["The beginning."]);
  });
  it("do not cut a character in two", () => {
    const text = article(`Title|${"\ud83d\ude00".repeat(100)} dam ${"\ud83d\ude00".repeat(100)}`);
    deepEqual(
      shown(text, phrase("dam")).map((line) => /\p{Surrogate}/u.test(line)),
      [false],
    );
  });
});

describe("contexts", () => {
  it("are the words on either side, in one paragraph", () => {
    const text = article("Title|The old dam  broke\nand the dam stood");
    deepEqual(
      contextsOf(text, findMatches(text, phrase("dam"))).map(({ before, match, after }) => [before, match, after]),
      [
        ["The old ", "dam", " broke"],
        ["and the ", "dam", " stood"],
      ],
    );
  });
  it("sort by the nearest words", () => {
    deepEqual(
      [
        contextKey({ before: "The Old ", after: " Broke, then" }, "left"),
        contextKey({ before: "The Old ", after: " Broke, then" }, "right"),
      ],
      ["old the", "broke then"],
    );
  });
});

describe("exports", () => {
  const hit = {
    title: '=HYPERLINK("x") *a* <b>',
    source: "The Courier, Daily",
    date: null,
    url: "javascript:alert(1)",
    file: "a b.txt#k",
    line: 3,
    snippets: [{ text: "the [dam](x) broke", marks: [[5, 8]] as const }],
    partial: false,
  };
  it("escape what Markdown would read", () => {
    deepEqual(
      exportMarkdown("a*b", [hit])
        .split("\n")
        .filter((line) => line !== ""),
      [
        "# Search: a\\*b",
        "1 article",
        '- **\\=HYPERLINK\\("x"\\) \\*a\\* &lt;b\\>**  ',
        "  The Courier, Daily · undated · javascript\\:alert\\(1\\) · a b\\.txt\\#k\\:3",
        "  > the \\[**dam**\\]\\(x\\) broke",
      ],
    );
  });
  it("make no formulas in CSV", () => {
    deepEqual(
      exportCsv([hit]).split("\r\n")[1],
      '"\'=HYPERLINK(""x"") *a* <b>","The Courier, Daily",,javascript:alert(1),a b.txt#k,3,the [dam](x) broke,all words',
    );
  });

  it("keep every hostile cell in its cell, and no formula among them", () => {
    for (const lead of ["=", "+", "-", "@", "\t", "\r"]) {
      for (const text of [`${lead}cmd|' /C calc'!A0`, `${lead}1,"2"\r\n=3`, `"${lead}1"`]) {
        const csv = exportCsv([{ ...hit, title: text, source: text, url: text, file: text, snippets: [{ text, marks: [] }] }]);
        const [heading, row, ...rest] = cellsOf(csv);
        deepEqual([heading?.length, row?.length, rest], [8, 8, []], csv);
        const shown = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
        deepEqual(row, [shown, shown, "", shown, shown, String(hit.line), shown, "all words"]);
      }
    }
  });

  it("give JSON that reads as the same hits", () => {
    const hostile = { ...hit, title: '"\u2028\ud800</script>\n' };
    deepEqual(JSON.parse(exportJson('a"b', "a AND b", [hostile])), { query: 'a"b', understoodAs: "a AND b", hits: [hostile] });
  });
});

/** Reads comma-separated values (RFC 4180). */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (let at = 0; at < csv.length;) {
    let cell = "";
    if (csv[at] === '"') {
      for (at++; csv[at] !== '"' || csv[at + 1] === '"'; at++) {
        if (csv[at] === '"') at++;
        cell += csv[at] ?? "";
      }
      at++;
    } else while (at < csv.length && csv[at] !== "," && csv[at] !== "\r") cell += csv[at++] ?? "";
    rows.at(-1)?.push(cell);
    if (csv[at] === ",") at++;
    else {
      at += 2;
      if (at < csv.length) rows.push([]);
    }
  }
  return rows;
}
