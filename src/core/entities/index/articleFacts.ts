/** What a profile has to know of an article beyond its names. */
export interface ArticleFacts {
  readonly id: string;
  /** Outlet or agency. */
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Id of the article that this one is a copy of, else null. */
  readonly copyOf: string | null;
}

/**
 * Finds the facts of an article by its number in the index; null where the corpus does not have it any more. Asked for many articles
 * at once.
 */
export type FactsOf = (article: number) => ArticleFacts | null;
