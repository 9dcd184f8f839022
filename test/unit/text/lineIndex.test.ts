import assert from "node:assert/strict";
import fc from "fast-check";
import { LineIndex } from "../../../src/core/text/lineIndex";

const texts: readonly (readonly [text: string, lines: readonly string[]])[] = [
  ["", [""]],
  ["a", ["a"]],
  ["a\n", ["a", ""]],
  ["a\nb", ["a", "b"]],
  ["a\r\nb\r\n", ["a", "b", ""]],
  ["a\rb\r", ["a", "b", ""]],
  ["\n", ["", ""]],
  ["\r\n", ["", ""]],
  ["\n\r", ["", "", ""]],
  ["\r\r\n\n", ["", "", "", ""]],
  ["a\r\nb\rc\nd\n\re", ["a", "b", "c", "d", "", "e"]],
  ["\ufeffa\u2028b\u0085c\fd\ve", ["\ufeffa\u2028b\u0085c\fd\ve"]],
  ["😀\n😀", ["😀", "😀"]],
  ["\n".repeat(100), Array.from({ length: 101 }, () => "")],
];

describe("LineIndex", () => {
  for (const [text, lines] of texts) {
    it(`splits ${JSON.stringify(text).slice(0, 60)}`, () => {
      const index = new LineIndex(text);
      const spans = Array.from({ length: index.count }, (_, line) => index.spanOf(line));
      assert.deepEqual(
        spans.map(({ start, end }) => text.slice(start, end)),
        lines,
      );
    });
  }

  it("agrees with a split on any text", () => {
    const text = fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", " ")).map((units) => units.join(""));
    fc.assert(
      fc.property(text, (value) => {
        const index = new LineIndex(value);
        const lines = value.split(/\r\n|\n|\r/);
        assert.equal(index.count, lines.length);
        lines.forEach((line, number) => {
          const { start, end } = index.spanOf(number);
          assert.equal(value.slice(start, end), line);
          assert.equal(index.startOf(number), start);
          for (let offset = start; offset <= end; offset++) {
            assert.deepEqual(index.positionAt(offset), { line: number, character: offset - start });
            assert.equal(index.offsetAt({ line: number, character: offset - start }), offset);
          }
          assert.equal(index.offsetAt({ line: number, character: end - start + 1 }), end);
        });
      }),
    );
  });

  it("counts an offset inside a line end to the line it ends", () => {
    assert.deepEqual(new LineIndex("a\r\nb").positionAt(2), { line: 0, character: 2 });
  });

  it("clamps what lies outside", () => {
    const index = new LineIndex("ab\ncd");
    assert.deepEqual(index.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
    assert.equal(index.offsetAt({ line: -1, character: 5 }), 0);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(index.offsetAt({ line: 0, character: -3 }), 0);
    assert.equal(index.startOf(9), 5);
    assert.deepEqual(index.spanOf(9), { start: 5, end: 5 });
    assert.equal(index.lineAt(-5), 0);
  });
});
