import type { Span } from "../../text/span";
import { sentenceEnds } from "../../text/sentences";
import { Tokens, tokenize } from "../../text/tokens";
import type { Word, WordTable } from "./words";

/**
 * A part of a text that is read by itself: a headline, a byline, a paragraph. The pieces of a broken paragraph are
 * read as one.
 */
export type Zone = Span | { readonly pieces: readonly Span[] };

/** A text as the recogniser reads it. */
export interface Reading {
  readonly tokens: Tokens;
  readonly words: readonly Word[];
  /** The index after each sentence's last token. */
  readonly sentenceEnds: readonly number[];
}

/** Tokens, words and sentences of the zones of `text`, in the zones' order. */
export function read(text: string, zones: readonly Zone[], table: WordTable): Reading {
  const tokens = new Tokens();
  const ends: number[] = [];
  for (const zone of zones) {
    const from = tokens.length;
    for (const piece of "pieces" in zone ? zone.pieces : [zone]) tokenize(text, piece.start, piece.end, tokens);
    for (const end of sentenceEnds(text, tokens, from, tokens.length)) ends.push(end);
  }
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at++) words.push(table.get(text.slice(tokens.start(at), tokens.end(at))));
  return { tokens, words, sentenceEnds: ends };
}
