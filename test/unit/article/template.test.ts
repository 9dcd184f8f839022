import assert from "node:assert/strict";
import { TemplateCounts, templateCandidates } from "../../../src/core/article/template";
import { parseDocument } from "../../../src/core/corpus/parseDocument";

const towns = "Velm Tarn Korvat Lissen Stenna Halmir Arda Kestrovia Ostrana Pellin Marsk Dunmoor".split(" ");
const story = (town: string, number: number): string =>
  `${town} Council Votes on Bridge ${number}\n\nThe council of ${town} voted on Monday to close bridge number ${number} over the ${town} river, ending a long dispute.\n\n` +
  `Mayor Ilse ${town} said the decision was difficult and that ${number} families would be moved before the winter.`;
const frame = (text: string): string =>
  `Arda Valley Notes\nHarbour Life\nTown Matters\nIlse Brandt\n\n${text}\n\nThis paper is made by nine people in a house by the river and lives from its readers alone.\n\nPrinted in Tarn, bureau phone 555 0134`;

function read(texts: readonly string[]): { counts: TemplateCounts; articles: ReturnType<ReturnType<typeof parseDocument>["article"]>[] } {
  const counts = new TemplateCounts();
  texts.forEach((text, i) => {
    counts.take(`${i}`, "folder", templateCandidates(text, { start: 0, end: text.length }));
  });
  const articles = texts.map((text, i) =>
    parseDocument(text, { fileName: "a.txt", kind: "article", templateOf: () => counts.linesFor(`${i}`) }).article(0),
  );
  return { counts, articles };
}

describe("lines that many articles share", () => {
  const texts = towns.map((town, i) => frame(story(town, i + 3)));

  it("are the site's, above and below the text", () => {
    const { articles } = read(texts);
    for (const [i, article] of articles.entries()) {
      assert.equal(article.headline?.value, `${towns[i] ?? ""} Council Votes on Bridge ${i + 3}`);
      assert.equal(article.paragraphs.length, 2);
      assert.deepEqual(article.authors, [], "a menu's name is no author's");
      const text = texts[i] ?? "";
      const shared = article.boilerplate.map(({ start, end }) => text.slice(start, end)).join("\n");
      assert.match(shared, /Town Matters/);
      assert.match(shared, /nine people/);
      assert.match(shared, /bureau phone/);
    }
  });

  it("are the text's where they are few", () => {
    const { articles } = read(texts.slice(0, 3));
    const text = texts[0] ?? "";
    assert.ok(
      articles[0]?.paragraphs.some(({ pieces }) => pieces.some(({ start, end }) => text.slice(start, end).includes("nine people"))),
    );
  });

  it("are the text's in copies of one article", () => {
    const { articles, counts } = read(Array.from({ length: 8 }, (_, i) => `Copy ${"abcdefgh"[i] ?? ""}\n\n${story("Velm", 4)}`));
    assert.equal(articles[0]?.paragraphs.length, 2);
    assert.deepEqual(counts.concerned(), []);
  });

  it("change what is concerned, once", () => {
    const { counts } = read(texts);
    assert.equal(counts.concerned().length, towns.length);
    assert.deepEqual(counts.concerned(), []);
  });

  it("are forgotten with the articles that have them", () => {
    const { counts } = read(texts);
    counts.concerned();
    for (let i = 3; i < towns.length; i++) counts.forget(`${i}`);
    assert.deepEqual(counts.concerned(), ["0", "1", "2"]);
    const text = texts[0] ?? "";
    assert.equal(counts.linesFor("0")?.share(text, 0, text.indexOf("\n")), 0);
    assert.equal(counts.linesFor("7"), null);
  });

  it("are counted alike in any order, and after replacing", () => {
    const one = read(texts).counts;
    const other = new TemplateCounts();
    for (const i of [...texts.keys()].reverse()) {
      other.take(`${i}`, "elsewhere", templateCandidates("Something\nelse", { start: 0, end: 14 }));
      other.take(`${i}`, "folder", templateCandidates(texts[i] ?? "", { start: 0, end: texts[i]?.length ?? 0 }));
    }
    const text = texts[0] ?? "";
    for (let start = 0; start < text.length; start = text.indexOf("\n", start) + 1 || text.length) {
      const end = !text.includes("\n", start) ? text.length : text.indexOf("\n", start);
      assert.equal(one.linesFor("0")?.share(text, start, end), other.linesFor("0")?.share(text, start, end));
    }
  });

  it("are right among very many", () => {
    const counts = new TemplateCounts();
    const many = Array.from({ length: 3000 }, (_, i) =>
      frame(
        `${story(towns[i % 12] ?? "", i)}\n${i.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")} is a line of its own`,
      ),
    );
    many.forEach((text, i) => {
      counts.take(`${i}`, "folder", templateCandidates(text, { start: 0, end: text.length }));
    });
    const text = many[0] ?? "";
    const share = (line: string): number => counts.linesFor("0")?.share(text, text.indexOf(line), text.indexOf(line) + line.length) ?? -1;
    assert.ok(share("Town Matters") > 0);
    assert.equal(share("q is a line of its own"), 0);
  });
});
