import assert from "node:assert/strict";
import { ArticleTree } from "../../../src/core/corpus/articleTree";
import type { Grouping } from "../../../src/core/corpus/articleGroups";
import type { ArticleRecord } from "../../../src/core/corpus/articleRecord";
import { Corpus } from "../../../src/core/corpus/corpus";
import { fold } from "../../../src/core/text/fold";

/** A record in a line: `title | publisher | date | uri`. */
function corpusFrom(...lines: readonly string[]): Corpus {
  const corpus = new Corpus();
  for (const line of lines) {
    const [title = "", publisher = "", iso = "", uri = ""] = line.split("|").map((part) => part.trim());
    corpus.setDocument(uri, [record(title, publisher, iso, uri)]);
  }
  return corpus;
}

function record(title: string, publisher: string, iso: string, uri: string): ArticleRecord {
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    uri,
    key: null,
    index: 0,
    displayTitle: title,
    displayTitleKind: "headline",
    foldedTitle: fold(title),
    publisher: publisher || null,
    agency: null,
    datelineCity: null,
    foldedSource: fold(publisher),
    date: iso === "" ? null : { iso, ambiguous: null, habit: null },
    byline: null,
    url: null,
    lead: "",
    wordCount: 0,
    selection: nowhere,
    range: nowhere,
  };
}

function deepEqualLines(lines: readonly string[], expected: readonly RegExp[]): void {
  assert.equal(lines.length, expected.length, lines.join("\n"));
  for (const [index, pattern] of expected.entries()) assert.match(lines[index] ?? "", pattern);
}

/** The tree as indented lines. */
function drawn(corpus: Corpus, by: Grouping, filter = "", roots: readonly string[] = ["file:///c"]): string[] {
  const tree = new ArticleTree(corpus, by, filter, roots);
  const lines: string[] = [];
  const draw = (parent: string | null, indent: string): void => {
    const { groups, articles } = tree.children(parent);
    for (const group of groups) {
      lines.push(`${indent}${group.label} (${group.count})`);
      draw(group.id, `${indent}  `);
    }
    for (const article of articles) lines.push(`${indent}${article.displayTitle}`);
  };
  draw(null, "");
  return lines;
}

const corpus = corpusFrom(
  "Zebra Escapes | Courier | 2021-03-01 | file:///c/a.txt",
  "Ferry Sails | Gazette | 2021-03-09 | file:///c/b.txt",
  "Ärzte Strike | GAZETTE | 2021-11-02 | file:///c/sub/c.txt",
  "Old Story | Courier | 2019-03-02 | file:///c/sub/d.txt",
  "Timeless | | | file:///d/e.txt",
);

