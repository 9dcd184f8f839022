import type { StoryGroupOf } from "../../core/corpus/articleGroups";
import { articleId, type ArticleRecord } from "../../core/corpus/articleRecord";
import { ArticleTree } from "../../core/corpus/articleTree";
import type { LineColumn } from "../../core/text/lineIndex";
import { type ArticleAt, type ArticleAtParams, type Grouping, method, type TreeChildren, type TreeParams } from "../../protocol/corpus";
import { articleSummary } from "../answers/articleSummary";
import type { StoryService } from "../answers/related/storyService";
import { normalUri } from "../files/uris";
import type { Feature } from "../main/services";

/** The stories as groups of the Articles tree, the longest first; an id holds while a story's first article is the same. */
function storyGroups(stories: StoryService): StoryGroupOf {
  const { stories: all, ofArticle } = stories.current;
  return (record) => {
    const at = ofArticle.get(articleId(record));
    const story = at === undefined ? undefined : all[at];
    if (at === undefined || story === undefined) return null;
    const { label, from, to, articles } = story;
    const span = from === null || to === null ? {} : { span: { newest: to, oldest: from } };
    return { id: `story:${articles[0] ?? at}`, label, order: String(at).padStart(9, "0"), ...span };
  };
}

/** A tree view asks level by level, and reveals between: the trees of a few groupings and filters are kept. */
const maxTrees = 4;

/** `articleGroups` and `articleAt`: the Articles tree, from what the corpus holds at the moment. */
export const articleTree: Feature = (connection, { corpus, files, stories }) => {
  let trees: { readonly revision: number; readonly edition: number; readonly tree: ArticleTree }[] = [];

  const treeOf = (by: Grouping, filter: string): ArticleTree => {
    const roots = files.folders.map((folder) => folder.uri);
    trees = trees.filter(
      ({ revision, edition, tree }) => revision === corpus.revision && edition === stories.edition && sameItems(tree.roots, roots),
    );
    const known = trees.find(({ tree }) => tree.by === by && tree.filter === filter);
    if (known !== undefined) return known.tree;
    const tree = new ArticleTree(corpus, by, filter, roots, by === "story" ? storyGroups(stories) : undefined);
    trees = [{ revision: corpus.revision, edition: stories.edition, tree }, ...trees].slice(0, maxTrees);
    return tree;
  };

  connection.onRequest(method.articleGroups, ({ by, parent, filter }: TreeParams): TreeChildren => {
    const { groups, articles } = treeOf(by, filter).children(parent);
    return { groups, articles: articles.map((record) => articleSummary(record, corpus)) };
  });

  connection.onRequest(method.articleAt, ({ uri, position, by, filter }: ArticleAtParams): ArticleAt | null => {
    const record = articleAtLine(corpus.articlesOf(normalUri(uri)), position);
    const path = record === null ? null : treeOf(by, filter).pathOf(record);
    return record === null || path === null ? null : { article: articleSummary(record, corpus), path };
  });
  return {};
};

function articleAtLine(records: readonly ArticleRecord[], { line }: LineColumn): ArticleRecord | null {
  let low = 0;
  let high = records.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = records[middle];
    if (record === undefined || line < record.range.start.line) high = middle - 1;
    else if (line > record.range.end.line) low = middle + 1;
    else return record;
  }
  return null;
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
