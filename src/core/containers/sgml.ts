import { ProblemList } from "../envelope/problemList";
import type { Span } from "../text/span";
import type { Container, ContainerSource, GivenField } from "./container";
import { entityPattern, entityUnit } from "./escapes";
import { dateValue } from "./fieldNames";
import { ReadableTextBuilder } from "./readableText";
import { type FoundSlot, containerOf, trimmed, withKeys } from "./slots";

const opener = /<(DOC|REUTERS)(?=[\s>])([^<>]{0,1000})>/gi;
const tag = /<(\/?)([A-Za-z][A-Za-z0-9_.-]{0,30})(?:[ \t\r\n][^<>]{0,500})?>/g;
const attribute = /([A-Za-z][\w-]{0,30})\s{0,4}=\s{0,4}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,200}))/g;

/** What the tags of the collections say: AP, WSJ, LA Times, FT, AQUAINT, Gigaword, Reuters. */
const fieldOfTag: Readonly<Record<string, string>> = {
  head: "title",
  headline: "title",
  hl: "title",
  title: "title",
  ti: "title",
  h3: "title",
  hd: "title",
  subject: "title",
  byline: "author",
  author: "author",
  by: "author",
  date: "date",
  date1: "date",
  date_time: "date",
  datetime: "date",
  dd: "date",
  pd: "date",
  pubdate: "date",
  dateline: "dateline",
  source: "source",
  so: "source",
  pub: "source",
  publication: "source",
  sn: "source",
  url: "url",
  link: "url",
  section: "section",
  docno: "docno",
  docid: "docid",
  id: "docid",
  fileid: "fileid",
  slug: "slug",
  in: "industry",
  length: "length",
  type: "type",
  graphic: "graphic",
  correction: "correction",
  profile: "profile",
  page: "page",
  keyword: "keyword",
  note: "note",
  topics: "topics",
  places: "places",
};
const textTags: ReadonlySet<string> = new Set(["text", "body", "content", "story", "leadpara", "lp", "tx"]);
/** What a tag inside the text is to a reader. */
const breaks: ReadonlySet<string> = new Set(["p", "br", "div", "hr", "h1", "h2", "h4", "h5", "h6", "li", "tr", "table", "cell", "row"]);
const longestValue = 4000;
/** How far in the first document begins at most, in code units. */
const longestPreamble = 5000;
/** How far the end of a value is looked for, in code units. */
const longestTag = 20_000;
/** A text stands in a text (Reuters' BODY); what is deeper is text. */
const deepest = 2;

interface TaggedSpan {
  readonly name: string;
  readonly inside: Span;
}

/**
 * Collections in SGML: `<DOC>` of TREC and its kin, `<REUTERS>` of Reuters-21578. The tags' values are the fields, TEXT or
 * BODY is the text, in which tags read as breaks and entities as their characters.
 */
export function readSgml({ text: source, lines: sourceLines }: ContainerSource): Container | null {
  const openers = openersOf(source);
  const first = openers[0];
  if (first === undefined || !isFirst(source, first.start)) return null;
  const builder = new ReadableTextBuilder(source);
  const problems = new ProblemList();
  const documents = openers.map((start, index) => documentAt(source, start, openers[index + 1]?.start ?? source.length));
  if (!documents.some(({ hasParts }) => hasParts)) return null;
  for (const { parts } of documents) for (const part of parts) replaceMarkup(builder, source, part);
  const { text, lines, toReadable } = builder.finish(sourceLines);
  const value = (field: { readonly value: string | null; readonly span: Span }): GivenField => {
    const span = trimmed(text, toReadable(field.span)) ?? toReadable(field.span);
    return {
      value:
        field.value ??
        text
          .slice(span.start, Math.min(span.end, span.start + longestValue))
          .replace(/\s+/g, " ")
          .replace(/^ ?=? /, "")
          .trim(),
      span,
    };
  };
  const found = documents.map(({ whole, own, name, fields, isBody }): FoundSlot => ({
    name: name?.value ?? null,
    nameSpan: name === null ? null : toReadable(name.span),
    span: toReadable(whole),
    text: toReadable(own),
    fields: new Map([...fields].map(([key, field]) => [key, key === "date" ? asDate(value(field)) : value(field)])),
    isBody,
  }));
  const slots = withKeys(text, found, problems);
  return containerOf(
    { text, lines },
    "sgml",
    /reuters/i.test(first.tag) ? "Reuters documents in SGML" : "documents in SGML",
    slots,
    problems,
  );
}

