import type { SearchAnswer } from "../engine/searchEngine";
import type { ParsedQuery } from "../query/ast";
import { printQuery } from "../query/printQuery";

/** How a query was understood: as a query with all operators spelt out, an ellipsis behind it where it was cut, and hints in words. */
export function understood(
  { root, hints, isCut }: ParsedQuery,
  { notices }: SearchAnswer,
): { readonly understoodAs: string; readonly hints: readonly string[] } {
  const printed = printQuery(root);
  return { understoodAs: isCut && printed !== "" ? `${printed} …` : printed, hints: [...hints.map(({ message }) => message), ...notices] };
}
