import assert from "node:assert/strict";
import fc from "fast-check";
import { readMarkerLine } from "../../../src/core/envelope/markerLine";

/** The format's own patterns: exact, but quadratic on hostile lines. */
const close =
  /^\uFEFF?[ ]{0,3}(?<o><{3,5})[ \t]*(?<kw>END(?:[ _-]?OF)?[ _-]?FILE|FILE[ _-]?END|\/[ \t]*FILE|EOF|END)(?![A-Za-z0-9_-])(?<arg>.*?)[ \t]*(?<c>>{2,})[ \t]*$/iu;
const open =
  /^\uFEFF?[ ]{0,3}(?<o><{3,5})[ \t]*(?:(?:BEGIN|START)[ _-]?)?FILE(?:[ _-]?(?:BEGIN|START))?(?![A-Za-z0-9_-])(?<arg>.*?)[ \t]*(?<c>>{2,})[ \t]*$/iu;

function byPattern(line: string): { kind: string; bare: boolean; argument: string; shortFence: boolean } | null {
  const closer = close.exec(line)?.groups;
  const groups = closer ?? open.exec(line)?.groups;
  if (groups === undefined) return null;
  const { o = "", c = "", arg = "", kw = "" } = groups;
  const trimmedEnd = line.replace(/[ \t]*$/, "").length;
  const argumentStart = line.indexOf(
    arg,
    line.replace(/^\uFEFF?[ ]*<+[ \t]*/u, "").length === 0 ? 0 : lengthBefore(line, arg, c, trimmedEnd),
  );
  const argument = c.length > o.length ? line.slice(argumentStart, trimmedEnd - o.length) : arg;
  if (closer === undefined && (/^[^\s:|#"'`]/.test(argument) || argument.startsWith("://"))) return null;
  return { kind: closer ? "close" : "open", bare: /^(?:END|EOF)$/i.test(kw), argument, shortFence: c.length < o.length };
}

/** Where `arg` stands: before the blanks before the closing brackets. */
function lengthBefore(line: string, arg: string, c: string, trimmedEnd: number): number {
  return line.slice(0, trimmedEnd - c.length).replace(/[ \t]*$/, "").length - arg.replace(/[ \t]*$/, "").length;
}

const piece = fc.constantFrom(
  "<",
  "<<",
  "<<<",
  "<<<<",
  "<<<<<",
  ">",
  ">>",
  ">>>",
  ">>>>",
  " ",
  "  ",
  "\t",
  "\ufeff",
  "_",
  "-",
  ":",
  "/",
  "|",
  "#",
  '"',
  "=",
  ".",
  "\u2028",
  "ſ",
  "\u212a",
  "FILE",
  "file",
  "END",
  "End",
  "OF",
  "EOF",
  "BEGIN",
  "START",
  "ſTART",
  "a",
  "x.txt",
  "1/2",
  "S",
  "9",
  "\ud800",
  "é",
);
const marker = fc
  .tuple(
    fc.constantFrom("", " ", "   ", "    ", "\ufeff", "\ufeff "),
    fc.constantFrom("<<<", "<<<<", "<<<<<", "<<", "<<<<<<"),
    fc.constantFrom("", " ", "\t"),
    fc.array(piece, { maxLength: 6 }),
    fc.constantFrom("", " ", "\t"),
    fc.constantFrom(">>>", ">>", ">>>>", ">", ">>>>>>"),
    fc.constantFrom("", " \t", "x"),
  )
  .map(([indent, opening, gap, middle, blank, closing, tail]) => indent + opening + gap + middle.join("") + blank + closing + tail);
const line = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  marker,
);

describe("readMarkerLine", () => {
  it("reads what the printed patterns read", () => {
    fc.assert(
      fc.property(line, fc.constantFrom("", "before\n"), fc.constantFrom("", "\n<<<END>>>"), (text, before, after) => {
        const read = readMarkerLine(before + text + after, before.length, before.length + text.length);
        const plain = read && { ...read, argument: (before + text + after).slice(read.argument.start, read.argument.end) };
        assert.deepEqual(plain, byPattern(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
