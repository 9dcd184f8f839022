import {
  EventEmitter,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type CancellationToken,
  type Disposable,
  type TreeDataProvider,
} from "vscode";
import { label, labelLimit } from "../../../core/text/escape";
import { command } from "../../commandIds";
import type { CorpusServer } from "../../server/corpusServer";
import { method, type ArticleDetails, type Grouping, type TreeChildren, type TreeParams } from "../../../protocol/corpus";
import type { ArticleLeaf, ArticleNode, GroupNode } from "./articleNode";
import { describe, describeGroup, spoken } from "./articlePresentation";
import { articleTooltip } from "./articleTooltip";

const groupIcons: Readonly<Record<Grouping, ThemeIcon | undefined>> = {
  date: new ThemeIcon("calendar"),
  publisher: new ThemeIcon("organization"),
  folder: ThemeIcon.Folder,
  story: new ThemeIcon("milestone"),
  none: undefined,
};

/** Up to how many files and articles all groups are open at first. */
const smallCorpus = 100;

/** How long VS Code asks for no children when a tree is loaded, in milliseconds. */
const loadedAfter = 200;
/** How long a tree is waited for that somebody keeps asking, in milliseconds: whoever waits holds up all turns behind it. */
const loadedAtLast = 3000;

/** The Articles tree: the server groups, sorts and filters; this only shows what it answers. */
export class ArticlesTree implements TreeDataProvider<ArticleNode>, Disposable {
  readonly #server: CorpusServer;
  readonly #emitter = new EventEmitter<void>();
  #by: Grouping;
  #filter = "";
  #asking = 0;
  #lastAsked = 0;

  readonly onDidChangeTreeData = this.#emitter.event;

  constructor(server: CorpusServer, by: Grouping) {
    this.#server = server;
    this.#by = by;
  }

  get by(): Grouping {
    return this.#by;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows the articles grouped and filtered in this way. */
  show(by: Grouping, filter: string): void {
    this.#by = by;
    this.#filter = filter;
    this.refresh();
  }

  /** Asks again. */
  refresh(): void {
    this.expectQuestions();
    this.#emitter.fire();
  }

  /** Says that VS Code is about to ask for children: the view is shown, say. */
  expectQuestions(): void {
    this.#lastAsked = Date.now();
  }

  /** Resolves when VS Code has asked for all children that it wants for now, or has been asking for too long to wait. */
  async whenLoaded(): Promise<void> {
    const end = Date.now() + loadedAtLast;
    while ((this.#asking > 0 || Date.now() - this.#lastAsked < loadedAfter) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, loadedAfter / 4));
  }

  async getChildren(node?: ArticleNode): Promise<ArticleNode[]> {
    this.#asking++;
    try {
      return await this.#childrenOf(node);
    } finally {
      this.#asking--;
      this.#lastAsked = Date.now();
    }
  }

  getParent(node: ArticleNode): ArticleNode | undefined {
    return node.parent;
  }

  getTreeItem(node: ArticleNode): TreeItem {
    return node.kind === "group" ? this.#groupItem(node) : this.#articleItem(node);
  }

  async resolveTreeItem(item: TreeItem, node: ArticleNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind === "article") {
      const details = await this.#server.request<ArticleDetails | null>(method.articleDetails, { id: node.article.id }, token);
      if (details) item.tooltip = articleTooltip(details);
    }
    return item;
  }

  dispose(): void {
    this.#emitter.dispose();
  }

  async #childrenOf(node: ArticleNode | undefined): Promise<ArticleNode[]> {
    if (node?.kind === "article") return [];
    const params: TreeParams = { by: this.#by, parent: node?.group.id ?? null, filter: this.#filter };
    const children = await this.#server.request<TreeChildren>(method.articleGroups, params);
    const groups = children?.groups.map((group): GroupNode => ({ kind: "group", group, parent: node }));
    const articles = children?.articles.map((article): ArticleLeaf => ({ kind: "article", article, parent: node }));
    return [...(groups ?? []), ...(articles ?? [])];
  }

  #groupItem({ group, parent }: GroupNode): TreeItem {
    // What is filtered is wanted, and a small corpus fits on a screen or two: show it.
    const { filesTotal = Infinity, articles = Infinity } = this.#server.status ?? {};
    const open = this.#filter !== "" || (filesTotal <= smallCorpus && articles <= smallCorpus);
    const item = new TreeItem(label(group.label), open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    // With the filter in it, for VS Code remembers by id what was expanded.
    item.id = `group:${this.#by}:${this.#filter === "" ? "" : "filtered"}:${group.id}`;
    item.description = label(describeGroup(group));
    const icon = groupIcons[this.#by];
    if (icon && !(this.#by === "date" && parent)) item.iconPath = icon;
    item.contextValue = "group";
    return item;
  }

  #articleItem({ article }: ArticleLeaf): TreeItem {
    const item = new TreeItem(label(article.displayTitle), TreeItemCollapsibleState.None);
    item.id = `article:${article.id}`;
    item.description = label(describe(article, this.#by === "date" ? "day" : "date"));
    // Quiet where the text has no headline of its own, so that a derived title is not taken for one.
    item.iconPath = new ThemeIcon(article.displayTitleKind === "headline" ? "file-text" : "file");
    item.contextValue = "article";
    item.accessibilityInformation = { label: label(spoken(article), 2 * labelLimit) };
    item.command = { command: command.openArticle, title: "", arguments: [article] };
    return item;
  }
}

/** The document of an article. */
export function documentUri(article: { readonly uri: string }): Uri {
  return Uri.parse(article.uri, true);
}
