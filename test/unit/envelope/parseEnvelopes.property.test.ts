import fc from "fast-check";
import assert from "node:assert/strict";
import { parseEnvelopes } from "../../../src/core/envelope/parseEnvelopes";
import { safeKey } from "../../../src/core/envelope/uniqueKeys";
import { LineIndex } from "../../../src/core/text/lineIndex";
import { contains, type Span } from "../../../src/core/text/span";

const name = fc.constantFrom("a", "a~2", "b/../c", "..", "#1", "1/2: a", 'id="a"', "a | id: b", "C:\\x", "");
const line = fc.oneof(
  name.map((label) => `<<<FILE ${label}>>>`),
  name.map((label) => `<<<END FILE ${label}>>>`),
  fc.constantFrom(
    "<<<FILE>>>",
    "<<<END>>>",
    "<<<END a>>>",
    "PATH: a",
    "NAME: \ufeff",
    "",
    " ",
    "text",
    "\ufeff<<<FILE: a>>",
    "<<<FILES>>>",
    "\u2028",
  ),
);
const document = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r", "\n\r")), { maxLength: 30 })
  .map((lines) => lines.flat().join(""));

describe("parseEnvelopes on any text", () => {
  it("accounts for every line once, with safe and unique keys", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { isBundle, articles, outside, problems } = parseEnvelopes(text, new LineIndex(text));
        if (!isBundle) {
          assert.deepEqual([articles, outside, problems], [[], [], []]);
          return;
        }
        const parts: Span[] = [...outside];
        for (const { opener, header, raw, content, closer, key } of articles) {
          parts.push(...[opener, header, raw, closer].filter((span) => span !== null));
          assert.ok(content === null ? text.slice(raw.start, raw.end).trim() === "" : contains(raw, content));
          assert.equal(safeKey(key).changed, false, key);
        }
        parts.sort((a, b) => a.start - b.start || a.end - b.end);
        parts.reduce((previous, next) => (assert.ok(previous.end <= next.start), next));
        assert.equal(text.length - parts.reduce((sum, { start, end }) => sum + end - start, 0), gapsOf(text, parts));
        assert.equal(new Set(articles.map(({ key }) => key)).size, articles.length);
        assert.deepEqual(
          problems,
          [...problems].sort((a, b) => a.span.start - b.span.start),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

/** The length of what lies between the parts, which has to be blank. */
function gapsOf(text: string, parts: readonly Span[]): number {
  let length = 0;
  let at = 0;
  for (const { start, end } of [...parts, { start: text.length, end: text.length }]) {
    assert.match(text.slice(at, start), /^\s*$/);
    length += start - at;
    at = end;
  }
  return length;
}
