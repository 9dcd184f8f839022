import type { Span } from "../../text/span";

/** What is being typed: the last piece before the cursor without white space, and the field in front of it. */
export interface TypedWord {
  /** Of the whole piece, field and minus sign included; replacing it completes the word. */
  readonly span: Span;
  /** In lower case; null without a colon. */
  readonly field: string | null;
  readonly value: string;
  /** What stands in front and is to be kept: a minus sign, parentheses. */
  readonly lead: string;
}

/** The word before `cursor` that may be completed; null behind a space or inside an unfinished phrase. */
export function wordAt(query: string, cursor: number): TypedWord | null {
  const before = query.slice(0, cursor);
  const quotes = before.split('"').length - 1;
  const start = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\u00a0"), before.lastIndexOf("(")) + 1;
  const piece = before.slice(start);
  const lead = /^-*/u.exec(piece)?.[0] ?? "";
  const [, field, value = ""] = /^(?:([a-z]+):)?"?(.*)$/isu.exec(piece.slice(lead.length)) ?? [];
  // A quote that opens the value itself is no phrase yet.
  if (quotes % 2 === 1 && !(field !== undefined && piece.includes('"'))) return null;
  if (field === undefined && value === "") return null;
  return { span: { start, end: cursor }, field: field?.toLowerCase() ?? null, value, lead };
}
