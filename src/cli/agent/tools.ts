import { checkDraft } from "../../core/check/checkDraft";
import { articleId } from "../../core/corpus/articleRecord";
import { findEntities } from "../../core/entities/index/findEntities";
import { rolesOf } from "../../core/entities/index/roles";
import type { Entity } from "../../core/entities/index/entity";
import { NamedEntities } from "../../core/related/similarity/namedEntities";
import type { FacetFilter, SearchAnswer, SortOrder } from "../../core/search/engine/searchEngine";
import { fieldsUsed } from "../../core/search/query/fieldsUsed";
import { parseQuery } from "../../core/search/query/parser";
import { findMatches } from "../../core/search/show/findMatches";
import { snippetsOf } from "../../core/search/show/snippets";
import { understood } from "../../core/search/show/understood";
import { relatedTo } from "../commands/related";
import { drive } from "../drive";
import type { LoadedEntities } from "../readEntities";
import { type LoadedArticle, placeText } from "../readRelated";
import { slotStart } from "../corpusFile";
import type { AgentCorpus } from "./agentCorpus";
import { type Answer, cursorNumber, fenced, longestAnswer, oneLine, paged } from "./answerText";

/** The query language on a few lines, for who has to write a query. */
export const queryLanguage = `words: all are wanted, inflections count; few hits are followed by partial ones
"peace talks": a phrase; -war or -"cold war": without; talks OR summit; ( )
confer*: beginnings; lavrof~: spelt alike; peace NEAR/5 talks: at most five words apart
title: body: author: source: agency: place: file: person: org: entity: what stands in a field
said:name: what somebody said; said:name ceasefire: with words in it; quote:"we have waited": words between quotation marks
date:2013-11, date:2013-05..2013-11, date:<2012, undated:
lang:en; is:duplicate; story:word of its label`;

const kinds = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" } as const;

