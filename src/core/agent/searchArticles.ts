import type { FacetFilter, SearchHit, SortOrder, SearchAnswer } from "../search/engine/searchEngine";
import { outsideId, searchableOutside, searchableText } from "../search/engine/searchableOf";
import { withBegunWord } from "../search/query/begunWord";
import { fieldsUsed } from "../search/query/fieldsUsed";
import { parseQuery } from "../search/query/parser";
import { findMatches } from "../search/show/findMatches";
import { snippetsOf } from "../search/show/snippets";
import { understood } from "../search/show/understood";
import { agentLine } from "../text/escape";
import type { AgentCorpus, Call } from "./agentCorpus";
import { type Answer, type AnswerRecord, cursorNumber, fenced, paged } from "./answerText";

export interface SearchArguments {
  readonly query: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outlet?: string | undefined;
  readonly sort?: SortOrder | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** `search_articles`: exact total, hits with one snippet each, facets, and how the query was understood. */
export async function searchArticles(
  corpus: AgentCorpus,
  { query, from, to, outlet, sort = "relevance", limit = 8, cursor }: SearchArguments,
  { nonce, token }: Call,
): Promise<Answer> {
  const { engine, door } = corpus;
  const dated = from === undefined && to === undefined ? "" : ` date:${from ?? ""}..${to ?? ""}`;
  const typed = parseQuery(dated === "" || query.trim() === "" ? `${query}${dated}` : `(${query})${dated}`);
  await door.prepare(fieldsUsed(typed));
  // A word that stands nowhere, while others begin so, is not taken for misspelt.
  const parsed = withBegunWord(typed, (word) => engine.isBegun(word, false));
  const filters: FacetFilter[] = outlet === undefined ? [] : [{ facet: "source", value: outlet, exclude: false }];
  const ask = (fold: boolean, offset: number, most: number): Promise<SearchAnswer> =>
    door.drive(engine.searching({ query: parsed, filters, sort, offset, limit: most, fold }), token);
  const start = cursorNumber(cursor);
  const all = await ask(false, 0, Number.POSITIVE_INFINITY);
  const hasPeople = all.hits.length > 0 && (await door.countNames(new Set(all.hits.map(({ id }) => id))));
  const answer = await ask(true, start, limit);
  const records = await Promise.all(answer.hits.map((hit) => recordOf(hit, answer, corpus, nonce)));
  const { understoodAs, hints } = understood(parsed, answer);
  const corrections = answer.corrections.map(({ typed: word, meant }) => `“${agentLine(word, 60)}” read as “${agentLine(meant, 60)}”`);
  const top = (facet: "source" | "year" | "person"): string =>
    answer.facets[facet]
      .slice(0, 6)
      .map(({ value, count }) => `${agentLine(value, 60)} ${count}`)
      .join(", ");
  const head = [
    `${answer.total} articles match${answer.partial > 0 ? `, ${answer.partial} more in part` : ""}. Understood as: ${agentLine(understoodAs, 200)}.`,
    ...[...corrections, ...hints].map((hint) => agentLine(hint, 200)),
    ...(outlet !== undefined && answer.total === 0 ? [knownOutlets(corpus)] : []),
    ...(answer.total > 1 && start === 0
      ? [`outlets: ${top("source")}; years: ${top("year")}${hasPeople ? `; people: ${top("person")}` : ""}`]
      : []),
  ].join("\n");
  const page = paged(head, records, { from: start, total: answer.listed });
  return { ...page, structured: { ...page.structured, total: answer.total } };
}

/** Outlets are compared as they are written. */
function knownOutlets(corpus: AgentCorpus): string {
  const known = corpus.engine.values("source", "", 8).map(({ value }) => agentLine(value, 60));
  return `Outlets of the corpus: ${known.join(", ")}.`;
}

async function recordOf(hit: SearchHit, answer: SearchAnswer, corpus: AgentCorpus, nonce: string): Promise<AnswerRecord> {
  const record = corpus.corpus.article(hit.id);
  const uri = record?.uri ?? uriOfOutside(hit.id);
  const document = await corpus.door.document(uri);
  const path = corpus.door.pathOf(uri);
  const isSame = document !== null && (record === null || document.slots[record.index]?.key === record.key);
  const text = !isSame
    ? null
    : record === null
      ? searchableOutside(document, uri, path, path)
      : searchableText(document.text, document.article(record.index));
  const [snippet] = text === null ? [] : snippetsOf(text, findMatches(text, answer.highlight, hit.id), 1);
  const line = snippet === undefined || document === null ? undefined : document.lines.lineAt(snippet.place.start) + 1;
  const citation = record === null ? `outside the articles, ${agentLine(path, 200)}:${line ?? 1}` : corpus.citation(record, line);
  const id = record === null ? null : corpus.idOf(record);
  const marks = [...(hit.copies.length > 0 ? [`+${hit.copies.length} near-duplicates`] : []), ...(hit.partial ? ["partial match"] : [])];
  const first = `${id === null ? "" : `id ${agentLine(id, 300)} | `}${citation}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
  return {
    id,
    citation,
    text: snippet === undefined ? first : `${first}\n${fenced([[line ?? 1, snippet.text]], nonce)}`,
  };
}

function uriOfOutside(id: string): string {
  return id.slice(0, id.length - outsideId("").length);
}

/** The ids of the articles that have a phrase, the newest first. */
export async function articlesWith(corpus: AgentCorpus, phrase: string, { token }: Call): Promise<SearchAnswer> {
  await corpus.door.prepare(new Set());
  const query = parseQuery(`"${phrase.replace(/"/gu, "")}"`);
  return await corpus.door.drive(
    corpus.engine.searching({ query, filters: [], sort: "newest", offset: 0, limit: Number.POSITIVE_INFINITY, fold: false }),
    token,
  );
}
