import {
  CancellationToken,
  type Connection,
  ErrorCodes,
  type LSPAny,
  type Position,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import { facets } from "../../core/search/engine/searchEngine";
import { agentMethod, type AskToolParams } from "../../protocol/agent";
import {
  method,
  type ArticleAtParams,
  type CorpusFolder,
  type FindArticlesParams,
  type LeftOutParams,
  type TreatAsParams,
  type TreeParams,
} from "../../protocol/corpus";
import { draftMethod, type CheckTextParams } from "../../protocol/drafts";
import {
  entityMethod,
  type CorrectEntityParams,
  type CorrectionsChangedParams,
  type EntitiesOfArticleParams,
  type EntitiesTreeParams,
  type EntityArticlesParams,
  type EntityAtParams,
  type FindEntitiesParams,
  type MentionsParams,
  type Page,
} from "../../protocol/entities";
import { quotationMethod, type QuotationsOfArticleParams, type SaidParams } from "../../protocol/quotations";
import { relatedMethod, type RelatedParams } from "../../protocol/related";
import {
  searchMethod,
  type ContextsParams,
  type DocumentMatchesParams,
  type ExportParams,
  type ReportParams,
  type SearchParams,
  type SearchQuestion,
  type SuggestParams,
} from "../../protocol/search";
import { throwIfCancelled } from "../reading/scheduler";
import type { Services } from "./services";
import { count, day, flag, listOf, longText, object, oneOf, optional, orNull, type Shape, taggedBy, text, wholeName } from "./shapes";

const position = object<Position>({ line: count, character: count });
const range = object<Range>({ start: position, end: position });
const kind = oneOf("PER", "ORG", "LOC", "EVENT");
const page: Readonly<Record<keyof Page, Shape>> = { offset: count, limit: count };
const byId = object<{ readonly id: string }>({ id: text });
const place = object<EntityAtParams>({ uri: text, position });
const question: Readonly<Record<keyof SearchQuestion, Shape>> = {
  query: text,
  filters: listOf(object<SearchQuestion["filters"][number]>({ facet: oneOf(...facets), value: text, exclude: flag })),
  dates: orNull(object<NonNullable<SearchQuestion["dates"]>>({ from: orNull(text), to: orNull(text) })),
  sort: oneOf("relevance", "newest", "oldest"),
};
const contextSort = oneOf("article", "left", "right");
const grouping = oneOf("date", "publisher", "folder", "story", "none");
const anything: Shape = () => null;
const type = anything;

/** What each message of ours has to look like. */
const shapes: Readonly<Record<string, Shape>> = {
  [method.setFolders]: listOf(object<CorpusFolder>({ uri: text, direct: flag, readsAll: optional(flag), encoding: optional(text) })),
  [method.treatAs]: object<TreatAsParams>({ uri: text, kind: orNull(oneOf("article", "bundle", "text")) }),
  [method.articleGroups]: object<TreeParams>({ by: grouping, parent: orNull(text), filter: text }),
  [method.articleAt]: object<ArticleAtParams>({ uri: text, position, by: grouping, filter: text }),
  [method.findArticles]: object<FindArticlesParams>({ query: text, limit: count }),
  [method.articleDetails]: byId,
  [method.quietParts]: object<{ readonly uri: string }>({ uri: text }),
  [method.extractedText]: object<{ readonly uri: string }>({ uri: text }),
  [method.fileEncoding]: object<{ readonly uri: string }>({ uri: text }),
  [method.leftOut]: object<LeftOutParams>({ detail: optional(text), extension: optional(text) }),
  [method.rebuild]: anything,
  [method.clearIndex]: anything,
  [entityMethod.entitiesTree]: object<EntitiesTreeParams>({
    ...page,
    kind: orNull(kind),
    sort: oneOf("usefulness", "count", "recency", "name"),
    filter: text,
  }),
  [entityMethod.entitySummary]: byId,
  [entityMethod.entityCard]: byId,
  [entityMethod.entityProfile]: byId,
  [entityMethod.entityArticles]: object<EntityArticlesParams>({ ...page, id: text, order: optional(oneOf("newest", "telling")) }),
  [entityMethod.mentionsOfEntity]: object<MentionsParams>({ ...page, id: text, articleId: optional(orNull(text)) }),
  [entityMethod.entitiesOfArticle]: object<EntitiesOfArticleParams>({ uri: text, position: optional(position) }),
  [entityMethod.entityAt]: place,
  [entityMethod.nextMention]: place,
  [entityMethod.previousMention]: place,
  [entityMethod.findEntities]: object<FindEntitiesParams>({ query: text, limit: count, kind: optional(orNull(kind)) }),
  [entityMethod.correctEntity]: object<CorrectEntityParams>({
    operation: taggedBy({
      merge: object<{ type: string; ids: string[]; into: string }>({ type, ids: listOf(text), into: text }),
      split: object<{ type: string; id: string; form: string }>({ type, id: text, form: text }),
      rename: object<{ type: string; id: string; name: string }>({ type, id: text, name: text }),
      kind: object<{ type: string; id: string; kind: string }>({ type, id: text, kind }),
      hide: object<{ type: string; id: string }>({ type, id: text }),
      pin: object<{ type: string; form: string; id: string }>({ type, form: text, id: text }),
    }),
    folder: optional(orNull(text)),
  }),
  [entityMethod.correctionsChanged]: object<CorrectionsChangedParams>({ uri: text, text: orNull(longText) }),
  [quotationMethod.said]: object<SaidParams>({ ...page, id: text, about: flag, filter: text }),
  [quotationMethod.quotationsOfArticle]: object<QuotationsOfArticleParams>({ uri: text, position: optional(position) }),
  [draftMethod.checkText]: object<CheckTextParams>({ uri: text, text: longText, written: orNull(day) }),
  [relatedMethod.relatedArticles]: object<RelatedParams>({ uri: text, position: optional(position), id: optional(text) }),
  [relatedMethod.articleBody]: byId,
  [relatedMethod.stories]: object<{ readonly limit: number }>({ limit: count }),
  [relatedMethod.storyArticles]: byId,
  [relatedMethod.storyOf]: byId,
  [searchMethod.search]: object<SearchParams>({ ...question, asker: oneOf("view", "pick", "walk"), offset: count, limit: count }),
  [searchMethod.suggestions]: object<SuggestParams>({ query: text, cursor: count }),
  [searchMethod.contexts]: object<ContextsParams>({ ...question, order: contextSort }),
  [searchMethod.export]: object<ExportParams>({ ...question, format: oneOf("markdown", "csv", "json") }),
  [searchMethod.report]: object<ReportParams>({ ...question, contexts: orNull(contextSort) }),
  [searchMethod.matchesInDocument]: object<DocumentMatchesParams>({ uri: text, query: text }),
  // The tool itself looks at its input.
  [agentMethod.ask]: object<AskToolParams>({ tool: text, input: anything }),
};

const document = object<{ readonly uri: string }>({ uri: text });
const inDocument = object<{ readonly textDocument: object }>({ textDocument: document });
const inRange = object<{ readonly textDocument: object; readonly range: Range }>({ textDocument: document, range });
const atPosition = object<{ readonly textDocument: object; readonly position: Position }>({ textDocument: document, position });
const ofItem = object<{ readonly item: object }>({ item: object<{ readonly uri: string; readonly range: Range }>({ uri: text, range }) });

/** What the requests of LSP have to look like that our features answer, by the names of the functions that take their handlers. */
const lspShapes: Readonly<Record<string, Shape>> = {
  onDocumentSymbol: inDocument,
  onFoldingRanges: inDocument,
  onDocumentLinks: inDocument,
  onCodeLens: inDocument,
  onCodeLensResolve: object<{ readonly range: Range; readonly data: LSPAny }>({
    range,
    data: object<{ readonly id: string; readonly uri: string }>({ id: text, uri: text }),
  }),
  onSelectionRanges: object<{ readonly textDocument: object; readonly positions: readonly Position[] }>({
    textDocument: document,
    positions: listOf(position),
  }),
  onCodeAction: object<{ readonly textDocument: object; readonly range: Range; readonly context: object }>({
    textDocument: document,
    range,
    context: object<{ readonly diagnostics: readonly object[]; readonly only: readonly string[] }>({
      diagnostics: listOf(object<{ readonly range: Range }>({ range })),
      only: optional(listOf(text)),
    }),
  }),
  onHover: atPosition,
  onDefinition: atPosition,
  onImplementation: atPosition,
  onReferences: atPosition,
  onDocumentHighlight: atPosition,
  onWorkspaceSymbol: object<{ readonly query: string }>({ query: text }),
  onDidChangeWatchedFiles: object<{ readonly changes: readonly object[] }>({
    changes: listOf(object<{ readonly uri: string; readonly type: number }>({ uri: text, type: count })),
  }),
};
const languageShapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  semanticTokens: { on: inDocument, onRange: inRange },
  callHierarchy: { onPrepare: atPosition, onIncomingCalls: ofItem, onOutgoingCalls: ofItem },
};

