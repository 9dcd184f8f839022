import type { Span } from "./span";

/** The beginning of a span in one line: white space single, cut with an ellipsis behind `limit` characters. */
export function oneLine(text: string, span: Span, limit: number): string {
  // Some room for the white space that goes.
  const piece = text
    .slice(span.start, Math.min(span.end, span.start + 4 * limit))
    .replace(/\s+/g, " ")
    .trim();
  return piece.length <= limit ? piece : `${piece.slice(0, limit).trimEnd()}…`;
}
