import type { FacetFilter } from "../../../core/search/engine/searchEngine";
import { fieldsUsed } from "../../../core/search/query/fieldsUsed";
import type { ParsedQuery } from "../../../core/search/query/ast";
import type { Services } from "../../main/services";

/**
 * What a query and its filters ask about that is still being found out, in words: an answer of now may lack it. Stories are put together
 * only once somebody asks for them.
 */
export function stillComing({ names, related, search, stories }: Services, query: ParsedQuery, filters: readonly FacetFilter[]): readonly string[] {
  const used = new Set<string>([...fieldsUsed(query), ...filters.map(({ facet }) => facet)]);
  const { isDescribed } = search;
  const coming: string[] = [];
  if ((used.has("person") || used.has("org") || used.has("place") || used.has("entity")) && !(names.isReady && isDescribed)) {
    const { done, total, error } = names.state;
    coming.push(error === null ? `Names are still being read: ${done} of ${total} files.` : "Names cannot be read in this corpus.");
  }
  if ((used.has("is") || used.has("duplicates")) && !(related.isReady && isDescribed)) coming.push("Near-duplicates are still being compared.");
  if (used.has("story")) {
    const known = stories.current.stories;
    if (!(stories.isReady && isDescribed)) coming.push(known.length === 0 ? "Stories are still being put together." : "Stories are being put together anew.");
  }
  return coming;
}
