import { CharClass, charClass } from "../text/charClass";
import { type FrontMatter, frontMatterOf } from "./frontMatter";

/** How much of a text decides what it is, in code units. */
export const sampleLength = 64 * 1024;

/** How much of one line is looked at. */
const longestLine = 2000;

/** The beginning of a text, cut up once for all who look for evidence in it. */
export interface TextSample {
  /** Without the front matter. */
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  /** The lines that are not blank: trimmed, no-break spaces made plain, very long ones cut. */
  readonly lines: readonly string[];
  /** How many words each of them has. */
  readonly lineWords: readonly number[];
  /** How many of them are indented, by two columns or more. */
  readonly indented: number;
  /** Lines joined to paragraphs: by blank lines where the text is wrapped, else one a line. */
  readonly paragraphs: readonly string[];
  /** How many words each paragraph has. */
  readonly paragraphWords: readonly number[];
  /** The paragraphs that are long enough to be prose, one a line. */
  readonly prose: string;
  /** How much of the text is prose, 0 to 1. */
  readonly proseShare: number;
  /** Whether much of it is in a script whose words are not told apart here: Chinese, Japanese, Korean, Thai, Hindi. */
  readonly unspaced: boolean;
  /** Whether most of its letters have no case, so that names do not show. */
  readonly caseless: boolean;
}

const unspacedLetter = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uac00-\ud7af\u0900-\u097f]/;
/** The first of the scripts without capitals is Hebrew. */
const beyondCased = /[\u0590-\u1bff\u1c50-\u1c7f\u2d00-\u2d2f\u3040-\uabff\uac00-\ud7af]/;
const letter = /\p{L}/u;
const oddSpace = /[\u00a0\u202f\ufeff\u200b]/;
const oddSpaces = /[\u00a0\u202f\ufeff\u200b]/g;
const proseWords = 10;
const proseUnits = 20;

/** Cuts up the first 64 K of `head`. */
export function sampleOf(head: string): TextSample {
  const whole = head.length > sampleLength ? head.slice(0, sampleLength) : head;
  const frontMatter = frontMatterOf(whole);
  const text = frontMatter === null ? whole : whole.slice(frontMatter.end);
  const raw = linesOf(text);
  const lines: string[] = [];
  const lineWords: number[] = [];
  let filled = 0;
  let indented = 0;
  for (const line of raw) {
    if (line === "") continue;
    const bare = line.trim();
    lines.push(bare);
    lineWords.push(countWords(bare));
    filled += bare.length + 1;
    if (line !== bare && (line.startsWith("  ") || line.startsWith("\t"))) indented++;
  }
  const { unspaced, caseless } = scriptOf(text);
  const paragraphs = paragraphsOf(raw, lines, unspaced ? "" : " ");
  const paragraphWords = paragraphs === lines ? lineWords : paragraphs.map((paragraph) => countWords(paragraph));
  const long = paragraphs.filter((paragraph, index) =>
    unspaced ? paragraph.length >= proseUnits : (paragraphWords[index] ?? 0) >= proseWords,
  );
  const prose = long.join("\n");
  const proseShare = Math.min(1, prose.length / Math.max(1, filled));
  return { text, frontMatter, lines, lineWords, indented, paragraphs, paragraphWords, prose, proseShare, unspaced, caseless };
}

/** All lines without white space behind them. */
function linesOf(text: string): string[] {
  const hasOddSpaces = oddSpace.test(text);
  return (text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n")).map((line) => {
    const bounded = line.length > longestLine ? line.slice(0, longestLine) : line;
    return (hasOddSpaces ? bounded.replace(oddSpaces, " ") : bounded).trimEnd();
  });
}

function scriptOf(text: string): { readonly unspaced: boolean; readonly caseless: boolean } {
  if (!beyondCased.test(text)) return { unspaced: false, caseless: false };
  let unspaced = 0;
  let cased = 0;
  let letters = 0;
  for (const char of text) {
    const unit = char.charCodeAt(0);
    if (unit >= 0x900 && unspacedLetter.test(char)) unspaced++;
    const found = charClass(unit);
    const isCased = found === CharClass.Lower || found === CharClass.Upper;
    if (isCased) cased++;
    if (isCased || (unit >= 0x80 && letter.test(char))) letters++;
  }
  return { unspaced: unspaced > 0.3 * letters, caseless: cased < 0.5 * letters };
}

/** How many words a line has: runs of anything but white space. */
export function countWords(line: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < line.length; at++) {
    if (isSpace(line.charCodeAt(at))) inWord = false;
    else if (!inWord) {
      words++;
      inWord = true;
    }
  }
  return words;
}

/** White space as a regular expression's `\s` has it. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    unit === 0xa0 ||
    (unit >= 0x1680 &&
      (unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000 ||
        unit === 0xfeff))
  );
}

/** The paragraphs of a wrapped text; the very array `lines` where the text is not wrapped. `joint` joins lines. */
function paragraphsOf(raw: readonly string[], lines: readonly string[], joint: string): readonly string[] {
  if (!isWrapped(raw, lines) && !isNarrow(raw)) return lines;
  const paragraphs: string[] = [];
  let current = "";
  for (const line of raw) {
    const bare = line.trim();
    // A clear indent starts a paragraph, as in the exports of news archives.
    const starts = bare === "" || (/^(?: {3,}|\t)/.test(line) && current !== "");
    if (starts && current !== "") {
      paragraphs.push(current);
      current = "";
    }
    if (bare !== "") current = current === "" ? bare : `${current}${joint}${bare}`;
  }
  if (current !== "") paragraphs.push(current);
  return paragraphs;
}

function isWrapped(raw: readonly string[], lines: readonly string[]): boolean {
  let wrapped = 0;
  for (const { length } of lines) wrapped += length > 100 ? -1 : length > 40 ? 1 : 0;
  return wrapped > 0 && raw.some((line, index) => line === "" && index > 0 && index < raw.length - 1);
}

/** The narrowest and the widest column of a wrapped text, in code units. */
const narrowest = 18;
const widest = 100;
const sentenceEnd = /[.!?:;…。！？؟۔।։።]["'”’»」』)\]]*$/;

/**
 * Whether lines are broken at a column: of those with another right below, most are nearly as long as the longest, and
 * most end in the middle of a sentence.
 */
function isNarrow(raw: readonly string[]): boolean {
  const inner = raw.filter((line, index) => line !== "" && (raw[index + 1] ?? "") !== "").map((line) => line.trim());
  if (inner.length < 6) return false;
  const lengths = inner.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor(0.95 * (lengths.length - 1))] ?? 0;
  if (width < narrowest || width > widest) return false;
  const full = lengths.filter((length) => length >= width - Math.max(12, 0.35 * width)).length;
  const open = inner.filter((line) => !sentenceEnd.test(line)).length;
  // Rows of a table are as long as each other too, but not of words.
  const worded = inner.filter((line) => unspacedLetter.test(line) || countWords(line) >= 3).length;
  return full >= 0.8 * inner.length && open >= 0.65 * inner.length && worded >= 0.8 * inner.length;
}
