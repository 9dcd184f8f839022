import { deepEqual, equal } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { SaidFact, SearchableArticle } from "../../../src/core/search/engine/searchable";
import type { SearchAnswer } from "../../../src/core/search/engine/searchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { snippetsOf } from "../../../src/core/search/show/snippets";
import { neverCancelled } from "../../../src/core/util/cancellation";

/** `[Speaker: words]` is said by somebody, `[words]` by nobody who is known; with `"` in front of the words they are quoted. */
function article(id: string, marked: string): SearchableArticle {
  const words: string[] = [];
  const said: SaidFact[] = [];
  for (const [, speaker, isQuoted, content, other] of marked.matchAll(/\[(?:([\p{L} ;]+): )?(")?([^\]]+)\]|([^[\s]+)/gu)) {
    if (content === undefined) {
      words.push(other ?? "");
      continue;
    }
    const start = words.length;
    words.push(...content.split(" "));
    said.push({ speaker: speaker ?? null, start, end: words.length, isQuoted: isQuoted !== undefined });
  }
  const text = words.join(" ");
  const speakers = [...new Set(said.flatMap(({ speaker }) => speaker ?? []))];
  const body = [[{ start: 0, end: text.length }]];
  return { id, text, title: null, body, site: [], date: null, duplicates: null, values: { said: speakers }, aliases: {}, said };
}

const corpus = [
  article("a", 'the dam is old [Maros Orr; Orr: the river will rise] and so on [Ana Vael: "no toll before May]'),
  article("b", '[Maros Orr; Orr: "no toll on the bridge] river [a harbour spokesman: the dam holds]'),
  article("c", 'river dam toll and [rise of the "toll] by Maros Orr himself'),
  article("d", '[Ana Vael: the rivers rise] [Maros Orr; Orr: "the toll falls]'),
];

function ask(engine: PackedSearchEngine, query: string): SearchAnswer {
  const answer = engine.search(
    { query: parseQuery(query), filters: [], sort: "oldest", offset: 0, limit: 50, fold: false },
    neverCancelled,
  );
  if (answer === null) throw new Error("cancelled");
  return answer;
}

function engineOf(articles: readonly SearchableArticle[]): PackedSearchEngine {
  const engine = new PackedSearchEngine();
  for (const one of articles) engine.set(one);
  return engine;
}

/** What is found, and what is marked in it. */
function found(query: string): readonly string[] {
  const answer = ask(engineOf(corpus), query);
  equal(answer.total, answer.hits.filter(({ partial }) => !partial).length);
  return answer.hits
    .filter(({ partial }) => !partial)
    .map(({ id }) => {
      const one = corpus.find((candidate) => candidate.id === id);
      return one === undefined
        ? id
        : `${id}: ${findMatches(one, answer.highlight, id)
            .map(({ start, end }) => one.text.slice(start, end))
            .join(" | ")}`;
    })
    .sort();
}

const cases: readonly (readonly [query: string, ...found: string[]])[] = [
  ["said:orr", "a: the river will rise", "b: no toll on the bridge", "d: the toll falls"],
  ["said:orr toll", "b: toll", "d: toll"],
  ["said:orr river", "a: river"],
  ["said:orr rivers rise", "a: river | rise"],
  ["said:vael rise", "d: rise"],
  ["said:(orr OR vael) rise", "a: rise", "d: rise"],
  ["said:orr toll|river", "a: river", "b: toll", "d: toll"],
  ['said:orr "no toll"', "b: no toll"],
  ['said:orr "toll bridge"'],
  ["said:orr toll NEAR/2 bridge", "b: toll | bridge"],
  ['said:"harbour spokesman"', "b: the dam holds"],
  ['said:"maros orr" -falls', "a: the river will rise", "b: no toll on the bridge"],
  ["(said:orr) dam", "a: dam | the river will rise", "b: no toll on the bridge | dam"],
  ["-said:orr toll", "c: toll | toll"],
  ['quote:"no toll"', "a: no toll", "b: no toll"],
  ["quote:river"],
  ["quote:toll", "a: toll", "b: toll", "d: toll"],
  ["said:orr quote:toll", "a: the river will rise | toll", "b: no toll on the bridge", "d: the toll falls"],
];

describe("search: who said it", () => {
  for (const [query, ...expected] of cases)
    it(`finds ${query}`, () => {
      deepEqual(found(query), expected);
    });

  it("says that somebody is not quoted", () => {
    const { total, notices } = ask(engineOf(corpus), "said:kern river");
    deepEqual([total, notices], [0, ["Nobody called “kern” is quoted in what has been read."]]);
    deepEqual(ask(engineOf(corpus), "said:orr river").notices, []);
  });

  it("shows the quotation in the snippet", () => {
    const answer = ask(engineOf(corpus), "said:vael");
    const [, , , one] = corpus;
    if (one === undefined) throw new Error("no article");
    deepEqual(
      snippetsOf(one, findMatches(one, answer.highlight, "d"), 1).map(({ text, marks }) =>
        marks.map(([start, end]) => text.slice(start, end)),
      ),
      [["the rivers rise"]],
    );
  });

  it("follows what is told of an article later, and forgets it with the article", () => {
    const engine = engineOf(corpus);
    const [a] = corpus;
    if (a === undefined) throw new Error("no article");
    engine.describe("a", { ...a, values: {}, said: [] });
    equal(ask(engine, "said:orr").total, 2);
    engine.describe("a", a);
    engine.delete("b");
    equal(ask(engine, "said:orr").total, 2);
  });

  it("finds what reading every quotation finds, in any order of words and after renumbering", () => {
    const random = seededRandom(4);
    const below = (limit: number): number => Math.floor(random() * limit);
    const vocabulary = ["dam", "river", "toll", "bridge", "ferry", "harbour"];
    const speakers = ["Orr", "Vael", "Kern"];
    const articles = new Map<string, SearchableArticle>();
    const engine = new PackedSearchEngine();
    for (let step = 0; step < 6000; step++) {
      const id = `${below(120)}`;
      const words = Array.from({ length: 8 }, () => vocabulary[below(6)] ?? "");
      const text = words.join(" ");
      const said = Array.from({ length: below(3) }, () => {
        const start = below(8);
        return { speaker: speakers[below(4)] ?? null, start, end: Math.min(8, start + below(5)), isQuoted: below(2) === 0 };
      });
      const values = { said: said.flatMap(({ speaker }) => speaker ?? []) };
      const one = {
        id,
        text,
        title: null,
        body: [[{ start: 0, end: text.length }]],
        site: [],
        date: null,
        duplicates: null,
        values,
        aliases: {},
        said,
      };
      engine.set(one);
      articles.set(id, one);
      if (step % 200 !== 199) continue;
      const [first, second, speaker] = [vocabulary[below(6)] ?? "", vocabulary[below(6)] ?? "", speakers[below(3)] ?? ""];
      const expected = [...articles.values()].filter((candidate) =>
        candidate.said?.some(({ speaker: by, start, end }) => {
          const own = candidate.text.split(" ").slice(start, end);
          return by === speaker && own.includes(first) && own.includes(second);
        }),
      );
      const { total, hits } = ask(engine, `said:${speaker} ${first} ${second}`);
      deepEqual(
        [
          total,
          hits
            .filter(({ partial }) => !partial)
            .map((hit) => hit.id)
            .sort(),
        ],
        [expected.length, expected.map((hit) => hit.id).sort()],
      );
    }
  });
});
