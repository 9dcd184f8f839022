import type { Span } from "../../text/span";

/** A piece of a document in one line, with places in that line. */
export interface LineOfText {
  readonly text: string;
  /** In code units of `text`. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a)
  );
}

/**
 * What stands in `span` with single spaces for all white space, `before` and `behind` (ellipses) around it, and where
 * the `places` (in order, not overlapping, offsets into `text`) have come to stand. Places beyond the span are left out.
 */
export function lineOfText(text: string, span: Span, places: readonly Span[], before = "", behind = ""): LineOfText {
  let line = before;
  const marks: [number, number][] = [];
  let next = 0;
  while (next < places.length && (places[next]?.start ?? 0) < span.start) next++;
  let open = -1;
  for (let at = span.start; at < span.end; at++) {
    if (open >= 0 && at >= (places[next]?.end ?? 0)) {
      marks.push([open, line.length]);
      open = -1;
      next++;
    }
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      if (line.length > before.length && !line.endsWith(" ")) line += " ";
      continue;
    }
    const place = places[next];
    if (open < 0 && place !== undefined && at >= place.start && place.end <= span.end) open = line.length;
    line += text.charAt(at);
  }
  if (open >= 0) marks.push([open, line.length]);
  return { text: line.trimEnd() + behind, marks };
}
