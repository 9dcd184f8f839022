import { fold } from "../text/fold";
import { type DateSpan, type Grouping, type GroupKey, groupsOf, type StoryGroupOf } from "./articleGroups";
import { compareNaturally } from "../text/naturalOrder";
import { type ArticleRecord, comparePlace } from "./articleRecord";
import type { Corpus } from "./corpus";

/**
 * A test for articles that a typed filter lets through: each of its words stands somewhere in the title, the source
 * or the city, or begins the date (`2013-11`); case and accents do not count. Null for a blank filter, which lets
 * everything through.
 */
function articleFilter(filter: string, corpus: Corpus): ((record: ArticleRecord) => boolean) | null {
  const words = fold(filter)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  return (record) =>
    words.every(
      (word) =>
        record.foldedTitle.includes(word) || record.foldedSource.includes(word) || (corpus.dateOf(record)?.startsWith(word) ?? false),
    );
}

export interface TreeGroup {
  readonly id: string;
  readonly label: string;
  /** How many articles are below it. */
  readonly count: number;
  /** Of a story, and of a part of a group, whose number says little: the dates of its first and last dated article, as `YYYY-MM-DD`. */
  readonly span?: DateSpan;
}

export interface TreeLevel {
  readonly groups: readonly TreeGroup[];
  readonly articles: readonly ArticleRecord[];
}

/** A group with more articles than this is shown in parts: no list widget likes 100,000 siblings. */
const maxSiblings = 2000;
const partSize = 500;

interface Node {
  key: GroupKey | null;
  readonly groups: Map<string, Node>;
  readonly articles: ArticleRecord[];
  count: number;
  sorted: boolean;
}

/**
 * The articles of a corpus at one moment, filtered and grouped. Making it is one pass without sorting; a level is
 * sorted when it is first looked at.
 */
export class ArticleTree {
  readonly by: Grouping;
  readonly filter: string;
  /** The folders of the corpus, which shorten the labels of places. */
  readonly roots: readonly string[];
  readonly #corpus: Corpus;
  readonly #storyOf: StoryGroupOf | undefined;
  readonly #root: Node = newNode(null);
  readonly #nodes = new Map<string, Node>();

  constructor(corpus: Corpus, by: Grouping, filter: string, roots: readonly string[], storyOf?: StoryGroupOf) {
    this.#storyOf = storyOf;
    this.by = by;
    this.filter = filter;
    this.roots = roots;
    this.#corpus = corpus;
    const passes = articleFilter(filter, corpus);
    for (const record of corpus.articles()) {
      if (passes !== null && !passes(record)) continue;
      let node = this.#root;
      node.count++;
      for (const key of groupsOf(record, by, corpus, roots, storyOf)) {
        node = this.#child(node, key);
        node.count++;
      }
      node.articles.push(record);
    }
  }

  get count(): number {
    return this.#root.count;
  }

  /** What is below the group with the id `parent`, or at the top for null; empty for a group that is not there. */
  children(parent: string | null): TreeLevel {
    const { groupId, part } = splitPart(parent);
    const node = groupId === null ? this.#root : this.#nodes.get(groupId);
    if (node === undefined) return { groups: [], articles: [] };
    this.#sort(node);
    const groups = [...node.groups.values()].sort((a, b) => compareKeys(a.key, b.key)).map(treeGroup);
    if (part !== null) return { groups: [], articles: node.articles.slice(part * partSize, (part + 1) * partSize) };
    if (node.articles.length <= maxSiblings) return { groups, articles: node.articles };
    return { groups: [...groups, ...this.#parts(node)], articles: [] };
  }

  /** The groups of an article from the root down; null where the filter leaves it out. */
  pathOf(record: ArticleRecord): readonly TreeGroup[] | null {
    const path: TreeGroup[] = [];
    let node = this.#root;
    for (const key of groupsOf(record, this.by, this.#corpus, this.roots, this.#storyOf)) {
      const child = node.groups.get(key.id);
      if (child === undefined) return null;
      node = child;
      path.push(treeGroup(child));
    }
    this.#sort(node);
    const position = node.articles.indexOf(record);
    if (position < 0) return null;
    return node.articles.length <= maxSiblings ? path : [...path, this.#part(node, Math.floor(position / partSize))];
  }

  #parts(node: Node): readonly TreeGroup[] {
    return Array.from({ length: Math.ceil(node.articles.length / partSize) }, (_, part) => this.#part(node, part));
  }

  /** One part of a group that is sorted: `501–1000`. */
  #part(node: Node, part: number): TreeGroup {
    const start = part * partSize;
    const records = node.articles.slice(start, start + partSize);
    const group = { id: `${node.key?.id ?? ""}${partMark}${part}`, label: `${start + 1}–${start + records.length}`, count: records.length };
    // Undated articles come last.
    const newest = records[0] && this.#corpus.dateOf(records[0]);
    const lastDated = records.findLast((record) => this.#corpus.dateOf(record) !== null);
    const oldest = lastDated && this.#corpus.dateOf(lastDated);
    return newest && oldest ? { ...group, span: { newest, oldest } } : group;
  }

  #child(node: Node, key: GroupKey): Node {
    let child = node.groups.get(key.id);
    if (child === undefined) {
      child = newNode(key);
      node.groups.set(key.id, child);
      this.#nodes.set(key.id, child);
    } else if (child.key !== null && key.label > child.key.label) {
      // Spellings that fold alike share a group. Which label it bears must not depend on what came first: the one with
      // small letters, which sort last.
      child.key = key;
    }
    return child;
  }

  #sort(node: Node): void {
    if (node.sorted) return;
    const dated = node.articles.map((record) => ({ record, date: this.#corpus.dateOf(record) ?? "" }));
    dated.sort(
      (a, b) =>
        compareNaturally(b.date, a.date) ||
        compareNaturally(a.record.foldedTitle, b.record.foldedTitle) ||
        comparePlace(a.record, b.record),
    );
    for (let i = 0; i < dated.length; i++) {
      const entry = dated[i];
      if (entry !== undefined) node.articles[i] = entry.record;
    }
    node.sorted = true;
  }
}

function newNode(key: GroupKey | null): Node {
  return { key, groups: new Map(), articles: [], count: 0, sorted: false };
}

function treeGroup({ key, count }: Node): TreeGroup {
  return { id: key?.id ?? "", label: key?.label ?? "", count, ...(key?.span && { span: key.span }) };
}

function compareKeys(a: GroupKey | null, b: GroupKey | null): number {
  return compareNaturally(a?.order ?? "", b?.order ?? "") || compareNaturally(a?.id ?? "", b?.id ?? "");
}

const partMark = "\u0000part:";

function splitPart(id: string | null): { readonly groupId: string | null; readonly part: number | null } {
  const mark = id === null ? -1 : id.indexOf(partMark);
  if (id === null || mark < 0) return { groupId: id, part: null };
  return { groupId: mark === 0 ? null : id.slice(0, mark), part: Number(id.slice(mark + partMark.length)) };
}
