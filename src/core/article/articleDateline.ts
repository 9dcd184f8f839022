import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Dateline, DatePublished, Field } from "./article";
import { datelineLimit, type ReadDateline, readDateline } from "./dateline";
import type { Head } from "./head";
import type { HeadFields } from "./headFields";
import { isAgency } from "./agencies";
import { isSignOff } from "./creditLine";
import { isOutletName } from "./outlets";
import { displayPlace, isFilingCity } from "./placeName";
import { isSectionName } from "./sectionName";
import type { Unit } from "./unit";

/** What the prefix of an article says; `leadStart` is where the text behind it starts. */
export interface FoundDateline {
  readonly dateline: Dateline | null;
  readonly agency: Field<string> | null;
  readonly date: DatePublished | null;
  readonly prefix: Span | null;
  readonly leadStart: number;
  readonly signed: Field<string> | null;
}

function spansOf(read: ReadDateline, base: number, prefix: Span, leadStart: number): FoundDateline {
  const { place, agency, date, signed } = read;
  return {
    dateline:
      place === null ? null : { text: place.text, cities: place.cities, span: { start: base + place.start, end: base + place.end } },
    agency:
      agency === null ? null : { value: agency.name, origin: "explicit", span: { start: base + agency.start, end: base + agency.end } },
    date:
      date === null
        ? null
        : {
            iso: date.iso,
            time: null,
            source: "prefix",
            span: { start: base + date.start, end: base + date.end },
            ambiguous: date.ambiguous,
            habit: date.habit,
          },
    prefix,
    leadStart,
    signed:
      signed === null ? null : { value: signed.text, origin: "explicit", span: { start: base + signed.start, end: base + signed.end } },
  };
}

/** The place on a date line: "PRAGUE 1996-12-06", "BEIRUT | Fri Nov 15, 2013", "Geneva, 15 November 2013". */
function placeOfDateLine(unit: Unit): Dateline | null {
  const line = unit.publishedLine;
  if (line === null) return null;
  const alone = line.others.length === 1;
  for (const other of line.others) {
    const [place = ""] = other.split(/,\s/);
    const isCity = isFilingCity(place);
    const isShort = place.length <= 30 && place.split(" ").length <= 3 && /^\p{Lu}[\p{L}\p{M}.'’ -]+$/u.test(place);
    const isShouted = place === place.toUpperCase() && place.length >= 4 && place.split(" ").length <= 2;
    const stands =
      alone &&
      unit.plain.startsWith(place) &&
      !isOutletName(place) &&
      !isSectionName(place) &&
      !isAgency(place) &&
      (isShouted || (!place.includes(" ") && /^[\p{L}'’-]+(?:,\s\p{Lu}[\p{L} ]{2,20})?,\s/u.test(unit.plain)));
    if (isCity || (isShort && stands))
      return { text: place, cities: place.split("/").map((city) => displayPlace(city.trim())), span: unit.locate(place) };
  }
  return null;
}

/** The agency that a dispatch's last line names: "Reuter", "(AP)", "-- dpa". */
export function closingAgency(units: readonly Unit[], end: number): Field<string> | null {
  for (const unit of units.slice(end, end + 12)) {
    if (unit.length > 24 || !isSignOff(unit.plain)) continue;
    const name = unit.plain.replace(/^[\s(/—–-]+|[\s)/.—–-]{1,99}$/g, "");
    if (/^reuters?$/i.test(name)) return { value: "Reuters", origin: "explicit", span: unit.locate(name) };
    if (isAgency(name)) return { value: name, origin: "explicit", span: unit.locate(name) };
  }
  return null;
}

/** The dateline before the lead, on a line of its own above it, or behind a label. */
export function findDateline(units: readonly Unit[], head: Head, fields: HeadFields, lines: LineIndex): FoundDateline {
  const lead = units[head.lead];
  if (lead !== undefined) {
    const label = head.labels.get(head.lead);
    const from = label?.role === "body" ? lead.locate(label.value.slice(0, 40)).start : lead.start;
    const read = readDateline(lead.text.slice(from, Math.min(lead.end, from + datelineLimit)));
    const lineStart = lines.startOf(lead.first);
    if (read !== null) return spansOf(read, from, { start: lineStart, end: from + read.end }, from + read.end);
    if (from > lead.start)
      return { dateline: null, agency: null, date: null, prefix: { start: lineStart, end: from }, leadStart: from, signed: null };
  }
  for (let i = Math.min(head.lead, head.roles.length) - 1; i >= 0; i--) {
    const unit = units[i];
    if (head.roles[i] !== "dateline" || unit === undefined) continue;
    const read = readDateline(unit.raw);
    if (read !== null) return spansOf(read, unit.start, { start: lines.startOf(unit.first), end: unit.end }, lead?.start ?? unit.end);
  }
  const leadStart = lead?.start ?? 0;
  if (fields.datelineLabel === null) {
    let dateline: Dateline | null = null;
    for (let i = 0; i < Math.min(head.lead, head.roles.length) && dateline === null; i++) {
      const unit = units[i];
      if (head.roles[i] === "date" && unit !== undefined) dateline = placeOfDateLine(unit);
    }
    return { dateline, agency: null, date: null, prefix: null, leadStart, signed: null };
  }
  const { locate, text } = fields.datelineLabel;
  const read = readDateline(`${text} - `);
  const place = read?.place?.text ?? text.replace(/\s{0,99}[,(].*/s, "");
  const cities = read?.place?.cities ?? place.split("/").map((city) => displayPlace(city.trim()));
  const agency = read?.agency?.name;
  return {
    dateline: { text: place, cities, span: locate(place) },
    agency: agency === undefined ? null : { value: agency, origin: "explicit", span: locate(agency) },
    date: null,
    prefix: null,
    leadStart,
    signed: null,
  };
}
