import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Article, Author, DisplayTitleKind, Field } from "./article";
import { closingAgency, findDateline } from "./articleDateline";
import { choosePublisher } from "./articlePublisher";
import { readBody } from "./body";
import { readAuthors, readClosingByline } from "./byline";
import { chooseDate, dateProblems, envelopeDate, settledByUrl, type ShownDate, shownDate, urlDate } from "./dating";
import { Extent } from "./extent";
import { mergedRuns, readCredit, readRelated } from "./fieldRuns";
import { type Head, readHead } from "./head";
import { type HeadFields, readHeadFields } from "./headFields";
import { type HeadlineEvidence, squash } from "./headline";
import { outletOfUrl } from "./hostName";
import { type FrontMatter, readFrontMatter } from "./frontMatter";
import { readFactiva } from "./labelBlock";
import { readLabel } from "./labels";
import { type LabelValue, labelValues } from "./labelValues";
import { boundedParagraphs, readParagraphs } from "./paragraphs";
import { plainText } from "./plainText";
import { outletInSiteText } from "./publisher";
import type { Role } from "./role";
import { isDanglingWord } from "./sentence";
import { readUrlLine } from "./sourceUrl";
import { readTail } from "./tail";
import type { TemplateLines } from "./template";
import type { Unit } from "./unit";
import { readUnits } from "./units";
import { slugWords } from "./urlDate";

/** How long a derived title gets at most, in UTF-16 code units. */
const longest = 80;

