import assert from "node:assert/strict";
import type { Corpus } from "../../src/core/corpus/corpus";
import { Backlog } from "../../src/server/reading/backlog";
import { corpusOf } from "./corpus/corpusOf";

const text = (date: string): string =>
  `Ferry Terminal to Reopen\n\nBy Ines Calder\n\n${date}\n\nThe council of Port Ellery met on Tuesday.\n`;
const small = (): Corpus =>
  corpusOf([
    ["a.txt", text("March 3, 2021")],
    ["b.txt", text("May 9, 2022")],
    ["c.txt", text("")],
  ]);

function takeAll(backlog: Backlog, corpus: Corpus): string[] {
  const taken: string[] = [];
  for (let uri = backlog.take([], true); uri !== null; uri = backlog.take([], true)) {
    taken.push(uri);
    backlog.setDone(uri, corpus.articlesOf(uri));
  }
  return taken;
}

describe("What one who follows the corpus has still to do", () => {
  it("is all documents at first, the newest first, and then what has changed", () => {
    const corpus = small();
    const backlog = new Backlog(corpus);
    assert.equal(backlog.isCurrent, false);
    assert.equal(backlog.update(), true);
    assert.deepEqual(takeAll(backlog, corpus), ["b.txt", "a.txt", "c.txt"]);
    assert.equal(backlog.update(), false);
    corpus.setDocument("c.txt", [...corpus.articlesOf("c.txt")]);
    corpus.setDocument("c.txt", [...corpus.articlesOf("c.txt")]);
    assert.equal(backlog.update(), true);
    assert.deepEqual([backlog.waiting, backlog.done], [1, 3]);
    assert.deepEqual(takeAll(backlog, corpus), ["c.txt"]);
    assert.deepEqual([backlog.waiting, backlog.isCurrent], [0, true]);
  });

  it("knows whether one that is looked at waits", () => {
    const corpus = small();
    const backlog = new Backlog(corpus);
    backlog.update();
    assert.deepEqual([backlog.hasOneOf(["a.txt", "z.txt"]), backlog.hasOneOf(["z.txt"])], [true, false]);
    assert.equal(backlog.take(["a.txt"], false), "a.txt");
    assert.equal(backlog.hasOneOf(["a.txt"]), false);
    assert.equal(backlog.take(["a.txt"], false), null);
  });

  it("forgets a document that left while it was worked on, and keeps one that came back", () => {
    const corpus = small();
    const backlog = new Backlog(corpus);
    backlog.update();
    assert.equal(backlog.take(["a.txt"], false), "a.txt");
    const records = corpus.articlesOf("a.txt");
    corpus.deleteDocument("a.txt");
    backlog.update();
    backlog.setDone("a.txt", records);
    assert.equal(backlog.done, 0);
    assert.deepEqual(takeAll(backlog, corpus), ["b.txt", "c.txt"]);
    const others = corpus.articlesOf("b.txt");
    corpus.deleteDocument("b.txt");
    backlog.update();
    corpus.setDocument("b.txt", [...others]);
    backlog.update();
    assert.deepEqual(takeAll(backlog, corpus), ["b.txt"]);
  });

  it("looks at all again where the corpus does not know any more what changed", () => {
    const corpus = small();
    const backlog = new Backlog(corpus);
    backlog.update();
    takeAll(backlog, corpus);
    const records = corpus.articlesOf("b.txt");
    corpus.clear();
    corpus.setDocument("b.txt", records);
    backlog.update();
    assert.deepEqual([backlog.waiting, backlog.done], [0, 1]);
  });
});
