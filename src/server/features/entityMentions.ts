import type { CancellationToken, Range } from "vscode-languageserver";
import { articleId as idOf } from "../../core/corpus/articleRecord";
import { tellingness } from "../../core/entities/index/usefulness";
import {
  entityMethod,
  type AdjacentMention,
  type EntitiesOfArticle,
  type EntitiesOfArticleParams,
  type EntityAt,
  type EntityAtParams,
  type EntityMention,
  type Mentions,
  type MentionsParams,
  type Page,
} from "../../protocol/entities";
import { contextOf } from "../answers/entities/contexts";
import { isInHeadline, placesOf, readPlace, type EntityPlace, type ReadPlace } from "../answers/entities/entityPlaces";
import { mentionsInArticle } from "../answers/entities/mentionsInArticle";
import { nameAt } from "../answers/entities/nameAt";
import { extentOf } from "../answers/entities/page";
import { bearersOf } from "../answers/entities/summaries";
import type { Feature, Services } from "../main/services";
import { normalUri } from "../files/uris";

/** In a bundle with more articles than this, going from mention to mention stays in the article. */
const maxArticles = 2000;

/** Mentions one by one: with their contexts, of one article, at the cursor, and the ones before and behind it. */
export const entityMentions: Feature = (connection, services) => {
  const { names, summaries, scheduler, documents, corpus } = services;

  connection.onRequest(
    entityMethod.mentionsOfEntity,
    async ({ id, articleId, ...page }: MentionsParams, token: CancellationToken): Promise<Mentions> => {
      const entity = names.view.entity(id);
      if (entity === null) return { mentions: [], total: 0 };
      const places = placesOf(services, entity).filter(({ record }) => articleId === undefined || articleId === idOf(record));
      const slices = scheduler.slices();
      const mentions: EntityMention[] = [];
      for (const { place, mention } of mentionsOnPage(services, places, page)) {
        mentions.push(await contextOf(services, place, mention));
        if (slices.over) await slices.next(token);
      }
      return { mentions, total: places.reduce((sum, { count }) => sum + count, 0) };
    },
  );

  connection.onRequest(entityMethod.entitiesOfArticle, ({ uri, position }: EntitiesOfArticleParams): EntitiesOfArticle | null => {
    const document = documents.parsed(uri);
    const slot = document === null ? 0 : Math.max(0, position === undefined ? 0 : document.slotAt(document.lines.offsetAt(position)));
    const open = document === null ? null : names.openArticle(uri, document, slot);
    const article = open?.article ?? names.index.articleAt(normalUri(uri), slot);
    const record = corpus.articlesOf(normalUri(uri))[slot];
    const line = open?.base.line ?? record?.range.start.line;
    if (article === null || line === undefined) return null;
    const found = new Map<
      string,
      {
        readonly entity: EntitiesOfArticle["entities"][number]["entity"];
        mentions: number;
        readonly range: Range;
        readonly inHeadline: boolean;
        readonly of: Parameters<typeof tellingness>[0];
      }
    >();
    const { mentions } = article.names;
    for (let mention = 0; mention < mentions.count; mention++) {
      const entity = names.entityOf(article, mention);
      if (entity === null || names.view.isBetween(entity.id)) continue;
      const known = found.get(entity.id);
      if (known !== undefined) known.mentions++;
      else
        found.set(entity.id, {
          entity: summaries.summary(entity),
          mentions: 1,
          range: mentions.range(mention, line),
          inHeadline: record !== undefined && isInHeadline({ article, record }, mention),
          of: entity,
        });
    }
    const worth = (one: {
      readonly of: Parameters<typeof tellingness>[0];
      readonly mentions: number;
      readonly inHeadline: boolean;
    }): number => tellingness(one.of, one.mentions, one.inHeadline, names.index.articleCount);
    return {
      articleId: article.id,
      entities: [...found.values()]
        .sort((a, b) => worth(b) - worth(a) || (a.entity.id < b.entity.id ? -1 : 1))
        .map(({ entity, mentions: count, range }) => ({ entity, mentions: count, range })),
    };
  });

  connection.onRequest(entityMethod.entityAt, ({ uri, position }: EntityAtParams): EntityAt | null => {
    const found = nameAt(services, uri, position);
    if (found === null) return null;
    const bearers = bearersOf(names, found.article, found.mention);
    const entity = bearers.length === 1 && bearers[0] !== undefined ? bearers[0] : found.entity;
    return {
      range: found.range,
      text: found.form,
      entity: summaries.summary(entity),
      alternatives: bearers.length > 1 ? bearers.map((one) => summaries.summary(one)) : [],
    };
  });

  connection.onRequest(entityMethod.nextMention, (params: EntityAtParams) => adjacent(services, params, 1));
  connection.onRequest(entityMethod.previousMention, (params: EntityAtParams) => adjacent(services, params, -1));
  return {};
};

/** The mentions that a page asks for; only their articles are read. */
function mentionsOnPage(
  services: Services,
  places: readonly EntityPlace[],
  page: Page,
): readonly { readonly place: ReadPlace; readonly mention: number }[] {
  const { from, to } = extentOf(page);
  const found: { readonly place: ReadPlace; readonly mention: number }[] = [];
  let before = 0;
  for (const one of places) {
    if (before >= to) break;
    const place = before + one.count > from ? readPlace(services, one) : null;
    for (const [at, mention] of (place?.mentions ?? []).entries()) {
      if (place !== null && before + at >= from && before + at < to) found.push({ place, mention });
    }
    before += one.count;
  }
  return found;
}

function adjacent(services: Services, { uri, position }: EntityAtParams, step: 1 | -1): AdjacentMention | null {
  const found = nameAt(services, uri, position);
  if (found === null) return null;
  const { document, open, entity } = found;
  const slots =
    document.slots.length > maxArticles ? [open] : document.slots.map((_, index) => services.names.openArticle(uri, document, index));
  const ranges = slots.flatMap((one) => (one === null ? [] : mentionsInArticle(services.names, one, entity)));
  const here = ranges.findIndex(({ start }) => start.line === found.range.start.line && start.character === found.range.start.character);
  const index = (here + step + ranges.length) % ranges.length;
  const range = ranges[index];
  return range === undefined ? null : { range, index: index + 1, count: ranges.length };
}
