import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { articleFeatures } from "../src/core/related/articleFeatures";
import { dayOf } from "../src/core/related/similarity/daysBetween";
import { RelatednessIndex, relatednessDefaults, type RelatednessWeights } from "../src/core/related/similarity/relatedness";
import { atOnce } from "../src/core/util/atOnce";
import { madeFiles, readMade } from "./related/madeCorpus";
import { readBasil, readBbc, readLee, type SetArticle } from "./related/newsSets";
import type { EntitySource } from "../src/core/related/similarity/entityVectors";
import { namesOfSet } from "./related/setNames";
import { readReuters, reutersTerms } from "./related/reuters";
import { storiesOf } from "./related/reutersStories";

/**
 * How good and how fast related articles are; collections that are not there are left out.
 *
 * Quality, nDCG@5 and for Lee's the correlation with people's ratings, each part of the formula left out once. `--sets FOLDER` names a
 * folder with `basil`, `bbc` and `lee` (see `related/newsSets.ts`), which are no part of the repository. Stories: an event as three
 * outlets tell it (BASIL), among 7,600 articles of the BBC and of Reuters, with their dates and without; running stories of
 * Reuters-21578, labelled by rules. Topics: the BBC's five classes; what Reuters' editors gave. Names are looked at in the last rows
 * alone, and those are measured with `--names`: finding them in all these texts takes three minutes. As measured:
 *
 *                                        story,   story,   topic,   topic,   story,   ratings,
 *                                        BASIL    undated  BBC      Reuters  Reuters  Lee
 *   all of it but names                  0.997    0.983    0.949    0.873    0.847    0.658
 *   without weight of title and lead     0.993    0.970    0.954    0.872    0.824    0.658
 *   without topics                       0.998    0.985    0.916    0.795    0.837    0.594
 *   topics counting twice                0.990    0.964    0.954    0.897    0.822    0.643
 *   without time                         0.983    0.983    0.949    0.875    0.845    0.658
 *   time counting twice                  0.999    0.983    0.949    0.868    0.841    0.658
 *   terms alone                          0.985    0.985    0.916    0.794    0.839    0.594
 *   topics alone                         0.838    0.838    0.956    0.895    0.729    0.625
 *   names too (the default)              0.997    0.981    0.950    0.862    0.849    0.663
 *   names counting twice                 0.997    0.979    0.951    0.852    0.848    0.665
 *   names alone                          0.914    0.914    0.871    0.605    0.765    0.558
 *
 * Names weigh little because more of them win nothing: what they say of a story its rare terms have said, and of topics they say least.
 *
 * Speed, on folders that `make-corpus.mjs` wrote, given as arguments.
 */
const k = 5;
const shortest = 400;

function nDcg(gains: readonly boolean[], relevant: number): number {
  let [found, ideal] = [0, 0];
  for (let at = 0; at < k; at++) {
    const discount = 1 / Math.log2(at + 2);
    if (gains[at] === true) found += discount;
    if (at < relevant) ideal += discount;
  }
  return ideal === 0 ? 0 : found / ideal;
}

interface Task {
  readonly queries: readonly string[];
  readonly isRelevant: (query: string, other: string) => boolean;
  readonly relevantCount: (query: string) => number;
}

function measure(
  index: RelatednessIndex,
  { queries, isRelevant, relevantCount }: Task,
  weights: RelatednessWeights,
  entities: EntitySource | null,
): number {
  let sum = 0;
  for (const query of queries) {
    const found = index.related(query, { limit: k, floor: 0, weights, entities });
    sum += nDcg(
      found.map(({ id }) => isRelevant(query, id)),
      relevantCount(query),
    );
  }
  return sum / queries.length;
}

