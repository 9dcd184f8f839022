import { deepEqual, equal, ok } from "node:assert/strict";
import { boundedParagraphs, longestBody } from "../../../src/core/article/paragraphs";
import { cutNotice } from "../../../src/core/corpus/cutArticles";
import type { Article } from "../../../src/core/article/article";
import { searchableText } from "../../../src/core/search/engine/searchableOf";
import { parseDocument } from "../../../src/core/corpus/parseDocument";

const head = "Harbour Board Rebuilds Bridge\n\nBy Ana Kolar\n\n";
const sentence = "In Velm, Mayor Ilona Castrian said on Monday that the Harbour Board of Tarn would rebuild the old bridge. ";

function parsed(text: string): { readonly text: string; readonly article: Article } {
  return { text, article: parseDocument(text, { fileName: "bridge.txt" }).article(0) };
}

/** How much of an article's text is read, and what is told of the rest. */
function read(text: string): {
  readonly length: number;
  readonly end: number;
  readonly cuts: readonly { start: number; end: number; message: string }[];
} {
  const { article } = parsed(text);
  const pieces = article.paragraphs.flatMap((paragraph) => paragraph.pieces);
  const cuts = article.problems.filter(({ code }) => code === "text-cut").map(({ span, message }) => ({ ...span, message }));
  return { length: pieces.reduce((sum, { start, end }) => sum + end - start, 0), end: pieces.at(-1)?.end ?? 0, cuts };
}

describe("an article longer than any", () => {
  for (const [name, unit] of [
    ["one line", sentence],
    ["many paragraphs", `${sentence.trim()}\n\n`],
    ["one word", "a"],
    ["no spaces, outside the BMP", "𠀀"],
  ] as const) {
    it(`${name}: is read up to the bound, and the rest is named`, () => {
      const text = `${head}${unit.repeat(Math.ceil((1.5 * longestBody) / unit.length))}\n`;
      const { length, end, cuts } = read(text);
      ok(length <= longestBody && length >= longestBody - 200, String(length));
      ok((text.charCodeAt(end - 1) & 0xfc00) !== 0xd800);
      deepEqual(
        cuts.map((cut) => [cut.start, cut.end, cut.message.includes("1,000,000")]),
        [[end, text.trimEnd().length, true]],
      );
    });
  }

  it("is told of with its place, one or several", () => {
    const long = sentence.repeat(Math.ceil((1.2 * longestBody) / sentence.length));
    const notice = (text: string): string | null => cutNotice(parseDocument(text, { fileName: "bridge.txt" }));
    ok(
      /^At most 1,000,000 characters .*: from line 5, column \d+ on, the rest of this one is not\.$/.test(notice(`${head}${long}\n`) ?? ""),
    );
    const bundle = ["a.txt", "b.txt", "c.txt"]
      .map((name) => `<<<FILE ${name}>>>\n${head}${name === "b.txt" ? sentence : long}\n<<<END FILE ${name}>>>\n`)
      .join("\n");
    ok(/: the rest of 2 is not, first from line 6, column \d+ on\.$/.test(notice(bundle) ?? ""));
    equal(notice(`${head}${sentence}`), null);
  });

  it("gives search no more than is read, whatever its length, and what stands below the body", () => {
    const url = "https://www.ardacourier.net/local/harbour-board-rebuilds-bridge";
    const searched = (times: number): { length: number; parts: readonly string[] } => {
      const { text, article } = parsed(
        `${head}${sentence.repeat(Math.ceil((times * longestBody) / sentence.length))}\n\nReporting by Ana Kolar; Editing by Peter Lind\n\n${url}\n`,
      );
      const { title, body, site } = searchableText(text, article);
      const spans = [...(title ?? []), ...body.flat(), ...site.flat()];
      return {
        length: spans.reduce((sum, { start, end }) => sum + end - start, 0),
        parts: spans.map(({ start, end }) => text.slice(start, Math.min(end, start + 80)).trim()),
      };
    };
    const [long, longer] = [searched(1.5), searched(4)];
    ok(long.length < longestBody + 300, String(long.length));
    equal(longer.length, long.length);
    for (const part of ["Harbour Board Rebuilds Bridge", "Reporting by Ana Kolar; Editing by Peter Lind", url])
      ok(long.parts.includes(part), part);
  });

  it("is read whole below the bound", () => {
    const { length, cuts } = read(`${head}${sentence.repeat(2000)}\n`);
    equal(length, sentence.length * 2000 - 1);
    deepEqual(cuts, []);
  });

  it("is cut behind a word, and loses no paragraph before that", () => {
    const text = "one two three four five six";
    const { read: kept, problems } = boundedParagraphs(
      text,
      [
        { pieces: [{ start: 0, end: 7 }] },
        {
          pieces: [
            { start: 8, end: 18 },
            { start: 19, end: 27 },
          ],
        },
      ],
      15,
    );
    deepEqual(kept, [{ pieces: [{ start: 0, end: 7 }] }, { pieces: [{ start: 8, end: 13 }] }]);
    deepEqual(
      problems.map(({ span }) => span),
      [{ start: 13, end: 27 }],
    );
  });
});
