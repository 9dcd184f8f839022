import type { Location } from "vscode-languageserver";
import { comparePlace, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { Entity } from "../../../core/entities/index/entity";
import type { ArticlePlace, IndexedArticle } from "../../../core/entities/index/entityIndex";
import { markHasRole, markInHeadline } from "../../../core/entities/index/placeMark";
import type { Services } from "../../main/services";

/** An article that mentions an entity. Its names are read when they are asked for: frequent entities stand in half of the corpus. */
export interface EntityPlace {
  /** Of the article, in the index. */
  readonly number: number;
  readonly record: ArticleRecord;
  readonly date: string | null;
  /** How often the article mentions the entity. */
  readonly count: number;
  /** Whether the article says what the entity is. */
  readonly hasRole: boolean;
  readonly inHeadline: boolean;
  /** The article's local entities that are of it. */
  readonly locals: readonly number[];
}

/** An article with the mentions of one entity in it. */
export interface ReadPlace {
  readonly article: IndexedArticle;
  readonly record: ArticleRecord;
  readonly date: string | null;
  /** Indexes into the article's mentions, in the order of the text. */
  readonly mentions: readonly number[];
}

type Needed = Pick<Services, "names">;

/** Where an entity is mentioned: the newest article first, undated ones last. */
export function placesOf({ names }: Needed, entity: Entity): readonly EntityPlace[] {
  const { view } = names;
  const places = new Map<number, { count: number; hasRole: boolean; inHeadline: boolean; locals: number[] }>();
  view.eachPlace(entity, (article, local, mentions, mark) => {
    const known = places.get(article);
    if (known === undefined) {
      places.set(article, { count: mentions, hasRole: markHasRole(mark), inHeadline: markInHeadline(mark), locals: [local] });
    } else {
      known.count += mentions;
      known.hasRole ||= markHasRole(mark);
      known.inHeadline ||= markInHeadline(mark);
      known.locals.push(local);
    }
  });
  const found: EntityPlace[] = [];
  for (const [number, place] of places) {
    const record = names.recordNumbered(number);
    if (record !== null) found.push({ number, record, date: names.factsOf(number)?.date ?? null, ...place });
  }
  return found.sort((a, b) => (a.date === b.date ? comparePlace(a.record, b.record) : (a.date ?? "") < (b.date ?? "") ? 1 : -1));
}

/** The place with its mentions; null where the article has gone since. */
export function readPlace({ names }: Needed, { number, record, date, locals }: EntityPlace): ReadPlace | null {
  const article = names.index.articleNumbered(number);
  if (article === null) return null;
  return { article, record, date, mentions: locals.flatMap((local) => article.locals[local]?.mentions ?? []).sort((a, b) => a - b) };
}

/** A mention of an article of the corpus, as LSP's location. */
export function locationOf({ documents }: Pick<Services, "documents">, { article, record }: ReadPlace, mention: number): Location {
  return { uri: documents.clientUri(article.uri), range: article.names.mentions.range(mention, record.range.start.line) };
}

/** All mentions of an entity in an article, as LSP's locations. */
export function locationsIn(
  { names, documents }: Pick<Services, "names" | "documents">,
  { number, record, locals }: EntityPlace,
): Location[] {
  const read = names.index.mentionsOf(number);
  const locations: Location[] = [];
  const uri = documents.clientUri(record.uri);
  for (const [mention, local] of (read?.localOf ?? []).entries()) {
    if (read !== null && locals.includes(local)) locations.push({ uri, range: read.mentions.range(mention, record.range.start.line) });
  }
  return locations;
}

interface Candidate {
  readonly number: number;
  readonly local: number;
  readonly hasRole: boolean;
  readonly date: string | null;
  readonly place: ArticlePlace;
}

/**
 * Where the corpus introduces an entity: the earliest article that says what it is, at that mention; else its earliest
 * mention. Undated articles come last. Null where it has none. Linear in its articles.
 */
export function introductionOf({ names }: Needed, entity: Entity): { readonly place: ReadPlace; readonly mention: number } | null {
  const { view } = names;
  let best = null as Candidate | null;
  view.eachPlace(entity, (number, local, _, mark) => {
    const hasRole = markHasRole(mark);
    if (best?.hasRole === true && !hasRole) return;
    const facts = names.factsOf(number);
    const place = view.index.placeNumbered(number);
    if (facts === null || place === null) return;
    const candidate = { number, local, hasRole, date: facts.date, place };
    if (best === null || (hasRole && !best.hasRole) || isEarlier(candidate, best)) best = candidate;
  });
  if (best === null) return null;
  const { number, local, date } = best;
  const article = view.index.articleNumbered(number);
  const record = names.recordNumbered(number);
  const mentions = article?.locals[local]?.mentions ?? [];
  const role = article?.names.roles.find((one) => article.localOf[one.mention] === local);
  const mention = role?.mention ?? mentions[0];
  return article === null || record === null || mention === undefined ? null : { place: { article, record, date, mentions }, mention };
}

function isEarlier(a: Candidate, b: Candidate): boolean {
  if (a.date !== b.date) return a.date !== null && (b.date === null || a.date < b.date);
  if (a.place.uri !== b.place.uri) return a.place.uri < b.place.uri;
  return a.place.index === b.place.index ? a.local < b.local : a.place.index < b.place.index;
}

/** The same, those that tell most about the entity first: with many mentions for their length, in the headline, with a role. */
export function tellingPlacesOf(services: Needed, entity: Entity): readonly EntityPlace[] {
  return placesOf(services, entity)
    .map((place) => ({
      place,
      worth: place.count / Math.sqrt(1 + place.record.wordCount / 300) + (place.inHeadline ? 2 : 0) + (place.hasRole ? 1 : 0),
    }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ place }) => place);
}

/** Whether a mention stands in the headline of its article. */
export function isInHeadline({ article, record }: Pick<ReadPlace, "article" | "record">, mention: number): boolean {
  if (record.displayTitleKind !== "headline") return false;
  const { start } = article.names.mentions.range(mention, record.range.start.line);
  const { selection } = record;
  return (
    start.line >= selection.start.line &&
    start.line <= selection.end.line &&
    (start.line !== selection.end.line || start.character < selection.end.character)
  );
}
