import assert from "node:assert/strict";
import { sentenceAt } from "../../../src/core/article/enclosingSpans";
import type { Paragraph } from "../../../src/core/article/article";

/** The sentence around `$0`; blank lines break the paragraph into pieces. */
function sentence(fixture: string): string | null {
  const offset = fixture.indexOf("$0");
  const text = fixture.replace("$0", "");
  const pieces = [...text.matchAll(/[^\n]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const paragraph: Paragraph = { pieces };
  const span = sentenceAt(text, paragraph, offset);
  return span === null ? null : text.slice(span.start, span.end);
}

describe("the sentence at a place", () => {
  for (const [fixture, expected] of [
    ["One went. T$0wo came. Three stayed.", "Two came."],
    ["$0One went. Two came.", "One went."],
    ["One went.$0 Two came.", "One went."],
    ["One went. $0Two came.", "Two came."],
    ["One went. Two came.$0", "Two came."],
    ["Mr. Calder met the U.S. envoy on No$0v. 25 in Port Ellery. He left.", "Mr. Calder met the U.S. envoy on Nov. 25 in Port Ellery."],
    ["J. P. Orl$0ov paid 2.4 million crowns, or 1,200.50 each. It was late.", "J. P. Orlov paid 2.4 million crowns, or 1,200.50 each."],
    ['"We wa$0ited long enough." She left.', '"We waited long enough."'],
    ["“Is it over?” he ask$0ed. “No.”", "“Is it over?” he asked."],
    ["“Both of us are ... very, very hop$0eful,” he said. It rained.", "“Both of us are ... very, very hopeful,” he said."],
    ["It never ended… The to$0wn slept.", "The town slept."],
    [
      "The head of the harbour security\n\nserv$0ice told reporters. He declined to elaborate.",
      "The head of the harbour security\n\nservice told reporters.",
    ],
  ] as const) {
    it(fixture, () => {
      assert.equal(sentence(fixture), expected);
    });
  }

  it("is none in an empty paragraph", () => {
    assert.equal(sentenceAt("", { pieces: [] }, 0), null);
  });
});
