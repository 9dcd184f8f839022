import { deepEqual, equal } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import type { SearchableArticle } from "../../../src/core/search/engine/searchable";
import type { SearchAnswer } from "../../../src/core/search/engine/searchEngine";
import { parseQuery } from "../../../src/core/search/query/parser";

const words = ["dam", "dams", "river", "Lissen", "Korvat", "плотина", "大坝", "\ud800x", "the", "of", "toll"];
const queries = [
  "dam",
  "dam*",
  "lisen",
  '"the dam" -toll',
  "dam NEAR/3 river",
  "source:korvat",
  "date:2013 OR undated:",
  "плотина",
  "大坝",
  "is:duplicate",
  "person:orr",
  "said:orr",
  "said:vael dam",
  'quote:"the dam"',
  "",
];

function article(id: number, random: () => number): SearchableArticle {
  const below = (limit: number): number => Math.floor(random() * limit);
  const text = Array.from({ length: 3 + below(30) }, () => words[below(words.length)] ?? "").join(" ");
  const split = text.indexOf(" ");
  return {
    id: `file:///${id}.txt`,
    text,
    title: [{ start: 0, end: split }],
    body: [[{ start: split, end: text.length - 4 }]],
    site: [[{ start: text.length - 4, end: text.length }]],
    date: below(3) === 0 ? null : `201${below(5)}-03-0${1 + below(9)}`,
    duplicates: below(3) === 0 ? "group" : null,
    values: { source: [below(2) === 0 ? "Korvat Herald" : "Lissen Courier"], person: ["Maros Orr"], said: ["Maros Orr; Orr", "Ana Vael"] },
    aliases: { person: ["Orr"] },
    ...(below(2) === 0 ? {} : said(below)),
  };
}

function said(below: (limit: number) => number): Pick<SearchableArticle, "said"> {
  return {
    said: Array.from({ length: below(3) }, () => {
      const start = below(5);
      return { speaker: ["Maros Orr; Orr", "Ana Vael", null][below(3)] ?? null, start, end: start + below(4), isQuoted: below(2) === 0 };
    }),
  };
}

/** With a past: articles replaced and taken out. */
function filled(): PackedSearchEngine {
  const random = seededRandom(11);
  const engine = new PackedSearchEngine();
  for (let step = 0; step < 120; step++) engine.set(article(Math.floor(random() * 50), random));
  for (let id = 0; id < 10; id++) engine.delete(`file:///${id}.txt`);
  return engine;
}

function answers(engine: PackedSearchEngine): readonly (SearchAnswer | null)[] {
  return queries.map((query) => {
    const answer = engine.search(
      { query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 100, fold: true },
      neverCancelled,
    );
    return answer === null ? null : { ...answer, highlight: [] };
  });
}

describe("search: a saved index", () => {
  it("answers as the one that was saved, before and after further changes", () => {
    const [engine, loaded] = [filled(), new PackedSearchEngine()];
    loaded.set(article(77, seededRandom(1)));
    equal(loaded.load(engine.save()), true);
    equal(loaded.size, engine.size);
    deepEqual(answers(loaded), answers(engine));
    for (const one of [engine, loaded]) {
      const random = seededRandom(5);
      for (let id = 20; id < 60; id++) one.set(article(id, random));
      one.delete("file:///30.txt");
    }
    deepEqual(answers(loaded), answers(engine));
  });

  it("is the same bytes when saved again", () => {
    const bytes = filled().save();
    const loaded = new PackedSearchEngine();
    loaded.load(bytes);
    deepEqual(loaded.save(), bytes);
  });

  it("is refused where it is damaged, cut or of another version, and nothing changes", () => {
    const bytes = filled().save();
    const engine = new PackedSearchEngine();
    engine.set(article(77, seededRandom(1)));
    const before = answers(engine);
    const broken = [
      new Uint8Array(),
      bytes.subarray(0, 11),
      bytes.subarray(0, bytes.length - 1),
      changed(bytes, 0),
      changed(bytes, 4),
      changed(bytes, bytes.length >> 1),
    ];
    for (const one of broken) equal(engine.load(one), false);
    deepEqual(answers(engine), before);
  });

  it("never throws, whatever stands behind a checksum that is right", () => {
    const random = seededRandom(3);
    const whole = filled().save();
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice();
      for (let change = 0; change < 3; change++) bytes[12 + Math.floor(random() * (bytes.length - 12))] = Math.floor(random() * 256);
      new DataView(bytes.buffer).setUint32(8, checksum(bytes), true);
      const engine = new PackedSearchEngine();
      if (engine.load(bytes)) answers(engine);
    }
  });
});

function changed(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

/** CRC-32, bit by bit. */
function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes.subarray(12)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
