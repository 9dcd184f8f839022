import { articleId, type ArticleRecord } from "../corpus/articleRecord";
import { findEntities } from "../entities/index/findEntities";
import { rolesOf } from "../entities/index/roles";
import type { Entity } from "../entities/index/entity";
import type { EntityView } from "../entities/index/entityView";
import { searchableText } from "../search/engine/searchableOf";
import { findMatches } from "../search/show/findMatches";
import { agentLine } from "../text/escape";
import { type AgentCorpus, type Call, startOf, ToolError } from "./agentCorpus";
import { type Answer, type AnswerRecord, cursorNumber, fenced, paged } from "./answerText";
import { articlesWith } from "./searchArticles";

const kinds = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" } as const;
const mostCandidates = 6;
/** How much of the text is shown on either side of a mention, in UTF-16 code units. */
const around = 100;

export interface LookupArguments {
  readonly name: string;
  readonly in_article?: string | undefined;
}

export interface MentionArguments {
  readonly entity?: string | undefined;
  readonly phrase?: string | undefined;
  readonly with?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Where somebody is mentioned; offsets of entities count from the start of the article, of phrases from that of the document. */
interface MentionPlace {
  readonly record: ArticleRecord;
  readonly isInArticle: boolean;
  readonly start: number;
  readonly end: number;
}

/** `lookup_name`: who or what a name can mean, with dated roles, other names, counts and where to read. */
export async function lookupName(corpus: AgentCorpus, { name, in_article: within }: LookupArguments, { nonce }: Call): Promise<Answer> {
  const view = await corpus.door.names();
  let found = findEntities(view, name, mostCandidates);
  if (within !== undefined) {
    const here = new Set<string>();
    view.eachEntity(articleId(corpus.article(within)), (entity) => here.add(entity.id));
    const only = found.filter((entity) => here.has(entity.id));
    if (only.length > 0) found = only;
  }
  if (found.length === 0)
    return { text: `The corpus names nobody and nothing like “${agentLine(name, 100)}”.`, structured: { ids: [], total: 0 } };
  const records: AnswerRecord[] = [];
  for (const entity of found) {
    const forms = entity.forms
      .map(([form]) => form)
      .filter((form) => form !== entity.name)
      .slice(0, 6)
      .map((form) => agentLine(form, 60));
    const roles = rolesText(corpus, view, entity);
    const telling = await Promise.all(
      mentionsOf(corpus, view, entity)
        .slice(0, found.length > 2 ? 1 : 2)
        .map((place) => contextOf(corpus, place, nonce)),
    );
    records.push({
      id: entity.id,
      text: [
        `id ${agentLine(entity.id, 120)} | ${agentLine(entity.name, 100)} (${kinds[entity.type]}), ${entity.mentions} mentions in ${entity.articles} articles`,
        ...(forms.length > 0 ? [`also: ${forms.join(", ")}`] : []),
        ...(roles !== "" ? [`roles: ${roles}`] : []),
        ...telling.map(({ text }) => text),
      ].join("\n"),
    });
  }
  return paged(`${found.length} candidate${found.length === 1 ? "" : "s"} for “${agentLine(name, 100)}”.`, records, {
    from: 0,
    total: found.length,
  });
}

/** `find_mentions`: an entity's mentions, or a phrase, each in its context; `with` keeps articles that name somebody else too. */
export async function findMentions(
  corpus: AgentCorpus,
  { entity: id, phrase, with: other, limit = 10, cursor }: MentionArguments,
  call: Call,
): Promise<Answer> {
  const view = await corpus.door.names();
  let places: readonly MentionPlace[];
  if (id !== undefined) places = mentionsOf(corpus, view, named(view, id));
  else if (phrase !== undefined) places = await phrasePlaces(corpus, phrase, call);
  else throw new ToolError("Say which entity (an id of lookup_name), or which phrase.");
  if (other !== undefined) {
    const articles = new Set(mentionsOf(corpus, view, named(view, other)).map(({ record }) => record));
    places = places.filter(({ record }) => articles.has(record));
  }
  const from = cursorNumber(cursor);
  const records = await Promise.all(places.slice(from, from + limit).map((place) => contextOf(corpus, place, call.nonce)));
  const articles = new Set(places.map(({ record }) => record)).size;
  return paged(`${places.length} mentions in ${articles} articles, the newest first.`, records, { from, total: places.length });
}

function named(view: EntityView, id: string): Entity {
  const entity = view.entity(id) ?? findEntities(view, id, 1)[0];
  if (entity === undefined) throw new ToolError(`No entity is called “${agentLine(id, 100)}”. lookup_name finds names.`);
  return entity;
}

function rolesText(corpus: AgentCorpus, view: EntityView, entity: Entity): string {
  return rolesOf(view, entity)
    .slice(0, 5)
    .map(({ phrase, articles, numbers }) => {
      const days = numbers
        .flatMap((number) => {
          const record = corpus.numbered(view, number);
          return record === null ? [] : (corpus.dateOf(record) ?? []);
        })
        .sort();
      const [first = "", last = ""] = [days[0], days.at(-1)];
      const span = first === "" ? "" : `, ${first}${last === first ? "" : ` to ${last}`}`;
      return `${agentLine(phrase, 100)} (${articles} article${articles === 1 ? "" : "s"}${span})`;
    })
    .join("; ");
}

/** Where an entity is mentioned, article by article, the newest first. */
function mentionsOf(corpus: AgentCorpus, view: EntityView, entity: Entity): readonly MentionPlace[] {
  const { index } = view;
  const numbers = new Set<number>();
  view.eachPlace(entity, (article) => numbers.add(article));
  const places: MentionPlace[] = [];
  for (const number of numbers) {
    const article = index.articleNumbered(number);
    const record = corpus.numbered(view, number);
    if (article === null || record === null) continue;
    for (let mention = 0; mention < article.names.mentions.count; mention++) {
      if (view.idOfMention(article, mention) === entity.id)
        places.push({ record, isInArticle: true, ...article.names.mentions.span(mention) });
    }
  }
  const days = new Map(places.map(({ record }) => [record, corpus.dateOf(record) ?? ""]));
  return places.sort((a, b) => {
    const [one = "", other = ""] = [days.get(a.record), days.get(b.record)];
    if (one !== other) return one < other ? 1 : -1;
    if (a.record === b.record) return a.start - b.start;
    return articleId(a.record) < articleId(b.record) ? -1 : 1;
  });
}

async function phrasePlaces(corpus: AgentCorpus, phrase: string, call: Call): Promise<readonly MentionPlace[]> {
  const { hits, highlight } = await articlesWith(corpus, phrase, call);
  const places: MentionPlace[] = [];
  for (const { id } of hits) {
    const record = corpus.corpus.article(id);
    if (record === null) continue;
    const document = await corpus.document(record);
    const text = searchableText(document.text, document.article(record.index));
    for (const { start, end } of findMatches(text, highlight, id)) places.push({ record, isInArticle: false, start, end });
  }
  return places;
}

async function contextOf(corpus: AgentCorpus, { record, isInArticle, start, end }: MentionPlace, nonce: string): Promise<AnswerRecord> {
  const document = await corpus.document(record);
  const { text, lines } = document;
  const base = isInArticle ? startOf(document, record) : 0;
  const words = text.slice(Math.max(0, base + start - around), Math.min(text.length, base + end + around));
  const line = lines.lineAt(base + start) + 1;
  const citation = corpus.citation(record, line);
  return { id: corpus.idOf(record), citation, text: `${citation}\n${fenced([[line, words]], nonce)}` };
}
