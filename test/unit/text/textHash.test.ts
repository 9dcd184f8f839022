import assert from "node:assert/strict";
import { textHash } from "../../../src/core/text/textHash";

const hash = (text: string): number => textHash(text, { start: 0, end: text.length });
const changed = (text: string, at: number): string => `${text.slice(0, at)}#${text.slice(at + 1)}`;

describe("textHash", () => {
  it("is FNV-1a of the units, mixed with the length", () => {
    assert.equal(hash(""), 0x811c9dc5);
    assert.equal(hash("a"), Math.imul(0x811c9dc5 ^ 1 ^ 97, 0x01000193) >>> 0);
    assert.equal(textHash("xay", { start: 1, end: 2 }), hash("a"));
  });

  for (const [name, end] of [
    ["LF", "\n"],
    ["CR", "\r"],
    ["CRLF", "\r\n"],
  ] as const)
    it(`sees every change of a long text of many lines, at ${name}`, () => {
      const text = `Ferries leave at noon.${end}`.repeat(200_000);
      for (const at of [3, 2_000_001, 2_200_000, 3_333_333, text.length - 300_000, text.length - 1]) {
        if (text.charAt(at) !== "\n" && text.charAt(at) !== "\r") assert.notEqual(hash(changed(text, at)), hash(text), String(at));
      }
    });

  it("sees every change of a long line in what is read of an article, and of the lines around it", () => {
    const line = "ferry ".repeat(1_000_000);
    const text = `Head\n${line}\nTail`;
    for (const at of [0, 6, 1_000_100, 1_999_999, text.length - 100_000, text.length - 1]) {
      assert.notEqual(hash(changed(text, at)), hash(text), String(at));
    }
    assert.notEqual(hash(`${text}.`), hash(text));
  });

  it("gives a stretch the same hash wherever it stands", () => {
    const line = `${"ferry ".repeat(500_000)}\n`;
    assert.equal(textHash(`Above\r\n${line}Below`, { start: 7, end: 7 + line.length }), hash(line));
  });
});
