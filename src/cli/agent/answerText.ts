import { label } from "../../core/text/escape";

/** No answer is longer, in UTF-16 code units: what an agent reads it pays for. */
export const longestAnswer = 9000;

/** What a tool answers: text to read, and ids, citations and the cursor for programs. */
export interface Answer {
  readonly text: string;
  readonly structured: {
    readonly ids?: readonly string[];
    readonly citations?: readonly string[];
    readonly cursor?: string;
    readonly total?: number;
  };
}

/** Invisible signs with which a text can hide or turn words: shown by their numbers. */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/gu;

/** Text of the corpus in one line, nothing in it invisible. */
export function oneLine(text: string, limit = 400): string {
  return label(visible(text), limit);
}

function visible(text: string): string {
  return text.replace(invisible, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text of the corpus between marks that it cannot forge, as the nonce is made for this answer; each line with its number. */
export function fenced(lines: readonly (readonly [number: number, text: string])[], nonce: string): string {
  return [`<corpus ${nonce}>`, ...lines.map(([number, text]) => `${number}\t${oneLine(text, 2000)}`), `</corpus ${nonce}>`].join("\n");
}

/**
 * Records after a head, as many as fit; the rest is left for the cursor (the number of the next record). A record is never cut.
 * `ids` has one entry a record.
 */
export function paged(head: string, records: readonly string[], ids: readonly string[], from: number, most: number, total: number): Answer {
  let text = head;
  let at = from;
  while (at < records.length && at - from < most) {
    const next = `\n${records[at] ?? ""}`;
    // The closing line needs room too.
    if (text.length + next.length > longestAnswer - 120 && at > from) break;
    text += next.slice(0, longestAnswer - 120);
    at++;
  }
  const left = total - at;
  return {
    text: left > 0 ? `${text}\n${left} more: cursor "${at}".` : text,
    structured: { total, ids: ids.slice(from, at), ...(left > 0 && { cursor: String(at) }) },
  };
}

/** A cursor as `paged` gives it; 0 for none and for what is none. */
export function cursorNumber(cursor: string | undefined): number {
  const number = Number(cursor ?? "0");
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
