import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeItemLabel } from "vscode";
import { label, labelLimit, singleLine } from "../../../../core/text/escape";
import { entityCommand, type EntityMention } from "../../../../protocol/entities";
import { describe } from "../../articles/articlePresentation";
import { articleCount, mentionCount } from "../counts";
import { namesColored } from "../../../settings";
import { namesCommand } from "../entityCommandIds";
import { kindHeading, kindIcon, kindWord } from "../kinds";
import {
  nodeId,
  type EntityLeaf,
  type EntityNode,
  type KindNode,
  type MentionLeaf,
  type MentionsInArticle,
  type MoreNode,
  type QuotationLeaf,
  type SaidHereNode,
} from "./entityNode";
import { number } from "../../../ui/locale";

/** How much of a sentence stands before a name in a label, so that the name is in sight in a narrow view. */
const leftContext = 22;

/** In UTF-16 code units. */
const longestSentence = 1000;

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
    case "said":
      return saidItem(node);
    case "quotation":
      return quotationItem(node);
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

function saidItem({ quotations }: SaidHereNode): TreeItem {
  const item = new TreeItem(l10n.t("Quotations"), Collapsed);
  item.description = number(quotations.length);
  item.iconPath = new ThemeIcon("quote");
  item.tooltip = l10n.t("Who says what in this article");
  return item;
}

/** Who says it, and the words beside: in quotation marks, where they are quoted. */
function quotationItem({ quotation: { text, kind, speaker, range }, uri }: QuotationLeaf): TreeItem {
  const words = kind === "direct" ? `“${text}”` : text;
  const who = label(speaker?.name ?? l10n.t("not named"));
  const item = new TreeItem(who, None);
  item.description = label(words);
  item.tooltip = label(`${speaker?.name ?? l10n.t("not named")}: ${words}`, longestSentence);
  item.command = { command: entityCommand.openAt, title: "", arguments: [{ uri, range }] };
  item.accessibilityInformation = {
    label: l10n.t("{0}: {1}, line {2}", who, label(words, longestSentence), range.start.line + 1),
  };
  return item;
}

function kindItem({ kind, count }: KindNode, filtered: boolean): TreeItem {
  const item = new TreeItem(kindHeading(kind), filtered ? Expanded : Collapsed);
  item.description = number(count);
  item.iconPath = kindIcon(kind);
  if (namesColored()) item.tooltip = l10n.t("{0}: in articles their names have the colour of this icon.", kindHeading(kind));
  return item;
}

function leafItem({ entity, mentions, articleId }: EntityLeaf): TreeItem {
  const item = new TreeItem(label(entity.name), Collapsed);
  item.description = label([number(mentions), entity.role].filter(Boolean).join(" · "));
  // Below its kind the icon is said already.
  if (articleId !== null) item.iconPath = kindIcon(entity.kind);
  const counts =
    articleId === null ? [mentionCount(mentions), articleCount(entity.articles)] : [l10n.t("{0} here", mentionCount(mentions))];
  item.accessibilityInformation = {
    label: label([entity.name, kindWord(entity.kind), entity.role, ...counts].filter(Boolean).join(", "), 2 * labelLimit),
  };
  return item;
}

function articleItem({ article, mentions }: MentionsInArticle): TreeItem {
  const item = new TreeItem(label(article.displayTitle), Collapsed);
  item.description = label([describe(article, "date"), number(mentions)].filter(Boolean).join(" · "));
  item.iconPath = new ThemeIcon(article.displayTitleKind === "headline" ? "file-text" : "file");
  item.accessibilityInformation = {
    label: label([article.displayTitle, describe(article, "long"), mentionCount(mentions)].filter(Boolean).join(", "), 2 * labelLimit),
  };
  return item;
}

function mentionItem({ mention }: MentionLeaf): TreeItem {
  const item = new TreeItem(mentionLabel(mention), None);
  const { before, text, after, uri, range } = mention;
  item.tooltip = label(`${before}${text}${after}`, longestSentence);
  item.command = { command: entityCommand.openAt, title: "", arguments: [{ uri, range }] };
  item.accessibilityInformation = {
    label: l10n.t("{0}, line {1}", label(`${before}${text}${after}`, longestSentence), range.start.line + 1),
  };
  return item;
}

/** The name in its sentence, with the name marked. */
function mentionLabel({ before, text, after }: EntityMention): TreeItemLabel {
  const left = singleLine(
    before.length <= leftContext ? before : `…${before.slice(before.indexOf(" ", before.length - leftContext) + 1)}`,
  ).trimStart();
  const name = label(text);
  return {
    label: label(`${left}${name}${after}`, labelLimit + left.length + name.length),
    highlights: [[left.length, left.length + name.length]],
  };
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t("Show More…"), None);
  item.description = number(node.hidden);
  item.command = { command: namesCommand.showMore, title: "", arguments: [node] };
  return item;
}
