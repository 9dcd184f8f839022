import type { Article } from "../article/article";
import { paragraphSpans } from "../article/paragraphSpans";
import type { Mention } from "../entities/mention";
import type { Span } from "../text/span";
import { type Item, sentencesOf } from "./clauses";
import { type Frame, framesOf } from "./frames";
import type { Quotation } from "./quotation";
import { type QuotedSpan, quotedSpans } from "./quotedSpans";
import { SpeakerResolver } from "./speakerResolver";

/** What of an article's names is asked for: the mentions in order, and which of them name the same. */
export interface NamedArticle {
  readonly mentions: readonly Mention[];
  /** For each mention the number of its entity within the article, -1 for none (`LocalEntity`). */
  readonly entityOf: readonly number[];
}

/** The number of the local entity of each of `count` mentions, by the mentions of each entity; -1 for none. */
export function entitiesByMention(count: number, entities: readonly { readonly mentions: readonly number[] }[]): readonly number[] {
  const entityOf = new Array<number>(count).fill(-1);
  for (const [entity, { mentions }] of entities.entries()) for (const mention of mentions) entityOf[mention] = entity;
  return entityOf;
}

/** Fewer words between quotation marks than these, with nobody who says them, are a title, a nickname or a word at a distance. */
const fewestUnattributed = 5;

/**
 * Who said what in an article, in order of the text. Sentences are read outside of quotation marks; a reporting verb
 * with its subject, or "according to", gives the source, what stands before or behind it the content. A quotation that is
 * a sentence of its own goes on with the speaker of the one before. Titles of works, nicknames and single words at a
 * distance have no reporting verb and are none. Deterministic; linear in the length of the body.
 */
export function findQuotations(
  text: string,
  article: Pick<Article, "paragraphs" | "boilerplate">,
  { mentions, entityOf }: NamedArticle,
): readonly Quotation[] {
  const paragraphs = paragraphSpans(article);
  const quotes = quotedSpans(text, paragraphs);
  const resolver = new SpeakerResolver(text, mentions, entityOf);
  const found: Quotation[] = [];
  let nextQuote = 0;
  /** What the last sentence of the paragraph before said, if it was a quotation: a quotation that follows may go on with it. */
  let running: Frame | null = null;
  for (const paragraph of paragraphs) {
    resolver.nextParagraph();
    while ((quotes[nextQuote]?.close ?? Infinity) <= paragraph.start) nextQuote++;
    const here: (QuotedSpan & { readonly index: number })[] = [];
    for (let at = nextQuote; at < quotes.length; at++) {
      const quote = quotes[at];
      if (quote === undefined || quote.open >= paragraph.end) break;
      here.push({
        start: Math.max(quote.start, paragraph.start),
        end: Math.min(quote.end, paragraph.end),
        open: Math.max(quote.open, paragraph.start),
        close: Math.min(quote.close, paragraph.end),
        index: at,
      });
    }
    const sentences = sentencesOf(text, paragraph, here, mentions);
    const frames = sentences.map((items) => framesOf(items, quotes, mentions));
    const used = new Set(frames.flat().flatMap((frame) => frame.quotes));
    for (const [at, items] of sentences.entries()) {
      const own = frames[at] ?? [];
      const alone = quotesAlone(items, quotes, text).filter((quote) => !used.has(quote));
      for (const quote of alone) {
        const span = quotes[quote];
        if (span === undefined) continue;
        used.add(quote);
        const before = lastDirect(frames.slice(0, at).flat()) ?? null;
        const behind = before === null ? (frames.slice(at + 1).find((later) => later.length > 0)?.[0] ?? null) : null;
        const source: Frame | null = before ?? (behind?.kind === "direct" ? behind : running);
        const frame: Frame = { kind: "direct", content: span, cue: source?.cue ?? null, speaker: source?.speaker ?? null, quotes: [quote] };
        if (frame.speaker === null && countWords(text, span) < fewestUnattributed) continue;
        found.push(resolver.resolve(frame, items, source !== null && source !== behind));
        running = frame;
      }
      for (const frame of own) {
        const goesOn: Frame | null = frame.speaker === null ? (lastDirect(frames.slice(0, at).flat()) ?? running) : null;
        if (frame.speaker === null && goesOn === null) continue;
        const whole: Frame = goesOn === null ? frame : { ...frame, speaker: goesOn.speaker };
        found.push(resolver.resolve(whole, items, goesOn !== null));
        running = whole;
      }
      if (own.length === 0 && alone.length === 0) {
        running = null;
        resolver.pass(items);
      }
    }
  }
  return dedupe(found);
}

function lastDirect(frames: readonly Frame[]): Frame | undefined {
  return frames.findLast((frame) => frame.speaker !== null);
}

/** The quotations of a sentence that has nothing but quotations: whole sentences of speech. */
function quotesAlone(items: readonly Item[], quotes: readonly Span[], text: string): readonly number[] {
  if (items.some((item) => item.kind === "word")) return [];
  return items
    .filter((item) => item.kind === "quote" && countWords(text, quotes[item.quote] ?? { start: 0, end: 0 }) >= 2)
    .map((item) => item.quote);
}

function countWords(text: string, { start, end }: Span): number {
  return text
    .slice(start, Math.min(end, start + 200))
    .split(/\s+/u)
    .filter((word) => word !== "").length;
}

/** In order of the text, each content once. */
function dedupe(found: readonly Quotation[]): readonly Quotation[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((one, at) => at === 0 || one.start !== sorted[at - 1]?.start || one.end !== sorted[at - 1]?.end);
}
