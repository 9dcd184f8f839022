import {
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Disposable,
  type TreeDataProvider,
} from "vscode";
import { label, labelLimit, markdownLabel } from "../../../core/text/escape";
import { relatedCommand, type RelatedAnswer } from "../../../protocol/related";
import { describe, spoken } from "../articles/articlePresentation";
import { command } from "../../commandIds";
import { number, percent } from "../../ui/locale";
import type { GroupName, MissingTitle, ReasonLine, RelatedGroup, RelatedLeaf, RelatedNode } from "./relatedNode";

const groupIcons: Readonly<Record<GroupName, ThemeIcon>> = {
  listed: new ThemeIcon("list-unordered"),
  related: new ThemeIcon("references"),
  duplicates: new ThemeIcon("files"),
  listedBy: new ThemeIcon("arrow-left"),
};

/** What belongs to one article: shows the server's answer. */
export class RelatedTree implements TreeDataProvider<RelatedNode>, Disposable {
  readonly #emitter = new EventEmitter<void>();
  #answer: RelatedAnswer | undefined;
  #groups: readonly RelatedGroup[] = [];

  readonly onDidChangeTreeData = this.#emitter.event;

  get answer(): RelatedAnswer | undefined {
    return this.#answer;
  }

  show(answer: RelatedAnswer | undefined): void {
    this.#answer = answer;
    this.#groups = answer ? groupsOf(answer) : [];
    this.#emitter.fire();
  }

