import type { EntityKind, EntityMention, EntitySummary } from "../../../../protocol/entities";
import type { ArticleQuotation } from "../../../../protocol/quotations";
import type { ArticleSummary } from "../../../../protocol/ranges";

/** The section of what is named in the article that is being read. */
export interface HereNode {
  readonly type: "here";
}

/** Who says what in the article that is being read. */
export interface SaidHereNode {
  readonly type: "said";
  readonly quotations: readonly ArticleQuotation[];
  readonly uri: string;
  readonly parent: HereNode;
}

/** One quotation of that article. */
export interface QuotationLeaf {
  readonly type: "quotation";
  readonly quotation: ArticleQuotation;
  readonly uri: string;
  readonly parent: SaidHereNode;
}

/** All entities of one kind. */
export interface KindNode {
  readonly type: "kind";
  readonly kind: EntityKind;
  readonly count: number;
}

/** An entity: in the article that is being read (`articleId`, with its mentions there) or in the corpus (null). */
export interface EntityLeaf {
  readonly type: "entity";
  readonly entity: EntitySummary;
  readonly mentions: number;
  readonly articleId: string | null;
  readonly parent: HereNode | KindNode;
}

/** An article that mentions an entity. */
export interface MentionsInArticle {
  readonly type: "article";
  readonly article: ArticleSummary;
  readonly mentions: number;
  readonly parent: EntityLeaf;
}

/** A mention in its sentence. */
export interface MentionLeaf {
  readonly type: "mention";
  readonly mention: EntityMention;
  readonly parent: EntityLeaf | MentionsInArticle;
}

/** Stands for the children of `parent` that were not asked for yet. */
export interface MoreNode {
  readonly type: "more";
  readonly hidden: number;
  readonly parent: KindNode | EntityLeaf | MentionsInArticle;
}

/** A node of the Entities tree. */
export type EntityNode = HereNode | SaidHereNode | QuotationLeaf | KindNode | EntityLeaf | MentionsInArticle | MentionLeaf | MoreNode;

/** The same for the same node after a refresh; different for any two nodes. */
export function nodeId(node: EntityNode): string {
  switch (node.type) {
    case "here":
      return "here";
    case "said":
      return "here/said";
    case "quotation": {
      const { start } = node.quotation.range;
      return `here/said/${node.uri}:${start.line}:${start.character}`;
    }
    case "kind":
      return `kind:${node.kind}`;
    case "entity":
      return `${nodeId(node.parent)}/${node.articleId ?? ""}/entity:${node.entity.id}`;
    case "article":
      return `${nodeId(node.parent)}/article:${node.article.id}`;
    case "mention": {
      const { uri, range } = node.mention;
      return `${nodeId(node.parent)}/mention:${uri}:${range.start.line}:${range.start.character}`;
    }
    case "more":
      return `${nodeId(node.parent)}/more`;
  }
}

/** The article that a line is about: that of a mention, or the line's own; undefined for others. */
export function articleOf(node: EntityNode | undefined): ArticleSummary | undefined {
  if (node?.type === "article") return node.article;
  return node?.type === "mention" && node.parent.type === "article" ? node.parent.article : undefined;
}

/** What a line stands for, as it is copied: a name, a title, a sentence, what is said; undefined for headings. */
export function textOf(node: EntityNode): string | undefined {
  switch (node.type) {
    case "entity":
      return node.entity.name;
    case "article":
      return node.article.displayTitle;
    case "mention":
      return `${node.mention.before}${node.mention.text}${node.mention.after}`;
    case "quotation":
      return node.quotation.text;
    case "here":
    case "said":
    case "kind":
    case "more":
      return undefined;
  }
}

/** Whether a command's argument is a line of the view. */
export function isEntityNode(value: unknown): value is EntityNode {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  return typeof type === "string" && /^(?:here|said|quotation|kind|entity|article|mention|more)$/.test(type);
}
