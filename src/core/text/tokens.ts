import { isAbbreviation } from "./abbreviations";
import { CharClass, charClass, isWordUnit } from "./charClass";

export const TokenKind = {
  /** Letters, with inner apostrophes, hyphens and digits: "O'Neill", "al-Zoubi", "Geneva-2", "AT&T". */
  Word: 1,
  /** A word that keeps its full stop: "U.S.", "Mr.", "J.". */
  Abbreviation: 2,
  /** Begins with a digit: "1,200", "10th", "2013". */
  Number: 3,
  /** The possessive "'s" or "’s". */
  Possessive: 4,
  /** A run of one punctuation mark or symbol: ",", "...", "**". */
  Mark: 5,
  /** An address of the web, an e-mail address, an @handle or a #tag. */
  Address: 6,
} as const;

/**
 * Tokens of one text in reading order, as columns: offsets are UTF-16 code units into that text, `ends` exclusive.
 * Only the first `length` entries count. White space of any kind (line breaks, no-break spaces) is in no token.
 */
export class Tokens {
  length = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Of `TokenKind`. */
  kinds = new Uint8Array(256);

  push(start: number, end: number, kind: number): void {
    const at = this.length++;
    if (at === this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.kinds[at] = kind;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  kind(index: number): number {
    return this.kinds[index] ?? 0;
  }

  #grow(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    const kinds = new Uint8Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    kinds.set(this.kinds);
    this.starts = starts;
    this.ends = ends;
    this.kinds = kinds;
  }
}

/**
 * Appends the tokens of `text` from `from` to `to` to `tokens`. One pass, no look-behind past a token's start.
 * Conventions are those of the Penn Treebank as newswire corpora use them, save that negations stay whole ("didn't")
 * and a slash separates ("Beijing/Moscow").
 */
export function tokenize(text: string, from: number, to: number, tokens: Tokens): void {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const found = charClass(unit);
    if (found === CharClass.Space || found === CharClass.Invisible) at++;
    else if (found >= CharClass.Lower && found <= CharClass.Letter) at = word(text, at, to, tokens);
    else if (found === CharClass.Digit) at = number(text, at, to, tokens);
    else if (found === CharClass.Apostrophe && isPossessive(text, at, to)) {
      tokens.push(at, at + 2, TokenKind.Possessive);
      at += 2;
    } else at = mark(text, at, to, tokens);
  }
}

/** Whether the apostrophe at `at` and what follows are a possessive: "'s" and then no letter or digit. */
function isPossessive(text: string, at: number, to: number): boolean {
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  return (next === 0x73 || next === 0x53) && (at + 2 >= to || !isWordUnit(text.charCodeAt(at + 2)));
}

function word(text: string, start: number, to: number, tokens: Tokens): number {
  let at = start;
  while (at < to) {
    const found = charClass(text.charCodeAt(at));
    if (found >= CharClass.Lower && found <= CharClass.Digit) {
      at++;
      continue;
    }
    if (found === CharClass.Space || at + 1 >= to) break;
    const next = text.charCodeAt(at + 1);
    if (!isWordUnit(next)) {
      if (found !== CharClass.Invisible || charClass(next) !== CharClass.Invisible) break;
      at++;
    } else if (found === CharClass.Hyphen || found === CharClass.Invisible) at++;
    else if (found === CharClass.Apostrophe) {
      if (isPossessive(text, at, to)) break;
      at++;
    } else if (found === CharClass.Other) {
      const unit = text.charCodeAt(at);
      if (unit === 0x2e) {
        if (!dotJoins(text, start, at, to)) break;
        at++;
      } else if (unit === 0x26) at++;
      else if (unit === 0x40 || (unit === 0x3a && text.startsWith("://", at))) return address(text, start, to, tokens);
      else break;
    } else break;
  }
  if (text.charCodeAt(at) === 0x2e && at < to) {
    if (at === start + 3 && text.startsWith("www", start)) return address(text, start, to, tokens);
    if (keepsDot(text, start, at)) {
      tokens.push(start, at + 1, TokenKind.Abbreviation);
      return at + 1;
    }
  }
  if (text.charCodeAt(at) === 0x3a && text.startsWith("://", at)) return address(text, start, to, tokens);
  tokens.push(start, at, TokenKind.Word);
  return at;
}

/** Whether a full stop between two letters is inside a word: "U.S", "lenta.ru", the symbol "TRSK.OL", but not "ended.The". */
function dotJoins(text: string, start: number, dot: number, to: number): boolean {
  if (isLoneLetter(text, start, dot) || isSymbol(text, start, dot, to)) return true;
  const after = charClass(text.charCodeAt(dot + 1));
  return (after === CharClass.Lower || after === CharClass.Digit) && dot + 2 < to;
}

/** Whether a stock's symbol has its exchange behind the dot: capitals, and then one or two of them before a bracket. */
function isSymbol(text: string, start: number, dot: number, to: number): boolean {
  for (let at = start; at < dot; at++) if (charClass(text.charCodeAt(at)) !== CharClass.Upper) return false;
  let end = dot + 1;
  while (end < to && end <= dot + 2 && charClass(text.charCodeAt(end)) === CharClass.Upper) end++;
  const behind = text.charCodeAt(end);
  return end > dot + 1 && (behind === 0x29 || behind === 0x3e);
}

/** Whether the letter before `dot` stands alone since `start` or since another full stop. */
function isLoneLetter(text: string, start: number, dot: number): boolean {
  return dot - 1 === start || (dot - 2 > start && text.charCodeAt(dot - 2) === 0x2e);
}

function keepsDot(text: string, start: number, dot: number): boolean {
  const length = dot - start;
  if (isLoneLetter(text, start, dot)) return length > 1 || charClass(text.charCodeAt(start)) === CharClass.Upper;
  if (length > 6) return false;
  const written = text.slice(start, dot);
  // "No. 10" is a number, "No." an answer.
  if (written === "No") return charClass(text.charCodeAt(dot + 2)) === CharClass.Digit;
  return isAbbreviation(written);
}

function number(text: string, start: number, to: number, tokens: Tokens): number {
  let at = start;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) at++;
    else if ((unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2d) && at + 1 < to && isWordUnit(text.charCodeAt(at + 1))) {
      if (unit !== 0x2d && charClass(text.charCodeAt(at + 1)) !== CharClass.Digit) break;
      at++;
    } else break;
  }
  tokens.push(start, at, TokenKind.Number);
  return at;
}

function mark(text: string, start: number, to: number, tokens: Tokens): number {
  const unit = text.charCodeAt(start);
  if (
    (unit === 0x40 || unit === 0x23) &&
    start + 1 < to &&
    charClass(text.charCodeAt(start + 1)) <= CharClass.Letter &&
    isWordUnit(text.charCodeAt(start + 1))
  ) {
    let at = start + 1;
    while (at < to && (isWordUnit(text.charCodeAt(at)) || text.charCodeAt(at) === 0x5f)) at++;
    tokens.push(start, at, TokenKind.Address);
    return at;
  }
  let at = start + 1;
  if (unit >= 0xd800 && unit <= 0xdbff && at < to) at++;
  else while (at < to && text.charCodeAt(at) === unit) at++;
  tokens.push(start, at, TokenKind.Mark);
  return at;
}

/** An address runs to the next white space, less closing punctuation. */
function address(text: string, start: number, to: number, tokens: Tokens): number {
  let end = start;
  while (end < to && charClass(text.charCodeAt(end)) !== CharClass.Space) end++;
  while (end > start + 1 && !isWordUnit(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 0x2f) end--;
  tokens.push(start, end, TokenKind.Address);
  return end;
}
