import { longestBody } from "../article/paragraphs";
import type { ParsedDocument } from "./parseDocument";

/**
 * What to tell of a document with articles that are longer than is read of one, with the line from which nothing is read; null where
 * there is none.
 */
export function cutNotice(document: ParsedDocument): string | null {
  let first: number | null = null;
  let count = 0;
  for (const [index, { text }] of document.slots.entries()) {
    if (text.end - text.start <= longestBody) continue;
    const cut = document.article(index).problems.find(({ code }) => code === "text-cut");
    if (cut === undefined) continue;
    count++;
    first ??= cut.span.start;
  }
  if (first === null) return null;
  const { line, character } = document.lines.positionAt(first);
  const bound = `${longestBody.toLocaleString("en")} characters of one article's text are read`;
  const place = `line ${line + 1}, column ${character + 1}`;
  return count === 1
    ? `At most ${bound}: from ${place} on, the rest of this one is not.`
    : `At most ${bound}: the rest of ${count} is not, first from ${place} on.`;
}

/** What else is to be told of a file, with `cutNotice` behind it; null where there is neither. */
export function withCutNotice(notice: string | null, document: ParsedDocument): string | null {
  const cut = cutNotice(document);
  return notice === null || cut === null ? (notice ?? cut) : `${notice} ${cut}`;
}
