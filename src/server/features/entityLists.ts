import type { CancellationToken } from "vscode-languageserver";
import { EntityLists } from "../../core/entities/index/entityLists";
import { findEntities } from "../../core/entities/index/findEntities";
import {
  entityMethod,
  type EntitiesTree,
  type EntitiesTreeParams,
  type EntityArticles,
  type EntityArticlesParams,
  type EntitySummary,
  type FindEntitiesParams,
} from "../../protocol/entities";
import { articleSummary } from "../answers/articleSummary";
import { placesOf, tellingPlacesOf } from "../answers/entities/entityPlaces";
import { extentOf, pageOf } from "../answers/entities/page";
import type { Feature } from "../main/services";

/** `entitiesTree`, `entityArticles`, `entitySummary` and `findEntities`: entities as views and quick picks list them. */
export const entityLists: Feature = (connection, services) => {
  const { names, summaries, corpus, scheduler } = services;
  let lists: { readonly view: object; readonly lists: EntityLists } | null = null;
  const current = (): EntityLists => {
    if (lists?.view !== names.view) lists = { view: names.view, lists: new EntityLists(names.view, names.factsOf) };
    return lists.lists;
  };

  connection.onRequest(
    entityMethod.entitiesTree,
    async ({ kind, sort, filter, ...page }: EntitiesTreeParams, token: CancellationToken): Promise<EntitiesTree> => {
      const all = current();
      const roots = await scheduler.drive(all.rootsByKind(filter), token);
      const entities = kind === null ? [] : await scheduler.drive(all.first(extentOf(page).to, kind, sort, filter), token);
      return {
        kinds: [...roots].flatMap(([one, { length }]) => (length === 0 ? [] : [{ kind: one, count: length }])),
        entities: pageOf(entities, page).map((entity) => summaries.summary(entity)),
        total: kind === null ? 0 : (roots.get(kind)?.length ?? 0),
      };
    },
  );

  connection.onRequest(entityMethod.entityArticles, ({ id, order, ...page }: EntityArticlesParams): EntityArticles => {
    const entity = names.view.entity(id);
    const places = entity === null ? [] : order === "telling" ? tellingPlacesOf(services, entity) : placesOf(services, entity);
    return {
      articles: pageOf(places, page).map(({ record, count }) => ({ article: articleSummary(record, corpus), mentions: count })),
      total: places.length,
    };
  });

  connection.onRequest(entityMethod.entitySummary, ({ id }: { readonly id: string }): EntitySummary | null => {
    const entity = names.view.entity(id);
    return entity === null ? null : summaries.summary(entity);
  });

  connection.onRequest(entityMethod.findEntities, ({ query, limit, kind }: FindEntitiesParams): EntitySummary[] =>
    findEntities(names.view, query, Math.min(limit, 500), kind ?? null).map((entity) => summaries.summary(entity)),
  );
  return {};
};
