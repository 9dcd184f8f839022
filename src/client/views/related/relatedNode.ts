import type { ArticleSummary } from "../../../protocol/ranges";
import type { DuplicateArticle, ListedTitle, RelatedEntry } from "../../../protocol/related";

export type GroupName = "listed" | "related" | "duplicates" | "listedBy";

export interface RelatedGroup {
  readonly kind: "group";
  readonly name: GroupName;
  readonly children: readonly (RelatedLeaf | MissingTitle)[];
}

/** An article of the view. `kind` is as in the Articles view, so that the same commands open it. */
export interface RelatedLeaf {
  readonly kind: "article";
  readonly group: GroupName;
  readonly article: ArticleSummary;
  /** Why it is here. */
  readonly entry?: RelatedEntry;
  readonly duplicate?: DuplicateArticle;
  /** The title as it is listed, where that is not its own. */
  readonly listed?: ListedTitle;
  /** The article that the view is about. */
  readonly of: string;
  /** The related article whose text it repeats: it hangs below that one. */
  readonly copyOf?: RelatedLeaf;
}

/** Why an article is related, on a line of its own: beside a title there is seldom room for it. */
export interface ReasonLine {
  readonly kind: "reason";
  readonly text: string;
  readonly leaf: RelatedLeaf;
}

/** A listed title that no article of the corpus has. */
export interface MissingTitle {
  readonly kind: "missing";
  readonly title: string;
}

export type RelatedNode = RelatedGroup | RelatedLeaf | ReasonLine | MissingTitle;
