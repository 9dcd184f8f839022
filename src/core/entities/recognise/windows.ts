import type { Span } from "../../text/span";
import type { Word } from "./words";

/** How many words without a capital may stand inside a name ("University of the West"). */
const longestGap = 3;

/**
 * The runs of tokens in which names may stand: tokens with an upper-case letter, and short gaps between them. Only
 * these are labelled; everything else is outside. Returns index ranges within `from`–`to`.
 */
export function nameWindows(words: readonly Word[], from: number, to: number): Span[] {
  const windows: Span[] = [];
  let start = -1;
  let end = -1;
  for (let at = from; at < to; at++) {
    if (words[at]?.mayName !== true) continue;
    if (start >= 0 && at - end > longestGap) {
      windows.push({ start, end });
      start = -1;
    }
    if (start < 0) start = at;
    end = at + 1;
  }
  if (start >= 0) windows.push({ start, end });
  return windows;
}
