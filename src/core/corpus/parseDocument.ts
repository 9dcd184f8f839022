import type { Article } from "../article/article";
import { parseArticle } from "../article/parseArticle";
import type { EnvelopeArticle, Envelopes } from "../envelope/envelope";
import { parseEnvelopes } from "../envelope/parseEnvelopes";
import { commonEnds } from "../text/commonEnds";
import { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import { type CancellationToken, neverCancelled } from "../util/cancellation";
import type { Problem } from "./problem";

/** The same article where `delta` code units were put in (or, negative, taken out) before it: every span moves. */
function movedArticle(article: Article, delta: number): Article {
  return delta === 0 ? article : moved(article, delta);
}

/** Whatever has a numeric `start` and `end` is a span; nothing else in an article counts code units. */
function moved<T>(value: T, delta: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, delta)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const isOffset = (name === "start" || name === "end") && typeof part === "number";
    return [name, isOffset ? part + delta : moved(part, delta)] as const;
  });
  return Object.fromEntries(entries) as T;
}

export type DocumentKind = "article" | "bundle";

export interface DocumentOptions {
  /** The name that titles fall back on: the last segment of the document's path. */
  readonly fileName: string;
  /** How a reader wants it read. Absent: a bundle where the markers say so, else one article. */
  readonly kind?: DocumentKind;
}

/** Where an article of a document stands, known before the article itself is parsed. */
export interface ArticleSlot {
  /** The envelope key; null for the article of a single-article file. */
  readonly key: string | null;
  readonly envelope: EnvelopeArticle | null;
  /** With its marker lines, or the whole file. */
  readonly span: Span;
}

/** An article takes some kilobytes: of a bundle of 100,000 not all are held at once. */
const maxKept = 5000;

/**
 * A text read as a bundle or as one article. The markers are read at once; the articles when they are asked for,
 * so that a question about one article of a large bundle does not wait for all of them.
 */
export class ParsedDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly kind: DocumentKind;
  /** In the order of the text; never overlapping. */
  readonly slots: readonly ArticleSlot[];
  /** Runs of lines that belong to no article. */
  readonly outside: readonly Span[];
  /** What is wrong with the markers; each article has its own problems besides. */
  readonly envelopeProblems: readonly Problem[];
  readonly #fileName: string;
  readonly #articles = new Map<number, Article>();

  /** Where `envelopes` is null, the whole text is one article. */
  constructor(text: string, lines: LineIndex, envelopes: Envelopes | null, fileName: string) {
    this.text = text;
    this.lines = lines;
    this.#fileName = fileName;
    this.kind = envelopes === null ? "article" : "bundle";
    this.slots = envelopes === null
      ? [{ key: null, envelope: null, span: { start: 0, end: text.length } }]
      : envelopes.articles.map((envelope) => ({ key: envelope.key, envelope, span: wholeSpan(envelope) }));
    this.outside = envelopes?.outside ?? [];
    this.envelopeProblems = envelopes?.problems ?? [];
  }

  /** The article in slot `index`; parsed at the first call and kept for the next, unless there are very many. */
  article(index: number): Article {
    const known = this.#articles.get(index);
    if (known !== undefined) return known;
    const article = this.#readArticle(index);
    if (this.#articles.size >= maxKept) this.#articles.clear();
    this.#articles.set(index, article);
    return article;
  }

  /**
   * Takes over what `previous`, an older state of the same document, had parsed of articles that an edit left alone,
   * so that typing in a bundle costs one article and not all.
   */
  adopt(previous: ParsedDocument): void {
    if (previous.#articles.size === 0) return;
    const { prefix, suffix } = commonEnds(previous.text, this.text);
    const unchangedFrom = previous.text.length - suffix;
    for (const [index, article] of previous.#articles) {
      const old = previous.slots[index]?.envelope;
      if (!old) continue;
      const isBefore = Math.max(old.raw.end, old.closer?.end ?? 0) < prefix;
      if (!isBefore && old.opener.start <= unchangedFrom) continue;
      const delta = isBefore ? 0 : this.text.length - previous.text.length;
      const place = isBefore ? index : index + this.slots.length - previous.slots.length;
      const now = this.slots[place]?.envelope;
      if (now && isMoved(old, now, delta)) this.#articles.set(place, movedArticle(article, delta));
    }
  }

  #readArticle(index: number): Article {
    const slot = this.slots[index];
    if (slot === undefined) throw new RangeError(`no article ${index}: the document has ${this.slots.length}`);
    const { envelope } = slot;
    return envelope === null
      ? parseArticle(this.text, this.lines, slot.span, { fileName: this.#fileName, attributes: null })
      : parseArticle(this.text, this.lines, envelope.raw, { fileName: envelope.name ?? envelope.key, attributes: envelope.attributes });
  }

  /** The slot that `offset` lies in (its end included), or -1 outside every article. */
  slotAt(offset: number): number {
    const index = this.firstSlotFrom(offset);
    const slot = this.slots[index];
    return slot !== undefined && slot.span.start <= offset ? index : -1;
  }

  /** The first slot that does not end before `offset`; their number if all do. */
  firstSlotFrom(offset: number): number {
    let low = 0;
    let high = this.slots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.slots[middle]?.span.end ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads `text` as a bundle or as a single article. Never throws. */
export function parseDocument(text: string, options: DocumentOptions, token: CancellationToken = neverCancelled): ParsedDocument {
  const lines = new LineIndex(text);
  const envelopes = options.kind === "article" ? null : parseEnvelopes(text, lines, token);
  return new ParsedDocument(text, lines, envelopes?.isBundle === true ? envelopes : null, options.fileName);
}

/** Whether two envelopes, whose own text is the same, give their articles the same extent and context. */
function isMoved(old: EnvelopeArticle, now: EnvelopeArticle, delta: number): boolean {
  return old.opener.start + delta === now.opener.start
    && old.raw.start + delta === now.raw.start
    && old.raw.end + delta === now.raw.end
    && (old.name ?? old.key) === (now.name ?? now.key);
}

function wholeSpan(envelope: EnvelopeArticle): Span {
  const end = envelope.closer?.end ?? envelope.content?.end ?? envelope.header?.end ?? envelope.opener.end;
  return { start: envelope.opener.start, end };
}
