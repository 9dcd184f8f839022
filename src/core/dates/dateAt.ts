import { touches } from "../text/span";
import type { MentionedDate } from "./mentionedDate";
import { datesFromOthers } from "./datesFromOthers";
import { relativeDates } from "./relativeDates";
import { writtenDates } from "./writtenDates";

/** How much of a text around a place is read, in characters: more than any date and the words that date it. */
const before = 240;
const behind = 120;

/**
 * The date that is mentioned at `offset` of a paragraph, absolute ("15 November 2013", "2013-11-15", "May 2013"), without
 * a year ("November 15"), relative ("on Monday", "yesterday") as seen from `published` (`YYYY-MM-DD`; null if unknown),
 * or told from another date that the paragraph names before ("the following day").
 * Spans are offsets into `paragraph`. Null where no date stands.
 */
export function dateAt(paragraph: string, offset: number, published: string | null): MentionedDate | null {
  const start = Math.max(0, offset - before);
  // Line breaks and no-break spaces inside a date are spaces.
  const text = paragraph.slice(start, offset + behind).replace(/[\r\n\t\u00a0\u2000-\u200a\u202f]/g, " ");
  const here = offset - start;
  const written = writtenDates(text, published);
  const relative = relativeDates(text, published);
  const found =
    written.find(({ span }) => touches(span, here)) ??
    relative.find(({ span }) => touches(span, here)) ??
    datesFromOthers(text, [...written, ...relative]).find(({ span }) => touches(span, here));
  return found === undefined ? null : { ...found, span: { start: found.span.start + start, end: found.span.end + start } };
}
