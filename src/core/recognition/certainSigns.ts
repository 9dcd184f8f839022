import { StartTable } from "../util/startTable";

/** What a text that is no article for certain is, by a sign in it. */
interface Sign {
  readonly reason: string;
  /** Tried at the start of the text. */
  readonly atStart?: RegExp;
  /** Tried on the whole text, where `rare` matches. */
  readonly anywhere?: RegExp;
  /** Sticky: tried only at starts of lines. */
  readonly lineStart?: RegExp;
  /** The characters that what `lineStart` matches can start with. */
  readonly starts?: string;
}

const digits = "0123456789";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const signs: readonly Sign[] = [
  { reason: "a book of Project Gutenberg", anywhere: /project gutenberg/i },
  { reason: "a patch", lineStart: /diff --git |@@ -\d+|Index: \S+\n=+/y, starts: "d@I" },
  { reason: "subtitles", lineStart: /\d\d:\d\d:\d\d[,.]\d{3} --> /y, starts: digits },
  { reason: "subtitles", atStart: /^WEBVTT/ },
  { reason: "a script", atStart: /^#!\s*\// },
  { reason: "markup", atStart: /^\s*(?:<\?xml|<!doctype|<html|<rss|<svg|\{\\rtf|%PDF|%!PS)/i },
  { reason: "data", atStart: /^\s*[[{]\s*(?:["'[{]|$)/ },
  { reason: "a mailbox", lineStart: /From [^\s@]+@\S+ .*\d{4}$/my, starts: "F" },
  { reason: "rules for robots", lineStart: /User-agent: /iy, starts: "uU" },
  { reason: "filler text", anywhere: /\bLorem ipsum dolor\b/i },
  {
    reason: "a license",
    anywhere: /GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE|Apache License|Mozilla Public License/i,
    lineStart: /Permission is hereby granted|Redistribution and use in source|SPDX-License/iy,
    starts: "pPrRsS",
  },
  {
    reason: "an RFC",
    anywhere: /\bRFC ?2119\b/,
    lineStart: /(?:Request for Comments|Network Working Group|Internet-Draft)\b/y,
    starts: "RNI",
  },
  { reason: "a key or certificate", lineStart: /-----BEGIN [A-Z ]+-----/y, starts: "-" },
  { reason: "a manual page", lineStart: /\.(?:TH|SH|Dd) /y, starts: "." },
  { reason: "a manual page", lineStart: /[A-Z]+\(\d[a-z]*\) .*[A-Z]\(\d[a-z]*\)$/my, starts: capitals },
];

const table = new StartTable(signs.map(({ starts = "" }) => starts));

/** What the patterns that may match anywhere look for: one search of a text instead of one for each. */
const rare = /project gutenberg|lorem ipsum|(?:general|mozilla) public license|apache license|rfc ?2119/i;

/** What each of the signs says that `text` has. */
export function certainSigns(text: string): string[] {
  let found = signsAt(text, 0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found |= signsAt(text, at + 1);
  if (otherLineEnd.test(text)) for (const { index } of text.matchAll(otherLineEnds)) found |= signsAt(text, index + 1);
  const mayBeRare = rare.test(text);
  return signs.flatMap(({ reason, anywhere, atStart }, index) => {
    const isFound = (found & (1 << index)) !== 0 || (atStart?.test(text) ?? false) || (mayBeRare && (anywhere?.test(text) ?? false));
    return isFound ? [reason] : [];
  });
}

const otherLineEnd = /[\r\u2028\u2029]/;
const otherLineEnds = /[\r\u2028\u2029]/g;

function signsAt(text: string, lineStart: number): number {
  let found = 0;
  for (let bits = table.at(text.charCodeAt(lineStart)), index = 0; bits !== 0; bits >>>= 1, index++) {
    const pattern = (bits & 1) === 0 ? undefined : signs[index]?.lineStart;
    if (pattern === undefined) continue;
    pattern.lastIndex = lineStart;
    if (pattern.test(text)) found |= 1 << index;
  }
  return found;
}
