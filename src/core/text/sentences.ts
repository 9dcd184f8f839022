import { opensSentence } from "./abbreviations";
import { CharClass, charClass } from "./charClass";
import { TokenKind, type Tokens } from "./tokens";

/**
 * Splits the tokens from `from` to `to` (one paragraph) into sentences. Returns the index after each sentence's last
 * token, in order; the last one is `to`. A sentence ends at a full stop, question or exclamation mark, with the closing
 * quotes and brackets behind it, when what follows can open a sentence; after an abbreviation only before a word such
 * as "The".
 */
export function sentenceEnds(text: string, tokens: Tokens, from: number, to: number): number[] {
  const ends: number[] = [];
  let at = from;
  while (at < to) {
    const kind = tokens.kind(at);
    at++;
    if (kind === TokenKind.Mark) {
      if (!isStop(text.charCodeAt(tokens.start(at - 1)))) continue;
      while (at < to && isCloser(text, tokens, at)) at++;
      if (at < to && canOpen(text, tokens, at)) ends.push(at);
    } else if (kind === TokenKind.Abbreviation && at < to) {
      if (tokens.end(at) - tokens.start(at) <= 5 && opensSentence(text.slice(tokens.start(at), tokens.end(at)))) ends.push(at);
    }
  }
  if (from < to && ends.at(-1) !== to) ends.push(to);
  return ends;
}

function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026;
}

/** A quote or bracket that stands directly behind the token before it. */
function isCloser(text: string, tokens: Tokens, index: number): boolean {
  const start = tokens.start(index);
  return tokens.kind(index) === TokenKind.Mark && start === tokens.end(index - 1) && "\"'”’)]»*".includes(text.charAt(start));
}

function canOpen(text: string, tokens: Tokens, index: number): boolean {
  const unit = text.charCodeAt(tokens.start(index));
  const found = charClass(unit);
  return (
    found === CharClass.Upper ||
    found === CharClass.Digit ||
    found === CharClass.Letter ||
    "\"'“‘([«*-–—".includes(String.fromCharCode(unit))
  );
}
