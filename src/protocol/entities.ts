/**
 * What client and server share about names: the entities of the corpus, their profiles and mentions, and correction them.
 * Conventions are those of `protocol.ts`. Every string that comes from the corpus is plain text and hostile input.
 * Answers are those of the moment: while `EntitiesState.done < total` they grow, and `entitiesChanged` says when to ask again.
 */
import type { ArticleSummary, ProtocolRange } from "./ranges";

/** Kinds of entity: person, organisation, place, event. */
export type EntityKind = "PER" | "ORG" | "LOC" | "EVENT";

/** How a kind is called in the corrections file. */
export const kindNames = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" } as const satisfies Record<EntityKind, string>;

/** An entity as lists show it. */
export interface EntitySummary {
  /** Readable, stable while the entity's fullest name is; opaque to the client. Ids of parts that were merged stay valid. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The role phrase that says it best ("Foreign Minister"); null if the corpus gives none. */
  readonly role: string | null;
  /** Other forms, most frequent first, at most 8. */
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly articles: number;
  /** Dates of the first and the last article with a date, `YYYY-MM-DD`. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** A part of a list that is fetched in pages. `limit` is capped at 500 by the server. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export type EntitySort = "usefulness" | "count" | "recency" | "name";

/** `entitiesTree`: the kinds with their counts, and of one kind a page of its entities in the given order. */
export interface EntitiesTreeParams extends Page {
  /** Null: kinds only, `entities` is empty. */
  readonly kind: EntityKind | null;
  readonly sort: EntitySort;
  /** What was typed to filter names and aliases: case and diacritics do not count; empty for all. */
  readonly filter: string;
}
export interface EntitiesTree {
  /** How many entities of each kind pass the filter; kinds without any are left out. */
  readonly kinds: readonly { readonly kind: EntityKind; readonly count: number }[];
  readonly entities: readonly EntitySummary[];
  /** How many there are of the kind that was asked for. */
  readonly total: number;
}

/** `entityArticles`: the articles that mention an entity, newest first, undated last; or those that tell most about it first. */
export interface EntityArticlesParams extends Page {
  readonly id: string;
  /** `newest` if absent. */
  readonly order?: "newest" | "telling";
}
export interface EntityArticles {
  readonly articles: readonly { readonly article: ArticleSummary; readonly mentions: number }[];
  readonly total: number;
}

/** One mention, with its context where it could be read. */
export interface EntityMention {
  readonly articleId: string;
  readonly uri: string;
  readonly range: ProtocolRange;
  /** Title and date of its article, for lists. */
  readonly title: string;
  readonly date: string | null;
  /** The name as written, in one line. */
  readonly text: string;
  /** Up to 80 characters of the same paragraph before and behind it, in one line; empty where the file could not be read. */
  readonly before: string;
  readonly after: string;
}

/** `mentionsOfEntity`: mentions with contexts, by article (newest first) and place; `articleId` narrows to one article. */
export interface MentionsParams extends Page {
  readonly id: string;
  readonly articleId?: string | null;
}
export interface Mentions {
  readonly mentions: readonly EntityMention[];
  readonly total: number;
}

/** `entitiesOfArticle`: the entities of the article at a position (of the first article if absent), most telling first. */
export interface EntitiesOfArticleParams {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
}
export interface EntitiesOfArticle {
  readonly articleId: string;
  readonly entities: readonly {
    readonly entity: EntitySummary;
    /** In this article. */
    readonly mentions: number;
    /** The first mention in this article. */
    readonly range: ProtocolRange;
  }[];
}

/** `entityAt`: what the name at a position names; null where there is no name. */
export interface EntityAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}
export interface EntityAt {
  readonly range: ProtocolRange;
  /** The form as written there, in one line. */
  readonly text: string;
  readonly entity: EntitySummary;
  /** Others whom the same bare name may mean ("2 people named Ivanov"); empty for a clear name. */
  readonly alternatives: readonly EntitySummary[];
}

/** `nextMention` and `previousMention`: the mention of the same entity behind or before a position, in its file, going round. */
export interface AdjacentMention {
  readonly range: ProtocolRange;
  /** 1-based place among the entity's mentions in this file, and how many those are. */
  readonly index: number;
  readonly count: number;
}

