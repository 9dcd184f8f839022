import { strict as assert } from "node:assert";
import fc from "fast-check";
import { bCubed } from "../../../bench/related/bCubed";
import { atOnce } from "../../../src/core/util/atOnce";
import { settle as settlePairs } from "../../../bench/related/settle";
import { readSamples, type SampleArticle } from "../../../bench/related/samples";
import { articleFeatures } from "../../../src/core/related/articleFeatures";
import { RelatedCorpus, type ArticleFacts } from "../../../src/core/related/relatedCorpus";

const { articles, stories } = readSamples();
const byId = new Map(articles.map((article) => [article.id, article]));

function facts({ article }: SampleArticle): ArticleFacts {
  return {
    headline: article.headline?.value ?? null,
    displayTitle: article.displayTitle,
    date: article.datePublished?.iso ?? null,
    publisher: article.publisher?.value ?? null,
    agency: article.agency?.value ?? null,
    creditLine: article.creditLine?.value ?? null,
    length: article.body === null ? 0 : article.body.end - article.body.start,
    listed: article.related.map(({ title }) => title),
  };
}

/** Puts the text of `from` under `id`. */
function put(corpus: RelatedCorpus, id: string, from: SampleArticle): void {
  corpus.set(id, articleFeatures(from.text, from.article), facts(from));
}

function settle(corpus: RelatedCorpus, textOf: (id: string) => SampleArticle | undefined): void {
  settlePairs(corpus.duplicates, (id) => {
    const text = textOf(id);
    return text === undefined ? new Uint32Array(0) : articleFeatures(text.text, text.article).words;
  });
  corpus.touch();
}

/** Everything that is asked of a corpus. */
function answers(corpus: RelatedCorpus): object {
  return {
    articles: [...corpus.ids()].sort().map((id) => ({
      id,
      duplicates: corpus.duplicatesOf(id),
      related: corpus.related(id, 5, null),
      listedBy: [...corpus.listedBy(id)].sort(),
    })),
    stories: atOnce(corpus.stories()),
  };
}

describe("the related articles of the samples", () => {
  const corpus = new RelatedCorpus();
  before(() => {
    for (const article of articles) put(corpus, article.id, article);
    settle(corpus, (id) => byId.get(id));
  });

  it("never name the article itself, nor one text twice", () => {
    for (const { id } of articles) {
      const related = corpus.related(id, 5, null);
      const groups = related.map((one) => corpus.groupOf(one.id));
      assert.equal(new Set(groups).size, groups.length, id);
      assert.ok(!groups.includes(corpus.groupOf(id)), id);
      assert.ok(related.every(({ score }) => score > 0 && score <= 1));
    }
  });

  it("are of the same story, mostly", () => {
    let [same, all] = [0, 0];
    for (const { id } of articles) {
      for (const other of corpus.related(id, 3, null)) {
        all++;
        if (stories.get(other.id) === stories.get(id)) same++;
      }
    }
    assert.ok(all > 60 && same / all > 0.85, `${same} of ${all}`);
  });

  it("tell stories apart that have people and places in common", () => {
    const found = atOnce(corpus.stories());
    const storyOf = new Map(found.flatMap((story, at) => story.articles.map((id) => [id, String(at)] as const)));
    const { precision, f1 } = bCubed(stories, storyOf);
    assert.ok(precision > 0.95 && f1 > 0.8, `precision ${precision}, F1 ${f1}`);
    const railway = "lissen-courier/maros-verhany-sign-amber-railway-deal.txt";
    const talks = "lissen-courier/tarlen-conference-opens-in-geneva.txt";
    assert.ok(storyOf.has(talks));
    assert.notEqual(storyOf.get(railway), storyOf.get(talks));
  });
});

describe("a corpus that changes", () => {
  it("answers as one that was built afresh", () => {
    const change = fc.record({ at: fc.nat(articles.length - 1), from: fc.option(fc.nat(articles.length - 1)), settled: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
        const corpus = new RelatedCorpus();
        const texts = new Map<string, SampleArticle>();
        for (const { at, from, settled } of changes) {
          const id = articles[at]?.id ?? "";
          const text = from === null ? undefined : articles[from];
          if (text === undefined) {
            corpus.delete(id);
            texts.delete(id);
          } else {
            put(corpus, id, text);
            texts.set(id, text);
          }
          if (settled) settle(corpus, (one) => texts.get(one));
        }
        settle(corpus, (id) => texts.get(id));
        const fresh = new RelatedCorpus();
        for (const [id, text] of [...texts].reverse()) put(fresh, id, text);
        settle(fresh, (id) => texts.get(id));
        assert.deepEqual(answers(corpus), answers(fresh));
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);
});
