import { counted } from "../../core/text/readableCount";
import { SymbolKind, type CallHierarchyItem, type Range } from "vscode-languageserver";
import { label } from "../../core/text/escape";
import type { Entity } from "../../core/entities/index/entity";
import { introductionOf, locationOf, placesOf, readPlace } from "../answers/entities/entityPlaces";
import { nameAt } from "../answers/entities/nameAt";
import type { Feature, Services } from "../main/services";

const maxRanges = 200;
const symbolKinds = { PER: SymbolKind.Class, ORG: SymbolKind.Module, LOC: SymbolKind.Namespace, EVENT: SymbolKind.Event } as const;

/**
 * *Occurs With*, as a call hierarchy: who and what a name occurs with, closest first, again and again from one to the
 * next. Both directions are the same, for occurring together has none.
 */
export const occursWith: Feature = (connection, services) => {
  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }): CallHierarchyItem[] | null => {
    const found = nameAt(services, uri, position);
    const item = found === null ? null : itemOf(services, found.entity, null);
    return item === null ? null : [item];
  });

  const companions = (item: CallHierarchyItem): readonly { readonly item: CallHierarchyItem; readonly ranges: Range[] }[] => {
    const entity = entityOf(services, item);
    if (entity === null) return [];
    const { view } = services.names;
    const own = new Set<number>();
    view.eachPlace(entity, (article) => own.add(article));
    return services.summaries.companions(entity).flatMap(({ entity: other, articles }) => {
      const common = placesOf(services, other).find((place) => own.has(place.number));
      const place = common === undefined ? null : readPlace(services, common);
      const [mention] = place?.mentions ?? [];
      if (place === null || mention === undefined) return [];
      const location = locationOf(services, place, mention);
      const found = itemOf(services, other, counted(articles, "common article"));
      if (found === null) return [];
      // The ranges of a call are all in one document: the newest common article.
      const ranges = place.mentions.slice(0, maxRanges).map((one) => locationOf(services, place, one).range);
      return [{ item: { ...found, uri: location.uri, range: location.range, selectionRange: location.range }, ranges }];
    });
  };
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => {
    const entity = entityOf(services, item);
    return companions(item).map(({ item: to }) => ({ to, fromRanges: entity === null ? [] : rangesIn(services, entity, item.uri) }));
  });
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    companions(item).map(({ item: from, ranges }) => ({ from, fromRanges: ranges })),
  );
  return { callHierarchyProvider: true };
};

/** The entity of an item; what a client gives back is not trusted. */
function entityOf({ names }: Services, item: CallHierarchyItem): Entity | null {
  const data: unknown = item.data;
  const id = typeof data === "object" && data !== null && "id" in data ? data.id : null;
  return typeof id === "string" ? names.view.entity(id) : null;
}

function rangesIn(services: Services, entity: Entity, uri: string): Range[] {
  return placesOf(services, entity)
    .filter(({ record }) => services.documents.clientUri(record.uri) === uri)
    .flatMap((one) => {
      const place = readPlace(services, one);
      return place === null ? [] : place.mentions.slice(0, maxRanges).map((mention) => locationOf(services, place, mention).range);
    });
}

function itemOf(services: Services, entity: Entity, detail: string | null): CallHierarchyItem | null {
  const introduction = introductionOf(services, entity);
  if (introduction === null) return null;
  const { uri, range } = locationOf(services, introduction.place, introduction.mention);
  const role = services.summaries.overview(entity).roles[0]?.phrase ?? "";
  return {
    name: label(entity.name),
    kind: symbolKinds[entity.type],
    detail: label(detail ?? role),
    uri,
    range,
    selectionRange: range,
    data: { id: entity.id },
  };
}
