import { RelatednessIndex, relatednessDefaults, type RelatednessWeights } from "../src/core/related/similarity/relatedness";
import { articleTerms } from "../src/core/related/similarity/articleTerms";
import { articleFeatures } from "../src/core/related/articleFeatures";
import { dayOf } from "../src/core/related/similarity/daysBetween";
import { finish } from "./related/finish";
import { madeFiles, readMade } from "./related/madeCorpus";
import { readReuters, reutersTerms, type ReutersArticle } from "./related/reuters";
import { storiesOf } from "./related/reutersStories";

/**
 * How good and how fast related articles are. On Reuters-21578: nDCG@5 where relevant is what shares a topic (as the collection's
 * editors gave it), and where relevant is what is of the same running story (labelled by rules, see
 * `related/reutersStories.ts`); each part of the formula is left out once. On folders that `make-corpus.mjs` wrote, given as
 * arguments: time for one article. Human ratings of relatedness are not at hand here.
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

function measure(index: RelatednessIndex, { queries, isRelevant, relevantCount }: Task, weights: RelatednessWeights): number {
  let sum = 0;
  for (const query of queries) {
    const found = index.related(query, { limit: k, floor: 0, weights });
    sum += nDcg(found.map(({ id }) => isRelevant(query, id)), relevantCount(query));
  }
  return sum / queries.length;
}

function topicTask(articles: readonly ReutersArticle[]): Task {
  const topics = new Map(articles.map((article) => [article.id, new Set(article.topics)]));
  const share = (a: string, b: string): boolean => [...(topics.get(a) ?? [])].some((topic) => topics.get(b)?.has(topic) === true);
  const counts = new Map<string, number>();
  for (const { topics: own } of articles) for (const topic of own) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const queries = articles.filter(({ topics: own }, at) => at % 12 === 0 && own.some((topic) => (counts.get(topic) ?? 0) > k)).map(({ id }) => id);
  return { queries, isRelevant: share, relevantCount: () => k };
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

function build(articles: readonly ReutersArticle[], isDated: boolean, isZoned: boolean): RelatednessIndex {
  const index = new RelatednessIndex();
  for (const article of articles) {
    const text = [article.title, ...article.paragraphs].join("\n");
    const terms = isZoned ? reutersTerms(article) : articleTerms(text, { title: null, lead: null, body: [{ start: 0, end: text.length }] });
    index.set(article.id, { terms, day: isDated ? article.day : null });
  }
  finish(index.train());
  return index;
}

function quality(): void {
  const all = readReuters();
  if (all === null) {
    console.log("Reuters: skipped, not there");
    return;
  }
  const long = all.filter(({ topics, paragraphs }) => topics.length > 0 && paragraphs.join(" ").length > shortest);
  const topic = topicTask(long);
  const story = storyTask(storiesOf(all));
  const onTopics = { zoned: build(long, true, true), plain: build(long, true, false) };
  const onStories = { zoned: build(all, true, true), plain: build(all, true, false) };
  const { terms, topics, nearness } = relatednessDefaults;
  const rows: readonly (readonly [name: string, text: "zoned" | "plain", weights: RelatednessWeights])[] = [
    ["all of it (the default)", "zoned", relatednessDefaults],
    ["without weight of title and lead", "plain", relatednessDefaults],
    ["without topics: terms and time", "zoned", { ...relatednessDefaults, terms: terms + topics, topics: 0 }],
    ["without time: terms and topics", "zoned", { ...relatednessDefaults, nearness: 0 }],
    ["terms alone", "zoned", { terms: 1, topics: 0, entities: 0, nearness: 0 }],
    ["the same day counting twice", "zoned", { ...relatednessDefaults, nearness: 1 }],
    ["topics alone, time", "zoned", { terms: 0, topics: 1, entities: 0, nearness }],
  ];
  console.log(`nDCG@5: same topic (${topic.queries.length} of ${long.length} articles ask), same story (${story.queries.length} of ${all.length})`);
  for (const [name, text, weights] of rows) {
    console.log(`  ${name.padEnd(34)} ${measure(onTopics[text], topic, weights).toFixed(3)}   ${measure(onStories[text], story, weights).toFixed(3)}`);
  }
}

function speed(folder: string): void {
  const files = madeFiles(folder);
  if (files === null) {
    console.log(`${folder}: skipped, not there`);
    return;
  }
  const index = new RelatednessIndex();
  const ids: string[] = [];
  let spent = 0;
  for (const file of files) {
    const document = readMade(file);
    const article = document.article(0);
    const start = performance.now();
    index.set(file, { terms: articleFeatures(document.text, article).terms, day: dayOf(article.datePublished?.iso ?? null) });
    spent += performance.now() - start;
    ids.push(file);
  }
  const trained = performance.now();
  finish(index.train());
  const training = performance.now() - trained;
  const times: number[] = [];
  for (let at = 0; at < 400; at++) {
    const id = ids[Math.floor((at * ids.length) / 400)] ?? "";
    let best = Infinity;
    // The quickest of three: what other programs do at the same time does not count.
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      index.related(id, { limit: k, floor: 0.1 });
      best = Math.min(best, performance.now() - start);
    }
    times.push(best);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  const megabytes = process.memoryUsage().rss / 1048576;
  console.log(`${folder}: ${ids.length} articles; features and index ${Math.round((1000 * ids.length) / spent)} articles/s; topics trained in ${(training / 1000).toFixed(1)} s; related articles of one: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; process ${megabytes.toFixed(0)} MB`);
}

const folders = process.argv.slice(2).filter((argument) => argument !== "--speed");
if (!process.argv.includes("--speed")) quality();
for (const folder of folders) speed(folder);
