import type { Span } from "../../src/core/text/span";

/** `open` is neither found nor missed; `none` is quoted and no quotation (guidelines.md). */
export type GoldKind = "direct" | "indirect" | "mixed" | "open" | "none";

/** Who says it: a name that the article has, words of the text that name nobody, or nobody. */
export type GoldSpeaker = { readonly name: string } | { readonly phrase: string } | null;

export interface GoldQuotation extends Span {
  readonly kind: GoldKind;
  readonly speaker: GoldSpeaker;
}

export interface GoldText {
  readonly name: string;
  readonly text: string;
  readonly quotations: readonly GoldQuotation[];
}

const kinds: Readonly<Record<string, GoldKind>> = { d: "direct", i: "indirect", m: "mixed", o: "open", x: "none" };

function kindOf(letter: string, content: string): GoldKind {
  const kind = kinds[letter];
  if (kind === undefined) throw new Error(`no such kind: ${letter}`);
  return kind === "indirect" && /["“”„«»]|(?<!\p{L})['‘]\p{L}/u.test(content) ? "mixed" : kind;
}

/** A text without its marks `{d Ada Vorn|words}`, and what they say. Throws where a mark is wrong, or a speaker is not in the text. */
export function readMarked(name: string, marked: string): GoldText {
  const quotations: GoldQuotation[] = [];
  const speakers: string[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\{([a-z]) ([^|{}]+)\|([^{}]+)\}/gu)) {
    const [whole, letter = "", who = "", content = ""] = match;
    text += marked.slice(at, match.index);
    const named = who !== "-" && who !== "?";
    if (named) speakers.push(who.replace(/^~/u, ""));
    const speaker = !named ? null : who.startsWith("~") ? { phrase: who.slice(1) } : { name: who };
    quotations.push({ start: text.length, end: text.length + content.length, kind: kindOf(letter, content), speaker });
    text += content;
    at = match.index + whole.length;
  }
  text += marked.slice(at);
  if (/[{}]/u.test(text)) throw new Error(`${name}: a mark is not closed: ${text.slice(text.search(/[{}]/u), 60)}`);
  for (const speaker of speakers) if (!text.includes(speaker)) throw new Error(`${name}: not in the text: ${speaker}`);
  return { name, text, quotations };
}

/**
 * Marks of one text kept apart from it, a line each: `file kind start end | start end of the speaker`, with ` =` behind a name. Offsets
 * are UTF-16 code units, ends exclusive.
 */
export function readOffsets(name: string, text: string, lines: readonly string[]): GoldText {
  const quotations = lines.map((line): GoldQuotation => {
    const [, letter = "", start, end, , from, to, named] = line.split(" ");
    const span = { start: Number(start), end: Number(end) };
    const written = text.slice(Number(from), Number(to)).replace(/\s+/gu, " ");
    const speaker = from === "-" ? null : named === "=" ? { name: written } : { phrase: written };
    return { ...span, kind: kindOf(letter, text.slice(span.start, span.end)), speaker };
  });
  return { name, text, quotations };
}
