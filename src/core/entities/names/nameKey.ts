import { withoutStrokes } from "../../text/fold";

const marks = /\p{M}/gu;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const emphasis = /[*_]{1,3}/gu;

/**
 * A name as a reader would quote it: white space (line ends and no-break spaces too) folded to one space, quotes
 * straight, Markdown emphasis and a trailing possessive taken off.
 */
export function cleanName(surface: string): string {
  return surface
    .replace(invisible, "")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u2010\u2011\u2013]/gu, "-")
    .replace(emphasis, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/'s$/iu, "")
    .replace(/(?<=s)'$/iu, "");
}

/** British to American, as far as the words of organisations' names go. */
const spelling: ReadonlyMap<string, string> = new Map([
  ["defence", "defense"],
  ["centre", "center"],
  ["organisation", "organization"],
  ["labour", "labor"],
  ["programme", "program"],
  ["theatre", "theater"],
  ["harbour", "harbor"],
  ["saint", "st"],
  ["&", "and"],
]);

/**
 * The key under which forms of the same name meet: lower case, no diacritics, dots or leading "the", hyphens as
 * spaces, one spelling. `U.N.` and `UN` give `un`, `The Al-Assad` gives `al assad`.
 */
export function nameKey(surface: string): string {
  const words = withoutStrokes(cleanName(surface).normalize("NFD").replace(marks, "").toLowerCase())
    .replace(/[.,"()[\]]/gu, "")
    .replace(/[-/]/gu, " ")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length > 1 && words[0] === "the") words.shift();
  return words.map((word) => spelling.get(word) ?? word).join(" ");
}

/** The words of a key. */
export function keyWords(key: string): readonly string[] {
  return key === "" ? [] : key.split(" ");
}