/** An answer that says what is wrong and what would help. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

function articleOf(corpus: AgentCorpus, id: string): LoadedArticle {
  const article = corpus.article(id);
  if (article === undefined) throw new ToolError(`No article has the id “${oneLine(id, 120)}”. Ids are those that search_articles gives.`);
  return article;
}

function counted(counts: ReadonlyMap<string, number>, most: number): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.length > most ? `, and ${sorted.length - most} more` : "";
  return (
    sorted
      .slice(0, most)
      .map(([name, count]) => `${oneLine(name, 60)} ${count}`)
      .join(", ") + rest
  );
}

/** `describe_corpus`: size, dates, outlets, and how to ask. */
export function describeCorpus(corpus: AgentCorpus): Answer {
  const outlets = new Map<string, number>();
  const years = new Map<string, number>();
  const days: string[] = [];
  for (const article of corpus.articles.values()) {
    const outlet = article.record.publisher ?? article.record.agency ?? "unknown";
    outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
    const day = corpus.dateOf(article);
    const year = day?.slice(0, 4) ?? "undated";
    years.set(year, (years.get(year) ?? 0) + 1);
    if (day !== null) days.push(day);
  }
  days.sort();
  const total = corpus.articles.size;
  return {
    text: `${total} articles${days.length > 0 ? `, ${days[0] ?? ""} to ${days.at(-1) ?? ""}` : ""}.\nOutlets: ${counted(outlets, 20)}.\nYears: ${counted(years, 20)}.\nQueries:\n${queryLanguage}`,
    structured: { total },
  };
}

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
  nonce: string,
): Promise<Answer> {
  const dated = from === undefined && to === undefined ? "" : ` date:${from ?? ""}..${to ?? ""}`;
  const parsed = parseQuery(dated === "" ? query : `(${query})${dated}`);
  const filters: FacetFilter[] = outlet === undefined ? [] : [{ facet: "source", value: outlet, exclude: false }];
  const searched = await corpus.searched(fieldsUsed(parsed));
  const ask = (fold: boolean, most: number): SearchAnswer => {
    const found = searched.engine.search({ query: parsed, filters, sort, offset: 0, limit: most, fold }, corpus.context.token);
    if (found === null) throw new ToolError("The search was cancelled.");
    return found;
  };
  const hasPeople = await corpus.countNames(new Set(ask(false, Number.POSITIVE_INFINITY).hits.map(({ id }) => id)));
  const answer = ask(true, 200);
  const records: string[] = [];
  const ids: string[] = [];
  const start = cursorNumber(cursor);
  for (const [at, hit] of answer.hits.entries()) {
    const source = searched.source(hit.id);
    const article = corpus.articles.get(hit.id);
    if (source === undefined || article === undefined) continue;
    ids.push(corpus.idOf(article));
    if (at < start || at >= start + 20) {
      records.push("");
      continue;
    }
    const text = source.text();
    const [snippet] = text === null ? [] : snippetsOf(text, findMatches(text, answer.highlight, hit.id), 1);
    const line = snippet === undefined ? undefined : article.file.document.lines.lineAt(snippet.place.start) + 1;
    const copies = hit.copies.length > 0 ? ` (+${hit.copies.length} near-duplicates)` : "";
    records.push(
      `id ${oneLine(corpus.idOf(article), 300)} | ${corpus.citation(article, line)}${copies}${hit.partial ? " (partial match)" : ""}\n${snippet === undefined ? "" : fenced([[line ?? 1, snippet.text]], nonce)}`,
    );
  }
  const { understoodAs, hints } = understood(parsed, answer);
  const corrections = answer.corrections.map(({ typed, meant }) => `“${oneLine(typed, 60)}” read as “${oneLine(meant, 60)}”`);
  const top = (facet: "source" | "year" | "person"): string =>
    answer.facets[facet]
      .slice(0, 6)
      .map(({ value, count }) => `${oneLine(value, 60)} ${count}`)
      .join(", ");
  const head = [
    `${answer.total} articles match${answer.partial > 0 ? `, ${answer.partial} more in part` : ""}. Understood as: ${oneLine(understoodAs, 200)}.`,
    ...[...corrections, ...hints].map((hint) => oneLine(hint, 200)),
    ...(answer.total > 1 ? [`outlets: ${top("source")}; years: ${top("year")}${hasPeople ? `; people: ${top("person")}` : ""}`] : []),
  ].join("\n");
  const page = paged(head, records, ids, start, Math.min(20, limit), ids.length);
  return { ...page, structured: { ...page.structured, total: answer.total } };
}

/** `read_article`: its lines with numbers, from `fromLine` (1-based), at most `limit` characters. */
export function readArticle(
  corpus: AgentCorpus,
  {
    id,
    from_line: fromLine,
    limit = 8000,
  }: { readonly id: string; readonly from_line?: number | undefined; readonly limit?: number | undefined },
  nonce: string,
): Answer {
  const article = articleOf(corpus, id);
  const { document } = article.file;
  const span = article.article().content;
  if (span === null) return { text: `${corpus.citation(article)}\nThe article is empty.`, structured: { ids: [id] } };
  const first = Math.max(document.lines.lineAt(span.start), (fromLine ?? 1) - 1);
  const last = document.lines.lineAt(Math.max(span.start, span.end - 1));
  const lines: (readonly [number, string])[] = [];
  let size = 0;
  let at = first;
  for (; at <= last; at++) {
    const { start, end } = document.lines.spanOf(at);
    const text = document.text.slice(start, end).trim();
    if (text === "") continue;
    size += Math.min(2000, text.length) + 8;
    if (lines.length > 0 && size > Math.min(limit, longestAnswer - 600)) break;
    lines.push([at + 1, text]);
  }
  const rest = at <= last ? `\nGoes on: from_line ${at + 1} (to ${last + 1}).` : "";
  return {
    text: `${corpus.citation(article)}\n${fenced(lines, nonce)}${rest}`,
    structured: { ids: [id], citations: [corpus.citation(article)], ...(at <= last && { cursor: String(at + 1) }) },
  };
}

