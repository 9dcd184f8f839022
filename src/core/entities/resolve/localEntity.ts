/** The kinds of entity that a corpus has. Nationality words are mentions of a place. */
export type EntityType = "PER" | "ORG" | "LOC" | "EVENT";

/** The mentions of one article that are of one entity, as far as the article alone can tell. */
export interface LocalEntity {
  readonly type: EntityType;
  /** Under which key it meets the same name in other articles; says nothing about the entity's type. */
  readonly key: string;
  /** A person of whom the article gives one word only: who it is, the corpus has to tell. */
  readonly bare: boolean;
  /** The cleaned forms with how often each stands, in order of appearance. */
  readonly forms: ReadonlyMap<string, number>;
  /**
   * The group ids (`ORG:security council`) that its forms would have had each for itself, its own left out: the
   * article's vote that they mean the same.
   */
  readonly aliases: readonly string[];
  /** Indexes into the article's mentions. */
  readonly mentions: readonly number[];
  /** Why forms were taken together, one short sentence a merge. */
  readonly because: readonly string[];
}

/** The name of all local entities with the same type and key, over the whole corpus: `PER:sergei lavrov`. */
export function groupId(entity: { readonly type: EntityType; readonly key: string }): string {
  return `${entity.type}:${entity.key}`;
}
