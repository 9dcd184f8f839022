import type { Span } from "../text/span";
import { isDocumentCounter } from "./archives";
import type { Author, Field } from "./article";
import { findDates } from "./dateText";
import { type LabelRole, readLabel } from "./labels";
import type { LabelValue } from "./labelValues";
import { isOutletLike, readAuthors, readByline, readLooseByline, readSignature, type ReadByline } from "./byline";
import { datelineLimit, readDateline } from "./dateline";
import { labelledDate, type ShownDate, shownDate } from "./dating";
import type { Head } from "./head";
import {
  type FoundHeadline,
  goesOn,
  type HeadlineEvidence,
  isTableRow,
  scoreHeadline,
  splitOutlet,
  splitPageTitle,
  squash,
} from "./headline";
import { isAgency } from "./agencies";
import { isOrganizationName, isOutletName, isTitleLike } from "./outlets";
import { explicitPublisher } from "./publisher";
import { isHeadItem, type Role } from "./role";
import type { Unit } from "./unit";

/** What the head of an article says. */
export interface HeadFields {
  readonly headline: FoundHeadline | null;
  readonly byline: Field<string> | null;
  readonly authors: readonly Author[];
  /** Stands in the head as the publisher. */
  readonly masthead: Field<string> | null;
  /** Named beside an author or behind the headline. */
  readonly outlet: Field<string> | null;
  readonly dates: readonly ShownDate[];
  readonly datelineLabel: LabelValue | null;
}

const enough = 2;
/** Longer values of a label are no headline, in UTF-16 code units. */
const longestHeadline = 400;

/** What names the publication itself, where "source" may be an agency or a database. */
const strongPublisher = /^(?:publicationtitle|publicationname|sitename|newspaper|sn|publication|journaltitle|ispartof|outlet)$/;

/** Where a part of a text stands. */
interface Located {
  readonly locate: (part: string) => Span;
}