type Handler = (params: unknown, ...rest: readonly unknown[]) => unknown;
type Register = (...args: readonly unknown[]) => unknown;

/** The document that parameters name, of LSP or of ours; null for none. */
function documentOf(params: unknown): string | null {
  if (typeof params !== "object" || params === null) return null;
  const { textDocument, uri } = params as { readonly textDocument?: { readonly uri?: unknown }; readonly uri?: unknown };
  const named = textDocument?.uri ?? uri;
  return typeof named === "string" ? named : null;
}

/**
 * The connection as features have it. The document that a request names is parsed before its handler is called, which may take seconds and
 * several slices; who cancels meanwhile is answered at once. Whatever comes in has the shape that its handler expects. A request that
 * has not is refused with `InvalidParams` and what is wrong with it; a notification is logged and passed over. A message of ours
 * without a shape is an error when it is registered.
 */
export function guarded(connection: Connection, { documents, scheduler }: Pick<Services, "documents" | "scheduler">): Connection {
  const whenParsed = async (uri: string, token: CancellationToken, then: () => unknown): Promise<unknown> => {
    throwIfCancelled(token);
    let stopListening = (): void => undefined;
    const cancelled = new Promise<void>((resolve) => {
      const listening = token.onCancellationRequested(() => {
        resolve();
      });
      stopListening = () => {
        listening.dispose();
      };
    });
    await Promise.race([documents.parse(uri, () => scheduler.slices()), cancelled]);
    stopListening();
    throwIfCancelled(token);
    return await then();
  };
  const refuse = (name: string, fault: string): never => {
    throw new ResponseError(ErrorCodes.InvalidParams, `${name}: ${fault}.`);
  };
  const checked =
    (name: string, shape: Shape, handler: Handler, otherwise: (name: string, fault: string) => unknown = refuse): Handler =>
    (params, ...rest) => {
      const fault = shape(params, wholeName);
      if (fault !== null) return otherwise(name, fault);
      const uri = documentOf(params);
      const [token] = rest;
      if (uri === null || documents.isParsed(uri) || !CancellationToken.is(token)) return handler(params, ...rest);
      return whenParsed(uri, token, () => handler(params, ...rest));
    };
  const ignore = (name: string, fault: string): void => {
    connection.console.error(`${name}: ${fault}.`);
  };
  const byName =
    (register: Register, isRequest: boolean): Register =>
    (name, handler) => {
      if (typeof name !== "string") return register(name, handler);
      const shape = shapes[name];
      if (shape === undefined) throw new Error(`${name} has no shape.`);
      return register(name, checked(name, shape, handler as Handler, isRequest ? refuse : ignore));
    };
  const withShapes = <T extends object>(
    target: T,
    table: Readonly<Record<string, Shape>>,
    more: (key: string, value: unknown) => unknown,
  ): T =>
    new Proxy(target, {
      get(_, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof key !== "string") return value;
        const shape = table[key];
        if (shape === undefined || typeof value !== "function") return more(key, value);
        const register = value.bind(target) as Register;
        const isNotification = key.startsWith("onDid");
        return (handler: Handler) => register(checked(key, shape, handler, isNotification ? ignore : refuse));
      },
    });
  return withShapes(connection, lspShapes, (key, value) => {
    if (key === "onRequest" || key === "onNotification") return byName((value as Register).bind(connection), key === "onRequest");
    if (key !== "languages") return value;
    return withShapes(value as Connection["languages"], {}, (name, part) => {
      const table = languageShapes[name];
      return table === undefined ? part : withShapes(part as object, table, (_, one) => one);
    });
  });
}
