import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyFolder } from "../../../src/core/recognition/folderClassification";

const texts = (kind: string): { name: string; text: string }[] =>
  readdirSync(join(import.meta.dirname, "texts", kind)).map((name) => ({
    name,
    text: readFileSync(join(import.meta.dirname, "texts", kind, name), "utf8"),
  }));
const articles = texts("article");
const others = texts("other");
const [bundle] = texts("bundle");

describe("classifyFolder", () => {
  const cases: readonly (readonly [
    name: string,
    heads: readonly { name: string; text: string }[],
    candidates: number,
    others: number,
    isCorpus: boolean,
  ])[] = [
    ["nothing", [], 0, 0, false],
    ["a source tree", [], 0, 400, false],
    ["articles", articles, articles.length, 0, true],
    ["a single article", articles.slice(0, 1), 1, 0, true],
    ["five articles and a note", [...articles.slice(0, 5), ...others.slice(0, 1)], 6, 0, true],
    ["a bundle among notes", [...others.slice(0, 5), ...(bundle ? [bundle] : [])], 6, 3, true],
    ["notes", others, others.length, 0, false],
    ["notes and one article", [...others.slice(0, 9), ...articles.slice(0, 1)], 10, 0, false],
    ["a source tree with one article in it", articles.slice(0, 1), 1, 400, false],
    ["a source tree with notes and some articles", [...others.slice(0, 12), ...articles.slice(0, 5)], 17, 4000, false],
    ["a large corpus with other files in it", [...articles.slice(0, 8), ...others.slice(0, 12)], 10_000, 50, true],
  ];
  for (const [name, heads, candidates, rest, isCorpus] of cases) {
    it(`${name}: ${isCorpus ? "a corpus" : "no corpus"}`, () => {
      assert.equal(classifyFolder({ heads, candidates, others: rest }).isCorpus, isCorpus);
    });
  }
});
