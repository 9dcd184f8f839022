import { agentLine } from "../text/escape";

/** No answer is longer, in UTF-16 code units: what an agent reads it pays for. */
export const longestAnswer = 9000;
/** The line that says how to go on, and what a door puts before an answer, need room too. */
const room = longestAnswer - 300;

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

/** A line of the corpus by its number (1-based), or marks of a passage, and its text. */
export type NumberedLine = readonly [number: number | string, text: string];

/** Text of the corpus between marks that it cannot forge, as the nonce is made for this answer; each line with its number. */
export function fenced(lines: readonly NumberedLine[], nonce: string, longest = 2000): string {
  return [`<corpus ${nonce}>`, ...lines.map(([number, text]) => `${number}\t${agentLine(text, longest)}`), `</corpus ${nonce}>`].join("\n");
}

/** One record of an answer. */
export interface AnswerRecord {
  readonly text: string;
  /** The article or entity that it is about; null for none. */
  readonly id: string | null;
  readonly citation?: string;
}

/** What of a list an answer shows. */
export interface Page {
  /** The number of the first record, and how many there are to page through. */
  readonly from: number;
  readonly total: number;
  /** Stands behind the records. */
  readonly end?: string;
}

/**
 * Records after a head, as many as fit; the rest is left for the cursor (the number of the next record). A record is never cut; one
 * that is too long by itself is left out by name.
 */
export function paged(head: string, records: readonly AnswerRecord[], { from, total, end = "" }: Page): Answer {
  let text = head;
  const shown: AnswerRecord[] = [];
  for (const record of records) {
    const next = `\n${record.text}`;
    if (text.length + next.length + end.length <= room) text += next;
    else if (shown.length > 0) break;
    else text += `\nThe next is too long to be shown${record.id === null ? "" : `: ${agentLine(record.id, 200)}`}.`;
    shown.push(record);
  }
  const at = from + shown.length;
  const left = Math.max(0, total - at);
  const citations = [...new Set(shown.flatMap(({ citation }) => citation ?? []))];
  return {
    text: `${text}${end}${left > 0 ? `\n${left} more: cursor "${at}".` : ""}`,
    structured: {
      total,
      ids: shown.flatMap(({ id }) => id ?? []),
      ...(citations.length > 0 && { citations }),
      ...(left > 0 && { cursor: String(at) }),
    },
  };
}

/** A cursor as `paged` gives it; 0 for none and for what is none. */
export function cursorNumber(cursor: string | undefined): number {
  const number = Number(cursor ?? "0");
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
