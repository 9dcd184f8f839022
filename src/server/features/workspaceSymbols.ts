import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import { findArticles } from "../../core/corpus/titleSearch";
import { findEntities } from "../../core/entities/index/findEntities";
import type { Entity } from "../../core/entities/index/entityView";
import { introductionOf, locationOf } from "../entities/entityPlaces";
import { aliasesOf } from "../entities/summaries";
import type { Feature, Services } from "../services";

const maxEntities = 60;
const maxArticles = 60;

const symbolKinds = { PER: SymbolKind.Class, ORG: SymbolKind.Module, LOC: SymbolKind.Namespace, EVENT: SymbolKind.Event } as const;

/** Go to Symbol in Workspace: entities by any of their names, and articles by title. */
export const workspaceSymbols: Feature = (connection, services) => {
  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] => {
    const { corpus, names, documents } = services;
    const found = findEntities(names.view, query, maxEntities).flatMap((entity) => entitySymbol(services, entity, query) ?? []);
    const articles = findArticles(corpus, query, maxArticles).map((record): WorkspaceSymbol => ({
      name: record.displayTitle,
      kind: SymbolKind.File,
      containerName: [record.publisher ?? record.agency ?? "", corpus.dateOf(record) ?? ""].filter((part) => part !== "").join(", "),
      location: { uri: documents.clientUri(record.uri), range: record.selection },
    }));
    return [...found, ...articles];
  });
  return { workspaceSymbolProvider: true };
};

/** A client filters by the name that it shows, so the alias that was typed has to be in it. */
function entitySymbol(services: Services, entity: Entity, query: string): WorkspaceSymbol | null {
  const introduction = introductionOf(services, entity);
  if (introduction === null) return null;
  const typed = query.trim().toLowerCase();
  const alias = entity.name.toLowerCase().includes(typed) ? undefined : aliasesOf(entity).find((form) => form.toLowerCase().includes(typed));
  const role = services.summaries.overview(entity).roles[0]?.phrase;
  return {
    name: alias === undefined ? entity.name : `${entity.name} (${alias})`,
    kind: symbolKinds[entity.type],
    containerName: [role ?? "", `${entity.articles} article${entity.articles === 1 ? "" : "s"}`].filter((part) => part !== "").join(" · "),
    location: locationOf(services, introduction.place, introduction.mention),
  };
}
