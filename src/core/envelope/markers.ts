import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import { readHeaderLines, type HeaderLines } from "./headerLines";
import { readMarkerLine } from "./markerLine";
import { readSpecification, type Specification } from "./specification";

interface MarkerBase {
  /** 0-based. */
  readonly line: number;
  /** The line without its line end. */
  readonly span: Span;
  readonly specification: Specification;
  readonly shortFence: boolean;
}

export interface Opener extends MarkerBase {
  readonly kind: "open";
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly header: HeaderLines | null;
}

export interface Closer extends MarkerBase {
  readonly kind: "close";
  /** `<<<END word>>>`: closes the article of that name and is text elsewhere. */
  readonly onlyForName: boolean;
}

export type Marker = Opener | Closer;

/** So many markers are looked at in some milliseconds. */
export const markersAtOnce = 1000;

/**
 * Every line of `text` that has the form of a marker, in order. Looks for brackets rather than at lines: a text
 * without any costs one search. To be driven in slices.
 */
export function* findingMarkers(text: string, lines: LineIndex): Generator<undefined, Marker[]> {
  const markers: Marker[] = [];
  let offset = text.indexOf("<<<");
  for (let found = 1; offset >= 0; found++) {
    if (found % markersAtOnce === 0) yield;
    const line = lines.lineAt(offset);
    const marker = markerAt(text, lines, line);
    if (marker !== null) markers.push(marker);
    const next = lines.startOf((marker?.kind === "open" ? marker.header?.nextLine : undefined) ?? line + 1);
    offset = next > offset ? text.indexOf("<<<", next) : -1;
  }
  return markers;
}

function markerAt(text: string, lines: LineIndex, line: number): Marker | null {
  const span = lines.spanOf(line);
  const read = readMarkerLine(text, span.start, span.end);
  if (read === null) return null;
  const specification = readSpecification(text, read.argument);
  const base = { line, span, specification, shortFence: read.shortFence };
  if (read.kind === "close") return { kind: "close", ...base, onlyForName: read.bare && read.argument.start < read.argument.end };
  const header = specification.name === null ? readHeaderLines(text, lines, line + 1) : null;
  return {
    kind: "open",
    ...base,
    name: specification.name ?? header?.name ?? null,
    nameSpan: specification.nameSpan ?? header?.nameSpan ?? null,
    header,
  };
}

/** What a closer can repeat to mean this opener, the strongest first: the name, the `id`, the ordinal. */
export function openerLabels(opener: Opener): string[] {
  const labels: string[] = [];
  if (opener.name !== null) labels.push(opener.name);
  const id = opener.specification.attributes.get("id");
  if (id !== undefined && id !== opener.name) labels.push(id);
  if (opener.specification.ordinal !== null) labels.push(ordinalLabel(opener.specification.ordinal));
  return labels;
}

/** What a closer repeats of its opener, or null. */
export function closerLabel(closer: Closer): string | null {
  const { name, ordinal } = closer.specification;
  return name ?? (ordinal === null ? null : ordinalLabel(ordinal));
}

/** Whether a closer says a name or a number of its own, and `opener` has one of that sort, but another. */
export function contradicts(closer: Closer, opener: Opener): boolean {
  const label = closerLabel(closer);
  if (label === null || openerLabels(opener).includes(label)) return false;
  return closer.specification.name === null ? opener.specification.ordinal !== null : opener.name !== null;
}

/** A prefix that no name can have: a name that looks like this is read as an ordinal. */
function ordinalLabel(ordinal: number): string {
  return `#${ordinal}:`;
}
