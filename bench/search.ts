/**
 * How well and how fast search is, beside MiniSearch with its defaults, SQLite FTS5 and ripgrep in the same run:
 * npm run bench:search -- [FOLDER] [--articles N] [--seed N] [--alone] [--quality]. FOLDER holds article files, and a gold.json with the
 * pairs of near-duplicates if they are known; without it, articles are generated. --alone leaves the others out, which take minutes for
 * 100,000 articles; --quality leaves the times out. The quality figures mean something for real texts only: generated ones share their
 * sentences. They are printed for two halves of the articles: we tune on the first and never on the other.
 */
import { parseArgs } from "node:util";
import { neverCancelled } from "../src/core/util/cancellation";
import { PackedSearchEngine } from "../src/core/search/engine/packedSearchEngine";
import type { SearchAnswer, SearchEngine } from "../src/core/search/engine/searchEngine";
import { findMatches } from "../src/core/search/show/findMatches";
import { withBegunWord } from "../src/core/search/query/begunWord";
import { parseQuery } from "../src/core/search/query/parser";
import { snippetsOf } from "../src/core/search/show/snippets";
import { searchableText } from "../src/core/search/engine/searchableOf";
import { seededRandom } from "./random";
import { hostileQueries } from "./search/hostileQueries";
import { knownItems, type KnownItem, type Memory, mistyped, namedItems, titleItems, type Typing } from "./search/knownItems";
import { miniSearchPeer, type Peer } from "./search/peers";
import { latencyQueries, type QueryKind } from "./search/queries";
import { readBenchCorpus } from "./search/readCorpus";
import { ripgrepPeer } from "./search/ripgrep";
import { sqlitePeer } from "./search/sqlite";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "10000" },
    seed: { type: "string", default: "42" },
    alone: { type: "boolean", default: false },
    quality: { type: "boolean", default: false },
  },
});
const print = (line = ""): void => {
  process.stdout.write(`${line}\n`);
};
const milliseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
/** Of this process alone, in milliseconds: other processes do not count. */
const cpu = (run: () => void): number => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const figure = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);

const corpus = readBenchCorpus(positionals[0] ?? null, Number(values.articles));
const { articles } = corpus;
print(`${articles.length} articles from ${positionals[0] ?? "the generator"}`);

const engine: SearchEngine = new PackedSearchEngine();
const longest = { set: 0 };
const own = { cpu: 0 };
const build = milliseconds(() => {
  for (let at = 0; at < articles.length; at += 200) {
    const parsed = articles.slice(at, at + 200).map(({ searchable }) => searchable());
    own.cpu += cpu(() => {
      for (const one of parsed)
        longest.set = Math.max(
          longest.set,
          milliseconds(() => {
            engine.set(one);
          }),
        );
    });
  }
});
const asked: readonly (readonly [string, Peer | string])[] = values.alone
  ? []
  : [
      ["MiniSearch defaults", miniSearchPeer(articles)],
      ["SQLite FTS5", sqlitePeer(articles)],
      ["ripgrep", ripgrepPeer(positionals[0] ?? null)],
    ];
const peers = asked.flatMap(([, peer]) => (typeof peer === "string" ? [] : [peer]));
for (const [name, peer] of asked) if (typeof peer === "string") print(`${name} is skipped: ${peer}.`);
const { heapUsed, arrayBuffers } = process.memoryUsage();
print(`Search's own part of it: ${(own.cpu / 1000).toFixed(2)} s of the processor`);
print(
  `Index: ${(build / 1000).toFixed(1)} s with parsing (the longest pause is one article, ${longest.set.toFixed(0)} ms)${peers.map((peer) => (peer.build === undefined ? "" : `, ${peer.name} ${(peer.build / 1000).toFixed(1)} s without`)).join("")}`,
);
const saved = { bytes: new Uint8Array() };
const save = milliseconds(() => {
  saved.bytes = Uint8Array.from(engine.save());
});
const load = milliseconds(() => {
  if (!new PackedSearchEngine().load(saved.bytes)) throw new Error("What was saved cannot be loaded.");
});
print(
  `Saved index: ${(saved.bytes.length / 1e6).toFixed(1)} MB, saved in ${(save / 1000).toFixed(2)} s, loaded in ${(load / 1000).toFixed(2)} s`,
);
print(`Memory of all, the texts included: ${Math.round(heapUsed / 1e6)} MB in the heap, ${Math.round(arrayBuffers / 1e6)} MB beside it`);

