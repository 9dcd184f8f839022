import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeItemLabel } from "vscode";
import { entityCommand, type EntityMention } from "../../../../protocol/entities";
import { describe } from "../../articles/articlePresentation";
import { articleCount, mentionCount, number } from "../counts";
import { namesCommand } from "../entityCommandIds";
import { kindHeading, kindIcon, kindWord } from "../kinds";
import { nodeId, type EntityLeaf, type EntityNode, type KindNode, type MentionLeaf, type MentionsInArticle, type MoreNode } from "./entityNode";

/** How much of a sentence stands before a name in a label, so that the name is in sight in a narrow view. */
const leftContext = 22;

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** How a node of the Entities tree looks; `filtered`: what is found is to be seen. */
export function entityItem(node: EntityNode, filtered: boolean): TreeItem {
  const item = makeItem(node, filtered);
  item.id = `${filtered ? "filtered:" : ""}${nodeId(node)}`;
  item.contextValue = node.type;
  return item;
}

function makeItem(node: EntityNode, filtered: boolean): TreeItem {
  switch (node.type) {
    case "here": {
      const item = new TreeItem(l10n.t("This Article"), Expanded);
      item.iconPath = new ThemeIcon("file-text");
      return item;
    }
    case "kind":
      return kindItem(node, filtered);
    case "entity":
      return leafItem(node);
    case "article":
      return articleItem(node);
    case "mention":
      return mentionItem(node);
    case "more":
      return moreItem(node);
  }
}

function kindItem({ kind, count }: KindNode, filtered: boolean): TreeItem {
  const item = new TreeItem(kindHeading(kind), filtered ? Expanded : Collapsed);
  item.description = number(count);
  item.iconPath = kindIcon(kind);
  return item;
}

function leafItem({ entity, mentions, articleId }: EntityLeaf): TreeItem {
  const item = new TreeItem(entity.name, Collapsed);
  item.description = [number(mentions), entity.role].filter(Boolean).join(" · ");
  // Below its kind the icon is said already.
  if (articleId !== null) item.iconPath = kindIcon(entity.kind);
  const counts = articleId === null ? [mentionCount(mentions), articleCount(entity.articles)] : [l10n.t("{0} here", mentionCount(mentions))];
  item.accessibilityInformation = { label: [entity.name, kindWord(entity.kind), entity.role, ...counts].filter(Boolean).join(", ") };
  return item;
}

function articleItem({ article, mentions }: MentionsInArticle): TreeItem {
  const item = new TreeItem(article.displayTitle, Collapsed);
  item.description = [describe(article, "date"), number(mentions)].filter(Boolean).join(" · ");
  item.iconPath = new ThemeIcon(article.displayTitleKind === "headline" ? "file-text" : "file");
  item.accessibilityInformation = { label: [article.displayTitle, describe(article, "long"), mentionCount(mentions)].filter(Boolean).join(", ") };
  return item;
}

function mentionItem({ mention }: MentionLeaf): TreeItem {
  const item = new TreeItem(mentionLabel(mention), None);
  const { before, text, after, uri, range } = mention;
  item.tooltip = `${before}${text}${after}`;
  item.command = { command: entityCommand.openAt, title: "", arguments: [{ uri, range }] };
  item.accessibilityInformation = { label: l10n.t("{0}, line {1}", `${before}${text}${after}`, range.start.line + 1) };
  return item;
}

/** The name in its sentence, with the name marked. */
function mentionLabel({ before, text, after }: EntityMention): TreeItemLabel {
  const left = before.length <= leftContext ? before : `…${before.slice(before.indexOf(" ", before.length - leftContext) + 1)}`;
  return { label: `${left}${text}${after}`, highlights: [[left.length, left.length + text.length]] };
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t("Show More…"), None);
  item.description = number(node.hidden);
  item.command = { command: namesCommand.showMore, title: "", arguments: [node] };
  return item;
}
