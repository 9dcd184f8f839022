import type { Location } from "vscode-languageserver";
import { comparePlace, type ArticleRecord } from "../../core/corpus/articleRecord";
import type { IndexedArticle } from "../../core/entities/index/entityIndex";
import type { Entity } from "../../core/entities/index/entityView";
import type { Services } from "../services";

/** An article with the mentions of one entity in it. */
export interface EntityPlace {
  readonly article: IndexedArticle;
  readonly record: ArticleRecord;
  readonly date: string | null;
  /** Indexes into the article's mentions, in the order of the text. */
  readonly mentions: readonly number[];
}

type Needed = Pick<Services, "names" | "corpus">;

/** Where an entity is mentioned: the newest article first, undated ones last. */
export function placesOf({ names, corpus }: Needed, entity: Entity): readonly EntityPlace[] {
  const { view } = names;
  const places = new Map<string, EntityPlace & { readonly mentions: number[] }>();
  for (const { articleId, local } of view.places(entity)) {
    const article = view.index.article(articleId);
    const record = article === null ? null : names.recordOf(article.uri, article.index, article.id);
    if (article === null || record === null) continue;
    const mentions = article.locals[local]?.mentions ?? [];
    const known = places.get(articleId);
    if (known === undefined) places.set(articleId, { article, record, date: corpus.dateOf(record), mentions: [...mentions] });
    else known.mentions.push(...mentions);
  }
  for (const { mentions } of places.values()) mentions.sort((a, b) => a - b);
  return [...places.values()].sort((a, b) => (a.date === b.date ? comparePlace(a.record, b.record) : (a.date ?? "") < (b.date ?? "") ? 1 : -1));
}

/** A mention of an article of the corpus, as LSP's location. */
export function locationOf({ documents }: Pick<Services, "documents">, { article, record }: EntityPlace, mention: number): Location {
  return { uri: documents.clientUri(article.uri), range: article.names.mentions.range(mention, record.range.start.line) };
}

/**
 * Where the corpus introduces an entity: the earliest article that says what it is, at that mention; else its earliest
 * mention. Undated articles come last. Null where it has none. Linear in its articles.
 */
export function introductionOf({ names, corpus }: Needed, entity: Entity): { readonly place: EntityPlace; readonly mention: number } | null {
  let best: { readonly place: EntityPlace; readonly mention: number; readonly hasRole: boolean } | null = null;
  for (const { articleId, local } of names.view.places(entity)) {
    const article = names.view.index.article(articleId);
    const record = article === null ? null : names.recordOf(article.uri, article.index, article.id);
    const mentions = article?.locals[local]?.mentions ?? [];
    if (article === null || record === null || mentions[0] === undefined) continue;
    const role = article.names.roles.find((one) => article.localOf[one.mention] === local);
    const date = corpus.dateOf(record);
    if (best !== null && (best.hasRole ? role === undefined : role === undefined && !isEarlier(date, record, best.place))) continue;
    if (best?.hasRole === true && !isEarlier(date, record, best.place)) continue;
    best = { place: { article, record, date, mentions }, mention: role?.mention ?? mentions[0], hasRole: role !== undefined };
  }
  return best;
}

function isEarlier(date: string | null, record: ArticleRecord, than: EntityPlace): boolean {
  if (date === than.date) return comparePlace(record, than.record) < 0;
  return date !== null && (than.date === null || date < than.date);
}

/** The same, those that tell most about the entity first: with many mentions for their length, in the headline, with a role. */
export function tellingPlacesOf(services: Needed, entity: Entity): readonly EntityPlace[] {
  const worth = new Map<EntityPlace, number>();
  for (const place of placesOf(services, entity)) {
    const { mentions, article, record } = place;
    const own = new Set(mentions);
    const inHeadline = mentions.some((mention) => isInHeadline(place, mention));
    const hasRole = article.names.roles.some((role) => own.has(role.mention));
    worth.set(place, mentions.length / Math.sqrt(1 + record.wordCount / 300) + (inHeadline ? 2 : 0) + (hasRole ? 1 : 0));
  }
  return [...worth].sort((a, b) => b[1] - a[1]).map(([place]) => place);
}

/** Whether a mention stands in the headline of its article. */
export function isInHeadline({ article, record }: Pick<EntityPlace, "article" | "record">, mention: number): boolean {
  if (record.displayTitleKind !== "headline") return false;
  const { start } = article.names.mentions.range(mention, record.range.start.line);
  const { selection } = record;
  return start.line >= selection.start.line && start.line <= selection.end.line && (start.line !== selection.end.line || start.character < selection.end.character);
}