function asDate({ value, span }: GivenField): GivenField {
  return { value: dateValue(value), span };
}

interface FoundOpener {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, Span>;
}

function openersOf(text: string): FoundOpener[] {
  const head = text.slice(0, longestPreamble + 400);
  if (!["<DOC", "<doc", "<REUTERS", "<reuters"].some((start) => head.includes(start))) return [];
  const found: FoundOpener[] = [];
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const { index } = match;
    // Only at the start of a line: text may speak of the tag.
    const before = text.slice(Math.max(0, index - 40), index);
    if (!/(?:^|[\r\n]|<\/[A-Za-z]{1,20}>)[ \t\ufeff]{0,20}$/.test(before) && index > 40) continue;
    const attributes = new Map<string, Span>();
    const from = index + match[0].length - 1 - (match[2] ?? "").length;
    for (const pair of (match[2] ?? "").matchAll(attribute)) {
      const value = pair[2] ?? pair[3] ?? pair[4] ?? "";
      const at = from + pair.index + pair[0].lastIndexOf(value);
      attributes.set((pair[1] ?? "").toLowerCase(), { start: at, end: at + value.length });
    }
    found.push({ start: index, end: index + match[0].length, tag: (match[1] ?? "").toLowerCase(), attributes });
  }
  return found;
}

/** Nothing but a document type, a root and comments stand before the first document. */
function isFirst(text: string, at: number): boolean {
  return (
    at <= longestPreamble &&
    text
      .slice(0, at)
      .replace(/<[!?/]?[^<>]{0,500}>/g, "")
      .replace(/\s/g, "").length <= 200
  );
}

interface ReadDocument {
  readonly whole: Span;
  readonly own: Span;
  readonly name: { readonly value: string; readonly span: Span } | null;
  readonly fields: ReadonlyMap<string, { readonly value: string | null; readonly span: Span }>;
  /** Where markup is read as text. */
  readonly parts: readonly Span[];
  readonly hasParts: boolean;
  readonly isBody: boolean;
}

function documentAt(text: string, at: FoundOpener, limit: number): ReadDocument {
  const closing = new RegExp(`</${at.tag}\\s{0,4}>`, "gi");
  closing.lastIndex = at.end;
  const close = closing.exec(text);
  const closed = close !== null && close.index < limit;
  const inside = { start: at.end, end: closed ? close.index : (trimmed(text, { start: at.end, end: limit })?.end ?? at.end) };
  const whole = { start: at.start, end: closed ? close.index + close[0].length : inside.end };
  const { values, bodies } = partsOf(text, inside);
  const fields = new Map<string, { readonly value: string | null; readonly span: Span }>();
  for (const [key, span] of at.attributes) if (key === "title" || key === "url" || key === "date") fields.set(key, { value: null, span });
  for (const { name, inside: span } of values) {
    const key = fieldOfTag[name] ?? name;
    if (!fields.has(key) && trimmed(text, span) !== null) fields.set(key, { value: null, span });
  }
  const id =
    fields.get("docno")?.span ??
    at.attributes.get("newid") ??
    at.attributes.get("id") ??
    at.attributes.get("docno") ??
    at.attributes.get("docid") ??
    fields.get("docid")?.span;
  const idSpan = id === undefined ? null : trimmed(text, id);
  const lastValue = values.filter(({ inside: span }) => span.end < (bodies[0]?.end ?? inside.end)).at(-1);
  const own =
    bodies.length > 0
      ? { start: bodies[0]?.start ?? 0, end: bodies.at(-1)?.end ?? 0 }
      : { start: lastValue === undefined ? inside.start : skipTag(text, lastValue.inside.end, inside.end), end: inside.end };
  const name = idSpan === null ? null : { value: text.slice(idSpan.start, Math.min(idSpan.end, idSpan.start + 200)), span: idSpan };
  // The date of an agency's day is in its number: "AFP_ENG_20131115.0001", "AP880212-0001".
  const stamped =
    name === null
      ? null
      : (/(?:^|[^0-9])((?:19|20)\d{2}[01]\d[0-3]\d)(?!\d)/.exec(name.value) ??
        /^(?:AP|WSJ|ZF|SJMN)(\d{2}[01]\d[0-3]\d)-\d{2,5}$/.exec(name.value));
  if (!fields.has("date") && stamped !== null && idSpan !== null) {
    const digits = stamped[1] ?? "";
    const start = idSpan.start + stamped.index + stamped[0].indexOf(digits);
    fields.set("date", { value: digits, span: { start, end: start + digits.length } });
  }
  return {
    whole,
    own,
    name,
    fields,
    hasParts: bodies.length > 0 || fields.size > 0,
    isBody: fields.has("title") && bodies.length > 0,
    parts: [...[...fields.values()].map(({ span }) => span), own].sort((a, b) => a.start - b.start),
  };
}