/** An outlet's name as labels and exports give it, without place, agencies, link, quotes: "The Ledger; Velm, Karelland". */
function cleanOutlet(text: string): string {
  return text
    .replace(/\s{0,99}(?:[|•·;]|(?<=\s)\d{4}[-/.年]).*/s, "")
    .replace(/\s{1,99}(?:and|&|\+) (?:news )?agencies$/i, "")
    .replace(/\s{0,99}[[(][^[\]()]{2,40}[\])]$/, "")
    .replace(/^["'(《「『«„“]+|["')》」』»“”]{1,99}$/g, "")
    .trim();
}

/** "Roe, Jane; Doe, John", as libraries write names, in the order of speech. */
function inSpokenOrder(text: string): string {
  const names = text.split(/\s{0,99};\s*/).filter((part) => part !== "");
  const inverted =
    /^((?:(?:van|von|de|der|den|al|el|bin|Mc|O['’])\s?)*\p{Lu}[\p{L}\p{M}'’-]+),\s(\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,2})$/u;
  return names.length > 0 && names.every((part) => inverted.test(part))
    ? names.map((part) => part.replace(inverted, "$2 $1")).join("; ")
    : text;
}

/** The authors of a label's value; null where a credit names no person. */
function readLabelledAuthors(value: string, isCredit: boolean): ReadByline | null {
  const text = value
    .replace(/^by\s+/i, "")
    .replace(/^\[(.*)\]$/s, "$1")
    .replace(/(?<=^|[,;]\s?)["']([^"']{2,60})["'](?=[,;]|$)/g, "$1")
    .replace(/^["“]|["”]$/g, "");
  if (text === "" || text.length > 600 || /^(?:none|null|n\/a|unknown|anonymous|admin|nan)\b.{0,20}$/i.test(text)) return null;
  const spoken = inSpokenOrder(text);
  const read = readAuthors(spoken);
  if (isCredit)
    return read.authors.length > 0 && read.authors.every(({ kind }) => kind === "person") && text.split(" ").length <= 6
      ? { text, ...read }
      : null;
  const caseless = read.authors.length === 0 ? readByline(`作者：${text}`) : null;
  if (caseless !== null) return { ...caseless, text };
  const fallback =
    text.length <= 60
      ? [{ name: text, signed: text, kind: /\s/.test(text) && !isOrganizationName(text) ? "person" : "organization" } as const]
      : [];
  return { text, authors: read.authors.length > 0 ? read.authors : fallback, outlet: read.outlet };
}

/** The first value with `role`. */
function valueOf(values: readonly LabelValue[], role: LabelRole): LabelValue | undefined {
  return values.find((value) => value.role === role);
}

function authorsOf(byline: ReadByline, unit: Located): Author[] {
  return byline.authors.map(({ name, signed, kind }) => ({ name, kind, span: unit.locate(signed) }));
}

/** Whether it starts as LexisNexis's text exports do: "1 of 10 DOCUMENTS". */
function isExport(units: readonly Unit[]): boolean {
  return isDocumentCounter(units[0]?.plain ?? "");
}

/** The headline that a label gives, where it stands again as a title of the head: there. */
function givenHeadline(
  units: readonly Unit[],
  head: Head,
  values: readonly LabelValue[],
  evidence: HeadlineEvidence,
): FoundHeadline | null {
  const given = valueOf(values, "headline");
  if (given === undefined || given.text.length > longestHeadline) return null;
  const { headline, outlet } = splitOutlet(given.text, evidence.publishers);
  const wanted = squash(headline);
  for (let i = 0; i < Math.min(head.lead, head.roles.length); i++) {
    const unit = units[i];
    if (unit !== undefined && head.roles[i] === "title" && squash(unit.plain) === wanted)
      return { value: headline, span: unit.locate(unit.plain), units: [i], outlet };
  }
  return { value: headline, span: given.locate(headline), units: given.unit === null ? [] : [given.unit], outlet };
}

function findHeadline(units: readonly Unit[], head: Head, values: readonly LabelValue[], evidence: HeadlineEvidence): FoundHeadline | null {
  const given = givenHeadline(units, head, values, evidence);
  if (given !== null) return given;
  const { roles, lead } = head;
  const titles: number[] = [];
  // In an archive's export the outlet stands above the date, the headline below it.
  const date = roles.indexOf("date");
  const from = isExport(units) && date >= 0 && (roles.indexOf("title", date) > 0 || roles[date - 1] === "masthead") ? date : 0;
  for (let i = Math.max(0, from); i < Math.min(lead, roles.length); i++) if (roles[i] === "title") titles.push(i);
  const page = splitPageTitle(units, titles);
  const pageUnit = page === null ? undefined : units[page.at];
  if (page !== null && pageUnit !== undefined) {
    roles[page.page] = "kicker";
    return { value: pageUnit.plain, span: pageUnit.locate(pageUnit.plain), units: [page.at], outlet: page.outlet };
  }
  const isFrame = (i: number): boolean => scoreHeadline(units, roles, i, i, evidence) < enough;
  const firstTitle = titles.find((i) => !isFrame(i)) ?? titles[0] ?? 0;
  let best = -1;
  let bestScore = enough;
  for (const i of titles.slice(0, 24)) {
    const score = scoreHeadline(units, roles, i, firstTitle, evidence);
    if (score > bestScore || (best < 0 && score >= bestScore)) {
      best = i;
      bestScore = score;
    }
  }
  // A title that reads like an outlet's name is one only where there is a better title.
  if (best < 0 && titles.length === 1 && roles.slice(titles[0]).every((role) => role !== "masthead")) {
    const only = units[titles[0] ?? -1];
    const outletLike = only !== undefined && only.words >= 3 && isOutletName(only.plain) && !evidence.publishers.has(squash(only.plain));
    if (outletLike && lead < units.length) best = titles[0] ?? -1;
  }
  const unit = units[best];
  if (unit === undefined) return null;
  let text = unit.plain;
  const used = [best];
  let { start, end } = unit.locate(text);
  while (used.length < 3 && goesOn(units, roles, used.at(-1) ?? best)) {
    const next = units[(used.at(-1) ?? best) + 1];
    if (next === undefined) break;
    used.push(best + used.length);
    text += ` ${next.plain}`;
    end = next.locate(next.plain).end;
  }
  const { headline, outlet } = splitOutlet(text, evidence.publishers);
  if (used.length === 1 && outlet !== null) ({ start, end } = unit.locate(headline));
  return { value: headline, span: { start, end }, units: used, outlet };
}

/** Whether every word of a would-be name stands in the body as an ordinary word. */
function isOrdinaryWords(text: string, body: string): boolean {
  return text
    .split(" ")
    .every((word) => new RegExp(`(?<!\\p{L})${word.toLowerCase().replace(/[^\p{L}]/gu, ".")}(?!\\p{L})`, "u").test(body));
}

/** Whether a short line stands among several others: a menu's, where no name is an author's. */
function isInMenu(units: readonly Unit[], roles: readonly Role[], index: number): boolean {
  let first = index;
  let last = index;
  let hasSite = false;
  const isItem = (i: number): boolean => (roles[i] === "title" || roles[i] === "site") && (units[i]?.length ?? 100) <= 40;
  while (first > 0 && isItem(first - 1)) {
    first--;
    if (roles[first] === "site") hasSite = true;
  }
  while (isItem(last + 1)) {
    last++;
    if (roles[last] === "site") hasSite = true;
  }
  return last - first + 1 >= (hasSite ? 3 : 4);
}

/** Gives the short lines around the headline their roles: kicker, masthead, signature, standfirst. */
function settleTitles(
  units: readonly Unit[],
  head: Head,
  headline: FoundHeadline | null,
  evidence: HeadlineEvidence,
  signed: boolean,
  bylineNames: ReadonlySet<string>,
  bodyStart: string,
): Map<number, ReadByline> {
  const signatures = new Map<number, ReadByline>();
  const { roles } = head;
  for (const i of headline?.units ?? []) if (roles[i] === "title") roles[i] = "headline";
  const at = headline?.units.at(-1) ?? -1;
  const counter = isExport(units);
  let hasByline = signed;
  for (let i = 0; i < Math.min(head.lead, roles.length); i++) {
    const unit = units[i];
    if (roles[i] !== "title" || unit === undefined) continue;
    const { plain, words } = unit;
    const short = plain.length <= 60 && words <= 6 && !unit.endsSentence;
    const known = evidence.publishers.has(squash(plain)) || bylineNames.has(squash(plain));
    const beforeDate = counter && roles.slice(i + 1, i + 3).includes("date") && i < 3;
    const afterItems = hasByline && i > at && roles.slice(0, i).some((role) => role === "byline" || role === "date");
    const signature = !hasByline && at >= 0 && i > at && i <= at + 8 && !isInMenu(units, roles, i) ? readSignature(plain) : null;
    const withOutlet = signature !== null && signature.outlet !== null;
    if (
      short &&
      !withOutlet &&
      (known ||
        isOutletName(plain) ||
        beforeDate ||
        (afterItems && i < head.lead && (unit.isBold || /^The\s/.test(plain)) && isTitleLike(plain)))
    ) {
      roles[i] = "masthead";
      continue;
    }
    if (i < (headline?.units[0] ?? 0)) {
      roles[i] = "kicker";
      continue;
    }
    if (signature !== null && !isOrdinaryWords(signature.authors[0]?.signed ?? plain, bodyStart)) {
      signatures.set(i, signature);
      roles[i] = "byline";
      hasByline = true;
    }
  }
  return signatures;
}

/** Whether a short text above the lead is the body's own: a table's row, a list's item, a sentence, a broken lead. */
function belongsToBody(unit: Unit | undefined, afterItems: boolean): boolean {
  if (unit === undefined) return false;
  if (unit.isListItem || unit.heading > 1 || isTableRow(unit.plain) || unit.endsSentence || /\d\D+\d|[,;]$/.test(unit.plain)) return true;
  // A standfirst stands above byline and date, not below them.
  return afterItems && unit.length >= 90;
}

/** Titles that are left between the head and the lead: one or two are a standfirst, more are the body's beginning. */
function settleLead(head: Head, units: readonly Unit[], headline: FoundHeadline | null): void {
  const { roles } = head;
  const to = Math.min(head.lead, roles.length);
  let from = (headline?.units.at(-1) ?? -1) + 1;
  for (let i = from; i < to; i++) if (isHeadItem(roles[i] ?? "title") || roles[i] === "deck") from = i + 1;
  const rest: number[] = [];
  for (let i = from; i < to; i++) if (roles[i] === "title") rest.push(i);
  const first = rest[0];
  if (first === undefined) return;
  // What stands above a dateline, points that sum up among it, is not yet the text.
  const lead = units[head.lead];
  if (head.hasProse && headline !== null && lead !== undefined && readDateline(lead.raw.slice(0, datelineLimit)) !== null) {
    for (const i of rest) roles[i] = "deck";
    return;
  }
  const afterItems = from > (headline?.units.at(-1) ?? -1) + 1;
  const inBody = rest.some((i) => belongsToBody(units[i], afterItems));
  if (!head.hasProse || rest.length >= 3 || inBody || headline === null) head.lead = first;
  else for (const i of rest) roles[i] = "deck";
}

/** Reads headline, byline, dates and masthead; gives every unit of the head its role and moves the lead where needed. */
export function readHeadFields(units: readonly Unit[], head: Head, values: readonly LabelValue[], evidence: HeadlineEvidence): HeadFields {
  const { roles } = head;
  const headline = findHeadline(units, head, values, evidence);
  const bylines: Field<string>[] = [];
  const authors: Author[] = [];
  let outlet: Field<string> | null = null;
  const bylineNames = new Set<string>();
  const take = (read: ReadByline, unit: Located): void => {
    if (read.text !== "") bylines.push({ value: read.text, origin: "explicit", span: unit.locate(read.text) });
    for (const signed of authorsOf(read, unit)) {
      const isOutlet = evidence.publishers.has(squash(signed.name));
      // "Jane Roe, Kavala Kurier": the outlet she writes for, as the URL tells.
      if (isOutlet && read.authors.length > 1) {
        outlet ??= explicitPublisher(signed.name, signed.span);
        continue;
      }
      const author: Author = isOutlet ? { ...signed, kind: "organization" } : signed;
      if (!authors.some((known) => squash(known.name) === squash(author.name))) authors.push(author);
    }
    if (read.outlet !== null) outlet ??= explicitPublisher(read.outlet, unit.locate(read.outlet));
    for (const author of read.authors) if (author.kind === "organization") bylineNames.add(squash(author.name));
  };
  for (const value of values) {
    if (value.role !== "byline" && (value.role !== "credit" || authors.length > 0)) continue;
    const read = readLabelledAuthors(value.text, value.role === "credit");
    if (read !== null && (authors.length === 0 || value.key === values.find(({ role }) => role === "byline")?.key)) take(read, value);
  }
  const headEnd = Math.min(head.lead, roles.length);
  const dates: ShownDate[] = [];
  for (let i = 0; i < headEnd; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (roles[i] === "byline") {
      const read = readByline(unit.plain) ?? readLooseByline(unit.plain);
      if (read !== null) take(read, unit);
    } else if (roles[i] === "date") {
      const date = shownDate(unit, null);
      if (date !== null) dates.push(date);
      let named = false;
      for (const part of unit.publishedLine?.others ?? []) {
        const label = readLabel(part);
        if (label?.role === "publisher" && label.value !== "") {
          const name = cleanOutlet(label.value);
          outlet ??= explicitPublisher(name, unit.locate(name));
          continue;
        }
        const other = part.replace(/^published (?:by|in|on|at) (?=\p{Lu})/iu, "");
        const outletHere = isOutletName(other) || (named && isOutletLike(other));
        const read = outletHere ? null : (readByline(other) ?? readSignature(other));
        if (read !== null) {
          take(read, unit);
          named = true;
        } else if (outletHere) outlet ??= explicitPublisher(other, unit.locate(other));
      }
    }
  }
  for (const value of values) {
    const date =
      value.role === "date"
        ? labelledDate(value, "published")
        : value.role === "updated"
          ? labelledDate(value, "updated")
          : value.role === "publisher"
            ? labelledDate(value, "plain")
            : null;
    if (date !== null) dates.push(date);
  }
  if (dates.length === 0 && !values.some(({ role }) => role === "url")) {
    const created = valueOf(values, "created");
    const date = created === undefined ? null : labelledDate(created, "plain");
    if (date !== null) dates.push(date);
  }
  const leadUnit = units[head.lead];
  const bodyStart = leadUnit === undefined ? "" : leadUnit.text.slice(leadUnit.start, leadUnit.start + 6000);
  for (const [i, signature] of settleTitles(units, head, headline, evidence, bylines.length > 0, bylineNames, bodyStart)) {
    const unit = units[i];
    if (unit !== undefined) take(signature, unit);
  }
  if (!head.labelledBody) settleLead(head, units, headline);

  let masthead: Field<string> | null = null;
  for (const value of values) {
    if (value.role !== "publisher" || /^<?(?:https?:|www\.)/i.test(value.text) || (masthead !== null && !strongPublisher.test(value.key)))
      continue;
    const name = cleanOutlet(value.text);
    if (name !== "" && name.length <= 80 && findDates(name).length === 0) masthead = explicitPublisher(name, value.locate(name));
    if (strongPublisher.test(value.key)) break;
  }
  if (masthead === null) {
    const at = roles.findIndex((role, i) => role === "masthead" && i < headEnd && !isAgency(units[i]?.plain ?? ""));
    const unit = units[at];
    const name = cleanOutlet(unit?.plain.replace(/,\s\p{Lu}[\p{L} ]{2,30}$/u, "") ?? "");
    if (unit !== undefined) masthead = explicitPublisher(name, unit.locate(name));
  }
  if (headline !== null && headline.outlet !== null)
    outlet ??= explicitPublisher(headline.outlet, units[headline.units[0] ?? -1]?.locate(headline.outlet) ?? null);
  return { headline, byline: bylines[0] ?? null, authors, masthead, outlet, dates, datelineLabel: valueOf(values, "dateline") ?? null };
}
