import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Dateline, DatePublished, Field } from "./article";
import { datelineLimit, type ReadDateline, readDateline } from "./dateline";
import type { Head } from "./head";
import type { HeadFields } from "./headFields";
import { displayPlace } from "./placeName";
import type { Unit } from "./unit";

/** What the prefix of an article says; `leadStart` is where the text behind it starts. */
export interface FoundDateline { readonly dateline: Dateline | null; readonly agency: Field<string> | null; readonly date: DatePublished | null; readonly prefix: Span | null; readonly leadStart: number }

function spansOf(read: ReadDateline, base: number, prefix: Span, leadStart: number): FoundDateline {
  const { place, agency, date } = read;
  return {
    dateline: place === null ? null : { text: place.text, cities: place.cities, span: { start: base + place.start, end: base + place.end } },
    agency: agency === null ? null : { value: agency.name, origin: "explicit", span: { start: base + agency.start, end: base + agency.end } },
    date: date === null ? null : { iso: date.iso, time: null, source: "prefix", span: { start: base + date.start, end: base + date.end }, ambiguous: date.ambiguous, habit: date.habit },
    prefix,
    leadStart,
  };
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
    if (from > lead.start) return { dateline: null, agency: null, date: null, prefix: { start: lineStart, end: from }, leadStart: from };
  }
  for (let i = Math.min(head.lead, head.roles.length) - 1; i >= 0; i--) {
    const unit = units[i];
    if (head.roles[i] !== "dateline" || unit === undefined) continue;
    const read = readDateline(unit.raw);
    if (read !== null) return spansOf(read, unit.start, { start: lines.startOf(unit.first), end: unit.end }, lead?.start ?? unit.end);
  }
  const leadStart = lead?.start ?? 0;
  if (fields.datelineLabel === null) return { dateline: null, agency: null, date: null, prefix: null, leadStart };
  const { locate, text } = fields.datelineLabel;
  const read = readDateline(`${text} - `);
  const place = read?.place?.text ?? text.replace(/\s*[,(].*$/, "");
  const cities = read?.place?.cities ?? place.split("/").map((city) => displayPlace(city.trim()));
  const agency = read?.agency?.name;
  return {
    dateline: { text: place, cities, span: locate(place) },
    agency: agency === undefined ? null : { value: agency, origin: "explicit", span: locate(agency) },
    date: null, prefix: null, leadStart,
  };
}