function skipTag(text: string, at: number, limit: number): number {
  const end = text.indexOf(">", at);
  return end < 0 || end >= limit ? at : end + 1;
}

/** The values before and behind the text, and the text; of a text within a text the inner one. */
function partsOf(text: string, inside: Span, depth = 0): { values: TaggedSpan[]; bodies: Span[] } {
  const values: TaggedSpan[] = [];
  const bodies: Span[] = [];
  tag.lastIndex = inside.start;
  for (let match = tag.exec(text); match !== null && match.index < inside.end; match = tag.exec(text)) {
    const name = (match[2] ?? "").toLowerCase();
    const start = match.index + match[0].length;
    const isText = depth < deepest && textTags.has(name);
    if (match[1] === "/" || (!isText && fieldOfTag[name] === undefined)) continue;
    const end = closeOf(text, name, start, inside.end);
    if (isText) {
      const within = { start, end };
      const inner = partsOf(text, within, depth + 1);
      values.push(...inner.values);
      if (inner.bodies.length > 0) bodies.push(...inner.bodies);
      // A text that has a title in it goes on behind the title.
      else bodies.push({ start: inner.values.reduce((at, value) => Math.max(at, skipTag(text, value.inside.end, end)), start), end });
    } else values.push({ name, inside: { start, end } });
    tag.lastIndex = end;
  }
  return { values, bodies };
}

/** Where the tag closes; one that is never closed takes its line, a text all that is left. */
function closeOf(text: string, name: string, start: number, limit: number): number {
  const last = textTags.has(name) ? limit : Math.min(limit, start + longestTag);
  for (let at = text.indexOf("</", start); at >= 0 && at < last; at = text.indexOf("</", at + 2)) {
    if (text.slice(at + 2, at + 2 + name.length).toLowerCase() === name && /[\s>]/.test(text.charAt(at + 2 + name.length))) return at;
  }
  if (textTags.has(name)) return limit;
  const lineEnd = text.slice(start, Math.min(limit, start + 2000)).search(/[\r\n]/);
  return lineEnd < 0 ? Math.min(limit, start + 2000) : start + lineEnd;
}

function replaceMarkup(builder: ReadableTextBuilder, text: string, { start, end }: Span): void {
  const markup =
    /<(\/?)([A-Za-z][A-Za-z0-9_.-]{0,30})(?:[ \t\r\n][^<>]{0,500})?>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});?/g;
  markup.lastIndex = start;
  for (let match = markup.exec(text); match !== null && match.index + match[0].length <= end; match = markup.exec(text)) {
    const unit = match[2] === undefined ? entityUnit(match[0]) : breaks.has(match[2].toLowerCase()) ? "\n" : " ";
    if (unit !== null) builder.replace(match.index, match.index + match[0].length, unit);
  }
}

/** Reads the entities of a stretch as their characters. */
export function replaceEntities(builder: ReadableTextBuilder, text: string, { start, end }: Span): void {
  entityPattern.lastIndex = start;
  for (let match = entityPattern.exec(text); match !== null && match.index < end; match = entityPattern.exec(text)) {
    const unit = entityUnit(match[0]);
    if (unit !== null) builder.replace(match.index, match.index + match[0].length, unit);
  }
}
