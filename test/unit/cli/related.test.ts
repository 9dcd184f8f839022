import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as path from "node:path";
import { commandLine } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";
import gold from "../../fixtures/samples-gold.json";

const SEEDS = path.resolve("../shared/seeds");

interface Place {
  readonly file: string;
  readonly key: string | null;
}

async function json<T>(...args: string[]): Promise<T> {
  const { code, out, complaints } = await commandLine([...args, "--json"]);
  assert.equal(code, 0, complaints.join("\n"));
  return JSON.parse(out) as T;
}

const placeText = ({ file, key }: Place): string => (key === null ? file : `${file}#${key}`);

describe("corpus-navigator duplicates", () => {
  interface Pair {
    readonly a: Place;
    readonly b: Place;
    readonly similarity: number;
    readonly containment: number;
    readonly kind: string;
    readonly original: string | null;
  }

  it("lists each pair of the samples once, with its original, and nothing that is no copy", async () => {
    const pairs = await json<Pair[]>("duplicates", "samples");
    const planted = new Map(
      gold.nearDuplicates.map(({ original, copy, kind }) => [
        [placeText(original), placeText(copy)].sort().join(" "),
        { original: placeText(original), kind },
      ]),
    );
    assert.ok(pairs.length >= 4);
    for (const pair of pairs) {
      assert.deepEqual(Object.keys(pair), ["a", "b", "similarity", "containment", "kind", "original"]);
      const expected = planted.get([placeText(pair.a), placeText(pair.b)].sort().join(" "));
      assert.ok(expected !== undefined, JSON.stringify(pair));
      assert.equal(pair.original === null ? null : placeText(pair.original === "a" ? pair.a : pair.b), expected.original);
      assert.equal(pair.kind === "excerpt", expected.kind === "excerpt");
      assert.ok(pair.similarity > 0 && pair.similarity <= 1 && pair.containment > 0 && pair.containment <= 1);
    }
  });

  it("finds the one pair of the seeds", async function () {
    if (!existsSync(SEEDS)) this.skip();
    const [pair, ...others] = await json<Pair[]>("duplicates", SEEDS);
    assert.deepEqual(others, []);
    assert.deepEqual([pair?.a.file.slice(0, 3), pair?.b.file.slice(0, 3), pair?.original], ["000", "002", "b"]);
    assert.equal(pair?.similarity.toFixed(2), "0.73");
  });
});

