import { strict as assert } from "node:assert";
import { bCubed, type BCubed } from "../../../bench/related/bCubed";
import { atOnce } from "../../../src/core/util/atOnce";
import { readSamples } from "../../../bench/related/samples";
import { readWritten, type WrittenArticle } from "../../../bench/related/writtenStories";
import { articleFeatures } from "../../../src/core/related/articleFeatures";
import { TermIndex } from "../../../src/core/related/similarity/termIndex";
import { clusterStories } from "../../../src/core/related/stories/clusterStories";

type Stories = ReadonlyMap<string, string>;

/** The story that was found for each article, by id, named after its first article. */
function storiesFound(articles: readonly WrittenArticle[], originalOf = (id: string): string => id): Stories {
  const terms = new TermIndex();
  for (const { id, text, article } of articles) terms.set(id, articleFeatures(text, article).terms);
  const days = new Map(articles.map(({ id, day }) => [id, day]));
  const stories = atOnce(clusterStories({ terms, dayOf: (id) => days.get(id) ?? null, originalOf }));
  return new Map(stories.flatMap((ids) => ids.map((id) => [id, [...ids].sort()[0] ?? ""] as const)));
}

function score(articles: readonly WrittenArticle[], found: Stories): BCubed {
  return bCubed(new Map(articles.map(({ id, story }) => [id, story])), found);
}

describe("stories", () => {
  it("of the samples are those of a careful reader", () => {
    const { articles, stories, originals } = readSamples();
    const found = storiesFound(
      articles.map((article) => ({ ...article, story: "" })),
      (id) => originals.get(id) ?? id,
    );
    const { precision, recall } = bCubed(stories, found);
    assert.deepEqual({ precision, recall }, { precision: 1, recall: 1 });
  });

  it("leave out another event in the same place with the same people", () => {
    const { articles, originals } = readSamples();
    const found = storiesFound(
      articles.map((article) => ({ ...article, story: "" })),
      (id) => originals.get(id) ?? id,
    );
    // Maros and Verhany in Geneva, quarrelling over the river; and signing a treaty about trains.
    assert.equal(found.get("lissen-courier/maros-verhany-sign-amber-railway-deal.txt"), undefined);
    assert.notEqual(found.get("lissen-courier/tarlen-conference-opens-in-geneva.txt"), undefined);
    const written = storiesFound(readWritten("development"));
    for (const [one, other] of [
      ["sarrow-quake", "sarrow-flood"],
      ["norvane-merger", "norvane-fraud"],
      ["ferry-terminal", "ferry-crash"],
      ["calder-election", "school"],
    ]) {
      const [a, b] = [written.get(`${one}/1.txt`), written.get(`${other}/1.txt`)];
      assert.ok(a !== undefined && b !== undefined && a !== b, `${one} and ${other}`);
    }
  });

  it("keep their quality on texts that they were settled with", () => {
    const articles = readWritten("development");
    const { precision, f1 } = score(articles, storiesFound(articles));
    assert.ok(precision > 0.98 && f1 > 0.95, `precision ${precision}, F1 ${f1}`);
  });

  it("and on texts that they were not settled with", () => {
    const articles = readWritten("test");
    const { f1 } = score(articles, storiesFound(articles));
    assert.ok(f1 > 0.88, `F1 ${f1}`);
  });

  it("are the same in whatever order the articles came", () => {
    const articles = [...readWritten("development"), ...readWritten("test").map((article) => ({ ...article, id: `test ${article.id}` }))];
    const turned = [...articles].reverse();
    assert.deepEqual([...storiesFound(articles)].sort(), [...storiesFound(turned)].sort());
  });
});