function topicTask(ids: readonly string[], topicsOf: (id: string) => ReadonlySet<string>, every: number): Task {
  const counts = new Map<string, number>();
  for (const id of ids) for (const topic of topicsOf(id)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const queries = ids.filter((id, at) => at % every === 0 && [...topicsOf(id)].some((topic) => (counts.get(topic) ?? 0) > k));
  return { queries, isRelevant: (a, b) => [...topicsOf(a)].some((topic) => topicsOf(b).has(topic)), relevantCount: () => k };
}

function storyTask(stories: ReadonlyMap<string, string>): Task {
  const counts = new Map<string, number>();
  for (const story of stories.values()) counts.set(story, (counts.get(story) ?? 0) + 1);
  const queries = [...stories.keys()].filter((id) => (counts.get(stories.get(id) ?? "") ?? 0) > 1);
  return {
    queries,
    isRelevant: (a, b) => stories.get(a) === stories.get(b),
    relevantCount: (id) => (counts.get(stories.get(id) ?? "") ?? 1) - 1,
  };
}

function build(articles: readonly SetArticle[], isDated: boolean, isZoned: boolean): RelatednessIndex {
  const index = new RelatednessIndex();
  for (const article of articles) {
    const text = [article.title, ...article.paragraphs].join("\n");
    const terms = isZoned ? reutersTerms(article) : reutersTerms({ title: "", paragraphs: ["", text] });
    index.set(article.id, { terms, day: isDated ? article.day : null });
  }
  atOnce(index.train());
  return index;
}

/** Pearson's correlation. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [both, ofX, ofY] = [0, 0, 0];
  for (const [at, value] of x.entries()) {
    const [a, b] = [value - meanX, (y[at] ?? 0) - meanY];
    both += a * b;
    ofX += a * a;
    ofY += b * b;
  }
  return both / Math.sqrt(ofX * ofY);
}

/** One column: the figure for an index with weights. */
interface Column {
  readonly name: string;
  readonly articles: readonly SetArticle[];
  readonly isDated: boolean;
  readonly figure: (index: RelatednessIndex, weights: RelatednessWeights, entities: EntitySource | null) => number;
}

function taskColumn(name: string, articles: readonly SetArticle[], task: Task, isDated = true): Column {
  return {
    name: `${name} (${task.queries.length} of ${articles.length})`,
    articles,
    isDated,
    figure: (index, weights, entities) => measure(index, task, weights, entities),
  };
}

function columns(folder: string | null): readonly Column[] {
  const found: Column[] = [];
  const reuters = readReuters() ?? [];
  if (folder !== null) {
    const basil = readBasil(folder);
    const bbc = readBbc(folder);
    const pool = [...basil.articles, ...bbc.articles, ...reuters.filter(({ paragraphs }) => paragraphs.join(" ").length > 900)];
    const story = storyTask(basil.stories);
    if (basil.articles.length > 0)
      found.push(taskColumn("story, BASIL", pool, story), taskColumn("story, BASIL undated", pool, story, false));
    const topicsOf = (id: string): ReadonlySet<string> => new Set([bbc.classes.get(id) ?? ""]);
    if (bbc.articles.length > 0) found.push(taskColumn("topic, BBC", bbc.articles, topicTask([...bbc.classes.keys()], topicsOf, 4)));
  }
  if (reuters.length > 0) {
    const long = reuters.filter(({ topics, paragraphs }) => topics.length > 0 && paragraphs.join(" ").length > shortest);
    const topics = new Map(long.map((article) => [article.id, new Set(article.topics)]));
    found.push(
      taskColumn(
        "topic, Reuters",
        long,
        topicTask([...topics.keys()], (id) => topics.get(id) ?? new Set(), 12),
      ),
    );
    found.push(taskColumn("story, Reuters", reuters, storyTask(storiesOf(reuters))));
  }
  const lee = folder === null ? null : readLee(folder);
  if (lee !== null) {
    const pairs = lee.rated.flatMap((a, at) =>
      lee.rated.slice(at + 1).map((b, after) => ({ a, b, rating: lee.ratings[at]?.[at + 1 + after] ?? 0 })),
    );
    const ratings = pairs.map(({ rating }) => rating);
    found.push({
      name: `ratings, Lee (${pairs.length} pairs)`,
      articles: lee.articles,
      isDated: false,
      figure: (index, weights, entities) =>
        correlation(
          pairs.map(({ a, b }) => index.similarity(a, b, weights, entities)),
          ratings,
        ),
    });
  }
  return found;
}

/** With the names that the product finds, which terms stand for elsewhere. */
const { terms: termsDefault, entities: entitiesDefault } = relatednessDefaults;
const nameRows = [
  ["names too (the default)", true, relatednessDefaults, true],
  ["names counting twice", true, { ...relatednessDefaults, terms: termsDefault - entitiesDefault, entities: 2 * entitiesDefault }, true],
  ["names alone", true, { terms: 0, topics: 0, entities: 1, nearness: 0 }, true],
] as const;

function quality(folder: string | null, withNames: boolean): void {
  const { terms, topics, entities, nearness } = relatednessDefaults;
  const rows: readonly (readonly [name: string, isZoned: boolean, weights: RelatednessWeights, hasNames?: true])[] = [
    ["all of it but names", true, relatednessDefaults],
    ["without weight of title and lead", false, relatednessDefaults],
    ["without topics", true, { ...relatednessDefaults, terms: terms + topics, topics: 0 }],
    ["topics counting twice", true, { ...relatednessDefaults, terms: terms - topics, topics: 2 * topics }],
    ["without time", true, { ...relatednessDefaults, nearness: 0 }],
    ["time counting twice", true, { ...relatednessDefaults, nearness: 2 * nearness }],
    ["terms alone", true, { terms: 1, topics: 0, entities: 0, nearness: 0 }],
    ["topics alone", true, { terms: 0, topics: 1, entities: 0, nearness: 0 }],
    ...(withNames ? nameRows : []),
  ];
  const all = columns(folder);
  console.log(
    `nDCG@5, and the correlation with ratings: ${all.map(({ name }) => name).join("; ")}. Names, for which terms stand where they are not looked at, weigh ${entities}.`,
  );
  const figures = all.map(({ articles, isDated, figure }) => {
    const [zoned, plain] = [build(articles, isDated, true), build(articles, isDated, false)];
    const names = withNames ? namesOfSet(articles) : null;
    return rows.map(([, isZoned, weights, hasNames]) => figure(isZoned ? zoned : plain, weights, hasNames === true ? names : null));
  });
  for (const [at, [name]] of rows.entries())
    console.log(`  ${name.padEnd(34)} ${figures.map((column) => (column[at] ?? 0).toFixed(3).padStart(7)).join("  ")}`);
}

function speed(folder: string): void {
  const files = madeFiles(folder);
  if (files === null) {
    console.log(`${folder}: skipped, not there`);
    return;
  }
  const index = new RelatednessIndex();
  const ids: string[] = [];
  const empty = held();
  let spent = 0;
  for (const file of files) {
    const document = readMade(file);
    const article = document.article(0);
    const { terms } = articleFeatures(document.text, article);
    const start = used();
    index.set(file, { terms, day: dayOf(article.datePublished?.iso ?? null) });
    spent += used() - start;
    ids.push(file);
  }
  const bytes = (held() - empty) / ids.length;
  console.log(`\n${folder}: ${ids.length} articles (times are of the processor)`);
  console.log(`  indexing ${Math.round((1000 * ids.length) / spent)} articles/s, ${bytes.toFixed(0)} bytes an article`);
  const training = index.train();
  const slices: number[] = [];
  for (let done = false; !done;) {
    const start = used();
    done = training.next().done === true;
    slices.push(used() - start);
  }
  slices.sort((a, b) => a - b);
  console.log(
    `  topics trained in ${(slices.reduce((sum, slice) => sum + slice, 0) / 1000).toFixed(1)} s, the longest slice ${(slices.at(-1) ?? 0).toFixed(0)} ms`,
  );
  const times = ids
    .filter((_, at) => at % Math.ceil(ids.length / 500) === 0)
    .map((id) => {
      const start = used();
      index.related(id, { limit: 4 * k, floor: 0.1 });
      return used() - start;
    });
  console.log(`  related articles of one, asked for the first time: ${percentiles(times)}`);
  const edits = ids.slice(0, 100).map((id, at) => {
    const { terms } = features(ids[(at * 977) % ids.length] ?? id);
    const start = used();
    index.set(id, { terms, day: null });
    index.related(id, { limit: 4 * k, floor: 0.1 });
    return used() - start;
  });
  console.log(`  an edit and its related articles: ${percentiles(edits)}`);
}

function features(file: string): ReturnType<typeof articleFeatures> {
  const document = readMade(file);
  return articleFeatures(document.text, document.article(0));
}

function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** Milliseconds of the processor so far. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes on the heap and in arrays after a collection. */
function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const options = { sets: { type: "string" }, speed: { type: "boolean" }, names: { type: "boolean" } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
if (values.speed !== true) quality(values.sets ?? null, values.names === true);
for (const folder of positionals) speed(folder);
