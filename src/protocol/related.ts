/**
 * What client and server share about related articles, near-duplicates, links by title and stories. Conventions are
 * those of `protocol.ts`. Answers are those of the moment: `isReady` says whether more is to come, and `relatedChanged`
 * when to ask again. Titles and texts are plain text and hostile input.
 */
import type { ArticleSummary, ProtocolRange } from "./ranges";

/** `relatedArticles`: what belongs to the article at a position (the first of the document if absent), or with an id. */
export interface RelatedParams {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Counts before `uri`. */
  readonly id?: string;
}

/** A near-duplicate of the article that was asked about. */
export interface DuplicateArticle {
  readonly article: ArticleSummary;
  /** Jaccard similarity of the word 5-grams of the bodies, 0..1. */
  readonly similarity: number;
  readonly containment: number;
  readonly kind: "same" | "edited" | "excerpt";
  /** Which of the two is probably the original; null where nothing tells. */
  readonly original: "this" | "other" | null;
}

/** A title that the article lists or links to. */
export interface ListedTitle {
  readonly title: string;
  readonly range: ProtocolRange;
  /** The articles that it may name, best first; empty: not in this corpus. */
  readonly articles: readonly ArticleSummary[];
}

export interface RelatedEntry {
  readonly article: ArticleSummary;
  /** 0..1 */
  readonly score: number;
  /** Each for itself: `shares Lakhdar Brahimi, Geneva-2`, `3 days later`. */
  readonly reasons: readonly string[];
  /** Its near-duplicates among the related articles. */
  readonly copies: readonly ArticleSummary[];
  readonly isListed: boolean;
}

export interface RelatedAnswer {
  readonly article: ArticleSummary;
  readonly listed: readonly ListedTitle[];
  readonly related: readonly RelatedEntry[];
  readonly duplicates: readonly DuplicateArticle[];
  /** The articles that list this one. */
  readonly listedBy: readonly ArticleSummary[];
  readonly isReady: boolean;
}

/** `articleBody` (by id): the paragraphs of an article without header and site text; null if it cannot be read. */
export interface ArticleBody {
  readonly summary: ArticleSummary;
  readonly text: string;
}

/** A running story. */
export interface StorySummary {
  /** Good until `relatedChanged`. */
  readonly id: string;
  readonly label: string;
  /** Dates of the first and the last dated article; null where none is. */
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

/** `stories`: the longest stories, at most `limit`. `storyArticles` (by story id): their articles in time, at most 2,000. */
export interface StoriesAnswer {
  readonly stories: readonly StorySummary[];
  readonly total: number;
  readonly isReady: boolean;
}
export interface StoryAnswer {
  readonly story: StorySummary;
  readonly articles: readonly ArticleSummary[];
}

/** Commands that the server's code lenses, links and hints name; the client has them. */
export const relatedCommand = {
  /** `{ uri, position }` */
  showRelated: "corpusNavigator.showRelated",
  /** `{ id }` of an article and, optionally, `other` */
  compare: "corpusNavigator.compareWithNearDuplicate",
  /** `{ title }` */
  searchTitle: "corpusNavigator.searchForTitle",
} as const;

export const relatedMethod = {
  /** `RelatedParams` to `RelatedAnswer | null`. */
  relatedArticles: "corpusNavigator/relatedArticles",
  /** `{ id: string }` to `ArticleBody | null`. */
  articleBody: "corpusNavigator/articleBody",
  /** `{ limit: number }` to `StoriesAnswer`. */
  stories: "corpusNavigator/stories",
  /** `{ id: string }` of a story to `StoryAnswer | null`. */
  storyArticles: "corpusNavigator/storyArticles",
  /** `{ id: string }` of an article to the `StorySummary | null` that it is of. */
  storyOf: "corpusNavigator/storyOf",
  /** Server to client, notification: views should ask again. */
  relatedChanged: "corpusNavigator/relatedChanged",
} as const;
