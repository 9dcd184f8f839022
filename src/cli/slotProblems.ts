import type { ParsedDocument } from "../core/corpus/parseDocument";
import type { Problem } from "../core/corpus/problem";

/**
 * The problems of a bundle's markers, article by article: each belongs to the last article that opens before it or
 * where it stands. A missing closer is missing before the next opener, so it belongs to the article before that.
 * What stands before the first opener belongs to the first article.
 */
export function problemsOfSlots(document: ParsedDocument): readonly (readonly Problem[])[] {
  const result: Problem[][] = document.slots.map(() => []);
  for (const problem of document.envelopeProblems) {
    const before = problem.code === "missing-closer" ? problem.span.start - 1 : problem.span.start;
    result[Math.max(0, lastOpenedBy(document, before))]?.push(problem);
  }
  return result;
}

function lastOpenedBy({ slots }: ParsedDocument, offset: number): number {
  let low = -1;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slots[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