function ask(query: string, limit = 10, isTyping = false): SearchAnswer {
  const parsed = isTyping ? withBegunWord(parseQuery(query), (word) => engine.isBegun(word, true)) : parseQuery(query);
  const answer = engine.search({ query: parsed, filters: [], sort: "relevance", offset: 0, limit, fold: false }, neverCancelled);
  if (answer === null) throw new Error("A search was cancelled by nobody.");
  return answer;
}

/** The longest step of a search in slices, in milliseconds of the processor: the least of three goes. */
function longestHold(query: string): number {
  const once = (): number => {
    const work = engine.searching({ query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 10, fold: false });
    let [longest, isDone] = [0, false];
    while (!isDone)
      longest = Math.max(
        longest,
        cpu(() => {
          isDone = work.next().done === true;
        }),
      );
    return longest;
  };
  return Math.min(once(), once(), once());
}

print();
/** Whether an item belongs to the half that nothing is tuned on: by its article's place in the corpus. */
const unread = new Set(articles.filter((_, index) => index % 2 === 1).map(({ id }) => id));
function quality(name: string, items: readonly KnownItem[], find: (query: string) => readonly string[]): void {
  const reciprocal = (item: KnownItem): number => {
    const place = find(item.query)
      .slice(0, 10)
      .findIndex((id) => corpus.sameText(id) === corpus.sameText(item.id));
    return place < 0 ? 0 : 1 / (place + 1);
  };
  const ranks = items.map((item) => ({ inflected: item.inflected, isUnread: unread.has(item.id), value: reciprocal(item) }));
  const mean = (chosen: readonly { readonly value: number }[]): string =>
    chosen.length === 0 ? "–" : (chosen.reduce((sum, { value }) => sum + value, 0) / chosen.length).toFixed(3);
  const found = ranks.filter(({ value }) => value > 0).length / ranks.length;
  print(
    name.padEnd(38) +
      [
        mean(ranks.filter(({ isUnread }) => !isUnread)),
        mean(ranks.filter(({ isUnread }) => isUnread)),
        mean(ranks.filter(({ inflected }) => !inflected)),
        mean(ranks.filter(({ inflected }) => inflected)),
        found.toFixed(3),
      ]
        .map((value) => value.padStart(10))
        .join(""),
  );
}
const heads = ["tuned on", "unread", "exact", "inflected", "found@10"].map((head) => head.padStart(10)).join("");

print("Known items: 600 three-word queries, in every other one a word inflected (the model: bench/search/knownItems.ts)");
for (const [memory, told] of [
  ["marked", "words drawn by tf·idf"],
  ["even", "words drawn evenly"],
  ["passage", "words of one passage"],
] as const satisfies readonly (readonly [Memory, string])[]) {
  print(`${`MRR@10, ${told}`.padEnd(38)}${heads}`);
  const items = knownItems(articles, 600, memory, seededRandom(Number(values.seed)));
  quality("Corpus Navigator", items, (query) => ask(query).hits.map(({ id }) => id));
  for (const { name, find } of peers) if (name !== "ripgrep") quality(name, items, (query) => find(query, "terms"));
}

