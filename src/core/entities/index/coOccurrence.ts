import { hashText } from "../recognise/hash";
import { Best } from "../../util/best";
import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import type { EntityType } from "../resolve/localEntity";

/** Another entity of the same articles. */
export interface Companion {
  readonly entity: Entity;
  /** Articles that mention both. */
  readonly articles: number;
  readonly association: number;
}

/** Of entities in more articles than this, a sample of them is counted. */
const mostArticles = 4000;

/**
 * Log-likelihood ratio of a 2 × 2 table of counts, after Dunning (1993), "Accurate methods for the statistics of surprise and
 * coincidence", signed: negative where the two occur together less often than by chance. `both` articles have both,
 * `first` and `second` have each, out of `all`.
 */
export function logLikelihood(both: number, first: number, second: number, all: number): number {
  const cells = [both, first - both, second - both, Math.max(0, all - first - second + both)];
  const rows = [first, all - first];
  const columns = [second, all - second];
  let sum = 0;
  for (const [index, observed] of cells.entries()) {
    const expected = ((rows[index >> 1] ?? 0) * (columns[index === 1 || index === 3 ? 1 : 0] ?? 0)) / all;
    if (observed > 0 && expected > 0) sum += observed * Math.log(observed / expected);
  }
  return (both * all >= first * second ? 2 : -2) * Math.max(0, sum);
}

/** An association below this is chance in one of twenty cases (chi-squared with one degree of freedom). */
const byChance = 3.84;

const weights = { PER: 1, EVENT: 1, ORG: 0.8, LOC: 0.5 } as const;
const countryWeight = 0.3;

/** How much an entity of a kind, by its id, is worth beside another of the same association. */
function weightOf(id: string): number {
  if (id.startsWith("LOC:{")) return countryWeight;
  return weights[id.slice(0, id.indexOf(":")) as EntityType];
}

interface Count {
  articles: number;
  closeness: number;
  /** The article that was counted last. */
  last: number;
}

interface Ranked {
  readonly id: string;
  /** The number of the root group. */
  readonly root: number;
  readonly articles: number;
  readonly association: number;
  readonly rank: number;
}

/** The numbers of an entity's articles, each once; of very many a sample of about `mostArticles` that does not depend on their order. */
function sampleOf(view: EntityView, entity: Entity): readonly number[] {
  const numbers = new Set<number>();
  view.eachPlace(entity, (article) => numbers.add(article));
  if (numbers.size <= mostArticles) return [...numbers];
  const share = Math.ceil(numbers.size / mostArticles);
  return [...numbers].filter((number) => hashText(view.index.placeNumbered(number)?.id ?? "") % share === 0);
}

/**
 * Who and what an entity occurs with, closest first: by association, so that what is in every article (the country, the
 * outlet) does not crowd out what belongs to this entity. In small corpora, where chance explains everything, by how often
 * both are mentioned in common articles.
 */
export function companionsOf(view: EntityView, entity: Entity, limit: number): readonly Companion[] {
  const numbers = sampleOf(view, entity);
  const scale = numbers.length === 0 ? 1 : entity.articles / numbers.length;
  const all = Math.max(view.index.articleCount, entity.articles);
  const [self] = entity.groups;
  const selfRoot = self === undefined ? -1 : view.rootNumber(self.number);
  const counts = new Map<number, Count>();
  const roots: number[] = [];
  const mentions: number[] = [];
  for (const number of numbers) {
    roots.length = 0;
    mentions.length = 0;
    let own = 0;
    view.index.eachLocal(number, (group, count) => {
      const root = view.rootNumber(group, number);
      if (root === selfRoot) {
        own += count;
      } else {
        roots.push(root);
        mentions.push(count);
      }
    });
    for (const [at, root] of roots.entries()) {
      const count = counts.get(root);
      const closeness = Math.log2(1 + Math.min(own, mentions[at] ?? 0));
      if (count === undefined) {
        counts.set(root, { articles: 1, closeness, last: number });
      } else if (count.last !== number) {
        count.last = number;
        count.articles++;
        count.closeness += closeness;
      }
    }
  }
  const best = new Best<Ranked>(
    limit,
    (a, b) => b.rank - a.rank || view.mentionsOf(b.root) - view.mentionsOf(a.root) || (a.id < b.id ? -1 : 1),
  );
  for (const [root, { articles: counted, closeness }] of counts) {
    const id = view.idOf(root);
    if (id === "" || view.isHidden(id)) continue;
    const others = view.articlesOf(root);
    const articles = Math.min(Math.round(counted * scale), entity.articles, others);
    const association = logLikelihood(articles, entity.articles, others, all);
    const near = (closeness * scale) / Math.sqrt(entity.articles * others);
    best.add({ id, root, articles, association, rank: weightOf(id) * (Math.max(0, association - byChance) + near) });
  }
  return best.items.flatMap(({ root, articles, association }) => {
    const other = view.entityNumbered(root);
    return other === null ? [] : [{ entity: other, articles, association }];
  });
}
