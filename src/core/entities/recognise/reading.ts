import type { Span } from "../../text/span";
import { sentenceEnds } from "../../text/sentences";
import { Tokens, tokenize } from "../../text/tokens";
import { cutsOf } from "./joined";
import { WordFlag, type Word, type WordTable } from "./words";

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

/** A slug ("RUGBY UNION-") is among so many first words. */
const slugReach = 3;
const noCuts: readonly number[] = [];
/** The tokens of one line before they are cut, used over and over: many texts are short. */
const raw = new Tokens();

/** Tokens, words and sentences of the zones of `text`, in the zones' order. Words joined by hyphens may be several tokens. */
export function read(text: string, zones: readonly Zone[], table: WordTable): Reading {
  const tokens = new Tokens();
  const words: Word[] = [];
  const ends: number[] = [];
  for (const zone of zones) {
    const from = tokens.length;
    const lines: number[] = [];
    for (const piece of "pieces" in zone ? zone.pieces : [zone]) {
      for (const line of linesOf(text, piece)) {
        raw.length = 0;
        tokenize(text, line.start, line.end, raw);
        for (let at = 0; at < raw.length; at++) {
          const start = raw.start(at);
          const end = raw.end(at);
          const word = table.get(text.slice(start, end));
          const cuts = (word.flags & WordFlag.Hyphen) === 0 ? noCuts : cutsOf(text.slice(start, end), at < slugReach && line.start === piece.start, table);
          let last = start;
          for (const cut of cuts) {
            tokens.push(last, start + cut, raw.kind(at));
            words.push(table.get(text.slice(last, start + cut)));
            last = start + cut;
          }
          tokens.push(last, end, raw.kind(at));
          words.push(last === start ? word : table.get(text.slice(last, end)));
        }
        lines.push(tokens.length);
      }
      // Only the lines of a table end a sentence; a piece of a broken paragraph goes on in the next one.
      lines.pop();
    }
    let first = from;
    for (const to of [...lines, tokens.length]) {
      if (to > first) for (const end of sentenceEnds(text, tokens, first, to)) ends.push(end);
      first = to;
    }
  }
  return { tokens, words, sentenceEnds: ends };
}

/** A line that is so much shorter than the longest of its paragraph was not broken for want of room. */
const short = 0.75;

/**
 * The lines of a paragraph where they are those of a table or a list, else the whole. Prose that was broken at a
 * margin has lines of about one length; those of "Tarsk 2 Ovra 1" and of sentences set one a line have not.
 */
function linesOf(text: string, piece: Span): readonly Span[] {
  const first = text.indexOf("\n", piece.start);
  if (first < 0 || first >= piece.end) return [piece];
  const lines: Span[] = [];
  let longest = 0;
  for (let start = piece.start; start < piece.end; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > piece.end ? piece.end : found;
    lines.push({ start, end });
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  const isTable = lines.slice(0, -1).some(({ start, end }) => end - start < short * longest) || lines.every(({ start, end }) => /\d\s*$/.test(text.slice(Math.max(start, end - 3), end)));
  if (!isTable) return [piece];
  const kept: { start: number; end: number }[] = [];
  for (const { start, end } of lines) {
    const last = kept.at(-1);
    if (last !== undefined && /^\s*\p{Ll}/u.test(text.slice(start, end))) last.end = end;
    else kept.push({ start, end });
  }
  return kept;
}
