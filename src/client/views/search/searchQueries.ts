import { type CancellationToken, CancellationTokenSource } from "vscode";
import type { ProtocolRange } from "../../../protocol/ranges";
import {
  type Asker,
  type ContextSort,
  type ContextsParams,
  type DocumentMatchesParams,
  type ExportFormat,
  type ExportParams,
  type ReportParams,
  type SearchContexts,
  searchMethod,
  type SearchParams,
  type SearchQuestion,
  type SearchReport,
  type SearchResult,
  type Suggestion,
  type SuggestParams,
} from "../../../protocol/search";
import type { CorpusServer } from "../../server/corpusServer";

/** The questions that the client asks about texts. Undefined where the server does not run, or the question was cancelled. */
export class SearchQueries {
  readonly #server: CorpusServer;
  readonly #asking = new Map<Asker, CancellationTokenSource>();

  constructor(server: CorpusServer) {
    this.#server = server;
  }

  /** A page of results; the first page of a new question ends the one before of the same asker. */
  async search(params: SearchParams): Promise<SearchResult | undefined> {
    if (params.offset === 0) {
      this.#asking.get(params.asker)?.cancel();
      this.#asking.set(params.asker, new CancellationTokenSource());
    }
    return this.#ask(searchMethod.search, params, this.#asking.get(params.asker)?.token);
  }

  suggestions(params: SuggestParams): Promise<readonly Suggestion[] | undefined> {
    return this.#ask(searchMethod.suggestions, params);
  }

  contexts(question: SearchQuestion, order: ContextSort): Promise<SearchContexts | undefined> {
    const params: ContextsParams = { ...question, order };
    return this.#ask(searchMethod.contexts, params, this.#asking.get("view")?.token);
  }

  export(question: SearchQuestion, format: ExportFormat, token: CancellationToken): Promise<string | undefined> {
    const params: ExportParams = { ...question, format };
    return this.#ask(searchMethod.export, params, token);
  }

  report(question: SearchQuestion, contexts: ContextSort | null, token: CancellationToken): Promise<SearchReport | undefined> {
    const params: ReportParams = { ...question, contexts };
    return this.#ask(searchMethod.report, params, token);
  }

  matchesInDocument(uri: string, query: string): Promise<readonly ProtocolRange[] | undefined> {
    const params: DocumentMatchesParams = { uri, query };
    return this.#ask(searchMethod.matchesInDocument, params);
  }

  async #ask<Result>(name: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    try {
      return await this.#server.request<Result>(name, params, token);
    } catch (error) {
      // A question that a newer one ended rejects.
      if (token?.isCancellationRequested === true || isCancelled(error)) return undefined;
      throw error;
    }
  }
}

const requestCancelled = -32800;

function isCancelled(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === requestCancelled;
}
