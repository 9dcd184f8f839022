import assert from "node:assert/strict";
import { TemplateCounts, type TemplateMember, templateCandidates } from "../../../src/core/article/template";
import { seededRandom } from "../../../bench/random";
import { atOnce } from "../../../src/core/util/atOnce";
import { parseDocument } from "../../../src/core/corpus/parseDocument";

const towns = "Velm Tarn Korvat Lissen Stenna Halmir Arda Kestrovia Ostrana Pellin Marsk Dunmoor".split(" ");
const story = (town: string, number: number): string =>
  `${town} Council Votes on Bridge ${number}\n\nThe council of ${town} voted on Monday to close bridge number ${number} over the ${town} river, ending a long dispute.\n\n` +
  `Mayor Ilse ${town} said the decision was difficult and that ${number} families would be moved before the winter.`;
const frame = (text: string): string =>
  `Arda Valley Notes\nHarbour Life\nTown Matters\nIlse Brandt\n\n${text}\n\nThis paper is made by nine people in a house by the river and lives from its readers alone.\n\nPrinted in Tarn, bureau phone 555 0134`;

const member = (group: string, text: string): TemplateMember => ({
  group,
  candidates: templateCandidates(text, { start: 0, end: text.length }),
});
const concerned = (counts: TemplateCounts): readonly string[] => atOnce(counts.settle());

function read(texts: readonly string[]): { counts: TemplateCounts; articles: ReturnType<ReturnType<typeof parseDocument>["article"]>[] } {
  const counts = new TemplateCounts();
  texts.forEach((text, i) => {
    counts.take(`${i}`, member("folder", text));
  });
  concerned(counts);
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
    assert.equal(counts.linesFor("0"), null);
  });

  it("concern those that have them, once", () => {
    const counts = new TemplateCounts();
    for (const [i, text] of texts.entries()) counts.take(`${i}`, member("folder", text));
    assert.equal(concerned(counts).length, towns.length);
    assert.ok(counts.isSettled);
    assert.deepEqual(concerned(counts), []);
    counts.take("x", member("folder", story("Velm", 99)));
    assert.ok(!counts.isSettled);
    assert.deepEqual(concerned(counts), [], "one article more or less moves no line");
  });

  it("are forgotten with the articles that have them", () => {
    const { counts } = read(texts);
    for (let i = 3; i < towns.length; i++) counts.forget(`${i}`);
    assert.deepEqual(concerned(counts), ["0", "1", "2"]);
    assert.equal(counts.linesFor("0"), null);
    assert.equal(counts.linesFor("7"), null);
  });

  it("are counted alike in any order, and after replacing", () => {
    const one = read(texts).counts;
    const other = new TemplateCounts();
    for (const i of [...texts.keys()].reverse()) {
      other.take(`${i}`, member("elsewhere", "Something\nelse"));
      other.take(`${i}`, member("folder", texts[i] ?? ""));
    }
    concerned(other);
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
      counts.take(`${i}`, member("folder", text));
    });
    concerned(counts);
    const text = many[0] ?? "";
    const share = (line: string): number => counts.linesFor("0")?.share(text, text.indexOf(line), text.indexOf(line) + line.length) ?? -1;
    assert.ok(share("Town Matters") > 0);
    assert.equal(share("q is a line of its own"), 0);
  });

  it("are the same after any history", () => {
    const lines = Array.from({ length: 12 }, (_, i) => `shared line ${"abcdefghijkl"[i] ?? ""}`);
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed);
      const below = (limit: number): number => Math.floor(random() * limit);
      const counts = new TemplateCounts();
      const kept = new Map<string, TemplateMember>();
      /** As a library has it: with which lines an article was read. */
      const readWith = new Map<string, number>();
      const now = (one: TemplateCounts, id: string): number => one.linesFor(id)?.fingerprint ?? 0;
      for (let step = 0; step < 150; step++) {
        const id = `${below(30)}`;
        if (random() < 0.3) {
          counts.forget(id);
          kept.delete(id);
          readWith.delete(id);
        } else {
          // Some are copies of others, with another frame.
          const body = `the longest line of all is that of article ${"abcdefghijklmnopqrst"[below(20)] ?? ""}`;
          const frame = lines.filter(() => random() < 0.3);
          const text = [...frame.slice(0, 2), body, ...frame.slice(2)].join("\n");
          kept.set(id, member(`group ${below(2)}`, text));
          counts.take(id, kept.get(id) ?? member("", ""));
          readWith.set(id, now(counts, id));
        }
        if (random() < 0.8) continue;
        for (const other of concerned(counts)) readWith.set(other, now(counts, other));
        const fresh = new TemplateCounts();
        for (const [one, itself] of [...kept].sort(() => random() - 0.5)) fresh.take(one, itself);
        concerned(fresh);
        for (const one of kept.keys()) {
          assert.equal(now(counts, one), now(fresh, one), `seed ${seed}, step ${step}`);
          assert.equal(readWith.get(one), now(counts, one), `seed ${seed}, step ${step}: nobody was told`);
        }
      }
    }
  });
});