function rolesText({ view, index, corpus }: LoadedEntities, entity: Entity): string {
  return rolesOf(view, entity)
    .slice(0, 5)
    .map(({ phrase, articles, numbers }) => {
      const days = numbers
        .flatMap((number) => {
          const record = corpus.article(index.articleNumbered(number)?.id ?? "");
          return record === null ? [] : (corpus.dateOf(record) ?? []);
        })
        .sort();
      return `${oneLine(phrase, 100)} (${articles} article${articles === 1 ? "" : "s"}${days.length > 0 ? `, ${days[0] ?? ""}${days.length > 1 ? ` to ${days.at(-1) ?? ""}` : ""}` : ""})`;
    })
    .join("; ");
}

interface MentionPlace {
  readonly article: LoadedArticle;
  readonly start: number;
  readonly end: number;
}

/** Where an entity is mentioned, article by article, the newest first. */
function mentionsOf(corpus: AgentCorpus, { view, index }: LoadedEntities, entity: Entity): readonly MentionPlace[] {
  const numbers = new Set<number>();
  view.eachPlace(entity, (article) => numbers.add(article));
  const places: MentionPlace[] = [];
  for (const number of numbers) {
    const named = index.articleNumbered(number);
    const article = named === null ? undefined : corpus.articles.get(named.id);
    if (named === null || article === undefined) continue;
    const offset = slotStart(article.file, corpus.loaded.corpus, named.index);
    for (let mention = 0; mention < named.names.mentions.count; mention++) {
      if (view.idOfMention(named, mention) !== entity.id) continue;
      const { start, end } = named.names.mentions.span(mention);
      places.push({ article, start: start + offset, end: end + offset });
    }
  }
  const day = ({ article }: MentionPlace): string => corpus.dateOf(article) ?? "";
  return places.sort((a, b) =>
    day(a) < day(b)
      ? 1
      : day(a) > day(b)
        ? -1
        : articleId(a.article.record) < articleId(b.article.record)
          ? -1
          : a.article === b.article
            ? a.start - b.start
            : 1,
  );
}

function contextLine(corpus: AgentCorpus, { article, start, end }: MentionPlace, nonce: string, around = 140): string {
  const { text, lines } = article.file.document;
  const words = text.slice(Math.max(0, start - around), Math.min(text.length, end + around));
  const line = lines.lineAt(start) + 1;
  return `${corpus.citation(article, line)}\n${fenced([[line, words]], nonce)}`;
}

/** `lookup_name`: who or what a name can mean, with dated roles, other names, counts and where to read. */
export async function lookupName(
  corpus: AgentCorpus,
  { name, in_article: within }: { readonly name: string; readonly in_article?: string | undefined },
  nonce: string,
): Promise<Answer> {
  const entities = await corpus.entities();
  const { view } = entities;
  let found = findEntities(view, name, 6);
  if (within !== undefined) {
    const { id } = articleOf(corpus, within);
    const here = new Set<string>();
    view.eachEntity(id, (entity) => here.add(entity.id));
    const only = found.filter((entity) => here.has(entity.id));
    if (only.length > 0) found = only;
  }
  if (found.length === 0)
    return { text: `The corpus names nobody and nothing like “${oneLine(name, 100)}”.`, structured: { ids: [], total: 0 } };
  const records = found.map((entity) => {
    const forms = entity.forms
      .map(([form]) => form)
      .filter((form) => form !== entity.name)
      .slice(0, 6)
      .map((form) => oneLine(form, 60));
    const roles = rolesText(entities, entity);
    const telling = mentionsOf(corpus, entities, entity)
      .slice(0, 2)
      .map((place) => contextLine(corpus, place, nonce));
    return [
      `id ${oneLine(entity.id, 120)} | ${oneLine(entity.name, 100)} (${kinds[entity.type]}), ${entity.mentions} mentions in ${entity.articles} articles`,
      ...(forms.length > 0 ? [`also: ${forms.join(", ")}`] : []),
      ...(roles !== "" ? [`roles: ${roles}`] : []),
      ...telling,
    ].join("\n");
  });
  return paged(
    `${found.length} candidate${found.length === 1 ? "" : "s"} for “${oneLine(name, 100)}”.`,
    records,
    found.map(({ id }) => id),
    0,
    6,
    found.length,
  );
}