print("Known items mistyped or remembered otherwise (MiniSearch is asked with fuzzy 0.2, and with prefixes for what is half typed; the");
print("second time with titles counted threefold and all words wanted):");
print(`${"MRR@10".padEnd(38)}${heads}`);
const random = (more: number): (() => number) => seededRandom(Number(values.seed) + more);
const drawn = knownItems(articles, 600, "marked", random(1)).filter(({ inflected }) => !inflected);
const remembered = [
  ["", drawn],
  ["title, ", titleItems(articles, 300, random(3))],
] as const;
const inCorpus = (word: string): boolean => engine.suggest(word, 1)[0] === word;
for (const [told, typing, items] of [
  ["three words of the title", "right", remembered[1][1]],
  ...remembered.flatMap(([from, known]) =>
    (["swapped", "misspelt", "half typed"] as const).map(
      (typing) => [from + typing, typing, mistyped(known, typing, inCorpus, seededRandom(5))] as const,
    ),
  ),
  ["surname and topic", "right", namedItems(articles, 400, false, random(2))],
  ["surname and a word of the title", "right", namedItems(articles, 400, true, random(4))],
] as const satisfies readonly (readonly [string, Typing, readonly KnownItem[]])[]) {
  quality(`${told}, ours`, items, (query) => ask(query, 10, typing === "half typed").hits.map(({ id }) => id));
  const kind = typing === "half typed" ? "prefix" : typing === "right" ? "terms" : "fuzzy";
  for (const peer of peers)
    if ("findAll" in peer) {
      quality(`${told}, MiniSearch`, items, (query) => peer.find(query, kind));
      quality(`${told}, MiniSearch again`, items, (query) => peer.findAll?.(query, kind) ?? []);
    }
}
if (values.quality) process.exit(0);

print();
print(
  "Milliseconds, warm, facets and timeline of all hits included: p50 and p95 of 100 queries of each kind, the least of three goes (ripgrep: 20, one go);",
);
print("for ours also of the processor, and the longest that the thread is held between two pauses, p95 of the queries");
print(
  `${"".padEnd(10)}${["Corpus Navigator", "of the processor", "longest hold", ...peers.map(({ name }) => name)].map((name) => name.padStart(22)).join("")}`,
);
for (const [kind, queries] of latencyQueries(articles, seededRandom(7))) {
  const times = (
    find: (query: string, kind: QueryKind) => unknown,
    some: readonly string[],
    goes: number,
    measure = milliseconds,
  ): string => {
    const each = some.map((query) =>
      Math.min(
        ...Array.from({ length: goes }, () =>
          measure(() => {
            find(query, kind);
          }),
        ),
      ),
    );
    return figure(percentile(each, 0.5)).padStart(12) + figure(percentile(each, 0.95)).padStart(10);
  };
  const others = peers.map((peer) =>
    peer.answers(kind) ? times(peer.find, queries.slice(0, peer.queries), peer.queries === queries.length ? 3 : 1) : "–".padStart(22),
  );
  print(
    kind.padEnd(10) +
      [
        times((query) => ask(query), queries, 3),
        times((query) => ask(query), queries, 3, cpu),
        figure(percentile(queries.map(longestHold), 0.95)).padStart(22),
        ...others,
      ].join(""),
  );
}

const common = corpus.commonWords;
const many = common
  .map((word) => ({ word, total: ask(word).total }))
  .sort((a, b) => Math.abs(a.total - articles.length / 2) - Math.abs(b.total - articles.length / 2))[0];
if (many !== undefined) {
  const times = Array.from({ length: 20 }, () =>
    cpu(() => {
      ask(many.word);
    }),
  );
  print(
    `A query with ${many.total} hits, facets and timeline included, of the processor: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
  );
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

for (const [clock, measure] of [
  ["of the clock", milliseconds],
  ["of the processor", cpu],
] as const) {
  const hostile = hostileQueries(2000, seededRandom(3))
    .map((query) => ({
      query,
      time: Math.min(
        ...Array.from({ length: 3 }, () =>
          measure(() => {
            ask(query);
          }),
        ),
      ),
    }))
    .sort((a, b) => b.time - a.time);
  const times = hostile.map(({ time }) => time);
  print(
    `2,000 hostile queries, milliseconds ${clock}: p50 ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}, the slowest ${(times[0] ?? 0).toFixed(1)}: ${JSON.stringify(hostile[0]?.query.slice(0, 60))}`,
  );
}
