import { articleFeatures } from "../src/core/related/articleFeatures";
import { readReuters, reutersTerms } from "./related/reuters";
import { storiesOf } from "./related/reutersStories";
import { readSamples } from "./related/samples";
import { clusterStories, type StoryOptions } from "../src/core/related/stories/clusterStories";
import { TermIndex } from "../src/core/related/similarity/termIndex";
import { bCubed } from "./related/bCubed";
import { parseArgs } from "node:util";
import { dayOf } from "../src/core/related/similarity/daysBetween";
import { finish } from "./related/finish";
import { madeFiles, readMade } from "./related/madeCorpus";

/**
 * Stories: B-cubed precision, recall and F1 against the samples' gold, and against running stories of 1987 labelled in
 * Reuters-21578 (with all 16,928 articles clustered, the labelled ones scored). For folders that `make-corpus.mjs` wrote, given
 * as arguments: time for a tenth of the articles and for all of them. `--only-growth` leaves the scores out;
 * `--options FLOOR,GAPDAYS,FAR` tries others than the defaults.
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

/** Processor seconds for the stories of the first articles of a folder. */
function timed(files: readonly string[]): { readonly seconds: number; readonly largest: number } {
  const index = new TermIndex();
  const dates = new Map<string, number | null>();
  for (const file of files) {
    const document = readMade(file);
    const article = document.article(0);
    index.set(file, articleFeatures(document.text, article).terms);
    dates.set(file, dayOf(article.datePublished?.iso ?? null));
  }
  const used = process.cpuUsage();
  const stories = finish(clusterStories({ terms: index, dayOf: (id) => dates.get(id) ?? null, originalOf: (id) => id }));
  const { user, system } = process.cpuUsage(used);
  return { seconds: (user + system) / 1e6, largest: Math.max(0, ...stories.map((story) => story.length)) };
}

function growth(folder: string): void {
  const files = madeFiles(folder);
  if (files === null) {
    console.log(`${folder}: skipped, not there`);
    return;
  }
  const tenth = timed(files.slice(0, files.length / 10));
  const all = timed(files);
  console.log(`${folder}: ${Math.floor(files.length / 10)} articles ${tenth.seconds.toFixed(1)} s of the processor, largest story ${tenth.largest}; ${files.length} articles ${all.seconds.toFixed(1)} s, largest ${all.largest}: ${(all.seconds / tenth.seconds).toFixed(1)} times`);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { "only-growth": { type: "boolean", default: false }, options: { type: "string" } } });
for (const folder of positionals) growth(folder);
if (!values["only-growth"]) scores(values.options);

function scores(given: string | undefined): void {
  const [floor = 0, gapDays = 0, far = 0] = (given ?? "").split(",").map(Number);
  const options = given === undefined ? undefined : { floor, gapDays, far };
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
}
