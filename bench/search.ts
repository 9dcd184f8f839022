/**
 * How well and how fast search is, beside MiniSearch with its defaults and ripgrep in the same run: npm run bench:search --
 * [FOLDER] [--articles N]. FOLDER holds article files, and a gold.json with the pairs of near-duplicates if they are known; without it,
 * articles are generated. The quality figures mean something for real texts only: generated ones share their sentences.
 */
import { parseArgs } from "node:util";
import { neverCancelled } from "../src/core/cancellation";
import { MiniSearchEngine } from "../src/core/search/engine/miniSearchEngine";
import type { SearchAnswer, SearchEngine } from "../src/core/search/engine/searchEngine";
import { findMatches } from "../src/core/search/findMatches";
import { parseQuery } from "../src/core/search/query/parser";
import { snippetsOf } from "../src/core/search/snippets";
import { searchableText } from "../src/core/search/engine/searchableOf";
import { seededRandom } from "./random";
import { hostileQueries } from "./search/hostileQueries";
import { knownItems, type KnownItem } from "./search/knownItems";
import { miniSearchPeer, ripgrepPeer, type Peer } from "./search/peers";
import { latencyQueries } from "./search/queries";
import { readBenchCorpus } from "./search/readCorpus";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { articles: { type: "string", default: "10000" } } });
const print = (line = ""): void => { process.stdout.write(`${line}\n`); };
const milliseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const percentile = (times: readonly number[], share: number): number => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const figure = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);

const corpus = readBenchCorpus(positionals[0] ?? null, Number(values.articles));
const { articles } = corpus;
print(`${articles.length} articles from ${positionals[0] ?? "the generator"}`);

const engine: SearchEngine = new MiniSearchEngine();
const longest = { set: 0 };
const build = milliseconds(() => {
  for (const { searchable } of articles) longest.set = Math.max(longest.set, milliseconds(() => { engine.set(searchable()); }));
});
const mini = miniSearchPeer(articles);
const ripgrep = ripgrepPeer(positionals[0] ?? null);
print(`Index: ${(build / 1000).toFixed(1)} s (${figure((1000 * articles.length) / build, 0).trim()} articles a second; the longest pause is one article, ${longest.set.toFixed(0)} ms), MiniSearch ${(mini.build / 1000).toFixed(1)} s`);

function ask(query: string, limit = 10): SearchAnswer {
  const answer = engine.search({ query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit, fold: false }, neverCancelled);
  if (answer === null) throw new Error("A search was cancelled by nobody.");
  return answer;
}

print();
print("Known items: 600 three-word queries, in every other one a word inflected (the model: bench/search/knownItems.ts)");
print(`${"".padEnd(22)}${["MRR@10", "exact", "inflected", "found@10"].map((head) => head.padStart(10)).join("")}`);
const items = knownItems(articles, 600, seededRandom(42));
const quality = (name: string, find: (query: string) => readonly string[]): void => {
  const reciprocal = (item: KnownItem): number => {
    const place = find(item.query).slice(0, 10).findIndex((id) => corpus.sameText(id) === corpus.sameText(item.id));
    return place < 0 ? 0 : 1 / (place + 1);
  };
  const ranks = items.map((item) => ({ inflected: item.inflected, value: reciprocal(item) }));
  const mean = (chosen: readonly { readonly value: number }[]): number => chosen.reduce((sum, { value }) => sum + value, 0) / Math.max(1, chosen.length);
  const found = ranks.filter(({ value }) => value > 0).length / ranks.length;
  print(name.padEnd(22) + [mean(ranks), mean(ranks.filter(({ inflected }) => !inflected)), mean(ranks.filter(({ inflected }) => inflected)), found].map((value) => value.toFixed(3).padStart(10)).join(""));
};
quality("Corpus Navigator", (query) => ask(query).hits.map(({ id }) => id));
quality("MiniSearch defaults", mini.find);

print();
print("Milliseconds, warm, facets and timeline of all hits included: p50 and p95 of 100 queries of each kind");
const peers: readonly Peer[] = [mini, ...(ripgrep === null ? [] : [ripgrep])];
print(`${"".padEnd(12)}${["", ...peers.map(({ name }) => name)].map((name) => name.padStart(20)).join("").replace(/^ {20}/, "Corpus Navigator".padStart(20))}`);
for (const [kind, queries] of latencyQueries(articles, seededRandom(7))) {
  const times = (find: (query: string) => unknown, some: readonly string[]): string => {
    // Once before it counts: caches and compiled code are as in a session.
    for (const query of some.slice(0, 10)) find(query);
    const each = some.map((query) => milliseconds(() => { find(query); }));
    return `${figure(percentile(each, 0.5))} ${figure(percentile(each, 0.95))} `;
  };
  const others = peers.map((peer) => (peer.answers(kind) ? times(peer.find, queries.slice(0, peer.queries)) : "–".padStart(20)));
  print(kind.padEnd(12) + [times(ask, queries), ...others].join(""));
}
print("SQLite FTS5 is not measured here: node:sqlite needs Node 22.");

const common = corpus.commonWords;
const many = common.map((word) => ({ word, total: ask(word).total })).sort((a, b) => Math.abs(a.total - articles.length / 2) - Math.abs(b.total - articles.length / 2))[0];
if (many !== undefined) {
  const times = Array.from({ length: 20 }, () => milliseconds(() => { ask(many.word); }));
  print(`A query with ${many.total} hits, facets and timeline included: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`);
}
const { highlight, hits } = ask(common[0] ?? "", 40);
const snippets = milliseconds(() => {
  for (const { id } of hits) {
    const found = corpus.byId.get(id);
    if (found === undefined) continue;
    const text = searchableText(found.text, found.article());
    snippetsOf(text, findMatches(text, highlight), 3);
  }
});
print(`Snippets of a page of ${hits.length} hits: ${snippets.toFixed(1)} ms`);

const hostile = hostileQueries(2000, seededRandom(3)).map((query) => ({ query, time: milliseconds(() => { ask(query); }) })).sort((a, b) => b.time - a.time);
const times = hostile.map(({ time }) => time);
print(`2,000 hostile queries: p50 ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}, the slowest ${(times[0] ?? 0).toFixed(1)} ms: ${JSON.stringify(hostile[0]?.query.slice(0, 60))}`);
