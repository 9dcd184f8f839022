import type { Article } from "../article/article";
import { parseArticle } from "../article/parseArticle";
import type { Container, ContainerSlot, GivenFields } from "../containers/container";
import { withGivenFields } from "../containers/givenFields";
import { readingContainer } from "../containers/readContainer";
import type { TemplateLines } from "../article/template";
import type { EnvelopeArticle, Envelopes } from "../envelope/envelope";
import { readingEnvelopes } from "../envelope/parseEnvelopes";
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
  /** How a reader wants it read. Absent: a bundle where markers or another container say so, else one article. */
  readonly kind?: DocumentKind;
  /** The lines that the article in a slot shares with its folder or host, where they have been counted. */
  readonly templateOf?: TemplateOf;
}

export type TemplateOf = (slot: number) => TemplateLines | null;

/** Where an article of a document stands, known before the article itself is parsed. */
export interface ArticleSlot {
  /** The key in its bundle; null for the article of a single-article file. */
  readonly key: string | null;
  /** What the bundle calls it; null where it has no name. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  /** With its marker lines or what else frames it, or the whole file. */
  readonly span: Span;
  /** What is read as the article. */
  readonly text: Span;
  /** Its markers; null in any other container. */
  readonly envelope: EnvelopeArticle | null;
  /** What the container itself says of the article; null in an envelope, which has attributes. */
  readonly fields: GivenFields | null;
  /** Whether `text` is the body alone. */
  readonly isBody: boolean;
}

/** What a document is made of. */
interface Content {
  readonly slots: readonly ArticleSlot[];
  readonly outside: readonly Span[];
  readonly problems: readonly Problem[];
  readonly container: string | null;
}

/** A container's slot as a document's: the fields of a row stay where they are until they are asked for. */
class ContainedSlot implements ArticleSlot {
  readonly envelope = null;
  readonly #slot: ContainerSlot;

  constructor(slot: ContainerSlot) {
    this.#slot = slot;
  }

  get key(): string {
    return this.#slot.key;
  }

  get name(): string | null {
    return this.#slot.name;
  }

  get nameSpan(): Span | null {
    return this.#slot.nameSpan;
  }

  get span(): Span {
    return this.#slot.span;
  }

  get text(): Span {
    return this.#slot.text;
  }

  get fields(): GivenFields {
    return this.#slot.fields;
  }

  get isBody(): boolean {
    return this.#slot.isBody;
  }
}

/** An article, and the fingerprint of the template that it was read with; 0 for none. */
interface ReadArticle {
  readonly article: Article;
  readonly template: number;
}

/** So many slots are made in some milliseconds. */
const slotsAtOnce = 10_000;

/** An article takes some kilobytes: of a bundle of 100,000 not all are held at once. */
const maxKept = 5000;

/**
 * A text read as a bundle or as one article. The markers are read at once; the articles when they are asked for,
 * so that a question about one article of a large bundle does not wait for all of them.
 */
export class ParsedDocument {
  /** What is read: the text of the file, but for escapes of a container, which stand here as what they mean. */
  readonly text: string;
  /** The lines of the file, by offsets into `text`. */
  readonly lines: LineIndex;
  readonly kind: DocumentKind;
  /** What holds the articles, in words ("a LexisNexis export"); null for an envelope and for a single article. */
  readonly container: string | null;
  /** In the order of the text; never overlapping. */
  readonly slots: readonly ArticleSlot[];
  /** Runs of lines that belong to no article. */
  readonly outside: readonly Span[];
  /** What is wrong with the markers; each article has its own problems besides. */
  readonly envelopeProblems: readonly Problem[];
  readonly #fileName: string;
  readonly #articles = new Map<number, ReadArticle>();
  /** The lines of `text` itself, made when they are needed. */
  #textLines: LineIndex | null;
  #templateOf: TemplateOf | null = null;

  private constructor(text: string, textLines: LineIndex | null, lines: LineIndex, fileName: string, kind: DocumentKind, content: Content) {
    this.text = text;
    this.lines = lines;
    this.#textLines = textLines;
    this.#fileName = fileName;
    this.kind = kind;
    this.container = content.container;
    this.slots = content.slots;
    this.outside = content.outside;
    this.envelopeProblems = content.problems;
  }

  /** The whole text as one article. */
  static single(text: string, lines: LineIndex, fileName: string): ParsedDocument {
    const whole = { start: 0, end: text.length };
    const slot: ArticleSlot = {
      key: null,
      name: null,
      nameSpan: null,
      span: whole,
      text: whole,
      envelope: null,
      fields: null,
      isBody: false,
    };
    return new ParsedDocument(text, lines, lines, fileName, "article", { slots: [slot], outside: [], problems: [], container: null });
  }

  /** A bundle of envelopes. To be driven in slices. */
  static *bundle(
    text: string,
    lines: LineIndex,
    { articles, outside, problems }: Envelopes,
    fileName: string,
  ): Generator<undefined, ParsedDocument> {
    const slots: ArticleSlot[] = [];
    for (const envelope of articles) {
      if (slots.length % slotsAtOnce === 0) yield;
      const { key, name, nameSpan, raw } = envelope;
      slots.push({ key, name, nameSpan, span: wholeSpan(envelope), text: raw, envelope, fields: null, isBody: false });
    }
    return new ParsedDocument(text, lines, lines, fileName, "bundle", { slots, outside, problems, container: null });
  }

