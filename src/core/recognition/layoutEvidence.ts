import { readByline } from "../article/byline";
import { findDates } from "../article/dateText";
import { type ReadDateline, readDateline } from "../article/dateline";
import { type Evidence, upTo } from "./evidence";
import { publishedFieldsWeight } from "./frontMatter";
import { countWords, type TextSample } from "./textSample";

/** How many lines at the top may hold what stands above an article. */
const topLines = 14;

const newsUrl = /https?:\/\/[^\s<>()]{3,200}?\/(?:19|20)\d\d[/-]?(?:[01]?\d|[a-z]{3})(?:[/-]?[0-3]?\d)?\//i;
const urlLabel = /^(?:original url|source url|article url|url|link|source|permalink)\s*:/i;
const relatedLabel =
  /^(?:related (?:articles?|stories|coverage|news)|read (?:more|also|next)|see also|more on this(?: story)?|more from|lesen sie (?:auch|mehr)|lire aussi|leer más|leggi anche|читайте также)\b.{0,40}$/i;
const siteText =
  /^(?:advertisement|share (?:this|on)\b.*|subscribe\b.*|sign up\b.*|follow us\b.*|support (?:the|our|independent)\b.*|contribute today|donate\b.*|all rights reserved.*|image (?:caption|source).*|get (?:our|the) .*newsletter.*|more on this story|top stories|most read|comments? \(\d+\)|newsletter.*)$/i;
const dateLabel =
  /^(?:published|updated|posted|last updated|first published|date|veröffentlicht|publié|publicado|pubblicato|опубликовано)\b/i;
const archive =
  /^(?:\d+ of \d+ DOCUMENTS|Document \d+ of \d+|(?:BYLINE|LENGTH|LOAD-DATE|DATELINE|HEADLINE|SECTION|PUBLICATION-TYPE|GRAPHIC|HL|WC|PD|SN|LP|TD)(?::| {2})\s*\S.*|Copyright \d{4} .+ All Rights Reserved.*)$/;
/** The names of fields that archives and scrapers put before what they saved; any spelling of a field counts once. */
const fieldLabels: readonly RegExp[] = [
  /^(?:title|headline|titel|titre|título|titolo|заголовок|标题|標題|タイトル|見出し|제목|العنوان)\s?[:：]\s?\S/i,
  /^(?:author|authors|byline|by|autor|auteur|autore|автор|作者|記者|记者|文|執筆|기자|الكاتب)\s?[:：｜]\s?\S/i,
  /^(?:published|publication date|date|load-date|updated|datum|fecha|data|дата|时间|時間|日期|日付|날짜|التاريخ|تاریخ)\s?[:：]\s?\S/i,
  /^(?:publication title|publication info|publication|source|publisher|newspaper|outlet|sitename|credit|copyright|quelle|fuente|fonte|источник|来源|來源|出典|출처|المصدر)\s?[:：]\s?\S/i,
  /^(?:url|link|links|original url|source url|document url|permalink|ссылка|链接)\s?[:：]\s?\S/i,
  /^(?:full text|body|text|content|text des artikels|正文|本文|текст)\s?[:：]/i,
  /^(?:abstract|summary|subject|section|location|language of publication|document type|ISSN|ProQuest document ID|accession number|database|last updated|pages?|ressort|rubrik|栏目|分类|カテゴリ)\s?[:：]\s?\S/i,
];
const agencyCredit =
  /^\(?(?:reporting|writing|editing|additional reporting) by .{3,200}\)?$|^(?:\(c\)|©) .{2,60}(?:news|press|times|post|agency)\b/i;

/** What the parts of an article that stand around its body say. */
export function layoutEvidence(sample: TextSample): Evidence[] {
  const top = sample.lines.slice(0, topLines).map(plain);
  const evidence: Evidence[] = [];
  const add = (reason: string, weight: number): void => void evidence.push({ reason, weight });

  const dateline =
    firstDateline(top) ?? (sample.paragraphs === sample.lines ? null : firstDateline(sample.paragraphs.slice(0, topLines).map(plain)));
  if (dateline !== null) {
    const { agency, date, place } = dateline;
    if (agency !== null) add("a dateline with its agency", 4.2);
    else add("a dateline", date !== null && place !== null ? 3 : place !== null ? 2.2 : 1.2);
  }
  const dated = top.map(isDateLine);
  const isDated = dated.includes(true);
  const isSigned = top.some((line) => line.length <= 120 && readByline(line) !== null);
  if (isDated) add("a date line", 1.5);
  if (isSigned) add("a byline", 1.3);
  if (isDated && isSigned) add("byline and date together", 0.6);
  if (isHeadline(top, dated, sample)) add("a headline", 1.25);

  const below = readLines(sample.lines);
  if (below.hasNewsUrl) add("an article's address", below.hasUrlLabel ? 2 : 0.8);
  else if (below.hasOriginalUrl) add("an address labelled as the original", 1.5);
  if (below.hasRelatedLabel) add("a list of related articles", 0.8);
  if (below.siteTexts > 0) add("a news site's own text", upTo(1.2, 0.6 * below.siteTexts));
  const labels = labelsIn([...sample.lines.slice(0, labelLines), ...sample.lines.slice(labelLines).slice(-labelLines)]);
  // Letters and settings have a date and an address too.
  const labelled = Math.max(below.archiveFields.size, labels >= 3 ? labels : 0);
  if (labelled >= 2) add(archiveFields, upTo(4, 1.2 * labelled));
  if (sample.frontMatter !== null) add(frontMatterFields, publishedFieldsWeight(sample.frontMatter));
  if (below.hasCredit) add("a credit line", 1.5);
  add("paragraphs as in news", paragraphShape(sample));
  return evidence.filter(({ weight }) => weight > 0);
}

