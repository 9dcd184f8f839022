import assert from "node:assert/strict";
import { parseEnvelopes } from "../../../src/core/envelope/parseEnvelopes";
import { longestProblemList } from "../../../src/core/envelope/problemList";
import { LineIndex } from "../../../src/core/text/lineIndex";

const many = 1_000_000;
const parse = (text: string): ReturnType<typeof parseEnvelopes> => parseEnvelopes(text, new LineIndex(text));
const fill = (unit: string): string => unit.repeat(many / unit.length);

/** One line each, of a million units: anything that takes time by the square of it would not come back. */
const lines: Readonly<Record<string, readonly [line: string, articles: number]>> = {
  "opening brackets": [fill("<"), 0],
  "closing brackets": [`<<<FILE a${fill(">")}`, 1],
  "blanks in front": [`${fill(" ")}<<<FILE: a>>>`, 0],
  "blanks before the keyword": [`<<<${fill(" ")}FILE: a>>>`, 1],
  "blanks behind the keyword": [`<<<FILE${fill(" ")}a>>>`, 1],
  "blanks and no end": [`<<<FILE: a${fill(" ")}x`, 0],
  "blanks behind the brackets": [`<<<FILE: a>>>${fill(" \t")}x`, 0],
  "blanks before the brackets": [`<<<FILE: a${fill(" ")}>>>`, 1],
  "blanks in the name": [`<<<FILE: a${fill(" ")}b>>>`, 1],
  "brackets and blanks": [`<<<FILE: a${fill(" >>")}x`, 0],
  "blanks behind a slash": [`<<</${fill(" ")}x>>>`, 0],
  "blanks behind LINES": [`<<<FILE: a LINES${fill(" ")}x>>>`, 1],
  "blanks behind an ordinal": [`<<<FILE: 1${fill(" ")}x>>>`, 1],
  "blanks behind a quoted name": [`<<<FILE: "a"${fill(" ")}x>>>`, 1],
  digits: [`<<<FILE: ${fill("1")}>>>`, 1],
  "a long name": [`<<<FILE: ${fill("a")}>>>`, 1],
  dots: [`<<<FILE: ${fill(".")}x>>>`, 1],
  climbing: [`<<<FILE: ${fill("../")}x>>>`, 1],
  drives: [`<<<FILE: ${fill("C:")}x>>>`, 1],
  quotes: [`<<<FILE: ${fill('"')}>>>`, 1],
  "open quotes": [`<<<FILE: ${fill("a=\"b c='d ")}>>>`, 1],
  attributes: [`<<<FILE: ${fill("a=b ")}>>>`, 1],
  bars: [`<<<FILE: ${fill("| ")}>>>`, 1],
  "bars and words": [`<<<FILE: ${fill("a | b ")}>>>`, 1],
  "a key": [`<<<FILE: ${fill("a")}=b>>>`, 1],
  "a value of blanks": [`<<<FILE: a=b${fill(" ")}c BEGIN x>>>`, 1],
  "a header line": [`<<<FILE>>>\nPATH: a\nNAME:${fill(" ")}x\n<<<END>>>`, 1],
  "END OF": [`<<<END OF${fill(" ")}FILE>>>`, 0],
};

describe("parseEnvelopes on hostile text", () => {
  for (const [name, [line, articles]] of Object.entries(lines)) {
    it(`survives a million units of ${name}`, () => {
      assert.equal(parse(line).articles.length, articles);
      assert.equal(parse(`<<<FILE: a>>>\n${line}\n<<<END FILE: a>>>`).isBundle, true);
    });
  }
  it("reads 300,000 openers of one name", () => {
    const { articles, problems } = parse("<<<FILE: a>>>\n".repeat(300_000));
    assert.equal(articles.at(-1)?.key, "a~300000");
    const last = problems.at(-1);
    assert.equal(problems.length, longestProblemList + 1);
    // There is text in none of them, and each but the first repeats a name.
    assert.match(last?.message ?? "", new RegExp(`^${300_000 * 2 - 1 - longestProblemList} more problems`));
    assert.ok(
      problems.every(({ span }, index) => index === 0 || span.start >= (problems[index - 1]?.span.start ?? 0)),
      "in the order of the text",
    );
  });
  it("reads 300,000 pairs of one name", () => {
    assert.equal(parse("<<<FILE: a>>>\nx\n<<<END FILE: a>>>\n".repeat(300_000)).articles.length, 300_000);
  });
  it("reads 300,000 names nested in each other", () => {
    const openers = Array.from({ length: 300_000 }, (_, index) => `<<<FILE: ${index}>>>`);
    const closers = openers.map((_, index) => `<<<END FILE: ${openers.length - 1 - index}>>>`);
    const { articles, problems } = parse([...openers, ...closers].join("\n"));
    assert.equal(articles.length, 1, "numbers are ordinals, and repeated");
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["nested-markers-kept-as-text"],
    );
  });
  it("reads 300,000 stray closers", () => {
    const { problems } = parse(`<<<FILE: a>>>\nx\n${"<<<END>>>\n".repeat(300_000)}`);
    assert.equal(problems.length, longestProblemList + 1);
    assert.deepEqual(
      [problems.at(-1)?.code, problems.at(-1)?.message.split(" ")[0]],
      ["problems-left-out", String(299_999 - longestProblemList)],
    );
  });
  it("reads a million header lines", () => {
    assert.equal(parse(`<<<FILE>>>\n${"PATH: a\n".repeat(many)}x`).articles[0]?.name, "a");
  });
  it("reads nameless openers that share their header candidates", () => {
    assert.equal(parse("<<<FILE>>>\nBYTES: 1\n".repeat(150_000)).articles.length, 150_000);
  });
  it("is no bundle when it is cancelled", () => {
    const text = "<<<FILE: a>>>\nx";
    assert.equal(parseEnvelopes(text, new LineIndex(text), { isCancellationRequested: true }).isBundle, false);
  });
});
