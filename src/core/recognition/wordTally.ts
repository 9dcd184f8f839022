import { charClass, CharClass } from "../text/charClass";
import { hashedWith, vocabulariesOf, vocabularyCount } from "./knownWords";
import { quotationEnd } from "./quotation";

/** How many words a text has, how many names, and how many words of each vocabulary. */
export interface WordTally {
  readonly all: number;
  /** Of these, what stands in no quotation: the narration. */
  readonly own: number;
  /** Capitalised words in the middle of a sentence of the narration. */
  readonly names: number;
  /** By the places in `Vocabulary`. */
  readonly counts: Uint32Array;
  readonly ownCounts: Uint32Array;
}

const SPACE = 0x20;
const COMMA = 0x2c;
/** A letter by Unicode, though the tokeniser takes it for an apostrophe. */
const LETTER_APOSTROPHE = 0x2bc;

const astralLetter = /[\p{L}\p{M}]/uy;
const nameStart = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}/uy;

/** How many code units the letter or mark at `at` takes; 0 where there is none. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) ? 1 : 0;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    astralLetter.lastIndex = at;
    return astralLetter.test(text) ? 2 : 0;
  }
  const found = charClass(unit);
  return (found >= CharClass.Lower && found <= CharClass.Letter) || unit === LETTER_APOSTROPHE ? 1 : 0;
}

/** Whether a name starts at `at`: one capital, behind a space that stands behind a lower-case letter or a comma. */
function startsName(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== SPACE) return false;
  const before = text.charCodeAt(at - 2);
  if (before !== COMMA && before < 0x80 && (before < 0x61 || before > 0x7a)) return false;
  nameStart.lastIndex = at;
  return nameStart.test(text);
}

/** As `startsName`, for a word straight behind the quotation `[start, at)`, which counts as a space. */
function startsNameBehind(text: string, start: number, at: number): boolean {
  return start > 0 && /^.?[\p{Ll},] \p{Lu}\p{Ll}/su.test(`${text.slice(Math.max(0, start - 2), start)} ${text.slice(at, at + 4)}`);
}

/** Counts in one pass over `prose`, whose lines are paragraphs. */
export function tallyWords(prose: string): WordTally {
  const counts = new Uint32Array(vocabularyCount);
  const ownCounts = new Uint32Array(vocabularyCount);
  let all = 0;
  let own = 0;
  let names = 0;
  let quoteStart = -1;
  let quoteEnd = 0;
  for (let at = 0; at < prose.length;) {
    const size = letterAt(prose, at);
    if (size === 0) {
      if (at >= quoteEnd) {
        const end = quotationEnd(prose, at);
        if (end > 0) {
          // Of two that touch, the second stands behind a space.
          quoteStart = at === quoteEnd ? -1 : at;
          quoteEnd = end;
        }
      }
      at++;
      continue;
    }
    // Letters and marks, joined by single apostrophes and hyphens.
    let end = at;
    let hash = 0;
    for (let length = size; length > 0;) {
      for (const to = end + length; end < to; end++) hash = hashedWith(hash, prose.charCodeAt(end));
      length = letterAt(prose, end);
      const joint = length === 0 ? prose.charCodeAt(end) : 0;
      if (joint === 0x27 || joint === 0x2d || joint === 0x2019) {
        const joined = letterAt(prose, end + 1);
        length = joined === 0 ? 0 : joined + 1;
      }
    }
    const isOwn = at >= quoteEnd;
    all++;
    if (isOwn) {
      own++;
      if (at === quoteEnd && at > 0 ? startsNameBehind(prose, quoteStart, at) : startsName(prose, at)) names++;
    }
    for (let bits = vocabulariesOf(prose, at, end, hash), index = 0; bits !== 0; bits >>= 1, index++) {
      if ((bits & 1) === 0) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      if (isOwn) ownCounts[index] = (ownCounts[index] ?? 0) + 1;
    }
    at = end;
  }
  return { all, own, names, counts, ownCounts };
}