/** `findEntities`: entities one of whose names matches what was typed, best first (fuzzy as a quick pick expects). */
export interface FindEntitiesParams {
  readonly query: string;
  readonly limit: number;
  readonly kind?: EntityKind | null;
}

/** A role phrase with the articles that use it. */
export interface RolePhrase {
  readonly phrase: string;
  readonly articles: number;
  /** Years of the first and last dated article that uses it. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Mentions in one stretch of time. */
export interface TimelineBin {
  /** First day of the stretch, `YYYY-MM-DD`. */
  readonly start: string;
  readonly articles: number;
  readonly mentions: number;
}

/** A sentence that tells about an entity, and where it stands. */
export interface TellingSentence {
  readonly text: string;
  readonly articleId: string;
  readonly uri: string;
  /** Of the sentence. */
  readonly range: ProtocolRange;
  readonly title: string;
  readonly source: string | null;
  readonly date: string | null;
}

/** Another entity that occurs in the same articles. */
export interface CoOccurrence {
  readonly entity: EntitySummary;
  /** Articles that mention both. */
  readonly articles: number;
  /** Log-likelihood ratio (Dunning 1993) of their occurring together; larger is closer. The list is in this order. */
  readonly association: number;
}

/** `entityProfile` (by id, `{ id }`): all that an entity's page shows; null if it has gone. */
export interface EntityProfile {
  readonly summary: EntitySummary;
  /** All forms with how often each stands, most frequent first; at most 50. */
  readonly forms: readonly { readonly text: string; readonly count: number }[];
  /** Most used first. */
  readonly roles: readonly RolePhrase[];
  /** How many different outlets or agencies mention it. */
  readonly outlets: number;
  /** How many of its articles are copies of others of them. */
  readonly copies: number;
  readonly timeline: readonly TimelineBin[];
  /** What a bin of the timeline spans. */
  readonly timelineUnit: "day" | "week" | "month" | "year";
  /** At most 20. */
  readonly occursWith: readonly CoOccurrence[];
  /** Best first, of different articles and different texts; at most 10. */
  readonly sentences: readonly TellingSentence[];
  /** Why forms were taken together: "“FSB” stands for “Federal Security Service”", with the articles that say so. */
  readonly because: readonly { readonly reason: string; readonly articles: number }[];
  /** Corrections that concern it, in words. */
  readonly corrections: readonly string[];
}

/** What a reader corrects. `id`s are entities; `form` is a name as it stands in the text. */
export type CorrectionOperation =
  /** The entities `ids` are one with `into`. */
  | { readonly type: "merge"; readonly ids: readonly string[]; readonly into: string }
  /** `form`, wherever it was taken for `id`, is an entity of its own. */
  | { readonly type: "split"; readonly id: string; readonly form: string }
  | { readonly type: "rename"; readonly id: string; readonly name: string }
  | { readonly type: "kind"; readonly id: string; readonly kind: EntityKind }
  /** It is no name. */
  | { readonly type: "hide"; readonly id: string }
  /** `form` always means `id`. */
  | { readonly type: "pin"; readonly form: string; readonly id: string };

/** `correctEntity`: what a correction would change. Nothing is written: the client applies `edits` to `file` (undoable) and saves. */
export interface CorrectEntityParams {
  readonly operation: CorrectionOperation;
  /** The corpus folder whose file it goes to; absent: the first one. */
  readonly folder?: string | null;
}
export type CorrectionPreview =
  | {
      /** URI of `.corpus/entities.yaml` in the folder. */
      readonly file: string;
      /** Whether it is there; else the client creates it, with `text`. */
      readonly exists: boolean;
      /** The file as it will be. */
      readonly text: string;
      /** Minimal changes to the file as it is; comments stay. One insertion of everything for a new file. */
      readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
      /** What will change, in a sentence or two: plain text. */
      readonly summary: string;
      /** The same once it is done: `Merged A into B: 5 mentions in all.` */
      readonly done: string;
      /** The entities concerned, as they are and as they will be. */
      readonly before: readonly EntitySummary[];
      readonly after: readonly EntitySummary[];
    }
  | { readonly error: string };

/**
 * `correctionsChanged` (client to server, a notification): the corrections file as the editor has it, saved or not; null when
 * the file has gone. The server reads the file itself when it is given a folder; problems come as diagnostics of `uri`.
 */
export interface CorrectionsChangedParams {
  readonly uri: string;
  readonly text: string | null;
}

/** The corrections file's place in a corpus folder. */
export const correctionsPath = ".corpus/entities.yaml";

/** `entitiesState` (server to client, a notification): how far the recognition of names has come; at most a few times a second. */
export interface EntitiesState {
  readonly done: number;
  readonly total: number;
  /** Null, or why there are no names: no model, a damaged model. */
  readonly error: string | null;
}

/**
 * The commands that a hover may link to, all registered by the client; nothing else may run from a hover
 * (`isTrusted.enabledCommands`). Arguments are one JSON array.
 */
export const entityCommand = {
  /** `[{ uri: string, range: ProtocolRange }]`: opens the file with that range selected. */
  openAt: "corpusNavigator.openAt",
  /** `[{ id: string }]`: peeks all mentions. */
  showMentions: "corpusNavigator.showEntityMentions",
  /** `[{ id: string }]`: offers the articles about it. */
  showArticles: "corpusNavigator.showEntityArticles",
  /** `[{ id: string }]`: the entity's page. */
  openPage: "corpusNavigator.openEntityPage",
  /** `[{ id: string, name: string }]`: searches the corpus for it. */
  search: "corpusNavigator.searchEntity",
  /** `[{ id: string, form: string }]`: offers to correct it. */
  correct: "corpusNavigator.correctEntity",
  /** `[{ date: string }]`: searches for the articles of that time, as `date:` of the search takes it: `2013-11-15`, `2013-11`. */
  showDay: "corpusNavigator.showArticlesOfDay",
} as const;

export const entityMethod = {
  /** Client to server: `EntitiesTreeParams` to `EntitiesTree`. */
  entitiesTree: "corpusNavigator/entitiesTree",
  /** Client to server: `{ id: string }` to `EntitySummary | null`. */
  entitySummary: "corpusNavigator/entitySummary",
  /** Client to server: `{ id: string }` to a string of Markdown (the hover's text, for tooltips) or null. */
  entityCard: "corpusNavigator/entityCard",
  /** Client to server: `EntityArticlesParams` to `EntityArticles`. */
  entityArticles: "corpusNavigator/entityArticles",
  /** Client to server: `MentionsParams` to `Mentions`. */
  mentionsOfEntity: "corpusNavigator/mentionsOfEntity",
  /** Client to server: `EntitiesOfArticleParams` to `EntitiesOfArticle | null`. */
  entitiesOfArticle: "corpusNavigator/entitiesOfArticle",
  /** Client to server: `EntityAtParams` to `EntityAt | null`. */
  entityAt: "corpusNavigator/entityAt",
  /** Client to server: `EntityAtParams` to `AdjacentMention | null`. */
  nextMention: "corpusNavigator/nextMention",
  previousMention: "corpusNavigator/previousMention",
  /** Client to server: `FindEntitiesParams` to `EntitySummary[]`. */
  findEntities: "corpusNavigator/findEntities",
  /** Client to server: `{ id: string }` to `EntityProfile | null`. */
  entityProfile: "corpusNavigator/entityProfile",
  /** Client to server: `CorrectEntityParams` to `CorrectionPreview`. */
  correctEntity: "corpusNavigator/correctEntity",
  /** Client to server, notification `CorrectionsChangedParams`. */
  correctionsChanged: "corpusNavigator/correctionsChanged",
  /** Server to client, notification `EntitiesState`. */
  entitiesState: "corpusNavigator/entitiesState",
  /** Server to client, notification: views of names should ask again. Debounced by the server. */
  entitiesChanged: "corpusNavigator/entitiesChanged",
  /** Server to client, only where it was given a `modelUri`: `{ uri: string }` to the file's bytes in base64. */
  readModel: "corpusNavigator/readModel",
} as const;