/** `find_mentions`: an entity's mentions, or a phrase, each in its context; `with` keeps articles that name somebody else too. */
export async function findMentions(
  corpus: AgentCorpus,
  {
    entity: id,
    phrase,
    with: other,
    limit = 10,
    cursor,
  }: {
    readonly entity?: string | undefined;
    readonly phrase?: string | undefined;
    readonly with?: string | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  },
  nonce: string,
): Promise<Answer> {
  const entities = await corpus.entities();
  const { view } = entities;
  let places: readonly MentionPlace[];
  if (id !== undefined) {
    const entity = view.entity(id) ?? findEntities(view, id, 1)[0] ?? null;
    if (entity === null) throw new ToolError(`No entity is called “${oneLine(id, 100)}”. lookup_name finds names.`);
    places = mentionsOf(corpus, entities, entity);
  } else if (phrase !== undefined) {
    const searched = await corpus.searched();
    const answer = searched.engine.search(
      { query: parseQuery(`"${phrase.replace(/"/gu, "")}"`), filters: [], sort: "newest", offset: 0, limit: 2000, fold: false },
      corpus.context.token,
    );
    places = (answer?.hits ?? []).flatMap((hit) => {
      const article = corpus.articles.get(hit.id);
      const text = searched.source(hit.id)?.text() ?? null;
      return article === undefined || text === null || answer === null
        ? []
        : findMatches(text, answer.highlight).map(({ start, end }) => ({ article, start, end }));
    });
  } else throw new ToolError("Say which entity (an id of lookup_name), or which phrase.");
  if (other !== undefined) {
    const beside = view.entity(other) ?? findEntities(view, other, 1)[0] ?? null;
    const articles = new Set(beside === null ? [] : mentionsOf(corpus, entities, beside).map(({ article }) => article));
    places = places.filter(({ article }) => articles.has(article));
  }
  const from = cursorNumber(cursor);
  const records = places.map((place, at) => (at < from || at >= from + 40 ? "" : contextLine(corpus, place, nonce, 90)));
  const articles = new Set(places.map(({ article }) => article)).size;
  return paged(
    `${places.length} mentions in ${articles} articles, the newest first.`,
    records,
    places.map(({ article }) => corpus.idOf(article)),
    from,
    Math.min(40, limit),
    places.length,
  );
}

/** `related_articles`: what belongs to an article, with reasons; near-duplicates and the story apart. */
export async function relatedArticles(corpus: AgentCorpus, { id }: { readonly id: string }): Promise<Answer> {
  const article = articleOf(corpus, id);
  const loaded = await corpus.related();
  const { related, articles } = loaded;
  const hits = await relatedTo(article, loaded, 8, corpus.context, new NamedEntities((await corpus.entities()).view));
  const copies = related.duplicates.of(article.id).flatMap(({ a, b }) => articles.get(a === article.id ? b : a) ?? []);
  const stories = await drive(related.stories(), corpus.context);
  const story = stories.find((one) => one.articles.includes(article.id));
  const relatedLines = hits.flatMap((hit) => {
    const other = corpus.article(placeText(hit));
    return other === undefined
      ? []
      : [
          {
            id: corpus.idOf(other),
            line: `related: id ${oneLine(corpus.idOf(other), 300)} | ${corpus.citation(other)} | ${oneLine(hit.reasons.join("; "), 300)}`,
          },
        ];
  });
  const copyLines = copies.map((other) => ({
    id: corpus.idOf(other),
    line: `near-duplicate: id ${oneLine(corpus.idOf(other), 300)} | ${corpus.citation(other)}`,
  }));
  const all = [...relatedLines, ...copyLines];
  const head = `${corpus.citation(article)}\n${relatedLines.length} related, ${copyLines.length} near-duplicates${story === undefined ? "" : `; story “${oneLine(story.label, 100)}” of ${story.articles.length} articles, ${story.from ?? "undated"} to ${story.to ?? "undated"}`}.`;
  return paged(
    head,
    all.map(({ line }) => line),
    all.map((one) => one.id),
    0,
    40,
    all.length,
  );
}

