import { EventEmitter, TreeItem, type CancellationToken, type Disposable, type TreeDataProvider } from "vscode";
import type { EntitiesOfArticle, EntitySort } from "../../../../protocol/entities";
import type { ArticleQuotation } from "../../../../protocol/quotations";
import { cardTooltip } from "../hoverLinks";
import { kindsInOrder } from "../kinds";
import type { EntityQueries } from "../entityQueries";
import { entityItem } from "./entityItem";
import {
  nodeId,
  type EntityLeaf,
  type EntityNode,
  type HereNode,
  type KindNode,
  type MentionsInArticle,
  type MoreNode,
  type SaidHereNode,
} from "./entityNode";

/** How many children are shown at first, and more with every "Show More…". */
const pageSize = 100;
/** The most that the server gives at once. */
const largestPage = 500;

const here: HereNode = { type: "here" };

/** The Entities tree: the server knows the names; this asks for what is expanded, a page at a time. */
export class EntitiesTree implements TreeDataProvider<EntityNode>, Disposable {
  readonly #queries: EntityQueries;
  readonly #emitter = new EventEmitter<EntityNode | undefined>();
  /** How many children of a node are shown, where it is more than the first page. */
  readonly #shown = new Map<string, number>();
  /** The nodes of this tree that stand for more: a command may be given anything. */
  readonly #more = new WeakSet<object>();
  #sort: EntitySort;
  #filter = "";
  #article: EntitiesOfArticle | undefined;
  #said: SaidHereNode | undefined;

  readonly onDidChangeTreeData = this.#emitter.event;

  constructor(queries: EntityQueries, sort: EntitySort) {
    this.#queries = queries;
    this.#sort = sort;
  }

  get sort(): EntitySort {
    return this.#sort;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows the entities in this order and filtered by what was typed. */
  show(sort: EntitySort, filter: string): void {
    this.#sort = sort;
    this.#filter = filter;
    this.#shown.clear();
    this.refresh();
  }

  /** Shows the entities and quotations of this article (in the file `uri`) in a section of its own; undefined: no such section. */
  showArticle(article: EntitiesOfArticle | undefined, quotations: readonly ArticleQuotation[] = [], uri = ""): void {
    const sectionStays = (this.#article === undefined) === (article === undefined);
    const said: SaidHereNode | undefined = quotations.length === 0 ? undefined : { type: "said", quotations, uri, parent: here };
    if (sectionStays && JSON.stringify([article, said]) === JSON.stringify([this.#article, this.#said])) return;
    this.#article = article;
    this.#said = said;
    this.#emitter.fire(sectionStays ? here : undefined);
  }

  /** Shows the next page of what "Show More…" stands for. */
  showMore(node: unknown): void {
    if (typeof node !== "object" || node === null || !this.#more.has(node)) return;
    const { parent } = node as MoreNode;
    const id = nodeId(parent);
    this.#shown.set(id, (this.#shown.get(id) ?? pageSize) + pageSize);
    this.#emitter.fire(parent);
  }

  /** Asks the server again. */
  refresh(): void {
    this.#emitter.fire(undefined);
  }

  getChildren(node?: EntityNode): Promise<EntityNode[]> {
    switch (node?.type) {
      case undefined:
        return this.#roots();
      case "here":
        return Promise.resolve(this.#entitiesHere());
      case "said":
        return Promise.resolve(node.quotations.map((quotation) => ({ type: "quotation", quotation, uri: node.uri, parent: node })));
      case "kind":
        return this.#entitiesOf(node);
      case "entity":
        return node.articleId === null ? this.#articlesOf(node) : this.#mentionsIn(node, node.entity.id, node.articleId);
      case "article":
        return this.#mentionsIn(node, node.parent.entity.id, node.article.id);
      case "mention":
      case "quotation":
      case "more":
        return Promise.resolve([]);
    }
  }

  getParent(node: EntityNode): EntityNode | undefined {
    return "parent" in node ? node.parent : undefined;
  }

  getTreeItem(node: EntityNode): TreeItem {
    return entityItem(node, this.#filter !== "");
  }

  async resolveTreeItem(item: TreeItem, node: EntityNode, token: CancellationToken): Promise<TreeItem> {
    if (node.type === "entity") {
      const card = await this.#queries.card(node.entity.id, token);
      if (card) item.tooltip = cardTooltip(card);
    }
    return item;
  }

  dispose(): void {
    this.#emitter.dispose();
  }

  async #roots(): Promise<EntityNode[]> {
    const tree = await this.#queries.tree({ kind: null, sort: this.#sort, filter: this.#filter, offset: 0, limit: 0 });
    const kinds = kindsInOrder.flatMap((kind): KindNode[] => {
      const count = tree?.kinds.find((found) => found.kind === kind)?.count ?? 0;
      return count === 0 ? [] : [{ type: "kind", kind, count }];
    });
    return this.#article && this.#article.entities.length > 0 && this.#filter === "" ? [here, ...kinds] : kinds;
  }

  #entitiesHere(): EntityNode[] {
    const article = this.#article;
    const entities = (article?.entities ?? []).map(({ entity, mentions }): EntityLeaf => ({
      type: "entity",
      entity,
      mentions,
      articleId: article?.articleId ?? null,
      parent: here,
    }));
    return this.#said === undefined ? entities : [this.#said, ...entities];
  }

  #entitiesOf(parent: KindNode): Promise<EntityNode[]> {
    return this.#paged(parent, async (offset, limit) => {
      const tree = await this.#queries.tree({ kind: parent.kind, sort: this.#sort, filter: this.#filter, offset, limit });
      const nodes = (tree?.entities ?? []).map((entity): EntityLeaf => ({
        type: "entity",
        entity,
        mentions: entity.mentions,
        articleId: null,
        parent,
      }));
      return { nodes, total: tree?.total ?? 0 };
    });
  }

  #articlesOf(parent: EntityLeaf): Promise<EntityNode[]> {
    return this.#paged(parent, async (offset, limit) => {
      const found = await this.#queries.articles({ id: parent.entity.id, offset, limit });
      const nodes = (found?.articles ?? []).map(({ article, mentions }): MentionsInArticle => ({
        type: "article",
        article,
        mentions,
        parent,
      }));
      return { nodes, total: found?.total ?? 0 };
    });
  }

  #mentionsIn(parent: EntityLeaf | MentionsInArticle, id: string, articleId: string): Promise<EntityNode[]> {
    return this.#paged(parent, async (offset, limit) => {
      const found = await this.#queries.mentions({ id, articleId, offset, limit });
      const nodes = (found?.mentions ?? []).map((mention): EntityNode => ({ type: "mention", mention, parent }));
      return { nodes, total: found?.total ?? 0 };
    });
  }

  /** The children of `parent` as far as they are shown, and "Show More…" for the others. */
  async #paged(
    parent: MoreNode["parent"],
    page: (offset: number, limit: number) => Promise<{ readonly nodes: readonly EntityNode[]; readonly total: number }>,
  ): Promise<EntityNode[]> {
    const wanted = this.#shown.get(nodeId(parent)) ?? pageSize;
    const children: EntityNode[] = [];
    let total = Infinity;
    while (children.length < Math.min(wanted, total)) {
      const found = await page(children.length, Math.min(largestPage, wanted - children.length));
      children.push(...found.nodes);
      total = found.nodes.length === 0 ? children.length : found.total;
    }
    if (children.length >= total) return children;
    const more: MoreNode = { type: "more", hidden: total - children.length, parent };
    this.#more.add(more);
    return [...children, more];
  }
}