  /** Any other container. */
  static contained({ text, lines, slots, outside, problems, description }: Container, original: string, fileName: string): ParsedDocument {
    const content = { slots: slots.map((slot) => new ContainedSlot(slot)), outside, problems, container: description };
    return new ParsedDocument(text, text === original ? lines : null, lines, fileName, "bundle", content);
  }

  /** The article in slot `index`; parsed at the first call and kept for the next, unless there are very many. */
  article(index: number): Article {
    const lines = this.#templateOf?.(index) ?? null;
    const template = lines?.fingerprint ?? 0;
    const known = this.#articles.get(index);
    if (known?.template === template) return known.article;
    const article = this.#readArticle(index, lines);
    if (this.#articles.size >= maxKept) this.#articles.clear();
    this.#articles.set(index, { article, template });
    return article;
  }

  /**
   * Takes over what `previous`, an older state of the same document, had parsed of articles that an edit left alone,
   * so that typing in a bundle costs one article and not all.
   */
  adopt(previous: ParsedDocument): void {
    if (previous.#articles.size === 0 || previous.slots.every(({ key }) => key === null)) return;
    const { prefix, suffix } = commonEnds(previous.text, this.text);
    const unchangedFrom = previous.text.length - suffix;
    // Outside of envelopes a change above all articles (the names of columns) may change what any of them is.
    if (this.container !== null && (this.container !== previous.container || prefix < (this.slots[0]?.span.start ?? 0))) return;
    for (const [index, { article, template }] of previous.#articles) {
      const old = previous.slots[index];
      if (old === undefined || old.key === null) continue;
      const isBefore = Math.max(old.text.end, old.span.end) < prefix;
      if (!isBefore && old.span.start <= unchangedFrom) continue;
      const delta = isBefore ? 0 : this.text.length - previous.text.length;
      const place = isBefore ? index : index + this.slots.length - previous.slots.length;
      const now = this.slots[place];
      if (now && isMoved(old, now, delta)) this.#articles.set(place, { article: movedArticle(article, delta), template });
    }
  }

  /** From now on the articles are read with what their folder or host shares, whatever that is when one is asked for. */
  useTemplate(templateOf: TemplateOf): void {
    this.#templateOf = templateOf;
  }

  /** The article in slot `index` as its own text says it, whatever its folder or host shares. */
  plainArticle(index: number): Article {
    const known = this.#articles.get(index);
    return known?.template === 0 ? known.article : this.#readArticle(index, null);
  }

  #readArticle(index: number, template: TemplateLines | null): Article {
    const slot = this.slots[index];
    if (slot === undefined) throw new RangeError(`no article ${index}: the document has ${this.slots.length}`);
    const { envelope, fields, name, key, isBody } = slot;
    const lines = (this.#textLines ??= new LineIndex(this.text));
    const attributes = fields === null ? (envelope?.attributes ?? null) : attributesOf(fields);
    const article = parseArticle(this.text, lines, slot.text, {
      fileName: name ?? key ?? this.#fileName,
      attributes,
      isBody,
      template,
    });
    return fields === null ? article : withGivenFields(article, fields);
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

/** Reads `text` as a bundle or as a single article. Never throws. When `token` is cancelled the result is a single article. */
export function parseDocument(text: string, options: DocumentOptions, token: CancellationToken = neverCancelled): ParsedDocument {
  const work = parsingDocument(text, options);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (token.isCancellationRequested) return ParsedDocument.single(text, new LineIndex(text), options.fileName);
  }
}

/** The same, to be driven in slices: a text may hold a million markers. */
export function* parsingDocument(text: string, options: DocumentOptions): Generator<undefined, ParsedDocument> {
  const document = yield* readingDocument(text, options);
  if (options.templateOf !== undefined) document.useTemplate(options.templateOf);
  return document;
}

function* readingDocument(text: string, { fileName, kind }: DocumentOptions): Generator<undefined, ParsedDocument> {
  const lines = new LineIndex(text);
  yield;
  if (kind === "article") return ParsedDocument.single(text, lines, fileName);
  const envelopes = yield* readingEnvelopes(text, lines);
  if (envelopes.isBundle) return yield* ParsedDocument.bundle(text, lines, envelopes, fileName);
  const container = yield* readingContainer({ text, lines, fileName });
  return container === null ? ParsedDocument.single(text, lines, fileName) : ParsedDocument.contained(container, text, fileName);
}

/** Whether two slots, whose own text is the same, give their articles the same extent and context. */
function isMoved(old: ArticleSlot, now: ArticleSlot, delta: number): boolean {
  return (
    old.span.start + delta === now.span.start &&
    old.text.start + delta === now.text.start &&
    old.text.end + delta === now.text.end &&
    (old.name ?? old.key) === (now.name ?? now.key)
  );
}

function attributesOf(fields: GivenFields): ReadonlyMap<string, string> {
  return new Map([...fields].map(([name, { value }]) => [name, value]));
}

function wholeSpan(envelope: EnvelopeArticle): Span {
  const end = envelope.closer?.end ?? envelope.content?.end ?? envelope.header?.end ?? envelope.opener.end;
  return { start: envelope.opener.start, end };
}