describe("the tree of articles", () => {
  it("by date: newest year and month first, undated last", () => {
    assert.deepEqual(drawn(corpus, "date"), [
      "2021 (3)",
      "  November (1)",
      "    Ärzte Strike",
      "  March (2)",
      "    Ferry Sails",
      "    Zebra Escapes",
      "2019 (1)",
      "  March (1)",
      "    Old Story",
      "Undated (1)",
      "  Timeless",
    ]);
  });

  it("by publisher: spellings that differ in case alone are one", () => {
    assert.deepEqual(drawn(corpus, "publisher"), [
      "Courier (2)",
      "  Zebra Escapes",
      "  Old Story",
      "Gazette (2)",
      "  Ärzte Strike",
      "  Ferry Sails",
      "Unknown publisher (1)",
      "  Timeless",
    ]);
  });

  it("by folder: paths below the corpus's folder", () => {
    assert.deepEqual(drawn(corpus, "folder"), [
      "c (2)",
      "  Ferry Sails",
      "  Zebra Escapes",
      "d (1)",
      "  Timeless",
      "sub (2)",
      "  Ärzte Strike",
      "  Old Story",
    ]);
  });

  it("with several corpus folders, paths begin with the folder's name", () => {
    assert.deepEqual(
      drawn(corpus, "folder", "", ["file:///c", "file:///d"]).filter((line) => !line.startsWith(" ")),
      ["c (2)", "c/sub (2)", "d (1)"],
    );
  });

  it("numbers in titles and names of groups count by their value", () => {
    deepEqualLines(
      drawn(
        corpusFrom(
          "Round 10 | Ledger | 2013-11-05 | file:///c/part 10/a.txt",
          "Round 2 | Ledger | 2013-11-05 | file:///c/part 10/b.txt",
          "Round 1 | Ledger | 2013-11-05 | file:///c/part 2/c.txt",
        ),
        "folder",
      ).map((line) => line.trim()),
      [/^part 2/u, /^Round 1$/u, /^part 10/u, /^Round 2$/u, /^Round 10$/u],
    );
  });

  it("filters: width and strokes do not count either", () => {
    const corpus = corpusFrom("Łódź １２ | Ledger | 2013-11-05 | file:///c/a.txt", "Other | Ledger | 2013-11-05 | file:///c/b.txt");
    assert.equal(drawn(corpus, "none", "lodz 12").length, 1);
  });

  it("filters: every word somewhere in title, source or date; accents and case do not count", () => {
    assert.deepEqual(drawn(corpus, "none", "arzte"), ["Ärzte Strike"]);
    assert.deepEqual(drawn(corpus, "none", "Gazette 2021-03"), ["Ferry Sails"]);
    assert.deepEqual(drawn(corpus, "none", " "), ["Ärzte Strike", "Ferry Sails", "Zebra Escapes", "Old Story", "Timeless"]);
    assert.deepEqual(drawn(corpus, "none", "unicorn"), []);
  });

  it("shows a very large group in parts, and knows the part of an article", () => {
    const large = new Corpus();
    for (let i = 0; i < 2100; i++) {
      const uri = `file:///c/${String(i).padStart(4, "0")}.txt`;
      large.setDocument(uri, [record(`Story ${String(i).padStart(4, "0")}`, "Courier", "", uri)]);
    }
    const tree = new ArticleTree(large, "publisher", "", []);
    const [publisher] = tree.children(null).groups;
    const { groups, articles } = tree.children(publisher!.id);
    assert.deepEqual(
      [groups.map((group) => `${group.label} ${group.count}`), articles],
      [["1–500 500", "501–1000 500", "1001–1500 500", "1501–2000 500", "2001–2100 100"], []],
    );
    const first = tree.children(groups[1]!.id).articles[0]!;
    assert.equal(first.displayTitle, "Story 0500");
    assert.deepEqual(
      tree.pathOf(first)?.map((group) => group.label),
      ["Courier", "501–1000"],
    );
  });

  it("says from when to when the parts of a very large group are", () => {
    const large = new Corpus();
    for (let i = 0; i < 2100; i++) {
      const uri = `file:///c/${i}.txt`;
      large.setDocument(uri, [record(`Story ${i}`, "", i < 700 ? `${2000 + (i % 20)}-05-01` : "", uri)]);
    }
    const tree = new ArticleTree(large, "none", "", []);
    const { groups, articles } = tree.children(null);
    assert.deepEqual(
      groups.slice(0, 3).map(({ label, span }) => [label, span]),
      [
        ["1–500", { newest: "2019-05-01", oldest: "2005-05-01" }],
        ["501–1000", { newest: "2005-05-01", oldest: "2000-05-01" }],
        ["1001–1500", undefined],
      ],
    );
    assert.deepEqual(articles, []);
    assert.equal(tree.children(groups[4]!.id).articles.length, 100);
  });

  it("has no place for an article that the filter leaves out", () => {
    const article = corpus.article("file:///c/a.txt")!;
    assert.equal(new ArticleTree(corpus, "date", "ferry", []).pathOf(article), null);
    assert.equal(new ArticleTree(corpus, "none", "ferry", []).pathOf(article), null);
    assert.deepEqual(
      new ArticleTree(corpus, "date", "zebra", []).pathOf(article)?.map((group) => group.label),
      ["2021", "March"],
    );
  });
});
