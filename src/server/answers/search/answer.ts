import { readableNumber } from "../../../core/text/readableCount";
import type { HighlightPlan } from "../../../core/search/engine/highlightPlan";
import type { FacetFilter, SearchAnswer, SearchHit } from "../../../core/search/engine/searchEngine";
import type { ParsedQuery } from "../../../core/search/query/ast";
import { withDates } from "../../../core/search/query/dateRange";
import { fieldsUsed } from "../../../core/search/query/fieldsUsed";
import { findInTitle } from "../../../core/search/show/findMatches";
import { snippetsOf } from "../../../core/search/show/snippets";
import { understood } from "../../../core/search/show/understood";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { SearchCorrection, SearchHitItem, SearchParams, SearchQuestion, SearchResult } from "../../../protocol/search";
import type { Services } from "../../main/services";
import { driveIn, type Slices } from "../../reading/scheduler";
import { foundText, type FoundText, summaryOf } from "./foundTexts";
import { typedQuery } from "./typedQuery";

/**
 * What a query and its filters ask about that is still being found out, in words: an answer of now may lack it. Stories are put together
 * only once somebody asks for them.
 */
function stillComing(
  { names, related, search, stories }: Services,
  query: ParsedQuery,
  filters: readonly FacetFilter[],
): readonly string[] {
  const used = new Set<string>([...fieldsUsed(query), ...filters.map(({ facet }) => facet)]);
  const { isDescribed } = search;
  const coming: string[] = [];
  if (
    (used.has("person") || used.has("org") || used.has("place") || used.has("entity") || used.has("said")) &&
    !(names.isReady && isDescribed)
  ) {
    const { done, total, error } = names.state;
    coming.push(
      error === null
        ? `Names are still being read: ${readableNumber(done)} of ${readableNumber(total)} files.`
        : "Names cannot be read in this corpus.",
    );
  }
  if ((used.has("is") || used.has("duplicates")) && !(related.isReady && isDescribed))
    coming.push("Near-duplicates are still being compared.");
  if (used.has("story")) {
    const known = stories.current.stories;
    if (!(stories.isReady && isDescribed))
      coming.push(known.length === 0 ? "Stories are still being put together." : "Stories are being put together anew.");
  }
  return coming;
}

const snippetsShown = 3;
const copiesNamed = 20;

/** Which part of all hits is wanted, and whether near-duplicates are folded. */
interface Part {
  readonly offset: number;
  readonly limit: number;
  readonly fold: boolean;
}

/** Asks the index, in slices. Rejects when `token` is cancelled meanwhile. */
export async function ask(
  services: Services,
  { query, filters, dates, sort }: SearchQuestion,
  part: Part,
  slices: Slices,
  token: CancellationToken,
): Promise<{ readonly parsed: ParsedQuery; readonly answer: SearchAnswer }> {
  const parsed = typedQuery(services, query);
  const work = services.search.engine.searching({
    query: withDates(parsed, dates?.from ?? null, dates?.to ?? null),
    filters,
    sort,
    ...part,
  });
  return { parsed, answer: await driveIn(slices, work, token) };
}

/** A page of results with their texts. Rejects when `token` is cancelled meanwhile. */
export async function answerSearch(
  services: Services,
  params: SearchParams,
  slices: Slices,
  token: CancellationToken,
): Promise<SearchResult> {
  const { parsed, answer } = await ask(
    services,
    params,
    { offset: params.offset, limit: Math.min(params.limit, 200), fold: true },
    slices,
    token,
  );
  const { understoodAs, hints } = understood(parsed, answer);
  const items = await Promise.all(answer.hits.map((hit) => hitItem(services, hit, answer.highlight, token)));
  return {
    total: answer.total,
    partial: answer.partial,
    listed: answer.listed,
    hits: items.filter((item) => item !== null),
    facets: answer.facets,
    histogram: answer.histogram,
    understoodAs,
    hints: [...hints, ...stillComing(services, parsed, params.filters)],
    corrections: correctionsOf(params.query, answer),
    state: services.search.state,
  };
}

function correctionsOf(query: string, { corrections }: SearchAnswer): readonly SearchCorrection[] {
  // The function keeps "$" in a word from meaning something.
  return corrections.map(({ typed, meant }) => ({ typed, meant, query: query.replace(typed, () => meant) }));
}

async function hitItem(services: Services, hit: SearchHit, plan: HighlightPlan, token: CancellationToken): Promise<SearchHitItem | null> {
  const found = await foundText(services, hit.id, plan, token);
  if (found === null) return null;
  const { summary } = found;
  const title = summary.displayTitle;
  return {
    article: summary,
    title: { text: title, marks: findInTitle(title, plan).map(({ start, end }) => [start, end]) },
    snippets: snippetsIn(found),
    matches: found.text === null ? null : found.matches.length,
    partial: hit.partial,
    inSiteText: hit.inSiteText,
    copies: hit.copies.slice(0, copiesNamed).flatMap((id) => summaryOf(services, id)?.summary ?? []),
  };
}

function snippetsIn({ text, rangeOf, matches, summary }: FoundText): SearchHitItem["snippets"] {
  if (text === null) return [];
  return (
    snippetsOf(text, matches, snippetsShown)
      // The title is shown as it is.
      .filter(({ zone }) => zone !== "title")
      .map((snippet) => ({
        text: snippet.text,
        marks: snippet.marks,
        range: snippet.marks.length === 0 ? summary.selection : rangeOf(snippet.place),
      }))
  );
}
