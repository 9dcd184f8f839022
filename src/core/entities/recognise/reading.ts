import { sentenceEnds } from "../../text/sentences";
import type { Span } from "../../text/span";
import { tokenize, Tokens } from "../../text/tokens";
import { Listed } from "./lexicon";
import { type Word, WordFlag, type WordTable } from "./words";

/** Behind a name and a hyphen these make an adjective of it: "Tarsk-based", "U.N.-led". */
const endings = new Set(
  "based led born style held run wide made built bound era type only owned area flag brand like backed sized friendly language".split(" "),
);
/** Before a hyphen and a name: "anti-Orm", "mid-Atlantic". */
const openings = new Set("anti pro ex non mid pre post trans".split(" "));
/** What news agencies write before a hyphen that opens a headline: "SOCCER-TARSK BEAT OVRA". */
const slugs = new Set(
  (
    "soccer football rugby league union tennis golf cricket baseball basketball hockey athletics cycling racing motorcycling skiing skating boxing swimming badminton volleyball handball " +
    "squash chess snooker olympics rowing sailing yachting gymnastics judo wrestling weightlifting results standings scoreboard summaries fixtures feature analysis interview focus update " +
    "alert digest brief diary chronology factbox profile weather grains oil gold metals coffee sugar cocoa"
  ).split(" "),
);
const inCapitals = /^[\p{Lu}\p{M}'’.&-]+$/u;
const places = Listed.Country | Listed.BigCity | Listed.Region;

/**
 * Where a token joined by hyphens comes apart into words of their own, as offsets into it, ascending; empty where it
 * is one word ("Jean-Luc", "Guinea-Bissau"). Names inside are found so: "Tarsk" in "Tarsk-based", "Orm" in "anti-Orm"
 * and "7-Orm", both of "Iran-Iraq". A hyphen in front belongs to the ending, one behind to the opening.
 */
function cutsOf(token: string, opensZone: boolean, table: WordTable): readonly number[] {
  const first = token.search(/[-\u2010\u2011]/u);
  if (first <= 0 || first === token.length - 1) return [];
  const head = token.slice(0, first);
  const behind = token.slice(first + 1);
  if (/^\p{Lu}/u.test(behind)) {
    if (
      /^\d{1,3}$/.test(head) ||
      openings.has(head.toLowerCase()) ||
      (opensZone && slugs.has(head.toLowerCase()) && inCapitals.test(token))
    ) {
      return [first + 1, ...cutsOf(behind, false, table).map((cut) => cut + first + 1)];
    }
    if (bothNames(head, behind, table) && (table.get(token).lists & (places | Listed.City | Listed.LastName)) === 0)
      return [first, first + 1];
  }
  const last = Math.max(token.lastIndexOf("-"), token.lastIndexOf("\u2010"), token.lastIndexOf("\u2011"));
  const ending = token.slice(last + 1);
  const makes = endings.has(ending) || (/^\p{Ll}{5,}$/u.test(ending) && /(?:ed|ing)$/.test(ending) && !/^.{0,3}ing$/.test(ending));
  return makes && /\p{Lu}/u.test(token.slice(0, last)) ? [last] : [];
}

/** Two countries, or two peoples. */
function bothNames(head: string, behind: string, table: WordTable): boolean {
  const both = table.get(head).lists & table.get(behind).lists;
  return (both & (Listed.Country | Listed.Demonym)) !== 0;
}

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
          const cuts =
            (word.flags & WordFlag.Hyphen) === 0
              ? noCuts
              : cutsOf(text.slice(start, end), at < slugReach && line.start === piece.start, table);
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
  for (let start = piece.start; start < piece.end;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > piece.end ? piece.end : found;
    lines.push({ start, end });
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  const isTable =
    lines.slice(0, -1).some(({ start, end }) => end - start < short * longest) ||
    lines.every(({ start, end }) => /\d\s*$/.test(text.slice(Math.max(start, end - 3), end)));
  if (!isTable) return [piece];
  const kept: { start: number; end: number }[] = [];
  for (const { start, end } of lines) {
    const last = kept.at(-1);
    if (last !== undefined && /^\s*\p{Ll}/u.test(text.slice(start, end))) last.end = end;
    else kept.push({ start, end });
  }
  return kept;
}
