import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import type { ArticleNames } from "../../../src/core/entities/index/articleNames";
import { readMentions, readPacked, readSaid, readSentences, writeNames } from "../../../src/core/entities/index/packedNames";
import { baseOf, readNames } from "../../../src/core/entities/recognise/readNames";
import { quotationsOfArticle } from "../../../src/core/quotations/quotationsOfArticle";
import { articleText } from "../../../src/core/search/engine/articleText";
import { TermNumbers } from "../../../src/core/search/engine/termNumbers";
import { StringTable } from "../../../src/core/util/stringTable";
import { VarintReader, VarintWriter } from "../../../src/core/util/varints";
import { nameModel } from "../library/histories";

const bundle = `<<<FILE: first.txt>>>
Ferry delayed again

The ferry at Port Amsel will not sail before June, e-mail from the harbour says.
<<<END FILE>>>
<<<FILE: second.txt>>>
Mayor doubts the co-operation of the harbour

By Tobias Kern

PORT AMSEL — “The ferry will sail in May,” Mayor Ilse Marden told reporters on Monday. “We have waited for it long enough.”

A harbour spokesman said that the engine was still on its way. She denied that the town's money had run out.

Müller-Lund, the shipyard, has built three ferries since 1990.
<<<END FILE>>>
`;

function second(): {
  readonly text: string;
  readonly names: ArticleNames;
  readonly offset: number;
  readonly words: (from: number, to: number) => string;
} {
  const document = parseDocument(bundle, { fileName: "ferry.txt" });
  const offset = document.slots[1]?.span.start ?? 0;
  const article = document.article(1);
  const terms = new TermNumbers();
  const { sequence } = articleText(bundle, article, terms);
  return {
    text: bundle,
    names: readNames(document, article, baseOf(document.lines, offset), nameModel()),
    offset,
    words: (from, to) => Array.from(sequence.subarray(from, to), (term) => terms.nameOf(term)).join(" "),
  };
}

describe("The quotations that an article's names keep", () => {
  it("stand where the text has them, with the speaker's mention or phrase", () => {
    const { text, names, offset } = second();
    const found = quotationsOfArticle(names, offset).map(({ start, end, kind, cue, speaker }, at) => ({
      said: text.slice(start, end).replace(/\s+/gu, " "),
      kind,
      cue: cue === null ? null : text.slice(cue.start, cue.end),
      by: speaker === null ? null : text.slice(speaker.start, speaker.end),
      names: speaker?.mention === null || speaker === null ? null : names.forms[names.formOf[speaker.mention] ?? 0],
      phrase: names.quotations[at]?.phrase,
    }));
    assert.deepEqual(found, [
      { said: "The ferry will sail in May,", kind: "direct", cue: "told", by: "Ilse Marden", names: "Ilse Marden", phrase: null },
      { said: "We have waited for it long enough.", kind: "direct", cue: "told", by: "Ilse Marden", names: "Ilse Marden", phrase: null },
      {
        said: "the engine was still on its way",
        kind: "indirect",
        cue: "said",
        by: "A harbour spokesman",
        names: null,
        phrase: "A harbour spokesman",
      },
      { said: "the town's money had run out", kind: "indirect", cue: "denied", by: "She", names: "Ilse Marden", phrase: null },
    ]);
  });

  it("know where their words stand in the terms of the article", () => {
    const { names, words } = second();
    assert.deepEqual(
      names.quotations.map(({ terms }) => words(terms.start, terms.end)),
      ["the ferry will sail in may", "we have waited for it long enough", "the engine was still on its way", "the town money had run out"],
    );
  });

  it("are the same after being packed, and release the strings that they used", () => {
    const { names } = second();
    const strings = new StringTable();
    const writer = new VarintWriter();
    writeNames(names, strings, writer);
    const bytes = writer.take();
    const used: number[] = [];
    assert.deepEqual(
      readPacked(new VarintReader(bytes), strings, (string) => used.push(string)),
      names,
    );
    assert.deepEqual(readSaid(new VarintReader(bytes), strings), names.quotations);
    assert.deepEqual(readSentences(new VarintReader(bytes)), names.sentences);
    assert.equal(readMentions(new VarintReader(bytes)).mentions.count, names.mentions.count);
    assert.notEqual(strings.find("A harbour spokesman"), -1);
    for (const string of used) strings.release(string);
    assert.equal(strings.find("A harbour spokesman"), -1);
  });
});
