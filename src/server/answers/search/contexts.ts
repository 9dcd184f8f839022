import { contextKey, contextsOf } from "../../../core/search/show/contexts";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { ArticleSummary } from "../../../protocol/ranges";
import type { ContextsParams, SearchContext, SearchContexts } from "../../../protocol/search";
import type { Services } from "../../main/services";
import { citedHits } from "./citedHits";

/** So many lines can be read and sorted; the first articles have them. */
const mostContexts = 1000;

/**
 * Every match in its line. Sorted by a side, lines of all articles stand together; else they follow the articles. Rejects when
 * cancelled.
 */
export async function searchContexts(services: Services, params: ContextsParams, token: CancellationToken): Promise<SearchContexts> {
  const contexts: SearchContext[] = [];
  const articles: ArticleSummary[] = [];
  let cut = false;
  for await (const {
    hit,
    found: { summary, rangeOf, text, matches },
  } of citedHits(services, params, token)) {
    // Articles with some of the words come last; their lines say nothing of what was asked.
    if (hit.partial && articles.length > 0) break;
    if (text === null || matches.length === 0) continue;
    // Addresses and site text are no language; they count where there is nothing else.
    const told = matches.filter(({ zone }) => zone !== "site");
    for (const { before, match, after, place } of contextsOf(text, told.length > 0 ? told : matches)) {
      contexts.push({ before, match, after, uri: summary.uri, range: rangeOf(place), article: articles.length });
    }
    articles.push(summary);
    cut = contexts.length > mostContexts;
    if (contexts.length >= mostContexts) break;
  }
  const shown = contexts.slice(0, mostContexts);
  return { contexts: params.order === "article" ? shown : sortedBy(shown, params.order), articles, cut };
}

function sortedBy(contexts: readonly SearchContext[], side: "left" | "right"): readonly SearchContext[] {
  return contexts
    .map((context, index) => ({ context, index, key: contextKey(context, side) }))
    .sort((a, b) => (a.key === b.key ? a.index - b.index : a.key < b.key ? -1 : 1))
    .map(({ context }) => context);
}
