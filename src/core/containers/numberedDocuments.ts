import type { LineIndex } from "../text/lineIndex";
import type { FoundLine } from "./slots";

const word = String.raw`(?:of|de|von|van|di|sur|из|z|af|av)`;
const noun = String.raw`do[ck]ument(?:s|e|en|os?|i|a|er|ów|ů|)|документ(?:а|ов|ы|)`;
/** "3 of 40 DOCUMENTS", "Document 3 of 40", "3 von 1.200 DOKUMENTEN": one of both nouns at least. */
const numbered = new RegExp(
  String.raw`^[\s\u00a0\ufeff]{0,200}(?:(?:${noun})[ \t]{1,4}(\d[\d.,]{0,9})[ \t]{1,4}${word}[ \t]{1,4}(\d[\d.,]{0,9})|(\d[\d.,]{0,9})[ \t]{1,4}${word}[ \t]{1,4}(\d[\d.,]{0,9})[ \t]{1,4}(?:${noun}))[\s\u00a0]{0,200}$`, "iu",
);
const hint = /do[ck]ument|документ/giu;

export interface NumberedLine extends Omit<FoundLine, "match"> {
  readonly number: number;
  /** Whether the noun stands first, as ProQuest writes it. */
  readonly nounFirst: boolean;
}

/** The lines that count the documents of an export, alone on their line. */
export function numberedLines(text: string, lines: LineIndex): NumberedLine[] {
  const found: NumberedLine[] = [];
  hint.lastIndex = 0;
  for (let match = hint.exec(text); match !== null; match = hint.exec(text)) {
    const line = lines.lineAt(match.index);
    const span = lines.spanOf(line);
    hint.lastIndex = Math.max(hint.lastIndex, span.end);
    const read = span.end - span.start > 500 ? null : numbered.exec(text.slice(span.start, span.end));
    if (read === null) continue;
    const number = Number((read[1] ?? read[3] ?? "").replace(/[.,]/g, ""));
    const total = Number((read[2] ?? read[4] ?? "").replace(/[.,]/g, ""));
    if (number >= 1 && number <= total) found.push({ line, span, number, nounFirst: read[1] !== undefined });
  }
  return found;
}
