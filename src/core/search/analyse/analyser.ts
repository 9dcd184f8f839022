import { CharClass, charClass } from "../../text/charClass";
import { fold } from "../../text/fold";

/** Called for each term in order: the folded term and where its word stands (UTF-16 offsets). */
export type TermSink = (term: string, start: number, end: number) => void;

const longestTerm = 64;

/** Scripts that are written without spaces between words: their runs are cut by the platform's word segmenter. */
function isUnspaced(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

function isWordClass(found: number): boolean {
  return found >= CharClass.Lower && found <= CharClass.Digit;
}

let segmenter: Intl.Segmenter | null = null;

function segment(text: string, start: number, end: number, sink: TermSink): void {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  for (const part of segmenter.segment(text.slice(start, end))) {
    if (part.isWordLike === true) sink(fold(part.segment), start + part.index, start + part.index + part.segment.length);
  }
}

/** Whether the full stop at `at` stands between or behind single capitals: "U.S.", "U.N". */
function isDotOfAbbreviation(text: string, start: number, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== 46) return false;
  for (let offset = start; offset < at; offset += 2) {
    if (charClass(text.charCodeAt(offset)) !== CharClass.Upper || text.charCodeAt(offset + 1) !== 46) return false;
  }
  const before = (at - start) % 2 === 1;
  if (!before) return false;
  // A single initial ("J. Vael") is a word of its own; two letters and more are one.
  return at > start + 1 || (at + 2 < end && charClass(text.charCodeAt(at + 1)) === CharClass.Upper && text.charCodeAt(at + 2) === 46);
}

/**
 * The terms of `text` from `from` to `to`, for the index and for queries alike: case, accents (per script), quotes,
 * zero-width characters and no-break spaces do not count; `U.S.` is `us`, a possessive 's is dropped, hyphens and
 * slashes separate, an apostrophe inside a word does not ("O'Neill" is `oneill`), nor does a comma inside a number.
 * Linear; words beyond 64 code units are cut.
 */
export function analyse(text: string, from: number, to: number, sink: TermSink): void {
  let at = from;
  while (at < to) {
    const first = charClass(text.charCodeAt(at));
    if (!isWordClass(first)) {
      at++;
      continue;
    }
    const start = at;
    if (isUnspaced(text.charCodeAt(at))) {
      while (at < to && isUnspaced(text.charCodeAt(at))) at++;
      segment(text, start, at, sink);
      continue;
    }
    let inner = false;
    for (; at < to; at++) {
      const unit = text.charCodeAt(at);
      const found = charClass(unit);
      if (isWordClass(found) && !isUnspaced(unit)) continue;
      if (found === CharClass.Invisible) inner = true;
      else if (found === CharClass.Apostrophe && at + 1 < to && isWordClass(charClass(text.charCodeAt(at + 1)))) {
        const last = text.charCodeAt(at + 1) | 32;
        // A possessive ends the word; it is skipped below.
        if (last === 115 && (at + 2 >= to || !isWordClass(charClass(text.charCodeAt(at + 2))))) break;
        inner = true;
      } else if (first === CharClass.Upper && isDotOfAbbreviation(text, start, at, to)) inner = true;
      else if ((unit === 44 || unit === 46) && first === CharClass.Digit && at + 1 < to && charClass(text.charCodeAt(at + 1)) === CharClass.Digit) inner = true;
      else break;
    }
    let term = fold(text.slice(start, Math.min(at, start + longestTerm)));
    if (inner) term = first === CharClass.Digit ? term.replace(/[,'’]/gu, "") : term.replace(/[.'’\u02bc]/gu, "");
    if (term !== "") sink(term, start, at);
    // The possessive 's.
    if (at + 1 < to && charClass(text.charCodeAt(at)) === CharClass.Apostrophe && (text.charCodeAt(at + 1) | 32) === 115 && (at + 2 >= to || !isWordClass(charClass(text.charCodeAt(at + 2))))) at += 2;
  }
}

/** The terms of a short text, without places: a query's word, a field's value. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  analyse(text, 0, text.length, (term) => terms.push(term));
  return terms;
}
