import type { Span } from "../../text/span";

const leftReach = 160;
const rightReach = 260;

export const determiner = /^(?:the|a|an|its|his|her|their|our)$/iu;
/** Verbs that make a clause of what would be a phrase. */
export const finiteVerb = /\b(?:is|was|are|were|has|have|had|will|would|said|says|told|did|does|can|could|may|might|must|should)\b/u;
const abbreviation =
  /^(?:(?:\p{L}\.)+|Mr\.|Mrs\.|Ms\.|Dr\.|Lt\.|Gen\.|Col\.|Maj\.|Capt\.|Sgt\.|Sen\.|Rep\.|Gov\.|St\.|Rev\.|Prof\.|Brig\.|Adm\.)$/u;

/** A word between white space, with its punctuation. */
export interface WrittenWord extends Span {
  readonly text: string;
}

/** The words of `text` from `from` to `to`. */
export function wordsOf(text: string, from: number, to: number): readonly WrittenWord[] {
  return [...text.slice(from, to).matchAll(/[^\s]+/gu)].map((match) => ({
    text: match[0],
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

/** Blank lines; a paragraph goes on behind them only where it was broken: in lower case, without an end before. */
const blankLines = /(?:\r\n?|\n)[ \t\u00a0]*(?:\r\n?|\n)\s*/gu;

function breaksParagraph(text: string, match: RegExpExecArray, offset: number): boolean {
  const after = text.charAt(offset + match.index + match[0].length);
  return after === "" || !/\p{Ll}/u.test(after);
}

/** The start of the paragraph that `offset` lies in, at most `leftReach` back. */
export function leftEdge(text: string, offset: number): number {
  const from = Math.max(0, offset - leftReach);
  let edge = from;
  for (const match of text.slice(from, offset).matchAll(blankLines)) {
    if (breaksParagraph(text, match, from)) edge = from + match.index + match[0].length;
  }
  return edge;
}

/** The end of the paragraph that `offset` lies in, at most `rightReach` ahead. */
export function rightEdge(text: string, offset: number): number {
  for (const match of text.slice(offset, offset + rightReach).matchAll(blankLines)) {
    if (breaksParagraph(text, match, offset)) return offset + match.index;
  }
  return Math.min(text.length, offset + rightReach);
}

/** White space folded. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Whether a word begins with a capital, quotes and brackets aside. */
export function isCapital(word: string): boolean {
  return /^["“(]?\p{Lu}/u.test(word);
}

/** Whether punctuation behind the word ends a phrase; the full stop of an abbreviation does not. */
export function endsPhrase(word: string): boolean {
  return /[.,;:!?()[\]"“”—–]$/u.test(word) && !abbreviation.test(word);
}

/** The last word before the first preposition: what the phrase says somebody is ("member" of "a member of the council"). */
export function headOf(phrase: string): string {
  const core = phrase.split(/\s{1,99}(?:of|at|for|in|with|that|who|which|whose|from|to|on|during)\s+/u)[0] ?? phrase;
  return core.split(/\s+/u).at(-1) ?? "";
}
