import { type Evidence, upTo } from "./evidence";
import { countWords, type TextSample } from "./textSample";

const codeLine =
  /[;{}]\s*$|^(?:[@#](?:include|define|if|endif|pragma)\b|\/\/|\/\*|\*\/|\*\s|<\/?[a-z][\w-]*[\s>/]|import\s+[\w{*"']|from\s+\S+\s+import\b|def\s+\w+\(|function\s+\w*\(|(?:export|const|let|var|public|private|static|package|using)\s+\w+\b.*[=({;]|if\s*\(|for\s*\(|while\s*\(|SELECT\s+\S+\s+FROM\b|(?:INSERT\s+INTO|CREATE\s+TABLE)\b|\$ \w|>>> )/;
const bullet = /^(?:[-*+•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[[ xX]\])\s/;
const heading = /^#{1,6}\s+\S|^={3,}$|^-{3,}$|^~{3,}$|^\.\. |^```/;
const keyAndValue = /^[\w.$@/-]{1,40}(?: [\w.-]{1,20}){0,2}\s*(?:=|:(?:\s|$))/;
const stamped = /^[[(<]?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d\d:\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d)/;
const speaker = /^(?:<[^<>\s]{1,30}>|[\p{L}][\p{L} .]{0,25}):\s/u;
const mailHeader = /^(?:From|To|Cc|Bcc|Subject|Date|Sent|Message-ID|Received|Return-Path|Reply-To|MIME-Version|Content-Type|X-[\w-]+): \S/i;
const greeting = /^(?:dear|hello|hi|hey|liebe[rs]?|sehr geehrte[rs]?|cher|chère|estimad[oa])\s[\p{L} .&/'’-]{1,50}[,:!]?$/iu;
const farewell = /^(?:(?:yours|your)\s+(?:sincerely|faithfully|truly|ever)|sincerely(?: yours)?|(?:kind|best|warm) (?:regards|wishes)|regards|with love|love|cheers|mit freundlichen grüßen|cordialement)[,.]?$/i;
const manualSection = /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|EXIT STATUS|ENVIRONMENT|SEE ALSO|AUTHORS?|BUGS|EXAMPLES|COPYRIGHT)$/;
const minutesLine = /^(?:present|apologies|in attendance|attendees|absent|agenda|action(?: items?| points?)?|minutes of\b.*|any other business|aob|adjourn\w*|next meeting|date of next meeting|chair|motion|moved by)\b.{0,80}$/i;
const scholarlyLine = /^(?:abstract|keywords|references|bibliography|acknowledg\w*|(?:\d+\.?\s+)?(?:introduction|related work|methods?|methodology|results|discussion|conclusions?))\b.{0,20}$/i;
const numberedSection = /^(?:(?:section|article|clause|§)\s*)?\d{1,2}(?:\.\d{1,2})+\.?\s|^(?:section|article|clause|§)\s*[\dIVX]+\b/i;
const chapter = /^(?:chapter|book|part|act|scene|canto|volume|kapitel|chapitre|capítulo|глава)\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|the\s+(?:first|second|third))\b.{0,60}$/i;
const todo = /^(?:to[ -]?do|notes?|shopping|groceries|ideas|reminders?)\b.{0,30}$/i;
const howTo = /^(?:ingredients|method|directions|instructions|preparation|serves \d.*|prep(?:aration)? time.*|usage|installation|install|features|requirements|getting started|table of contents|contents|change ?log|license|contributing)\s*:?$/i;
const certain: readonly (readonly [RegExp, string])[] = [
  [/project gutenberg/i, "a book of Project Gutenberg"],
  [/^diff --git |^@@ -\d+|^Index: \S+\n=+/m, "a patch"],
  [/^\d\d:\d\d:\d\d[,.]\d{3} --> /m, "subtitles"],
  [/^WEBVTT/, "subtitles"],
  [/^#!\s*\//, "a script"],
  [/^\s*(?:<\?xml|<!doctype|<html|<rss|<svg|\{\\rtf|%PDF|%!PS)/i, "markup"],
  [/^\s*[[{]\s*(?:["'[{]|$)/, "data"],
  [/^From \S+@\S+ .*\d{4}$/m, "a mailbox"],
  [/^User-agent: /im, "rules for robots"],
  [/\bLorem ipsum dolor\b/i, "filler text"],
  [/^Permission is hereby granted|^Redistribution and use in source|GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE|Apache License|^SPDX-License|Mozilla Public License/im, "a license"],
  [/^(?:Request for Comments|Network Working Group|Internet-Draft)\b|\bRFC ?2119\b/m, "an RFC"],
  [/^-----BEGIN [A-Z ]+-----/m, "a key or certificate"],
  [/^\.(?:TH|SH|Dd) /m, "a manual page"],
  [/^[A-Z]+\(\d[a-z]*\) .*[A-Z]+\(\d[a-z]*\)$/m, "a manual page"],
];

/** What speaks against an article: the shapes of other kinds of text. */
export function counterEvidence(sample: TextSample): Evidence[] {
  const { lines, indented, text, unspaced } = sample;
  // A report may hold a table; a table may not hold much of a report.
  const unlikeProse = upTo(1, 2 * (1 - sample.proseShare));
  const evidence: Evidence[] = [];
  const against = (reason: string, weight: number): void => {
    if (weight > 0) evidence.push({ reason, weight: -weight });
  };
  for (const [pattern, reason] of certain) if (pattern.test(text)) against(reason, 8);
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const share = (pattern: RegExp): number => count(pattern) / Math.max(1, lines.length);
  const symbols = text.match(/[{}[\]<>=;|\\^~`$_@#]/g)?.length ?? 0;
  against("lines of code", upTo(8, 30 * (share(codeLine) - 0.06)));
  against("signs of code", upTo(6, 200 * (symbols / Math.max(200, text.length) - 0.012)));
  against("lists", upTo(6, 10 * (share(bullet) - 0.2)));
  against("headings", upTo(6, 1.2 * (count(heading) - 1)));
  against("keys and values", upTo(6, 12 * unlikeProse * (share(keyAndValue) - 0.25)));
  against("time stamps", upTo(8, 20 * (share(stamped) - 0.12)));
  against("speakers", upTo(6, 10 * (share(speaker) - 0.3)));
  against("columns", upTo(8, 12 * unlikeProse * (columns(lines) - 0.25)));
  against("indents", upTo(4, 8 * (indents(indented) - 0.5)));
  against("mail headers", upTo(8, 3 * (lines.slice(0, 40).filter((line) => mailHeader.test(line)).length - 1)));
  against("a letter", (lines.slice(0, 12).some((line) => greeting.test(line)) ? 3 : 0) + (lines.some((line) => farewell.test(line)) ? 3 : 0));
  against("a manual page", upTo(8, 3 * (count(manualSection) - 1)));
  against("minutes", upTo(6, 2 * (count(minutesLine) - 1)));
  against("sections of a paper", upTo(6, 2 * (count(scholarlyLine) - 1)));
  against("citations", upTo(5, 0.8 * ((text.match(/\[\d{1,3}(?:, ?\d{1,3})*\]|\bet al\.|\bdoi:|\(\p{Lu}\p{L}+,? (?:19|20)\d\d[a-z]?\)/gu)?.length ?? 0) - 2)));
  against("numbered sections", upTo(6, 1.5 * (count(numberedSection) - 1)));
  against("chapters", upTo(5, 3 * count(chapter)));
  against("notes", lines.slice(0, 2).some((line) => todo.test(line)) ? 3 : 0);
  against("sections of a manual", upTo(6, 2.5 * count(howTo)));
  against("leaders", upTo(4, (text.match(/\.{5,}|(?:\. ){5,}/g)?.length ?? 0) - 1));
  if (!unspaced) {
    against("verse", upTo(6, 12 * (verse(sample) - 0.35)));
    against("short lines", shortLines(lines));
  }
  return evidence;
}

/** The share of lines with the most usual number of tabs, bars or unspaced commas, where that is at least two. */
function columns(lines: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const [sign, found] of [["tab", line.match(/\t/g)], ["bar", line.match(/\|/g)], ["comma", line.match(/[,;](?!\d{3}(?!\d))(?=\S)/g)], ["gap", line.match(/\S {3,}(?=\S)/g)]] as const) {
      if (found !== null && found.length >= 2) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values()) / Math.max(1, lines.length);
}

/** The share of lines that are indented more than the usual one. */
function indents(lines: readonly string[]): number {
  return lines.filter((line) => /^(?: {2,}|\t)/.test(line)).length / Math.max(1, lines.length);
}

/** The share of lines that end in the middle of a sentence and are followed by one that starts with a capital; tables have figures. */
function verse({ lines }: TextSample): number {
  if (lines.length < 8) return 0;
  let breaks = 0;
  for (let index = 1; index < lines.length; index++) {
    const previous = lines[index - 1] ?? "";
    const next = lines[index] ?? "";
    const words = countWords(previous);
    if (words >= 3 && words <= 12 && previous.length < 65 && !/[.!?:"”]$|\d/.test(previous) && /^["“'‘]?\p{Lu}/u.test(next) && next.length < 65) breaks++;
  }
  return breaks / lines.length;
}

/** Lists of words and names: most lines have a handful of words and nothing is prose. */
function shortLines(lines: readonly string[]): number {
  if (lines.length < 8) return 0;
  const short = lines.filter((line) => countWords(line) <= 4).length / lines.length;
  return upTo(5, 10 * (short - 0.5));
}
