import { certainSigns } from "./certainSigns";
import { type Evidence, upTo } from "./evidence";
import { countShapes, type ShapeName } from "./lineShapes";
import type { TextSample } from "./textSample";

/** The share of lines with the most usual number of tabs, bars, unspaced commas or gaps, where that is at least two. */
function columnShare(lines: readonly string[]): number {
  let [tabs, bars, commas, gaps] = [0, 0, 0, 0];
  for (const line of lines) {
    if (hasTwo(line, "\t")) tabs++;
    if (hasTwo(line, "|")) bars++;
    if (hasTwoTightCommas(line)) commas++;
    if (line.includes("   ") && (line.match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 2) gaps++;
  }
  return Math.max(tabs, bars, commas, gaps) / Math.max(1, lines.length);
}

function hasTwo(line: string, sign: string): boolean {
  const first = line.indexOf(sign);
  return first >= 0 && line.includes(sign, first + 1);
}

const tightComma = /[,;](?!\d{3}(?!\d))(?=\S)/y;

/** Commas or semicolons with no space behind them, those within figures ("1,200") aside. */
function hasTwoTightCommas(line: string): boolean {
  return countTight(line, ",") + countTight(line, ";") >= 2;
}

function countTight(line: string, sign: string): number {
  let count = 0;
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) {
    if (line.charCodeAt(at + 1) === 0x20) continue;
    tightComma.lastIndex = at;
    if (tightComma.test(line)) count++;
  }
  return count;
}

