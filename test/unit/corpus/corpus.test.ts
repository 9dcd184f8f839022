import assert from "node:assert/strict";
import { articleId } from "../../../src/core/corpus/articleRecord";
import { hasAncestorIn, isWithin, nameOf, placeLabel } from "../../../src/core/corpus/places";
import { corpusOf } from "./corpusOf";

const text = (title: string, date: string, outlet = "The Harbour Gazette"): string =>
  `# ${title}\n\nBy ${outlet}\n\n${date}\n\n**${outlet}**\n\nThe council of Port Ellery met on Tuesday to discuss the matter, officials said. It went on for hours.\n`;

describe("a corpus", () => {
  it("finds articles by their ids", () => {
    const corpus = corpusOf([
      ["file:///c/a.txt", text("One", "March 3, 2021")],
      ["file:///c/b.bundle", `<<<FILE #7>>>\n${text("Two", "")}<<<END FILE>>>\n<<<FILE: x#y.txt>>>\n${text("Three", "")}<<<END FILE>>>\n`],
    ]);
    for (const record of corpus.articles()) assert.equal(corpus.article(articleId(record)), record);
    assert.deepEqual([...corpus.articles()].map(articleId), ["file:///c/a.txt", "file:///c/b.bundle##7", "file:///c/b.bundle#x#y.txt"]);
    assert.equal(corpus.article("file:///c/b.bundle"), null);
    assert.equal(corpus.article("file:///c/a.txt#x"), null);
  });

  it("reads an ambiguous date as its publisher writes the others", () => {
    const dates = (...others: readonly string[]): string => {
      const corpus = corpusOf([
        ["file:///a.txt", text("One", "03/04/2021")],
        ...others.map((date, index) => [`file:///${index}.txt`, text("Other", date)] as const),
      ]);
      const record = corpus.articlesOf("file:///a.txt")[0]!;
      return `${corpus.dateOf(record) ?? "none"}${corpus.isDateAmbiguous(record) ? " ?" : ""}`;
    };
    assert.equal(dates("25/12/2020"), "2021-04-03");
    assert.equal(dates("12/25/2020"), "2021-03-04");
    assert.match(dates(), / \?$/);
    assert.match(dates("25/12/2020", "12/25/2020"), / \?$/);
    assert.equal(dates("12/25/2020", ...Array.from({ length: 9 }, () => "25/12/2020")), "2021-04-03");
  });

  it("knows which documents changed since a revision, or that it does not", () => {
    const corpus = corpusOf([
      ["file:///a.txt", text("One", "")],
      ["file:///b.txt", text("Two", "")],
    ]);
    const before = corpus.revision;
    assert.deepEqual(corpus.changedSince(before), []);
    const records = corpus.articlesOf("file:///a.txt");
    corpus.setDocument("file:///a.txt", records);
    corpus.deleteDocument("file:///b.txt");
    corpus.deleteDocument("file:///b.txt");
    assert.deepEqual(corpus.changedSince(before), ["file:///a.txt", "file:///b.txt"]);
    assert.deepEqual(corpus.changedSince(before + 1), ["file:///b.txt"]);
    const recent = corpus.revision;
    for (let times = 0; times < 5000; times++) corpus.setDocument(`file:///${times % 3}.txt`, []);
    assert.equal(corpus.changedSince(recent), null);
    assert.deepEqual(corpus.changedSince(corpus.revision - 2), ["file:///0.txt", "file:///1.txt"]);
    corpus.clear();
    assert.equal(corpus.changedSince(corpus.revision - 1), null);
    assert.deepEqual(corpus.changedSince(corpus.revision), []);
  });

  it("does not take one publisher's habit for another's", () => {
    const corpus = corpusOf([
      ["file:///a.txt", text("One", "03/04/2021")],
      ["file:///b.txt", text("Two", "25/12/2020", "Port Ellery Courier")],
    ]);
    assert.equal(corpus.isDateAmbiguous(corpus.articlesOf("file:///a.txt")[0]!), true);
  });

  it("resolves a listed title to the article with that headline", () => {
    const corpus = corpusOf([
      ["file:///a.txt", text("Ferry Terminal Reopens", "")],
      ["file:///b.txt", text("FERRY terminal “reopens”!", "")],
      [
        "file:///c.txt",
        "The council of Port Ellery met on Tuesday to discuss the matter, officials said. It went on for hours.\n\nNobody voted on it.\n",
      ],
    ]);
    const resolve = (title: string, except: string | null = null): string | undefined => corpus.resolveTitle(title, except)?.uri;
    assert.equal(resolve("Ferry terminal reopens"), "file:///a.txt");
    assert.equal(resolve("Ferry terminal reopens", "file:///a.txt"), "file:///b.txt");
    assert.equal(resolve("Ferry terminal"), undefined);
    assert.equal(resolve("…"), undefined);
    // A title that we made up is nobody's headline.
    assert.equal(resolve(corpus.articlesOf("file:///c.txt")[0]!.displayTitle), undefined);
    corpus.deleteDocument("file:///a.txt");
    assert.equal(resolve("Ferry terminal reopens"), "file:///b.txt");
  });

  it("keeps the range of its dates", () => {
    const corpus = corpusOf([
      ["file:///a.txt", text("One", "March 3, 2021")],
      ["file:///b.txt", text("Two", "May 1, 2019")],
      ["file:///c.txt", text("Three", "")],
    ]);
    assert.deepEqual(corpus.dateRange(), { from: "2019-05-01", to: "2021-03-03" });
    corpus.deleteDocument("file:///b.txt");
    assert.deepEqual(corpus.dateRange(), { from: "2021-03-03", to: "2021-03-03" });
    corpus.clear();
    assert.deepEqual([corpus.dateRange(), corpus.articleCount, corpus.documentCount], [{ from: null, to: null }, 0, 0]);
  });
});

describe("places", () => {
  it("know what lies within what", () => {
    assert.deepEqual(
      [
        ["file:///c/a.txt", "file:///c"],
        ["file:///c", "file:///c/"],
        ["file:///cc/a.txt", "file:///c"],
        ["file:///c/d/e", "file:///c/d/"],
      ].map(([uri = "", folder = ""]) => isWithin(uri, folder)),
      [true, true, false, true],
    );
  });

  it("know what a deleted folder takes with it", () => {
    const gone = new Set(["file:///c/d", "file:///e.txt"]);
    assert.deepEqual(
      ["file:///c/d/x/y.txt", "file:///c/d", "file:///c/dd/y.txt", "file:///e.txt", "file:///e.txt2"].map((uri) =>
        hasAncestorIn(uri, gone),
      ),
      [true, true, false, true, false],
    );
  });

  it("have readable names", () => {
    assert.equal(nameOf("file:///c/Gen%C3%A8ve.txt"), "Genève.txt");
    assert.equal(nameOf("file:///c/100%.txt"), "100%.txt");
    assert.equal(placeLabel("file:///c/d%20e/f", ["file:///c", "file:///c/d%20e"]), "d e/f");
    assert.equal(placeLabel("file:///c/d%20e/f", ["file:///c"]), "d e/f");
    assert.equal(placeLabel("untitled:Untitled-1", ["file:///c"]), "untitled:Untitled-1");
  });
});
