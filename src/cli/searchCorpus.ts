import { sourceOf } from "../core/corpus/articleRecord";
import { facets, type SearchAnswer, type SearchHit, type SearchRequest, type SortOrder } from "../core/search/engine/searchEngine";
import { findMatches } from "../core/search/show/findMatches";
import { fieldsUsed } from "../core/search/query/fieldsUsed";
import { withBegunWord } from "../core/search/query/begunWord";
import { parseQuery } from "../core/search/query/parser";
import { snippetsOf } from "../core/search/show/snippets";
import { understood } from "../core/search/show/understood";
import type { Context } from "./context";
import { Failure } from "./failure";
import type { LoadedCorpus } from "./loadCorpus";
import type { PlaceJson } from "./readRelated";
import { SearchedCorpus } from "./searchedCorpus";
import type { HitJson, SearchJson } from "./searchJson";

/** What to look for, and what of the answer is wanted. */
export interface SearchOptions {
  readonly query: string;
  readonly limit: number;
  readonly sort: SortOrder;
  /** Whether near-duplicates of a hit are folded into it. */
  readonly fold: boolean;
  /** Whether facets are wanted: for those of names the articles that were found are read for names. */
  readonly facets: boolean;
  /** The corrections of names that the corpus has; null for none. */
  readonly corrections: string | null;
}

const snippetsShown = 3;
/** Names of more articles are not counted: reading them takes some milliseconds each. */
export const mostReadForFacets = 20_000;

/** Answers one query. Fails when cancelled. */
export async function searchCorpus(loaded: LoadedCorpus, options: SearchOptions, context: Context): Promise<SearchJson> {
  const { query, sort, limit, fold, corrections } = options;
  const corpus = new SearchedCorpus(loaded, context);
  const parsed = parseQuery(query);
  const used = fieldsUsed(parsed);
  if (used.has("person") || used.has("org") || used.has("place") || used.has("entity") || used.has("said"))
    await corpus.readNames(corrections);
  if (used.has("story")) await corpus.readStories();
  else if (used.has("is")) await corpus.readCopies();
  if (corpus.isRead) await corpus.describe();
  // A word that stands nowhere, while others begin so, is not taken for misspelt.
  const asked = withBegunWord(parsed, (word) => corpus.engine.isBegun(word, false));
  const ask = (request: Pick<SearchRequest, "limit" | "fold">): SearchAnswer => {
    const answer = corpus.engine.search({ query: asked, filters: [], sort, offset: 0, ...request }, context.token);
    if (answer === null) throw new Failure("Cancelled.");
    return answer;
  };
  // What only counts and folds is found out of what matches.
  const found = new Set(ask({ limit: Number.POSITIVE_INFINITY, fold: false }).hits.map(({ id }) => id));
  if (options.facets && !corpus.hasNames && found.size > 0 && found.size <= mostReadForFacets) await corpus.readNames(corrections, found);
  if ((options.facets && found.size > 0) || (fold && found.size > 1)) await corpus.readCopies();
  if (corpus.isRead) await corpus.describe(found);
  const answer = ask({ limit, fold });
  return {
    total: answer.total,
    partial: answer.partial,
    hits: answer.hits.flatMap((hit) => hitJson(hit, answer, corpus, loaded) ?? []),
    facets: Object.fromEntries(facets.filter((facet) => answer.facets[facet].length > 0).map((facet) => [facet, answer.facets[facet]])),
    histogram: answer.histogram,
    ...understood(asked, answer),
    corrections: answer.corrections,
    leftOut: loaded.leftOut,
  };
}

function hitJson(hit: SearchHit, answer: SearchAnswer, searched: SearchedCorpus, { corpus }: LoadedCorpus): HitJson | null {
  const source = searched.source(hit.id);
  const text = source?.text() ?? null;
  if (source === undefined || text === null) return null;
  const {
    file: { path, document },
    record,
  } = source;
  return {
    file: path,
    key: record?.key ?? null,
    displayTitle: record?.displayTitle ?? `Outside the articles of ${path}`,
    publisher: record === null ? null : sourceOf(record),
    datePublished: record === null ? null : corpus.dateOf(record),
    score: Math.round(hit.score * 10_000) / 10_000,
    partial: hit.partial,
    inSiteText: hit.inSiteText,
    copies: hit.copies.flatMap((id): PlaceJson[] => {
      const copy = searched.source(id);
      return copy === undefined ? [] : [{ file: copy.file.path, key: copy.record?.key ?? null }];
    }),
    snippets: snippetsOf(text, findMatches(text, answer.highlight, hit.id), snippetsShown).map(({ text: shown, marks, place }) => ({
      text: shown,
      marks,
      line: document.lines.lineAt(place.start) + 1,
    })),
  };
}
