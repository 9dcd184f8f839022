import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import { readableDate } from "../../core/dates/readableDate";
import { label } from "../../core/text/escape";
import { counted } from "../../core/text/readableCount";
import { findArticles } from "../../core/corpus/titleSearch";
import { findEntities } from "../../core/entities/index/findEntities";
import type { Entity } from "../../core/entities/index/entity";
import { introductionOf, locationOf } from "../answers/entities/entityPlaces";
import { aliasesOf } from "../answers/entities/summaries";
import type { Feature, Services } from "../main/services";

const maxEntities = 60;
const maxArticles = 60;

const symbolKinds = { PER: SymbolKind.Class, ORG: SymbolKind.Module, LOC: SymbolKind.Namespace, EVENT: SymbolKind.Event } as const;

/** Go to Symbol in Workspace: entities by any of their names, and articles by title. */
export const workspaceSymbols: Feature = (connection, services) => {
  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] => {
    const { corpus, names, documents } = services;
    const found = findEntities(names.view, query, maxEntities).flatMap((entity) => entitySymbol(services, entity, query) ?? []);
    const articles = findArticles(corpus, query, maxArticles).map((record): WorkspaceSymbol => ({
      name: label(record.displayTitle),
      kind: SymbolKind.File,
      containerName: label(
        [record.publisher ?? record.agency ?? "", dateInWords(corpus.dateOf(record))].filter((part) => part !== "").join(", "),
      ),
      location: { uri: documents.clientUri(record.uri), range: record.selection },
    }));
    return [...found, ...articles];
  });
  return { workspaceSymbolProvider: true };
};

function dateInWords(date: string | null): string {
  return date === null ? "" : readableDate(date);
}

function entitySymbol(services: Services, entity: Entity, query: string): WorkspaceSymbol | null {
  const introduction = introductionOf(services, entity);
  if (introduction === null) return null;
  const role = services.summaries.overview(entity).roles[0]?.phrase;
  return {
    name: label(symbolName(entity, query.trim())),
    kind: symbolKinds[entity.type],
    containerName: label([role ?? "", counted(entity.articles, "article")].filter((part) => part !== "").join(" · ")),
    location: locationOf(services, introduction.place, introduction.mention),
  };
}

/**
 * A client filters by the name that it shows, and shows what has the letters typed in their order: the alias that was meant has
 * to be in it, or, behind a slip of a key, what was typed.
 */
function symbolName(entity: Entity, typed: string): string {
  const { name } = entity;
  const has = (form: string): boolean => form.toLowerCase().includes(typed.toLowerCase());
  const alias = has(name) ? undefined : aliasesOf(entity).find(has);
  if (alias !== undefined) return `${name} (${alias})`;
  return hasLetters(name.toLowerCase(), typed.toLowerCase()) ? name : `${name} (≈ ${typed})`;
}

/** Whether the letters of `typed` stand in `name` in their order, with others between them. */
function hasLetters(name: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    if (letter === " ") continue;
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