describe("corpus-navigator related", () => {
  interface Related extends Place {
    readonly displayTitle: string;
    readonly datePublished: string | null;
    readonly score: number;
    readonly reasons: readonly string[];
  }

  it("lists what is related with reasons, best first", async () => {
    const related = await json<Related[]>("related", "samples", "nbs-news/first-vaccines-reach-stenna.txt", "--limit", "3");
    assert.equal(related.length, 3);
    for (const one of related) {
      assert.deepEqual(Object.keys(one), ["file", "key", "displayTitle", "datePublished", "score", "reasons"]);
      assert.match(one.reasons.join("; "), /shares .*(?:earlier|later|same day|undated)/);
    }
    assert.deepEqual(
      related.map(({ score }) => score),
      related.map(({ score }) => score).sort((a, b) => b - a),
    );
    assert.ok(
      related.every(({ displayTitle }) => /fever|vaccin/i.test(displayTitle)),
      JSON.stringify(related),
    );
  });

  it("takes an article of a bundle by its key, and says which keys there are", async () => {
    const related = await json<Related[]>("related", "samples", "samples/bundles/tarlen-talks.txt#korvat-herald/geneva-deal.txt");
    assert.ok(related.length > 0);
    const { code, complaints } = await commandLine(["related", "samples", "bundles/tarlen-talks.txt"]);
    assert.equal(code, 1);
    assert.match(
      complaints.at(-1) ?? "",
      /is a bundle: say which article, as bundles\/tarlen-talks\.txt#KEY\. It has nbs-news\/tarlen-talks-maros-walks-out\.txt, /,
    );
  });

  it("takes the key alone where all is one bundle", async () => {
    const [first] = await json<Related[]>("related", "samples/bundles/tarlen-talks.txt", "#korvat-herald/geneva-deal.txt", "--limit", "1");
    assert.equal(first?.file, "tarlen-talks.txt");
    assert.notEqual(first.key, "korvat-herald/geneva-deal.txt");
  });

  it("says which keys there are for one that is not there, and that a file is no bundle", async () => {
    const wrong = await commandLine(["related", "samples", "bundles/tarlen-talks.txt#nowhere"]);
    assert.equal(wrong.code, 1);
    assert.match(wrong.complaints.at(-1) ?? "", /tarlen-talks\.txt has no article with the key nowhere\. It has nbs-news\//);
    const single = await commandLine(["related", "samples", "nbs-news/first-vaccines-reach-stenna.txt#a"]);
    assert.equal(single.code, 1);
    assert.match(single.complaints.at(-1) ?? "", /first-vaccines-reach-stenna\.txt is no bundle: name it without #a\./);
  });

  it("fails for what is no article of the folder, and for a limit that is none", async () => {
    const { code, complaints } = await commandLine(["related", "samples", "nowhere.txt"]);
    assert.equal(code, 1);
    assert.match(complaints.at(-1) ?? "", /nowhere\.txt is no article of samples/);
    assert.equal((await commandLine(["related", "samples", "x", "--limit", "0"])).code, 2);
  });

  it("ranks the seeds as a careful editor would", async function () {
    if (!existsSync(SEEDS)) this.skip();
    const related = await json<Related[]>("related", SEEDS, "000_307e275ac3dd2876.txt");
    assert.deepEqual(
      related.map(({ file }) => file.slice(0, 3)),
      ["001", "003", "004"],
    );
    assert.deepEqual(
      related.map(({ reasons }) => reasons.at(-1)),
      ["3 days earlier", "6 months earlier", "undated"],
    );
  });
});

describe("an empty folder, and one that is not there", () => {
  let folder: string;
  before(() => {
    folder = temporaryFolder();
  });
  after(() => {
    removeFolder(folder);
  });

  for (const command of ["duplicates", "stories"]) {
    it(`${command}: an empty list, and a failure`, async () => {
      assert.deepEqual(await json<unknown[]>(command, folder), []);
      const { code, complaints } = await commandLine([command, path.join(folder, "nowhere"), "--json"]);
      assert.equal(code, 1);
      assert.match(complaints.at(-1) ?? "", /nowhere: no such file or folder/);
    });
  }

  it("related: a failure", async () => {
    assert.equal((await commandLine(["related", folder, "a.txt", "--json"])).code, 1);
  });
});

describe("corpus-navigator stories", () => {
  interface Story {
    readonly label: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly articles: readonly Place[];
  }

  it("keeps another event with the same people out of a story", async () => {
    const stories = await json<Story[]>("stories", "samples");
    const railway = gold.articles.find(({ story }) => story === "railway");
    const tarlen = stories.find(({ label }) => label.includes("Tarlen"));
    assert.ok(railway !== undefined && tarlen !== undefined && tarlen.articles.length >= 5);
    assert.ok(!tarlen.articles.some(({ file, key }) => file === railway.file && key === railway.key));
  });

  it("finds one story in the seeds, in time, the undated article last", async function () {
    if (!existsSync(SEEDS)) this.skip();
    const [story, ...others] = await json<Story[]>("stories", SEEDS);
    assert.deepEqual(others, []);
    assert.ok(story !== undefined);
    assert.deepEqual(
      story.articles.map(({ file }) => file.slice(0, 3)),
      ["003", "001", "002", "000", "004"],
    );
    assert.deepEqual([story.from, story.to], ["2013-05-16", "2013-11-17"]);
    assert.match(story.label, /Peace Conference/);
  });
});
