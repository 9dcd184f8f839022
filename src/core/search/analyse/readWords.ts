import { isAbbreviation } from "../../text/abbreviations";
import { CharClass, charClass } from "../../text/charClass";
import { fold, foldedUnit, unfoldable } from "../../text/fold";

/** How a word is written: `Opening` has a capital that its place may have given it (a sentence, a title, a text in capitals). */
export const Capitals = { Lower: 0, Opening: 1, Name: 2, All: 3 } as const;

/** What takes the words of a text, in order. Offsets are UTF-16 code units into it, `end` exclusive. */
export interface WordSink {
  /** A word whose code units fold one by one (`foldedUnit`); `hash` is `hashOf` its folded form. */
  plain(text: string, start: number, end: number, hash: number, capitals: number): void;
  /** Any other word, folded. `glued` where it follows another without a space, in a script that has none. */
  word(term: string, start: number, end: number, capitals: number, glued: boolean): void;
  /**
   * Another spelling of what stands there, with `spellingMark` in front; it comes behind the words that it is made of. In scripts
   * without spaces: two neighbouring characters, with `pairMark`.
   */
  spelling(term: string, start: number, end: number): void;
}

/** In front of a term that is a word written in another way: "e-mail" as one word, "Müller" with ue. No word begins so. */
export const spellingMark = "\u2010";
/** In front of two neighbouring characters of a script without spaces. */
export const pairMark = "\u2011";

/** Whether a term is no word that stands in the text, but another spelling of one or a pair of characters. */
export function isOtherSpelling(term: string): boolean {
  return term.startsWith(spellingMark) || term.startsWith(pairMark);
}

/** Longer words are cut. */
export const longestTerm = 64;

export const hashStart = 0x811c9dc5 | 0;

/** Adds a folded code unit to a hash (FNV-1a over code units). */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Of a folded term, as `plain` has it. */
export function hashOf(term: string): number {
  let hash = hashStart;
  for (let at = 0; at < term.length; at++) hash = hashUnit(hash, term.charCodeAt(at));
  return hash >>> 0;
}

/** Scripts that are written without spaces between words: their runs are cut by the platform's word segmenter. */
export function isUnspaced(unit: number): boolean {
  return (
    unit >= 0x0e00 &&
    (unit <= 0x0eff ||
      (unit >= 0x1000 && unit <= 0x109f) ||
      (unit >= 0x1780 && unit <= 0x17ff) ||
      (unit >= 0x3040 && unit <= 0x30ff) ||
      (unit >= 0x3400 && unit <= 0x9fff) ||
      (unit >= 0xf900 && unit <= 0xfaff) ||
      (unit >= 0xff66 && unit <= 0xff9f))
  );
}

function isWordClass(found: number): boolean {
  return found >= CharClass.Lower && found <= CharClass.Digit;
}

function isWordAt(text: string, at: number, to: number): boolean {
  return at < to && isWordClass(charClass(text.charCodeAt(at)));
}

/** Articles and small words that French, Italian and Catalan write together with the next word: the word behind counts. */
const elided = new Set(
  (
    "l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu un dell all nell sull dall quell quest bell sant coll gl anch com cos dov mezz nessun " +
    "ciascun alcun buon grand tutt senz v"
  ).split(" "),
);

/** What English writes behind a word: "Maros's", "they're". A negation stays ("didn't"). */
const clitics = new Set(["s", "d", "ll", "re", "ve", "m"]);

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea;
}

/** Geresh and gershayim, as letters have them or as keyboards do, inside a Hebrew word. */
function isGeresh(text: string, at: number, start: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit === 0x22 || unit === 0x05f4 || unit === 0x05f3 || unit === 0x201d) &&
    at > start &&
    at + 1 < to &&
    isHebrew(text.charCodeAt(at - 1)) &&
    isHebrew(text.charCodeAt(at + 1))
  );
}

/** A space inside a number ("10 000"): no ordinary one, behind one to three digits, with exactly three behind it. */
function isDigitSpace(text: string, at: number, start: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== 0xa0 && unit !== 0x202f && unit !== 0x2009) return false;
  for (let digit = at + 1; digit <= at + 3; digit++) if (digit >= to || charClass(text.charCodeAt(digit)) !== CharClass.Digit) return false;
  return (at - start) % 4 <= 3 && !isWordAt(text, at + 4, to);
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

/** Whether what stands between two words begins something new: a sentence, a quotation, a line. */
function opens(unit: number): boolean {
  return unit !== 32 && unit !== 44 && unit !== 45 && unit !== 47 && unit !== 39 && unit !== 0x2019 && unit !== 38 && unit !== 0xa0;
}

