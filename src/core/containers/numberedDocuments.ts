import type { LineIndex } from "../text/lineIndex";
import { type FoundLine, linesWith } from "./slots";

const word = String.raw`(?:of|de|von|van|di|sur|из|z|af|av)`;
const noun = String.raw`do[ck]ument(?:s|e|en|os?|i|a|er|ów|ů)?|документ(?:а|ов|ы)?`;
/** "3 of 40 DOCUMENTS", "Document 3 of 40", "3 von 1.200 DOKUMENTEN": one of both nouns at least. */
const numbered = new RegExp(
  String.raw`^\s{0,200}(?:(?:${noun})[ \t]{1,4}(\d[\d.,]{0,9})[ \t]{1,4}${word}[ \t]{1,4}(\d[\d.,]{0,9})|(\d[\d.,]{0,9})[ \t]{1,4}${word}[ \t]{1,4}(\d[\d.,]{0,9})[ \t]{1,4}(?:${noun}))\s{0,200}$`,
  "iu",
);
/** What one of these does not stand in has no such line; they begin with a letter that is rare. */
const needles = ["DOCUMENT", "Document", "DOKUMENT", "Dokument", "ДОКУМЕНТ", "Документ"];

export interface NumberedLine extends Omit<FoundLine, "match"> {
  readonly number: number;
  /** Whether the noun stands first, as ProQuest writes it. */
  readonly nounFirst: boolean;
}

/** The lines that count the documents of an export, alone on their line. */
export function numberedLines(text: string, lines: LineIndex): NumberedLine[] {
  const found: NumberedLine[] = [];
  const written = needles.flatMap((needle) => linesWith(text, lines, needle, numbered)).sort((a, b) => a.line - b.line);
  for (const { line, span, match } of written) {
    const number = Number((match[1] ?? match[3] ?? "").replace(/[.,]/g, ""));
    const total = Number((match[2] ?? match[4] ?? "").replace(/[.,]/g, ""));
    if (number >= 1 && number <= total && line !== found.at(-1)?.line)
      found.push({ line, span, number, nounFirst: match[1] !== undefined });
  }
  return found;
}
