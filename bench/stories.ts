import { articleFeatures } from "../src/core/related/articleFeatures";
import { readReuters, reutersTerms } from "./related/reuters";
import { storiesOf } from "./related/reutersStories";
import { readSamples } from "./related/samples";
import { clusterStories, type StoryOptions } from "../src/core/related/stories/clusterStories";
import { TermIndex } from "../src/core/related/similarity/termIndex";
import { bCubed } from "./related/bCubed";
import { finish } from "./related/finish";

/**
 * Stories: B-cubed precision, recall and F1 against the samples' gold, and against running stories of 1987 labelled in
 * Reuters-21578 (with all 16,928 articles clustered, the labelled ones scored). Usage: tsx bench/stories.ts
 */
function score(name: string, gold: ReadonlyMap<string, string>, terms: TermIndex, days: ReadonlyMap<string, number | null>, originalOf: (id: string) => string, options: StoryOptions | undefined): void {
  const started = performance.now();
  const stories = finish(clusterStories({ terms, dayOf: (id) => days.get(id) ?? null, originalOf }, options));
  const seconds = (performance.now() - started) / 1000;
  const found = new Map<string, string>();
  for (const [at, story] of stories.entries()) for (const id of story) found.set(id, String(at));
  const { precision, recall, f1 } = bCubed(gold, found);
  const largest = Math.max(0, ...stories.map((story) => story.length));
  console.log(`${name}: B-cubed F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}); ${stories.length} stories, the largest of ${largest}; ${seconds.toFixed(1)} s`);
}

const given = process.argv.slice(2).map(Number);
const options: StoryOptions | undefined = given.length === 3 ? { floor: given[0] ?? 0, gapDays: given[1] ?? 0, far: given[2] ?? 0 } : undefined;
const samples = readSamples();
const terms = new TermIndex();
const days = new Map<string, number | null>();
for (const { id, text, article, day } of samples.articles) {
  terms.set(id, articleFeatures(text, article).terms);
  days.set(id, day);
}
score("samples", samples.stories, terms, days, (id) => samples.originals.get(id) ?? id, options);

const reuters = readReuters();
if (reuters === null) {
  console.log("Reuters: skipped, not there");
} else {
  const index = new TermIndex();
  for (const article of reuters) index.set(article.id, reutersTerms(article));
  const reutersDays = new Map(reuters.map(({ id, day }) => [id, day]));
  score("Reuters", storiesOf(reuters), index, reutersDays, (id) => id, options);
}
