/**
 * What client and server share about drafts: texts that are checked against the corpus and are no part of it. Conventions are those of
 * `protocol.ts`. Every string that comes from the corpus is plain text and hostile input. Answers are those of the moment.
 */
import type { CheckedKind, DiffPart, Verdict } from "../core/check/finding";
import type { ProtocolRange } from "./ranges";

/** `checkText`: a text is checked, be it open in the server or not. */
export interface CheckTextParams {
  /** Of the text itself: what the corpus has of this file is no evidence. */
  readonly uri: string;
  readonly text: string;
  /** The day from which words such as "on Monday" are read, `YYYY-MM-DD`; null if it is not known. */
  readonly written: string | null;
}

/** Where in the corpus it stands. */
export interface CheckedEvidence {
  readonly articleId: string;
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The words there, in one line, cut behind 600 characters. */
  readonly text: string;
  /** Of an altered quotation: word by word. */
  readonly diff?: readonly DiffPart[];
}

/** A verdict on a passage. `start` and `end` are UTF-16 code units of the text that was sent. */
export interface CheckedPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: CheckedKind;
  readonly verdict: Verdict;
  /** Why, in one sentence. */
  readonly note: string;
  /** What the passage would be in the words of the corpus; absent where that is no matter of words. */
  readonly wording?: string;
  /** The best first. */
  readonly evidence: readonly CheckedEvidence[];
}

export interface CheckTextResult {
  /** In order of the text. */
  readonly passages: readonly CheckedPassage[];
  /** Whether all of the corpus was known: while it is read, more may be found. */
  readonly isComplete: boolean;
  /** Of a text that is too long: how many characters of it were checked. */
  readonly readTo: number | null;
}

export const draftMethod = {
  /** Client to server: `CheckTextParams` to `CheckTextResult`. */
  checkText: "corpusNavigator/checkText",
} as const;
