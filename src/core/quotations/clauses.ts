import type { Mention } from "../entities/mention";
import { opensSentence } from "../text/abbreviations";
import type { Span } from "../text/span";
import { TokenKind, Tokens, tokenize } from "../text/tokens";
import type { QuotedSpan } from "./quotedSpans";

/** A word, a mark, or a whole quotation, as the sentence around it sees it. */
export interface Item extends Span {
  readonly kind: "word" | "mark" | "quote";
  /** In lower case; the mark itself; of a quotation its last character that is no space. */
  readonly text: string;
  readonly capital: boolean;
  /** Index of the article's mention that the word is part of; -1 for none. */
  readonly mention: number;
  /** Of a quotation: its index; else -1. */
  readonly quote: number;
  /** A word behind which "'s" stands. */
  readonly possessive: boolean;
}

/** Finds the mention at an offset; offsets must not decrease. */
class MentionCursor {
  #at = 0;
  readonly #mentions: readonly Mention[];

  constructor(mentions: readonly Mention[]) {
    this.#mentions = mentions;
  }

  at(offset: number): number {
    for (;;) {
      const mention = this.#mentions[this.#at];
      if (mention === undefined || mention.start > offset) return -1;
      if (offset < mention.end) return this.#at;
      this.#at++;
    }
  }
}

/**
 * The items of each sentence of `paragraph`. Sentences end outside of quotations, or behind one that ends a sentence
 * itself. `quotes` are those of the paragraph (cut to it), `mentions` the article's, both in order.
 */
export function sentencesOf(
  text: string,
  paragraph: Span,
  quotes: readonly (QuotedSpan & { readonly index: number })[],
  mentions: readonly Mention[],
): readonly (readonly Item[])[] {
  const cursor = new MentionCursor(mentions);
  const items: Item[] = [];
  let from = paragraph.start;
  for (const quote of quotes) {
    pushWords(text, from, quote.open, cursor, items);
    const last =
      text
        .slice(Math.max(quote.start, quote.end - 4), quote.end)
        .trimEnd()
        .at(-1) ?? "";
    items.push({
      kind: "quote",
      start: quote.open,
      end: quote.close,
      text: last,
      capital: false,
      mention: -1,
      quote: quote.index,
      possessive: false,
    });
    from = quote.close;
  }
  pushWords(text, from, paragraph.end, cursor, items);
  return split(items);
}

function pushWords(text: string, from: number, to: number, cursor: MentionCursor, items: Item[]): void {
  if (from >= to) return;
  const tokens = new Tokens();
  tokenize(text, from, to, tokens);
  for (let at = 0; at < tokens.length; at++) {
    const start = tokens.start(at);
    const end = tokens.end(at);
    if (tokens.kind(at) === TokenKind.Possessive) {
      const last = items.at(-1);
      if (last !== undefined) items[items.length - 1] = { ...last, end, possessive: true };
      continue;
    }
    const written = text.slice(start, end);
    const kind = tokens.kind(at) === TokenKind.Mark ? "mark" : "word";
    items.push({
      kind,
      start,
      end,
      text: written.toLowerCase(),
      capital: kind === "word" && /^\p{Lu}/u.test(written),
      mention: kind === "word" ? cursor.at(start) : -1,
      quote: -1,
      possessive: /[sS]['’]$/u.test(written),
    });
  }
}

const stop = /^(?:[.!?…。！？]+)$/u;

function split(items: readonly Item[]): readonly (readonly Item[])[] {
  const sentences: Item[][] = [];
  let sentence: Item[] = [];
  for (const [at, item] of items.entries()) {
    sentence.push(item);
    const next = items[at + 1];
    if (next === undefined) break;
    const opens = next.capital || next.kind === "quote" || /^\d/u.test(next.text);
    let ends = false;
    if (item.kind === "mark" && stop.test(item.text)) ends = opens || next.kind !== "word";
    else if (item.kind === "quote" && /[.。]/u.test(item.text)) ends = next.capital || next.kind === "quote";
    else if (item.kind === "quote" && /[!?…！？]/u.test(item.text))
      ends = next.kind === "quote" || (next.capital && !isAttribution(items, at + 1) && !isShortOfName(items, at + 1));
    else if (item.kind === "word" && item.text.endsWith(".") && item.text.length > 2 && next.capital)
      ends = opensSentence(next.text.replace(/^./u, (first) => first.toUpperCase()));
    if (!ends) continue;
    sentences.push(sentence);
    sentence = [];
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

/** "NAME shot back.": a short sentence of a name, where somebody speaks whatever its verb. */
function isShortOfName(items: readonly Item[], from: number): boolean {
  const end = items.findIndex((item, at) => at >= from && item.kind !== "word");
  return (items[from]?.mention ?? -1) >= 0 && (end < 0 ? items.length : end) - from <= 6 && (end < 0 || stop.test(items[end]?.text ?? ""));
}

/** Behind "…?": whether a short sentence says who asked ("Smith asked."), and is none of its own. */
function isAttribution(items: readonly Item[], from: number): boolean {
  for (let at = from; at < items.length && at < from + 12; at++) {
    const item = items[at];
    if (item === undefined || item.kind === "quote") return false;
    if (item.kind === "mark")
      return stop.test(item.text) ? at - from <= 8 && askedBy(items, from, at) : item.text === "," && askedBy(items, from, at);
  }
  return askedBy(items, from, items.length) && items.length - from <= 8;
}

const asking = /^(?:said|says|asked|asks|added|wrote|told|wondered|shouted|cried|replied|tweeted|joked|demanded|exclaimed)$/u;

function askedBy(items: readonly Item[], from: number, to: number): boolean {
  const last = items[to - 1];
  const first = items[from];
  return (
    (last !== undefined && asking.test(last.text)) ||
    (first !== undefined && asking.test(first.text)) ||
    items.slice(from, to).some((item, at) => at <= 5 && asking.test(item.text))
  );
}
