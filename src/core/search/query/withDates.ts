import type { DateNode, ParsedQuery } from "./ast";

/** The query, and besides a date between two days (`YYYY-MM-DD`, inclusive; null is open), as a choice in a timeline says. */
export function withDates(query: ParsedQuery, from: string | null, to: string | null): ParsedQuery {
  if (from === null && to === null) return query;
  const end = query.source.length;
  const dates: DateNode = { kind: "date", from, to, span: { start: end, end } };
  const { root } = query;
  if (root === null) return { ...query, root: dates };
  const parts = root.kind === "and" ? root.children : [root];
  return { ...query, root: { kind: "and", children: [...parts, dates], span: root.span } };
}
