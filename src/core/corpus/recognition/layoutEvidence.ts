import { readByline } from "../article/byline";
import { findDates } from "../article/dateText";
import { readDateline } from "../article/dateline";
import { type Evidence, upTo } from "./evidence";
import { countWords, type TextSample } from "./textSample";

/** How many lines at the top may hold what stands above an article. */
const topLines = 14;

const newsUrl = /https?:\/\/[^\s<>()]{3,200}?\/(?:19|20)\d\d[/-]?(?:[01]?\d|[a-z]{3})(?:[/-]?[0-3]?\d)?\//i;
const urlLabel = /^(?:original url|source url|article url|url|link|source|permalink)\s*:/i;
const relatedLabel = /^(?:related (?:articles?|stories|coverage|news)|read (?:more|also|next)|see also|more on this(?: story)?|more from|lesen sie (?:auch|mehr)|lire aussi|leer más|leggi anche|читайте также)\b.{0,40}$/i;
const siteText =
  /^(?:advertisement|share (?:this|on)\b.*|subscribe\b.*|sign up\b.*|follow us\b.*|support (?:the|our|independent)\b.*|contribute today|donate\b.*|all rights reserved.*|image (?:caption|source).*|get (?:our|the) .*newsletter.*|more on this story|top stories|most read|comments? \(\d+\)|newsletter.*)$/i;
const dateLabel = /^(?:published|updated|posted|last updated|first published|date|veröffentlicht|publié|publicado|pubblicato|опубликовано)\b/i;
const archive = /^(?:\d+ of \d+ DOCUMENTS|Document \d+ of \d+|(?:BYLINE|LENGTH|LOAD-DATE|DATELINE|HEADLINE|SECTION|PUBLICATION-TYPE|GRAPHIC|HL|WC|PD|SN|LP|TD)(?::| {2,})\s*\S.*|Copyright \d{4} .+ All Rights Reserved.*)$/;
const agencyCredit = /^\(?(?:reporting|writing|editing|additional reporting) by .{3,200}\)?$|^(?:\(c\)|©) .{2,60}(?:news|press|times|post|agency)\b/i;

/** What the parts of an article that stand around its body say. */
export function layoutEvidence(sample: TextSample): Evidence[] {
  const top = sample.lines.slice(0, topLines).map(plain);
  const evidence: Evidence[] = [];
  const add = (reason: string, weight: number): void => void evidence.push({ reason, weight });

  const dateline = [...top, ...sample.paragraphs.slice(0, topLines).map(plain)].map((line) => (countWords(line) < 6 ? null : readDateline(line.slice(0, 200)))).find((read) => read !== null);
  if (dateline) {
    const { agency, date, place } = dateline;
    if (agency !== null) add("a dateline with its agency", 4.2);
    else add("a dateline", date !== null && place !== null ? 3 : place !== null ? 2.2 : 1.2);
  }
  const isDated = top.some((line) => isDateLine(line));
  const isSigned = top.some((line) => line.length <= 120 && readByline(line) !== null);
  if (isDated) add("a date line", 1.5);
  if (isSigned) add("a byline", 1.3);
  if (isDated && isSigned) add("byline and date together", 0.6);
  if (isHeadline(top, sample)) add("a headline", 1.25);

  const labelled = sample.lines.filter((line) => urlLabel.test(line)).length;
  const hasNewsUrl = sample.lines.some((line) => line.length < 300 && newsUrl.test(line));
  if (hasNewsUrl) add("an article's address", labelled > 0 ? 2 : 0.8);
  else if (sample.lines.some((line) => /^original url\s*:/i.test(line))) add("an address labelled as the original", 1.5);
  if (sample.lines.some((line) => relatedLabel.test(plain(line)))) add("a list of related articles", 0.8);
  const site = sample.lines.filter((line) => line.length < 100 && siteText.test(plain(line))).length;
  if (site > 0) add("a news site's own text", upTo(1.2, 0.6 * site));
  const fields = new Set(sample.lines.flatMap((line) => (line.length < 200 && archive.test(line) ? [line.split(/[: ]/)[0] ?? ""] : []))).size;
  if (fields >= 2) add("the fields of a news archive", upTo(4, 1.2 * fields));
  if (sample.lines.some((line) => line.length < 260 && agencyCredit.test(line))) add("a credit line", 1.5);
  add("paragraphs as in news", paragraphShape(sample));
  return evidence.filter(({ weight }) => weight > 0);
}

/** Without emphasis, heading signs and link targets. */
function plain(line: string): string {
  return line.replace(/^#{1,3}\s+/, "").replace(/\[([^\]\n]{0,200})\]\([^()\n]{0,200}\)/g, "$1").replace(/\*\*/g, "").replace(/ _ /g, " - ").trim();
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
function isHeadline(top: readonly string[], { lines, unspaced }: TextSample): boolean {
  const first = top.findIndex((line) => !siteText.test(line) && !isDateLine(line));
  const line = top[first];
  if (line === undefined) return false;
  const count = unspaced ? line.length / 2 : countWords(line);
  if (count < 4 || count > 22 || line.length > 160 || /[.:;,{}=]$/.test(line) || !/^["'“‘«]?[\p{Lu}\p{Lo}\d]/u.test(line)) return false;
  return lines.slice(first + 1, first + 6).some((next) => next.length > 1.3 * line.length || next.length > 90);
}

/** Several paragraphs of one to four sentences each: 0 to 1. */
function paragraphShape({ paragraphs, unspaced }: TextSample): number {
  const sizes = paragraphs.map((paragraph) => (unspaced ? paragraph.length / 2 : countWords(paragraph))).filter((size) => size >= 10);
  if (sizes.length < 3) return 0;
  const fitting = sizes.filter((size) => size >= 12 && size <= 95).length;
  return fitting / sizes.length > 0.75 ? 0.8 : 0;
}