/** So much of a run shows whether it is written in capitals. */
const sampleLength = 160;

function isInCapitals(text: string, from: number, to: number): boolean {
  let [lower, upper] = [0, 0];
  for (let at = from; at < Math.min(to, from + sampleLength); at++) {
    const found = charClass(text.charCodeAt(at));
    // With a quarter of them small, the rest cannot be three times as many.
    if (found === CharClass.Lower && ++lower >= sampleLength / 4) return false;
    if (found === CharClass.Upper) upper++;
  }
  return upper > 8 && upper > 3 * lower;
}

let segmenter: Intl.Segmenter | null = null;
const capital = /\p{Lu}/u;

/**
 * Gives the words of `text` from `from` to `to` (a paragraph, a title, a query's word) to `sink`, for the index and for queries alike:
 * case, accents (per script), quotes, zero-width characters and no-break spaces do not count; `U.S.` is `us`; 's and its like are
 * dropped; hyphens and slashes separate; elided articles are words of their own; an apostrophe elsewhere inside a word does not
 * count ("O'Neill" is `oneill`), nor does a comma or a narrow space inside a number. Linear; words beyond 64 code units are cut.
 */
export function readWords(text: string, from: number, to: number, isTitle: boolean, sink: WordSink): void {
  const capitalsSayNothing = isInCapitals(text, from, to);
  let at = from;
  let isOpening = true;
  /** Where the words that hyphens join began; -1 behind a word that stands alone. */
  let joinedFrom = -1;
  let wordStart = from;
  let wordEnd = from;
  let wordIsName = false;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const first = charClass(unit);
    if (!isWordClass(first)) {
      if (!isOpening && opens(unit) && !(unit === 46 && at === wordEnd && wordIsName && belongsTo(text, wordStart, wordEnd)))
        isOpening = true;
      at++;
      continue;
    }
    if (isUnspaced(unit)) {
      const start = at;
      while (at < to && isUnspaced(text.charCodeAt(at))) at++;
      unspaced(text, start, at, sink);
      isOpening = false;
      continue;
    }
    const start = at;
    let inner = false;
    let isPlain = true;
    let hash: number = hashStart;
    let [uppers, lowers] = [0, 0];
    let hasUmlaut = false;
    let elision = -1;
    const cut = start + longestTerm;
    for (; at < to; at++) {
      const next = text.charCodeAt(at);
      const found = charClass(next);
      if (isWordClass(found)) {
        if (isUnspaced(next)) break;
        if (found === CharClass.Upper) uppers++;
        else if (found === CharClass.Lower) lowers++;
        if (
          next > 0x7f &&
          (next === 0xe4 || next === 0xf6 || next === 0xfc || next === 0xc4 || next === 0xd6 || next === 0xdc || next === 0x308)
        )
          hasUmlaut = true;
        if (at < cut && isPlain) {
          const folded = foldedUnit(next);
          if (folded === unfoldable) isPlain = false;
          else hash = hashUnit(hash, folded);
        }
        continue;
      }
      if (found === CharClass.Space || found === CharClass.Hyphen) {
        if (first !== CharClass.Digit || !isDigitSpace(text, at, start, to)) break;
        inner = true;
      } else if (found === CharClass.Invisible) inner = true;
      else if (found === CharClass.Apostrophe) {
        if (!isWordAt(text, at + 1, to)) break;
        if (isClitic(text, at, to)) break;
        if (at - start <= 7 && elided.has(fold(text.slice(start, at)))) {
          elision = at;
          break;
        }
        inner = true;
      } else if (first === CharClass.Upper && isDotOfAbbreviation(text, start, at, to)) inner = true;
      else if (
        (next === 44 || next === 46 || next === 0xff0e || next === 0xff0c) &&
        first === CharClass.Digit &&
        at + 1 < to &&
        charClass(text.charCodeAt(at + 1)) === CharClass.Digit
      )
        inner = true;
      else if (isGeresh(text, at, start, to)) inner = true;
      else break;
    }
    const capitals: number =
      uppers === 0
        ? Capitals.Lower
        : capitalsSayNothing
          ? Capitals.Opening
          : uppers > 1 && lowers === 0
            ? Capitals.All
            : first === CharClass.Upper && uppers === 1 && (isOpening || isTitle)
              ? Capitals.Opening
              : Capitals.Name;
    let known = true;
    if (isPlain && !inner) sink.plain(text, start, at, hash >>> 0, capitals);
    else {
      const term = plainTerm(text, start, at, first === CharClass.Digit);
      known = term !== "";
      if (known) sink.word(term, start, at, capitals, false);
    }
    if (known && hasUmlaut)
      sink.spelling(
        spellingMark + plainTerm(spelledOut(text.slice(start, at)), 0, 2 * longestTerm, false).slice(0, longestTerm),
        start,
        at,
      );
    [wordStart, wordEnd, wordIsName, isOpening] = [start, at, capitals >= Capitals.Opening, false];
    if (elision >= 0) {
      at = elision + 1;
      continue;
    }
    if (at < to && charClass(text.charCodeAt(at)) === CharClass.Apostrophe && isClitic(text, at, to)) {
      at++;
      while (isWordAt(text, at, to)) at++;
    }
    // What hyphens join, or a line's end has divided, is one word as well.
    const next = behindHyphen(text, at, to);
    if (next > at) {
      if (joinedFrom < 0) joinedFrom = start;
      at = next;
    } else if (joinedFrom >= 0) {
      joined(text, joinedFrom, wordEnd, sink);
      joinedFrom = -1;
    }
  }
  if (joinedFrom >= 0) joined(text, joinedFrom, wordEnd, sink);
}