/** The fields of archives and of front matter: where they stand, keys and values are none of code or data. */
export const archiveFields = "the fields of a news archive";
export const frontMatterFields = "the head of a saved page";

/** How many lines at the top and at the end may hold labels. */
const labelLines = 30;

/** How many different fields are named in `lines`. */
function labelsIn(lines: readonly string[]): number {
  let found = 0;
  for (const line of lines) {
    if (!/^.{1,24}[:：｜]/u.test(line)) continue;
    for (const [index, label] of fieldLabels.entries()) if ((found & (1 << index)) === 0 && label.test(line)) found |= 1 << index;
  }
  let count = 0;
  for (let bits = found; bits !== 0; bits &= bits - 1) count++;
  return count;
}

function firstDateline(lines: readonly string[]): ReadDateline | null {
  for (const line of lines) {
    const read = countWords(line) < 6 ? null : readDateline(line.slice(0, 200));
    if (read !== null) return read;
  }
  return null;
}

/** What single lines, wherever they stand, show of a news site or an archive. */
interface TellingLines {
  hasUrlLabel: boolean;
  hasOriginalUrl: boolean;
  hasNewsUrl: boolean;
  hasRelatedLabel: boolean;
  siteTexts: number;
  readonly archiveFields: Set<string>;
  hasCredit: boolean;
}

/** One pass over the lines; cheap looks at a line keep the dearer patterns from most of them. */
function readLines(lines: readonly string[]): TellingLines {
  const found: TellingLines = {
    hasUrlLabel: false,
    hasOriginalUrl: false,
    hasNewsUrl: false,
    hasRelatedLabel: false,
    siteTexts: 0,
    archiveFields: new Set(),
    hasCredit: false,
  };
  for (const line of lines) {
    const { length } = line;
    const mayLink = line.includes(":");
    if (mayLink && urlLabel.test(line)) {
      found.hasUrlLabel = true;
      found.hasOriginalUrl ||= /^original url\s*:/i.test(line);
    }
    if (!found.hasNewsUrl && mayLink && length < 300 && line.includes("://")) found.hasNewsUrl = newsUrl.test(line);
    // Without markup, no longer line can be either.
    if (length < 100 || mayBeMarked(line)) {
      const bare = plain(line);
      found.hasRelatedLabel ||= relatedLabel.test(bare);
      if (length < 100 && siteText.test(bare)) found.siteTexts++;
    }
    if (length < 200 && archive.test(line)) found.archiveFields.add(line.split(/[: ]/)[0] ?? "");
    if (!found.hasCredit && length < 260) found.hasCredit = agencyCredit.test(line);
  }
  return found;
}

function mayBeMarked(line: string): boolean {
  return line.startsWith("#") || line.includes("](") || line.includes("**") || (line.includes("_") && line.includes(" _ "));
}

/** Without emphasis, heading signs and link targets. `line` has no white space around. */
function plain(line: string): string {
  if (!mayBeMarked(line)) return line;
  return line
    .replace(/^#{1,3}\s+/, "")
    .replace(/\[([^\]\n]{0,200})\]\([^()\n]{0,200}\)/g, "$1")
    .replace(/\*\*/g, "")
    .replace(/ _ /g, " - ")
    .trim();
}

/** A short line that is a date and little else. */
function isDateLine(line: string): boolean {
  if (line.length > 90 || line.length < 6) return false;
  const dates = findDates(line);
  const first = dates[0];
  if (first === undefined) return false;
  const rest = line.length - (first.end - first.start);
  return rest <= 12 || dateLabel.test(line) || (rest <= 40 && !/[.!?,]\s+\p{L}/u.test(line.slice(first.end)) && first.start <= 12);
}

/** A short line at the top, without a full stop, above something longer. */
function isHeadline(top: readonly string[], dated: readonly boolean[], { lines, unspaced }: TextSample): boolean {
  const first = top.findIndex((line, index) => dated[index] !== true && !siteText.test(line));
  const line = top[first];
  if (line === undefined) return false;
  const count = unspaced ? line.length / 2 : countWords(line);
  if (count < 4 || count > 22 || line.length > 160 || /[.:;,{}=]$/.test(line) || !/^["'“‘«]?[\p{Lu}\p{Lo}\d]/u.test(line)) return false;
  return lines.slice(first + 1, first + 6).some((next) => next.length > 1.3 * line.length || next.length > 90);
}

/** Several paragraphs of one to four sentences each: 0 to 1. */
function paragraphShape({ paragraphs, paragraphWords, unspaced }: TextSample): number {
  let sized = 0;
  let fitting = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const size = unspaced ? paragraph.length / 2 : (paragraphWords[index] ?? 0);
    if (size >= 10) sized++;
    if (size >= 12 && size <= 95) fitting++;
  }
  return sized >= 3 && fitting / sized > 0.75 ? 0.8 : 0;
}
