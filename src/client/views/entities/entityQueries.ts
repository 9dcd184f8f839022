import type { CancellationToken } from "vscode";
import {
  entityMethod,
  type AdjacentMention,
  type EntitiesOfArticle,
  type EntitiesOfArticleParams,
  type EntitiesTree,
  type EntitiesTreeParams,
  type EntityArticles,
  type EntityArticlesParams,
  type EntityAt,
  type EntityAtParams,
  type EntityMention,
  type EntityProfile,
  type EntitySummary,
  type FindEntitiesParams,
  type CorrectEntityParams,
  type CorrectionPreview,
  type Mentions,
  type MentionsParams,
} from "../../../protocol/entities";
import {
  quotationMethod,
  type QuotationsOfArticle,
  type QuotationsOfArticleParams,
  type Said,
  type SaidParams,
} from "../../../protocol/quotations";
import type { CorpusServer } from "../../server/corpusServer";

/** The most that the server gives at once of any list. */
const largestPage = 500;

/** What can be asked about names. Without a server, or where the answer was cancelled, there is none: undefined. */
export class EntityQueries {
  readonly #server: CorpusServer;

  constructor(server: CorpusServer) {
    this.#server = server;
  }

  /** The kinds with their counts and, of one kind, a page of its entities. */
  tree(params: EntitiesTreeParams): Promise<EntitiesTree | undefined> {
    return this.#ask(entityMethod.entitiesTree, params);
  }

  /** What lists show of an entity; undefined if it has gone. */
  summary(id: string): Promise<EntitySummary | undefined> {
    return this.#ask(entityMethod.entitySummary, { id });
  }

  /** The hover's text, as Markdown. */
  card(id: string, token: CancellationToken): Promise<string | undefined> {
    return this.#ask(entityMethod.entityCard, { id }, token);
  }

  /** The articles that mention an entity, newest first. */
  articles(params: EntityArticlesParams): Promise<EntityArticles | undefined> {
    return this.#ask(entityMethod.entityArticles, params);
  }

  /** A page of mentions with their contexts. */
  mentions(params: MentionsParams, token?: CancellationToken): Promise<Mentions | undefined> {
    return this.#ask(entityMethod.mentionsOfEntity, params, token);
  }

  /** The mentions of an entity from the first on, at most `most` of them. */
  async allMentions(id: string, most: number, token?: CancellationToken): Promise<EntityMention[]> {
    const found: EntityMention[] = [];
    for (;;) {
      const page = await this.mentions({ id, offset: found.length, limit: Math.min(largestPage, most - found.length) }, token);
      if (!page) return found;
      found.push(...page.mentions);
      if (page.mentions.length === 0 || found.length >= Math.min(page.total, most)) return found;
    }
  }

  /** The entities of the article at a position, most telling first. */
  ofArticle(params: EntitiesOfArticleParams): Promise<EntitiesOfArticle | undefined> {
    return this.#ask(entityMethod.entitiesOfArticle, params);
  }

  /** What the name at a position names. */
  at(params: EntityAtParams): Promise<EntityAt | undefined> {
    return this.#ask(entityMethod.entityAt, params);
  }

  /** The mention of the same entity behind (or before) a position, going round. */
  adjacent(params: EntityAtParams, direction: "next" | "previous"): Promise<AdjacentMention | undefined> {
    return this.#ask(direction === "next" ? entityMethod.nextMention : entityMethod.previousMention, params);
  }

  /** Entities that are called something like `query`, best first. */
  async find(params: FindEntitiesParams, token?: CancellationToken): Promise<readonly EntitySummary[]> {
    return (await this.#ask<readonly EntitySummary[]>(entityMethod.findEntities, params, token)) ?? [];
  }

  /** All that an entity's page shows. */
  profile(id: string): Promise<EntityProfile | undefined> {
    return this.#ask(entityMethod.entityProfile, { id });
  }

  /** What an entity said, or what others said about it. */
  said(params: SaidParams): Promise<Said | undefined> {
    return this.#ask(quotationMethod.said, params);
  }

  /** Who says what in the article at a position. */
  quotationsOfArticle(params: QuotationsOfArticleParams): Promise<QuotationsOfArticle | undefined> {
    return this.#ask(quotationMethod.quotationsOfArticle, params);
  }

  /** What a correction would change; nothing is changed by asking. */
  preview(params: CorrectEntityParams): Promise<CorrectionPreview | undefined> {
    return this.#ask(entityMethod.correctEntity, params);
  }

  /** A cancelled request rejects, and what it would have answered is of no use. */
  async #ask<Result>(name: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    try {
      return (await this.#server.request<Result | null>(name, params, token)) ?? undefined;
    } catch (error) {
      if (token?.isCancellationRequested) return undefined;
      throw error;
    }
  }
}