  getChildren(node?: RelatedNode): RelatedNode[] {
    if (!node) return [...this.#groups];
    if (node.kind === "group") return [...node.children];
    return node.kind === "article" ? linesBelow(node) : [];
  }

  getParent(node: RelatedNode): RelatedNode | undefined {
    if (node.kind === "group") return undefined;
    if (node.kind === "reason") return node.leaf;
    return (node.kind === "article" ? node.copyOf : undefined) ?? this.#groups.find(({ children }) => children.includes(node));
  }

  getTreeItem(node: RelatedNode): TreeItem {
    switch (node.kind) {
      case "group":
        return groupItem(node);
      case "article":
        return articleItem(node);
      case "reason":
        return reasonItem(node);
      case "missing":
        return missingItem(node);
    }
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}

function groupsOf({ article, listed, related, duplicates, listedBy }: RelatedAnswer): RelatedGroup[] {
  const of = article.id;
  const groups: RelatedGroup[] = [
    {
      kind: "group",
      name: "listed",
      children: listed.flatMap((title): (RelatedLeaf | MissingTitle)[] =>
        title.articles.length === 0
          ? [{ kind: "missing", title: title.title }]
          : title.articles.map((found) => ({ kind: "article", group: "listed", article: found, listed: title, of })),
      ),
    },
    {
      kind: "group",
      name: "related",
      children: related.map((entry) => ({ kind: "article", group: "related", article: entry.article, entry, of })),
    },
    {
      kind: "group",
      name: "duplicates",
      children: duplicates.map((duplicate) => ({ kind: "article", group: "duplicates", article: duplicate.article, duplicate, of })),
    },
    { kind: "group", name: "listedBy", children: listedBy.map((other) => ({ kind: "article", group: "listedBy", article: other, of })) },
  ];
  return groups.filter(({ children }) => children.length > 0);
}

/** Why a related article is here, and the articles that have the same text. */
function linesBelow(leaf: RelatedLeaf): RelatedNode[] {
  const { entry, of } = leaf;
  if (!entry) return [];
  return [
    { kind: "reason", text: descriptionOf(leaf), leaf },
    ...entry.copies.map((article): RelatedLeaf => ({ kind: "article", group: leaf.group, article, of, copyOf: leaf })),
  ];
}

/** Said where nothing belongs to an article: that there is nothing only once the whole corpus was read and compared. */
export function nothingRelated({ isReady }: RelatedAnswer): string {
  return isReady
    ? l10n.t("Nothing in this corpus is related to this article.")
    : l10n.t("The corpus is still being read: nothing is related to this article so far.");
}

/** The articles of an answer under the headings of their groups, each once; titles that are not in the corpus left out. */
export function leavesOf(answer: RelatedAnswer): readonly (readonly [heading: string, leaves: readonly RelatedLeaf[]])[] {
  const seen = new Set<string>();
  return groupsOf(answer)
    .map(({ name, children }) => {
      const leaves = children.filter((child) => child.kind === "article").filter(({ article }) => !seen.has(article.id));
      for (const { article } of leaves) seen.add(article.id);
      return [labelOf(name), leaves] as const;
    })
    .filter(([, leaves]) => leaves.length > 0);
}

function labelOf(name: GroupName): string {
  const labels: Readonly<Record<GroupName, string>> = {
    listed: l10n.t("Listed Here"),
    related: l10n.t("Related"),
    duplicates: l10n.t("Near-Duplicates"),
    listedBy: l10n.t("Lists This Article"),
  };
  return labels[name];
}

function groupItem({ name, children }: RelatedGroup): TreeItem {
  const item = new TreeItem(labelOf(name), TreeItemCollapsibleState.Expanded);
  item.id = `group:${name}`;
  item.description = number(children.length);
  item.iconPath = groupIcons[name];
  return item;
}

function missingItem({ title }: MissingTitle): TreeItem {
  const item = new TreeItem(label(title));
  item.description = l10n.t("not in this corpus");
  item.iconPath = new ThemeIcon("circle-slash");
  item.tooltip = l10n.t("No article of this corpus has this title. Select to search for it.");
  item.contextValue = "missingTitle";
  item.command = { command: relatedCommand.searchTitle, title: "", arguments: [{ title }] };
  return item;
}

function articleItem(leaf: RelatedLeaf): TreeItem {
  const { article, group, duplicate, copyOf } = leaf;
  const item = new TreeItem(
    label(article.displayTitle),
    linesBelow(leaf).length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = `${group}:${copyOf?.article.id ?? ""}:${article.id}:${leaf.listed?.title ?? ""}`;
  // Why it is related stands in a line below.
  item.description = label(leaf.entry ? describe(article, "date") : descriptionOf(leaf));
  item.iconPath = new ThemeIcon(article.displayTitleKind === "headline" ? "file-text" : "file");
  item.tooltip = tooltipOf(leaf);
  // The same menus as in the Articles view, and a comparison for copies.
  item.contextValue = duplicate ? "article duplicate" : "article";
  item.accessibilityInformation = { label: label(`${spoken(article)}. ${descriptionOf(leaf)}`, 2 * labelLimit) };
  item.command = { command: command.openArticle, title: "", arguments: [article] };
  return item;
}

function reasonItem({ text, leaf }: ReasonLine): TreeItem {
  const item = new TreeItem("");
  item.id = `reason:${leaf.article.id}`;
  // As a description it is quieter than the titles.
  item.description = label(text);
  item.tooltip = tooltipOf(leaf);
  item.accessibilityInformation = { label: label(text) };
  item.command = { command: command.openArticle, title: "", arguments: [leaf.article] };
  return item;
}

/** Why an article is here, in one line: `3 days earlier · Vladimir Putin, Syrian National Coalition · same story · listed here`. */
export function descriptionOf({ article, entry, duplicate, listed, copyOf }: RelatedLeaf): string {
  if (entry) return joined([...distanceFirst(entry.reasons), entry.isListed ? l10n.t("listed here") : null]);
  const source = describe(article, "date");
  if (copyOf) return joined([source, l10n.t("same text")]);
  if (duplicate) {
    const origin = duplicate.original === "other" ? l10n.t("probable original") : null;
    return joined([source, percent(duplicate.similarity), kindLabel(duplicate.kind), origin]);
  }
  return listed && listed.title !== article.displayTitle ? joined([source, l10n.t("listed as “{0}”", listed.title)]) : source;
}

/** The last reason, which is the distance in time, then what is shared, then the others. */
function distanceFirst(reasons: readonly string[]): readonly (string | undefined)[] {
  const others = reasons.slice(0, -1).filter((reason) => reason !== "listed in this article");
  const shared = others.filter((reason) => reason.startsWith("shares ")).map((reason) => reason.slice("shares ".length));
  return [reasons.at(-1), ...shared, ...others.filter((reason) => !reason.startsWith("shares "))];
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}

function kindLabel(kind: "same" | "edited" | "excerpt"): string | null {
  return kind === "same" ? l10n.t("same text") : kind === "excerpt" ? l10n.t("excerpt") : null;
}

function tooltipOf(leaf: RelatedLeaf): MarkdownString {
  const { article, entry } = leaf;
  const tooltip = new MarkdownString();
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  tooltip.appendMarkdown(`**${markdownLabel(article.displayTitle)}**\n\n${markdownLabel(describe(article, "date"))}\n\n`);
  for (const reason of entry?.reasons ?? [descriptionOf(leaf)]) tooltip.appendMarkdown(`- ${markdownLabel(reason)}\n`);
  return tooltip;
}
