import type { Span } from "./span";

/** What is left of `whole` when `parts` (in any order, overlaps allowed) are taken out, in order. */
export function uncovered(whole: Span, parts: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let at = whole.start;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start > at) rest.push({ start: at, end: Math.min(start, whole.end) });
    at = Math.max(at, end);
    if (at >= whole.end) return rest;
  }
  rest.push({ start: at, end: whole.end });
  return rest;
}
