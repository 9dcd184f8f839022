import type { ArticleGroup } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";

/** A group of the Articles tree, with the way up to its root. */
export interface GroupNode {
  readonly kind: "group";
  readonly group: ArticleGroup;
  readonly parent: GroupNode | undefined;
}

/** An article of the Articles tree. */
export interface ArticleLeaf {
  readonly kind: "article";
  readonly article: ArticleSummary;
  readonly parent: GroupNode | undefined;
}

export type ArticleNode = GroupNode | ArticleLeaf;

/** The chain of nodes for groups from the root down; undefined for none. */
export function groupChain(path: readonly ArticleGroup[]): GroupNode | undefined {
  return path.reduce<GroupNode | undefined>((parent, group) => ({ kind: "group", group, parent }), undefined);
}
