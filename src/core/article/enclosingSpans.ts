import { isWordUnit } from "../text/charClass";
import { sentenceEnds } from "../text/sentences";
import { contains, touches, type Span } from "../text/span";
import { tokenize, Tokens } from "../text/tokens";
import type { Article, Paragraph } from "./article";
import type { ParsedDocument } from "../corpus/parseDocument";

/**
 * The spans around `offset` that a reader may mean, innermost first, each strictly inside the next: word, sentence,
 * paragraph, body, article, and in a bundle the article with its markers and the whole bundle. Outside the body:
 * word, field (headline, byline, list entry), its block.
 */
export function enclosingSpans(document: ParsedDocument, offset: number): readonly Span[] {
  const { text, lines } = document;
  const candidates: Span[] = [{ start: 0, end: text.length }, lines.spanOf(lines.lineAt(offset))];
  const word = wordAt(text, offset);
  if (word !== null) candidates.push(word);
  const index = document.slotAt(offset);
  const slot = document.slots[index];
  if (slot !== undefined) {
    candidates.push(slot.span);
    if (slot.key !== null) candidates.push(slot.text);
    if (slot.envelope !== null) candidates.push(slot.envelope.opener);
    if (slot.nameSpan !== null) candidates.push(slot.nameSpan);
    for (const span of articleSpans(text, document.article(index), offset)) candidates.push(span);
  } else {
    const run = document.outside.find((span) => touches(span, offset));
    if (run !== undefined) candidates.push(run);
  }
  return nested(candidates.filter((span) => span.end > span.start && touches(span, offset)));
}

function articleSpans(text: string, article: Article, offset: number): readonly Span[] {
  const spans: (Span | null | undefined)[] = [
    article.content,
    article.body,
    article.headline?.span,
    article.byline?.span,
    article.publisher?.span,
    article.agency?.span,
    article.dateline?.span,
    article.prefix,
    article.datePublished?.span,
    article.creditLine?.span,
    article.relatedList,
    article.urlBlock,
    article.url?.span,
    ...article.subheadings,
    ...article.boilerplate,
    ...article.authors.map((author) => author.span),
    ...article.related.map((entry) => entry.span),
  ];
  const paragraph = article.paragraphs.find((candidate) => touches(whole(candidate), offset));
  if (paragraph !== undefined) spans.push(whole(paragraph), sentenceAt(text, paragraph, offset));
  return spans.filter((span) => span !== null && span !== undefined);
}

/** No sentence reaches farther than this from where it is looked at, in UTF-16 code units: a line of a megabyte is no paragraph. */
const longestSentence = 16_384;

/** The first place behind white space, from `from` to `to`; `from` where there is none. */
function behindSpace(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (/\s/.test(text.charAt(at))) return at + 1;
  return from;
}

/** The sentence of a paragraph that `offset` lies in; it may cross the blank line of a broken one. */
export function sentenceAt(text: string, paragraph: Paragraph, offset: number): Span | null {
  const tokens = new Tokens();
  for (const piece of paragraph.pieces) {
    const start = piece.start < offset - longestSentence ? behindSpace(text, offset - longestSentence, offset) : piece.start;
    const end = Math.min(piece.end, offset + longestSentence);
    if (end > start) tokenize(text, start, end, tokens);
  }
  let first = 0;
  for (const end of sentenceEnds(text, tokens, 0, tokens.length)) {
    const span = { start: tokens.start(first), end: tokens.end(end - 1) };
    // Between two sentences, the one behind the gap.
    if (offset <= span.end && (offset < span.end || end === tokens.length || tokens.start(end) > offset)) return span;
    first = end;
  }
  return null;
}

function whole({ pieces }: Paragraph): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

/** The run of letters and digits at `offset`, apostrophes and hyphens between them included. */
function wordAt(text: string, offset: number): Span | null {
  const isInner = (at: number): boolean => {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) return true;
    return (
      (unit === 0x27 || unit === 0x2019 || unit === 0x2d) && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at + 1))
    );
  };
  let start = offset;
  let end = offset;
  while (start > Math.max(0, offset - longestSentence) && isInner(start - 1)) start--;
  while (end < Math.min(text.length, offset + longestSentence) && isInner(end)) end++;
  return start === end ? null : { start, end };
}

/** The longest chain from the smallest span outwards; what crosses the chain is left out. */
function nested(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = chain.at(-1);
    if (inner === undefined || (contains(span, inner) && span.end - span.start > inner.end - inner.start)) chain.push(span);
  }
  return chain;
}
