/** When an article was published, and who made it. */
export interface ArticleOrigin {
  /** `YYYY-MM-DD`; null where that is not known. */
  readonly date: string | null;
  /**
   * Names of its outlet, its agency and its author, as far as they are known: they stand in the text, and tell nothing about whom it
   * is.
   */
  readonly makers: readonly string[];
}

/** What is known of the articles themselves, by their numbers, beyond what groups count of them. */
export interface ArticleContexts {
  /** How many articles there are. */
  articleCount(): number;
  /** How many local entities an article has; 0 for one that is not there. */
  localCount(article: number): number;
  /** Calls `visit` with the number of the group of each local entity of an article. */
  eachLocal(article: number, visit: (group: number) => void): void;
  /** The forms of a local entity, with how often each stands in its article. */
  formsOf(article: number, local: number): Iterable<readonly [form: string, count: number]>;
  /** What the article says that a local entity is. */
  rolesOf(article: number, local: number): readonly string[];
  /** The id of an article: the same whenever it came. */
  idOf(article: number): string;
  /** Null for an article that is not there. */
  originOf(article: number): ArticleOrigin | null;
}

/** For groups whose articles nobody can ask. */
export const noContexts: ArticleContexts = {
  articleCount: () => 0,
  localCount: () => 0,
  eachLocal: () => undefined,
  formsOf: () => [],
  rolesOf: () => [],
  idOf: String,
  originOf: () => null,
};