/** `find_quotations`: who said what, by speaker and words. */
export async function findQuotations(
  corpus: AgentCorpus,
  {
    speaker,
    words,
    limit = 10,
    cursor,
  }: {
    readonly speaker?: string | undefined;
    readonly words?: string | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  },
  nonce: string,
): Promise<Answer> {
  const { view } = await corpus.entities();
  const wanted = speaker === undefined ? null : new Set(findEntities(view, speaker, 5).map(({ id }) => id));
  const needles = (words ?? "")
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const found = (await corpus.quotations()).filter((one) => {
    const bySpeaker =
      wanted === null ||
      wanted.has(one.speaker?.entity ?? "") ||
      (one.speaker?.text.toLowerCase().includes((speaker ?? "").toLowerCase()) ?? false);
    return bySpeaker && needles.every((needle) => one.text.toLowerCase().includes(needle));
  });
  const from = cursorNumber(cursor);
  const cited = found.map((one) => ({ one, article: corpus.article(one.key === null ? one.file : `${one.file}#${one.key}`) }));
  const records = cited.map(({ one, article }, at) => {
    if (at < from || at >= from + 40 || article === undefined) return "";
    const entity = one.speaker?.entity === null || one.speaker === null ? null : view.entity(one.speaker.entity);
    const places = one.places.length > 0 ? ` (also in ${one.places.length} other places)` : "";
    return `${one.kind}, ${entity === null ? (one.speaker === null ? "speaker not told" : `“${oneLine(one.speaker.text, 80)}”`) : oneLine(entity.name, 80)}: ${corpus.citation(article, one.line)}${places}\n${fenced([[one.line, one.text]], nonce)}`;
  });
  return paged(
    `${found.length} quotations.`,
    records,
    cited.map(({ article }) => (article === undefined ? "" : corpus.idOf(article))),
    from,
    Math.min(40, limit),
    found.length,
  );
}

/** `check_quote`: verbatim, altered (with what differs), somebody else's, or not in the corpus. */
export async function checkQuote(
  corpus: AgentCorpus,
  { text, speaker }: { readonly text: string; readonly speaker?: string | undefined },
  nonce: string,
): Promise<Answer> {
  const words = text.replace(/["“”«»„]/gu, "").trim();
  if (words.split(/\s+/u).length < 3) throw new ToolError("At least three words are needed.");
  const draft = speaker === undefined ? `“${words},” it was said.` : `“${words},” ${speaker} said.`;
  const checked = await corpus.checked();
  const finding = checkDraft(draft, checked, corpus.model(), null, corpus.context.token).find(({ kind }) => kind === "quotation");
  if (finding === undefined) throw new ToolError("That is no quotation that can be checked; give the words that are quoted.");
  const records = finding.evidence.map(({ article: own, start, text: source, diff }) => {
    const article = corpus.articles.get(own);
    const line = article === undefined ? 1 : article.file.document.lines.lineAt(start) + 1;
    const shown =
      diff === undefined
        ? source
        : diff
            .map((part) => (part.kind === "same" ? part.text : part.kind === "draft" ? `[yours: ${part.text}]` : `[source: ${part.text}]`))
            .join(" ");
    return `${article === undefined ? "" : corpus.citation(article, line)}\n${fenced([[line, shown]], nonce)}`;
  });
  const ids = finding.evidence.flatMap(({ article }) => {
    const own = corpus.articles.get(article);
    return own === undefined ? [] : [corpus.idOf(own)];
  });
  return paged(`${finding.verdict}. ${oneLine(finding.note, 300)}`, records, ids, 0, 5, records.length);
}
