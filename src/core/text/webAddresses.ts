import type { Span } from "./span";

/** Longer ones are no addresses that anything could open. */
const maxLength = 4096;

/** White space, control characters, and what an address never holds: it ends before them. */
const ending =
  /[\s\u0000-\u0008\u000e-\u001f\u007f-\u009f<>"`\\^{}|“”„«»\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3001\u3002\uff01-\uff0f\ufff9-\ufffd]/;

/**
 * The `http:` and `https:` addresses in `text` from `from` to `to`, in order. An address ends at white space, quotes and angle
 * brackets; punctuation behind it (the full stop of a sentence, the bracket of a Markdown link) is not part of it,
 * a closing bracket is where it was opened inside. Linear.
 */
export function* webAddresses(text: string, from: number, to: number): Generator<Span, void, undefined> {
  let at = from;
  while (at < to) {
    // "://" is rarer than letters are, and the same in every case.
    const colon = text.indexOf("://", at);
    if (colon < 0 || colon >= to) return;
    at = colon + 3;
    const start = schemeStart(text, colon, from);
    if (start < 0) continue;
    const end = addressEnd(text, at, Math.min(to, start + maxLength + 1));
    const trimmed = withoutTrailing(text, at, end);
    if (trimmed > at && end - start <= maxLength) yield { start, end: trimmed };
    at = end;
  }
}

/** Where `http` or `https` starts before the colon, as a word of its own; -1 if something else stands there. */
function schemeStart(text: string, colon: number, from: number): number {
  const before = text.slice(Math.max(from, colon - 6), colon).toLowerCase();
  const scheme = before.endsWith("https") ? 5 : before.endsWith("http") ? 4 : 0;
  if (scheme === 0) return -1;
  const previous = before.charAt(before.length - scheme - 1);
  return /[a-z0-9+.-]/.test(previous) ? -1 : colon - scheme;
}

/** Before what cannot be in an address, or a closing bracket that was not opened in it: `[a](http://b)[c](…)`. */
function addressEnd(text: string, from: number, limit: number): number {
  let round = 0;
  let square = 0;
  let at = from;
  for (; at < limit; at++) {
    const character = text.charAt(at);
    if (ending.test(character)) break;
    if (character === "(") round++;
    else if (character === "[") square++;
    else if (character === ")" && --round < 0) break;
    else if (character === "]" && --square < 0) break;
  }
  return at;
}

function withoutTrailing(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ".,;:!?'’‘*_~([".includes(text.charAt(last - 1))) last--;
  return last;
}
