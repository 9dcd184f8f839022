import type { Author, Field } from "./article";
import { isOutletLike, readAuthors, readByline, readLooseByline, readSignature, type ReadByline } from "./byline";
import { datelineLimit, readDateline } from "./dateline";
import { type ShownDate, shownDate } from "./dating";
import type { Head } from "./head";
import { type FoundHeadline, goesOn, type HeadlineEvidence, scoreHeadline, splitOutlet, squash } from "./headline";
import { isAgency } from "./agencies";
import { isOutletName, isTitleLike } from "./outlets";
import { explicitPublisher } from "./publisher";
import { isHeadItem } from "./role";
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
  readonly datelineLabel: { readonly unit: Unit; readonly text: string } | null;
}

const enough = 2;

interface LabelValue { readonly unit: Unit; readonly text: string; readonly index: number }

/** The value of the first label with `role`; what stands on the lines below it counts in. */
function labelled(units: readonly Unit[], head: Head, role: string): LabelValue | null {
  for (const [i, label] of head.labels) {
    if (label.role !== role || i > head.lead) continue;
    const below = units[i + 1];
    const unit = units[i];
    if (unit === undefined) continue;
    const carriesOn = head.roles[i + 1] === "label" && !head.labels.has(i + 1);
    if (label.value === "" && carriesOn && below !== undefined) return { unit: below, text: below.plain, index: i + 1 };
    if (label.value === "") continue;
    return { unit, text: label.value, index: i };
  }
  return null;
}

function authorsOf(byline: ReadByline, unit: Unit): Author[] {
  return byline.authors.map(({ name, signed, kind }) => ({ name, kind, span: unit.locate(signed) }));
}

/** Whether it starts as LexisNexis's text exports do: "1 of 10 DOCUMENTS". */
function isExport(units: readonly Unit[]): boolean {
  return /^(?:document )?\d+ of \d+(?: documents?)?$/i.test(units[0]?.plain ?? "");
}

function findHeadline(units: readonly Unit[], head: Head, evidence: HeadlineEvidence): FoundHeadline | null {
  const given = labelled(units, head, "headline");
  if (given !== null) {
    const { headline, outlet } = splitOutlet(given.text, evidence.publishers);
    return { value: headline, span: given.unit.locate(headline), units: [given.index], outlet };
  }
  const { roles, lead } = head;
  const titles: number[] = [];
  // In an archive's export the outlet stands above the date, the headline below it.
  const date = roles.indexOf("date");
  const from = isExport(units) && roles.indexOf("title", date) > 0 ? date : 0;
  for (let i = Math.max(0, from); i < Math.min(lead, roles.length); i++) if (roles[i] === "title") titles.push(i);
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
  return text.split(" ").every((word) => new RegExp(`(?<!\\p{L})${word.toLowerCase().replace(/[^\p{L}]/gu, ".")}(?!\\p{L})`, "u").test(body));
}

/** Gives the short lines around the headline their roles: kicker, masthead, signature, standfirst. */
function settleTitles(units: readonly Unit[], head: Head, headline: FoundHeadline | null, evidence: HeadlineEvidence, signed: boolean, bylineNames: ReadonlySet<string>, bodyStart: string): Map<number, ReadByline> {
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
    const signature = !hasByline && at >= 0 && i > at && i <= at + 8 ? readSignature(plain) : null;
    const withOutlet = signature !== null && signature.outlet !== null;
    if (short && !withOutlet && (known || isOutletName(plain) || beforeDate || (afterItems && i < head.lead && (unit.isBold || /^The\s/.test(plain)) && isTitleLike(plain)))) {
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
  if (unit.isListItem || unit.endsSentence || /\d.*\D\d|\d.*\s\d|[,;]$/.test(unit.plain)) return true;
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
export function readHeadFields(units: readonly Unit[], head: Head, evidence: HeadlineEvidence): HeadFields {
  const { roles } = head;
  const headline = findHeadline(units, head, evidence);
  const bylines: Field<string>[] = [];
  const authors: Author[] = [];
  let outlet: Field<string> | null = null;
  const bylineNames = new Set<string>();
  const take = (read: ReadByline, unit: Unit): void => {
    bylines.push({ value: read.text, origin: "explicit", span: unit.locate(read.text) });
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
  const given = labelled(units, head, "byline");
  if (given !== null) {
    const text = given.text.replace(/^by\s+/i, "");
    const read = readAuthors(text);
    const fallback = text.length <= 60 ? [{ name: text, signed: text, kind: /\s/.test(text) ? "person" : "organization" } as const] : [];
    if (text !== "") take({ text, authors: read.authors.length > 0 ? read.authors : fallback, outlet: read.outlet }, given.unit);
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
        const other = part.replace(/^published (?:by|in|on|at) (?=\p{Lu})/iu, "");
        const outletHere = isOutletName(other) || (named && isOutletLike(other));
        const read = outletHere ? null : (readByline(other) ?? readSignature(other));
        if (read !== null) {
          take(read, unit);
          named = true;
        } else if (outletHere) outlet ??= explicitPublisher(other, unit.locate(other));
      }
    }
    const label = head.labels.get(i);
    if (label?.role === "publisher") {
      const date = shownDate(unit, null);
      if (date !== null) dates.push(date);
    }
    if (label === undefined || (label.role !== "date" && label.role !== "updated")) continue;
    const value = label.value === "" ? units[i + 1] : unit;
    const date = value === undefined ? null : shownDate(value, label.role === "date" ? "published" : "updated");
    if (date !== null) dates.push(date);
  }
  const leadUnit = units[head.lead];
  const bodyStart = leadUnit === undefined ? "" : leadUnit.text.slice(leadUnit.start, leadUnit.start + 6000);
  for (const [i, signature] of settleTitles(units, head, headline, evidence, bylines.length > 0, bylineNames, bodyStart)) {
    const unit = units[i];
    if (unit !== undefined) take(signature, unit);
  }
  if (!head.labelledBody) settleLead(head, units, headline);

  const source = labelled(units, head, "publisher");
  const cleanSource = source?.text.replace(/\s*[|•·;].*$|\s+\d{4}[-/.年].*$|\s+(?:and|&|\+) (?:news )?agencies$/i, "").replace(/^["'(]+|["')]+$/g, "").trim() ?? "";
  let masthead = source === null || cleanSource === "" || cleanSource.length > 80 ? null : explicitPublisher(cleanSource, source.unit.locate(cleanSource));
  if (masthead === null) {
    const at = roles.findIndex((role, i) => role === "masthead" && i < headEnd && !isAgency(units[i]?.plain ?? ""));
    const unit = units[at];
    const name = unit?.plain.replace(/,\s\p{Lu}[\p{L} ]{2,30}$/u, "") ?? "";
    if (unit !== undefined) masthead = explicitPublisher(name, unit.locate(name));
  }
  if (headline !== null && headline.outlet !== null) outlet ??= explicitPublisher(headline.outlet, units[headline.units[0] ?? -1]?.locate(headline.outlet) ?? null);
  const place = labelled(units, head, "dateline");
  return { headline, byline: bylines[0] ?? null, authors, masthead, outlet, dates, datelineLabel: place === null ? null : { unit: place.unit, text: place.text } };
}

