import type { Problem } from "../corpus/problem";
import { findTime } from "../dates/clockTime";
import type { DatePublished, DateSource } from "./article";
import { findDates, type FoundDate } from "./dateText";
import type { LabelValue } from "./labelValues";
import { isDateShaped, readPublishedLine } from "./publishedLine";
import type { Unit } from "./unit";
import { dateOfUrl } from "./urlDate";

/** A date that an article shows, and how much it says about when it was published. */
export interface ShownDate {
  readonly date: DatePublished;
  readonly kind: "published" | "plain" | "updated";
}

function published(found: FoundDate, time: string | null, source: DateSource, unit: Unit | null): DatePublished {
  const { iso, ambiguous, habit } = found;
  // The text of the date is searched by its start in the plain line; markup inside a date line is rare.
  return { iso, time, source, span: unit === null ? null : unit.locate(unit.plain.slice(found.start, found.end)), ambiguous, habit };
}

/** The date of a date line or of a labelled line ("PD 3 March 2013"); null if it has none. */
export function shownDate(unit: Unit, labelled: "published" | "updated" | null): ShownDate | null {
  const line = unit.publishedLine;
  if (line !== null)
    return {
      date: published(line.date, line.time, "line", unit),
      kind: labelled === "updated" ? "updated" : labelled !== null && line.kind === "plain" ? "published" : line.kind,
    };
  const { plain } = unit;
  const found = labelled !== null || isDateShaped(plain) ? findDates(plain.slice(0, 200))[0] : undefined;
  if (found === undefined) return null;
  return {
    date: published(found, findTime(plain.slice(found.end, found.end + 40))?.value ?? null, "line", unit),
    kind: labelled ?? "plain",
  };
}

/** The date that a label's value gives, however much else it says ("15 Nov 2013: A4"); null where it has none. */
export function labelledDate({ text, locate }: LabelValue, kind: ShownDate["kind"]): ShownDate | null {
  const value = text.slice(0, 200);
  const found = readPublishedLine(value)?.date ?? findDates(value)[0];
  if (found === undefined) return null;
  const { iso, ambiguous, habit } = found;
  const time = findTime(value.slice(found.end, found.end + 40))?.value ?? readPublishedLine(value)?.time ?? null;
  return { date: { iso, time, source: "line", span: locate(value.slice(found.start, found.end)), ambiguous, habit }, kind };
}

/** The date that an envelope's attribute gives; null where it is none. */
export function envelopeDate(value: string): DatePublished | null {
  const found = findDates(value.slice(0, 200))[0];
  return found === undefined ? null : published(found, findTime(value.slice(found.end, found.end + 40))?.value ?? null, "envelope", null);
}

/** The date in the path of the article's URL; null where there is none. */
export function urlDate(url: string): DatePublished | null {
  const iso = dateOfUrl(url);
  return iso === null ? null : { iso, time: null, source: "url", span: null, ambiguous: null, habit: null };
}

/** An ambiguous date read as the URL's path says, where the path agrees with just one reading. */
export function settledByUrl(date: DatePublished, url: string | null): DatePublished {
  if (date.ambiguous === null || url === null) return date;
  const { dayFirst, monthFirst } = date.ambiguous;
  const path = url.slice(0, 2000);
  const agrees = (iso: string): boolean =>
    dateOfUrl(path) === iso || new RegExp(`/${iso.slice(0, 4)}[/-]0?${Number(iso.slice(5, 7))}/(?!\\d{1,2}/)`).test(path);
  const asDayFirst = agrees(dayFirst);
  if (asDayFirst === agrees(monthFirst)) return date;
  return { ...date, iso: asDayFirst ? dayFirst : monthFirst, ambiguous: null, habit: asDayFirst ? "dayFirst" : "monthFirst" };
}

/**
 * The date of publication: what is said to be it, else a plain date line, then a prefix, the envelope, the URL; a date
 * of the last change only where there is nothing else.
 */
export function chooseDate(
  shown: readonly ShownDate[],
  prefix: DatePublished | null,
  envelope: DatePublished | null,
  url: DatePublished | null,
): DatePublished | null {
  const of = (kind: ShownDate["kind"]): DatePublished | undefined => shown.find((one) => one.kind === kind)?.date;
  return of("published") ?? of("plain") ?? prefix ?? envelope ?? url ?? of("updated") ?? null;
}

/** The problem of a date that has two readings; the corpus may settle it by the publisher's other dates. */
export function dateProblems(date: DatePublished | null): Problem[] {
  const readings = date?.ambiguous ?? null;
  const span = date?.span ?? null;
  if (date === null || readings === null || span === null) return [];
  const { dayFirst, monthFirst } = readings;
  return [
    {
      code: "ambiguous-date",
      severity: "information",
      message: `This date can be read as ${dayFirst} or as ${monthFirst}: nothing here tells which. Taken as ${date.iso}.`,
      span,
    },
  ];
}