const sentenceEnd = /[.!?。！？][”"’')]*\s+(?=["“'‘«(]?[\p{Lu}\p{Lo}\d])/u;

/**
 * A title made of a lead that has no dateline any more: its first sentence where that is short enough; else its first
 * words, at most 80 characters, without trailing words that something has to follow, and an ellipsis.
 */
function deriveTitle(lead: string): string {
  const text = plainText(lead.slice(0, 400));
  const end = sentenceEnd.exec(text);
  const sentence = end !== null && end.index >= 20 && end.index < longest ? text.slice(0, end.index) : text;
  if (sentence.length <= longest && lead.length <= 400) return sentence.replace(/(?<![.\s])\.$/, "");
  if (sentence.length <= longest) return sentence;
  let cut = sentence.slice(0, longest + 1);
  const space = cut.lastIndexOf(" ");
  // Scripts without spaces are cut anywhere but inside a surrogate pair.
  cut = space > longest / 3 ? cut.slice(0, space) : sentence.slice(0, longest / 2).replace(/[\uD800-\uDBFF]$/, "");
  const words = cut.split(" ");
  while (words.length > 3) {
    const word = (words.at(-1) ?? "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]{1,99}$/gu, "");
    if (word !== "" && !isDanglingWord(word)) break;
    words.pop();
  }
  return `${words.join(" ").replace(/[\s,;:–—("“-]{1,99}$/u, "")}…`;
}

/** A file's name as a title: without folders and extension. */
function titleOfFile(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, "");
  return base.replace(/(?<=.)\.[A-Za-z]{1,8}$/, "") || base;
}

/** What stands around an article. */
export interface ArticleContext {
  /** The file's name or the envelope's; for the title of a text that gives none. */
  readonly fileName: string | null;
  /**
   * The envelope's attributes, keys in lower case: `title`, `date`, `url`, `source` and `author` feed the fields; null without
   * envelope.
   */
  readonly attributes: ReadonlyMap<string, string> | null;
  /** Whether the text is the body alone, its title and the rest being told elsewhere. */
  readonly isBody?: boolean;
  /** The lines that its folder or host shares, if they are known. */
  readonly template?: TemplateLines | null;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

interface FoundUrl {
  readonly field: Field<string>;
  readonly block: Span | null;
}

/** The article's own URL: labelled ones first, then one that stands alone below the text, then above it. */
function findUrl(units: readonly Unit[], roles: ReadonlyMap<number, Role>, lead: number, extent: Extent): FoundUrl | null {
  let best: { unit: Unit; first: Unit; url: string } | null = null;
  let bestRank = 0;
  for (const [i, role] of roles) {
    const unit = units[i];
    if (role !== "url" || unit === undefined) continue;
    const read = readUrlLine(unit.raw);
    if (read === null) continue;
    const above = units[i - 1];
    const labelAbove =
      roles.get(i - 1) === "urlLabel" || (above !== undefined && readLabel(above.plain)?.role === "url" && readUrlLine(above.raw) === null);
    const rank = read.labelled || labelAbove ? 3 : i > lead ? 2 : 1;
    if (rank <= bestRank) continue;
    bestRank = rank;
    best = { unit, first: labelAbove && above !== undefined ? above : unit, url: read.url };
  }
  if (best === null) return null;
  return { field: { value: best.url, origin: "explicit", span: best.unit.locate(best.url) }, block: extent.of(best.first, best.unit) };
}

/** Sets of each unit how many articles share it; of none where most of the text is shared, for then they are copies. */
function markTemplate(text: string, lines: LineIndex, units: readonly Unit[], template: TemplateLines): void {
  let prose = 0;
  let sharedProse = 0;
  for (const unit of units) {
    if (unit.length > 700) {
      prose += unit.length;
      continue;
    }
    let share = 1;
    for (let line = unit.first; line <= unit.last && share > 0; line++) {
      const { start, end } = lines.spanOf(line);
      share = Math.min(share, template.share(text, start, end));
    }
    unit.share = share;
    if (unit.length < 60 || !unit.endsSentence) continue;
    prose += unit.length;
    if (share > 0) sharedProse += unit.length;
  }
  if (sharedProse * 2 > prose) for (const unit of units) unit.share = 0;
}

/** Factiva's codes of body fields, "TD" before or above a paragraph, are no text. */
function skipCodes(units: readonly Unit[], roles: Map<number, Role>, lead: number): void {
  for (const i of roles.keys()) {
    const unit = units[i];
    const field = unit === undefined || i === lead ? null : readFactiva(unit.plain);
    if (unit === undefined || field?.role !== "body") continue;
    if (field.value === "") roles.set(i, "label");
    else unit.textStart = unit.start + (/^[A-Z]{2,3}\s+/.exec(unit.raw)?.[0].length ?? 0);
  }
}

/** What is not blank of an article, its front matter included. */
function contentSpan(front: FrontMatter | null, units: Span, lines: LineIndex): Span {
  return front === null ? units : { start: lines.startOf(lines.lineAt(front.values[0]?.span.start ?? units.start)), end: units.end };
}

/** All roles by unit, in the order of the units. */
function allRoles(
  head: Head,
  body: ReadonlyMap<number, Role>,
  tail: ReadonlyMap<number, Role>,
  tailStart: number,
  count: number,
): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (let i = 0; i < Math.min(head.lead, head.roles.length); i++) roles.set(i, head.roles[i] ?? "title");
  for (const [i, role] of body) roles.set(i, role);
  for (let i = tailStart; i < count; i++) {
    const role = tail.get(i);
    if (role !== undefined) roles.set(i, role);
  }
  return roles;
}

/** A byline below the text; asked for where there is none above it. */
function findClosingByline(
  units: readonly Unit[],
  roles: ReadonlyMap<number, Role>,
  end: number,
): { byline: Field<string>; authors: Author[] } | null {
  for (const [i, role] of roles) {
    const unit = units[i];
    const read = (role === "byline" || role === "credit") && i >= end && unit !== undefined ? readClosingByline(unit.plain) : null;
    if (read === null || unit === undefined) continue;
    if (role === "credit" && !/^\W*to contact/i.test(unit.plain)) continue;
    return {
      byline: { value: read.text, origin: "explicit", span: unit.locate(read.text) },
      authors: read.authors.map(({ name, signed, kind }) => ({ name, kind, span: unit.locate(signed) })),
    };
  }
  return null;
}

/** The URL that a label or the front matter gives. */
function labelledUrl(values: readonly LabelValue[]): Field<string> | null {
  for (const { role, text, locate } of values) {
    const url =
      role === "url" || role === "publisher" || role === "host"
        ? /^<?(https?:\/\/[^\s<>"\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]{4,2000})/i.exec(text)?.[1]
        : undefined;
    if (url !== undefined) return { value: url, origin: "explicit", span: locate(url) };
  }
  return null;
}

/** Names that the outlet surely or probably goes by, squashed, gathered before the headline is looked for. */
function likelyPublishers(
  units: readonly Unit[],
  values: readonly LabelValue[],
  early: ReadonlyMap<number, Role>,
  url: string | null,
  attributes: ReadonlyMap<string, string>,
): Set<string> {
  const names = new Set<string>();
  const host = url === null ? null : outletOfUrl(url);
  if (host !== null) names.add(squash(host));
  const source = attributes.get("source");
  if (source !== undefined && source.length <= 80) names.add(squash(source));
  for (const [i, role] of early) {
    const unit = units[i];
    if (unit === undefined || unit.length > 500) continue;
    const name = role === "site" ? outletInSiteText(unit.plain) : null;
    if (name !== null) names.add(squash(name));
    if (role === "masthead") names.add(squash(unit.plain));
  }
  for (const { role, text } of values) if ((role === "publisher" || role === "owner") && text.length <= 80) names.add(squash(text));
  names.delete("");
  return names;
}

function chooseTitle(
  fields: HeadFields,
  headline: Field<string> | null,
  lead: string,
  context: ArticleContext,
): { displayTitle: string; displayTitleKind: DisplayTitleKind } {
  if (headline !== null && headline.value !== "") return { displayTitle: headline.value, displayTitleKind: "headline" };
  const derived = deriveTitle(lead);
  if (derived !== "") return { displayTitle: derived, displayTitleKind: "derived" };
  const name = context.fileName === null ? "" : titleOfFile(context.fileName);
  return { displayTitle: name === "" ? (fields.byline?.value ?? "") : name, displayTitleKind: "name" };
}

/** Whether a text that is told to be the body begins with a head all the same: its title again, a byline, a date. */
function repeatsHead({ roles, lead }: Head, units: readonly Unit[], title: string): boolean {
  const first = units[0];
  if (first !== undefined && title !== "" && squash(first.plain) === squash(title)) return true;
  return roles.slice(0, lead).some((role) => role === "byline" || role === "date" || role === "label");
}

/** Makes the first unit the body's, whatever a head it might look like. */
function beginAtOnce(head: Head): void {
  head.roles.length = 0;
  head.lead = 0;
}

/**
 * Reads one plain-text news article. `span` is the article's part of `text` (all of it, or what stands between two
 * envelope markers); all spans of the result are offsets into `text`. Never throws: what is not found is null or empty.
 * One pass over the text; what is looked at closely (head and tail) is bounded.
 */
export function parseArticle(text: string, lines: LineIndex, span: Span, context: ArticleContext): Article {
  const front = readFrontMatter(text, span);
  const units = readUnits(text, lines, front === null ? span : { start: front.span.end, end: span.end });
  if (context.template) markTemplate(text, lines, units, context.template);
  const extent = new Extent(lines, span);
  const first = units[0];
  const attributes = context.attributes ?? noAttributes;
  const head = readHead(units);
  if (context.isBody === true && !repeatsHead(head, units, attributes.get("title") ?? "")) beginAtOnce(head);
  const noProse = !head.hasProse;

  // The tail may hold the URL, whose words help to tell the headline.
  let tail = readTail(units, noProse ? Math.max(-1, head.lead - 1) : head.lead, head.isFactiva);
  const early = new Map<number, Role>([...head.roles.slice(0, head.lead).entries(), ...[...tail.roles].filter(([i]) => i >= tail.end)]);
  let values = labelValues(text, units, head, tail.roles, front);
  const earlyUrl = findUrl(units, early, head.lead, extent)?.field.value ?? labelledUrl(values)?.value ?? attributes.get("url") ?? null;
  const evidence: HeadlineEvidence = {
    slug: earlyUrl === null ? new Set() : slugWords(earlyUrl),
    publishers: likelyPublishers(units, values, early, earlyUrl, attributes),
    envelopeTitle: squash(attributes.get("title") ?? ""),
  };
  const leadBefore = head.lead;
  const fields = readHeadFields(units, head, values, evidence);
  if (head.lead !== leadBefore || noProse) {
    tail = readTail(units, head.lead - 1, head.isFactiva);
    values = labelValues(text, units, head, tail.roles, front);
  }
  const end = Math.max(tail.end, head.lead);

  const found = findDateline(units, head, fields, lines);
  const bodyRoles = readBody(units, head.lead, end);
  if (head.isFactiva) skipCodes(units, bodyRoles, head.lead);
  const roles = allRoles(head, bodyRoles, tail.roles, end, units.length);
  let lastOfBody: Unit | null = null;
  let firstOfBody: Unit | null = null;
  for (const [i, role] of bodyRoles) {
    const unit = units[i];
    if (unit === undefined || (role !== "paragraph" && role !== "subheading")) continue;
    firstOfBody ??= unit;
    lastOfBody = unit;
  }
  const { read: paragraphs, problems } = boundedParagraphs(text, readParagraphs(units, bodyRoles, head.lead, end, found.leadStart));
  const url = findUrl(units, roles, head.lead, extent);
  const envelopeUrl = attributes.get("url")?.trim();
  const urlField: Field<string> | null =
    url?.field ??
    labelledUrl(values) ??
    (envelopeUrl === undefined || envelopeUrl === "" ? null : { value: envelopeUrl, origin: "explicit", span: null });

  const dates: ShownDate[] = [...fields.dates];
  for (const [i, role] of roles) {
    const unit = units[i];
    if (i < end || unit === undefined || role !== "date") continue;
    const date = shownDate(unit, null);
    if (date !== null) dates.push(date);
  }
  const chosen = chooseDate(
    dates,
    found.date,
    envelopeDate(attributes.get("date") ?? ""),
    urlField === null ? null : urlDate(urlField.value),
  );
  const datePublished = chosen === null ? null : settledByUrl(chosen, urlField?.value ?? null);
  const envelopeTitle = attributes.get("title")?.trim();
  const headline: Field<string> | null =
    fields.headline !== null
      ? { value: fields.headline.value, origin: "explicit", span: fields.headline.span }
      : envelopeTitle === undefined || envelopeTitle === ""
        ? null
        : { value: envelopeTitle, origin: "explicit", span: null };
  const authors: Author[] = [...fields.authors];
  const closing = fields.byline === null ? findClosingByline(units, roles, end) : null;
  if (authors.length === 0 && closing !== null) authors.push(...closing.authors);
  const envelopeAuthor = attributes.get("author")?.trim();
  const byline: Field<string> | null =
    fields.byline ??
    closing?.byline ??
    (envelopeAuthor === undefined || envelopeAuthor === "" ? null : { value: envelopeAuthor, origin: "explicit", span: null });
  if (authors.length === 0 && byline?.span === null && envelopeAuthor !== undefined) {
    const nowhere = { start: span.start, end: span.start };
    for (const { name, kind } of readAuthors(envelopeAuthor.slice(0, 240)).authors) authors.push({ name, kind, span: nowhere });
  }
  if (authors.length === 0 && found.signed !== null) {
    const span = found.signed.span ?? { start: 0, end: 0 };
    authors.push(...found.signed.value.split(/[、,，]/).map((name) => ({ name: name.trim(), kind: "person" as const, span })));
  }
  const { list, related } = readRelated(units, roles, extent);
  const lead = paragraphs[0]?.pieces[0];
  return {
    span,
    content: first === undefined ? null : contentSpan(front, extent.of(first, units.at(-1) ?? first), lines),
    headline,
    ...chooseTitle(fields, headline, lead === undefined ? "" : text.slice(lead.start, Math.min(lead.end, lead.start + 500)), context),
    byline,
    authors,
    publisher: choosePublisher({
      units,
      roles,
      fields,
      url: urlField?.value ?? null,
      text: text.slice(span.start, Math.min(span.end, span.start + 20000)),
      attributes,
      values,
    }),
    agency: found.agency ?? closingAgency(units, end),
    dateline: found.dateline,
    prefix: found.prefix === null ? null : { start: Math.max(found.prefix.start, span.start), end: found.prefix.end },
    datePublished,
    body: firstOfBody === null || lastOfBody === null ? null : extent.of(firstOfBody, lastOfBody),
    paragraphs,
    subheadings: [...bodyRoles]
      .filter(([, role]) => role === "subheading")
      .map(([i]) => ({ start: units[i]?.start ?? 0, end: units[i]?.end ?? 0 })),
    creditLine: readCredit(units, roles),
    relatedList: list,
    related,
    url: urlField,
    urlBlock: url?.block ?? null,
    boilerplate: mergedRuns(units, roles, "site", extent),
    problems: [...dateProblems(datePublished), ...problems],
  };
}