/** Whether a full stop belongs to the word before it: an abbreviation, an initial. */
function belongsTo(text: string, start: number, end: number): boolean {
  return end - start === 1 || (end - start <= 6 && isAbbreviation(text.slice(start, end)));
}

function isClitic(text: string, apostrophe: number, to: number): boolean {
  let end = apostrophe + 1;
  while (end <= apostrophe + 3 && isWordAt(text, end, to)) end++;
  return end > apostrophe + 1 && end <= apostrophe + 3 && clitics.has(text.slice(apostrophe + 1, end).toLowerCase());
}

/** Folded, without what stands between its letters. */
function plainTerm(text: string, start: number, end: number, isNumber: boolean): string {
  const folded = fold(text.slice(start, Math.min(end, start + longestTerm)));
  return isNumber ? folded.replace(/[,' ]/gu, "") : folded.replace(/[.'"\u02bc\u05f3\u05f4]/gu, "");
}

/** As those write who have no umlauts: ä as ae. */
function spelledOut(word: string): string {
  return word.normalize("NFC").replace(/[äöüÄÖÜ]/gu, (letter) => `${letter.normalize("NFD").charAt(0)}e`);
}

/** Where the word behind a hyphen begins, which may stand in the next line; `at` where there is none. */
function behindHyphen(text: string, at: number, to: number): number {
  if (at >= to || charClass(text.charCodeAt(at)) !== CharClass.Hyphen) return at;
  if (isWordAt(text, at + 1, to)) return isUnspaced(text.charCodeAt(at + 1)) ? at : at + 1;
  let next = at + 1;
  while (next < to && next < at + 40 && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next++;
  if (text.charCodeAt(next) === 13) next++;
  if (next >= to || text.charCodeAt(next) !== 10) return at;
  next++;
  while (next < to && next < at + 40 && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next++;
  return next < to && charClass(text.charCodeAt(next)) === CharClass.Lower ? next : at;
}

function joined(text: string, start: number, end: number, sink: WordSink): void {
  if (end - start > longestTerm) return;
  const term = fold(text.slice(start, end)).replace(/[^\p{L}\p{N}\p{M}]/gu, "");
  // A date or a score is no word.
  if (/\p{L}/u.test(term)) sink.spelling(spellingMark + term, start, end);
}

/** So many code units are given to the segmenter at a time: for a run of 128,000 it takes twenty seconds, and a sentence is shorter. */
const longestRun = 4096;

/** A run of a script without spaces: words as the platform knows them, and all pairs of neighbours. */
function unspaced(text: string, start: number, end: number, sink: WordSink): void {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  let isFirst = true;
  for (let from = start; from < end;) {
    const to = Math.min(end, from + longestRun);
    for (const part of segmenter.segment(text.slice(from, to))) {
      const term = fold(part.segment).slice(0, longestTerm);
      if (part.isWordLike !== true || term === "") {
        isFirst = true;
        continue;
      }
      sink.word(term, from + part.index, from + part.index + part.segment.length, Capitals.Lower, !isFirst);
      isFirst = false;
    }
    from = to;
  }
  const run = fold(text.slice(start, end));
  const isSame = run.length === end - start;
  for (let at = 0; at + 1 < run.length; at++)
    sink.spelling(pairMark + run.slice(at, at + 2), isSame ? start + at : start, isSame ? start + at + 2 : end);
}

/** Whether it is typed in capitals: an acronym, or one with a capital: a name. */
export function capitalsOf(word: string): number {
  const letters = word.replace(/[^\p{L}]/gu, "");
  if (!capital.test(letters)) return Capitals.Lower;
  return letters.length > 1 && letters === letters.toUpperCase() ? Capitals.All : Capitals.Name;
}