const mailHeader = /^(?:From|To|Cc|Bcc|Subject|Date|Sent|Message-ID|Received|Return-Path|Reply-To|MIME-Version|Content-Type|X-[\w-]+): \S/i;
const greeting = /^(?:dear|hello|hi|hey|liebe[rs]?|sehr geehrte[rs]?|cher|chère|estimad[oa])\s[\p{L} .&/'’-]{1,50}[,:!]?$/iu;
const todo = /^(?:to[ -]?do|notes?|shopping|groceries|ideas|reminders?)\b.{0,30}$/i;
/** How every greeting begins: the pattern for them, in any case and script, is slow to compile and hardly ever needed. */
const mayGreet = /^(?:dear|hello|hi|hey|liebe|sehr|ch|estimad)/i;
const symbol = /[{}[\]<>=;|\\^~`$_@#]/g;

/** What speaks against an article: the shapes of other kinds of text. */
export function counterEvidence(sample: TextSample): Evidence[] {
  const { lines, text, unspaced } = sample;
  // A report may hold a table; a table may not hold much of a report.
  const unlikeProse = upTo(1, 2 * (1 - sample.proseShare));
  const evidence: Evidence[] = [];
  const against = (reason: string, weight: number): void => {
    if (weight > 0) evidence.push({ reason, weight: -weight });
  };
  for (const reason of certainSigns(text)) against(reason, 8);
  const counts = countShapes(lines);
  const share = (shape: ShapeName): number => counts[shape] / Math.max(1, lines.length);
  const symbols = countSymbols(text);
  against("lines of code", upTo(8, 30 * (share("code") - 0.06)));
  against("signs of code", upTo(6, 200 * (symbols / Math.max(200, text.length) - 0.012)));
  against("lists", upTo(6, 10 * (share("bullet") - 0.2)));
  against("headings", upTo(6, 1.2 * (counts.heading - 1)));
  against("keys and values", upTo(6, 12 * unlikeProse * (share("keyAndValue") - 0.25)));
  against("time stamps", upTo(8, 20 * (share("stamped") - 0.12)));
  against("speakers", upTo(6, 10 * (share("speaker") - 0.3)));
  against("columns", upTo(8, 12 * unlikeProse * (columnShare(lines) - 0.25)));
  against("lines of one pattern", upTo(6, 12 * unlikeProse * (patternShare(lines) - 0.5)));
  against("indents", upTo(4, 8 * (sample.indented / Math.max(1, lines.length) - 0.5)));
  against("mail headers", upTo(8, 3 * (lines.slice(0, 40).filter((line) => mailHeader.test(line)).length - 1)));
  against(
    "a letter",
    (lines.slice(0, 12).some((line) => line.length < 90 && mayGreet.test(line) && greeting.test(line)) ? 3 : 0) +
      (counts.farewell > 0 ? 3 : 0),
  );
  against("a manual page", upTo(8, 3 * (counts.manualSection - 1)));
  against("minutes", upTo(6, 2 * (counts.minutes - 1)));
  against("sections of a paper", upTo(6, 2 * (counts.scholarly - 1)));
  against("citations", upTo(5, 0.8 * (countCitations(text) - 2)));
  against("numbered sections", upTo(6, 1.5 * (counts.numberedSection - 1)));
  against("chapters", upTo(5, 3 * counts.chapter));
  against("notes", lines.slice(0, 2).some((line) => todo.test(line)) ? 3 : 0);
  against("sections of a manual", upTo(6, 2.5 * counts.howTo));
  against("leaders", upTo(4, countLeaders(text) - 1));
  if (!unspaced) {
    against("verse", upTo(6, 12 * (verse(sample) - 0.35)));
    against("short lines", shortLines(sample));
  }
  return evidence;
}

/** How many characters are such as code has many of; those of addresses and of rules between texts are not counted. */
function countSymbols(text: string): number {
  let count = 0;
  symbol.lastIndex = 0;
  while (symbol.test(text)) count++;
  if (count > 0 && (text.includes("://") || text.includes("____"))) {
    for (const [run] of text.matchAll(/https?:\/\/\S{1,500}|_{4,200}/g)) count -= run.match(symbol)?.length ?? 0;
  }
  return count;
}

/** How much of the beginning of a line makes its pattern. */
const patternUnits = 28;

/** The share of lines that begin alike if digits are one digit and words are one letter, as those of logs and lists do. */
function patternShare(lines: readonly string[]): number {
  if (lines.length < 6) return 0;
  const counts = new Map<string, number>();
  let most = 0;
  for (const line of lines) {
    const pattern = line
      .slice(0, patternUnits)
      .replace(/\p{L}+/gu, "a")
      .replace(/\d+/g, "0")
      .slice(0, 10);
    // Words alone make no pattern.
    if (/^[a ,.'’"“”«»–—-]*$/.test(pattern)) continue;
    const count = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, count);
    most = Math.max(most, count);
  }
  return most / lines.length;
}

/** Leaders lead from a heading to its page: "Contents ..... 3". */
function countLeaders(text: string): number {
  return text.includes(".....") || text.includes(". . . . .") ? (text.match(/\.{5,}|(?:\. ){5,}/g)?.length ?? 0) : 0;
}

function countCitations(text: string): number {
  return (
    countAt(text, "[", /\[\d{1,3}(?:, ?\d{1,3})*\]/y) +
    countAt(text, "et al.", /\bet al\./y) +
    countAt(text, "doi:", /\bdoi:/y) +
    countAt(text, "(", /\(\p{Lu}\p{L}+,? (?:19|20)\d\d[a-z]?\)/uy)
  );
}

/** How often the sticky `pattern` matches where `start`, its first part, stands. */
function countAt(text: string, start: string, pattern: RegExp): number {
  let count = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    pattern.lastIndex = at;
    if (pattern.test(text)) count++;
  }
  return count;
}

/** The share of lines that end in the middle of a sentence and are followed by one that starts with a capital; tables have figures. */
function verse({ lines, lineWords }: TextSample): number {
  if (lines.length < 8) return 0;
  let breaks = 0;
  for (let index = 1; index < lines.length; index++) {
    const previous = lines[index - 1] ?? "";
    const next = lines[index] ?? "";
    const words = lineWords[index - 1] ?? 0;
    if (
      words >= 3 &&
      words <= 12 &&
      previous.length < 65 &&
      !/[.!?:"”]$|\d/.test(previous) &&
      /^["“'‘]?\p{Lu}/u.test(next) &&
      next.length < 65
    )
      breaks++;
  }
  return breaks / lines.length;
}

/** Lists of words and names: most lines have a handful of words and nothing is prose. */
function shortLines({ lineWords }: TextSample): number {
  if (lineWords.length < 8) return 0;
  let short = 0;
  for (const words of lineWords) if (words <= 4) short++;
  return upTo(5, 10 * (short / lineWords.length - 0.5));
}
