import type { CancellationToken } from "vscode-languageserver";
import { articleId } from "../../core/corpus/articleRecord";
import { searchableText } from "../../core/search/engine/searchableOf";
import { findMatches } from "../../core/search/show/findMatches";
import type { ProtocolRange } from "../../protocol/ranges";
import { type DocumentMatchesParams, searchMethod, type SearchParams, type SearchResult, type SuggestParams } from "../../protocol/search";
import { lspRange } from "../answers/lspRange";
import { answerSearch } from "../answers/search/answer";
import { NewestQuestions } from "../answers/search/newestQuestions";
import { suggestions } from "../answers/search/suggestions";
import { typedQuery } from "../answers/search/typedQuery";
import { normalUri } from "../files/uris";
import type { Feature } from "../main/services";
import { throwIfCancelled } from "../reading/scheduler";

/** So many places are coloured in an editor at once. */
const mostMatches = 5000;

/** `search`, `searchSuggestions` and `matchesInDocument`: what happens while somebody types. */
export const search: Feature = (connection, services) => {
  const { documents, scheduler } = services;
  const questions = new NewestQuestions();

  connection.onRequest(searchMethod.search, async (params: SearchParams, token: CancellationToken): Promise<SearchResult> => {
    const current = questions.ask(params, token);
    return await scheduler.urgently(async (slices) => {
      // What was typed meanwhile is heard first: the last query wins.
      await slices.next(current);
      const result = await answerSearch(services, params, slices, current);
      throwIfCancelled(current);
      return result;
    });
  });

  connection.onRequest(searchMethod.suggestions, (params: SuggestParams) => suggestions(services, params));

  connection.onRequest(
    searchMethod.matchesInDocument,
    async ({ uri, query }: DocumentMatchesParams, token: CancellationToken): Promise<ProtocolRange[]> => {
      const document = documents.parsed(uri);
      const plan = services.search.engine.plan(typedQuery(services, query));
      if (document === null || plan.length === 0) return [];
      const ranges: ProtocolRange[] = [];
      const slices = scheduler.slices();
      for (let index = 0; index < document.slots.length && ranges.length < mostMatches; index++) {
        const id = articleId({ uri: normalUri(uri), key: document.slots[index]?.key ?? null });
        for (const match of findMatches(searchableText(document.text, document.article(index)), plan, id))
          ranges.push(lspRange(document.lines, match));
        if (slices.over) await slices.next(token);
      }
      const outside = { text: document.text, title: null, body: [], site: document.outside.map((span) => [span]) };
      for (const match of findMatches(outside, plan)) ranges.push(lspRange(document.lines, match));
      return ranges.slice(0, mostMatches);
    },
  );
  return {};
};
