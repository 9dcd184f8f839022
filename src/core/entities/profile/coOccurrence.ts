import type { Entity, EntityView } from "../index/entityView";

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

/** How much an entity of a kind is worth beside another of the same association. */
function weightOf(entity: Entity): number {
  if (entity.id.startsWith("LOC:{")) return 0.3;
  switch (entity.type) {
    case "PER":
    case "EVENT":
      return 1;
    case "ORG":
      return 0.8;
    case "LOC":
      return 0.5;
  }
}

/**
 * Who and what an entity occurs with, closest first: by association, so that what is in every article (the country, the
 * outlet) does not crowd out what belongs to this entity. In small corpora, where chance explains everything, by how often
 * both are mentioned in common articles.
 */
export function companionsOf(view: EntityView, entity: Entity, limit: number): readonly Companion[] {
  let ids = [...new Set(view.places(entity).map(({ articleId }) => articleId))];
  const all = view.index.articleCount;
  if (ids.length > mostArticles) {
    const step = ids.length / mostArticles;
    const sorted = ids.sort();
    ids = Array.from({ length: mostArticles }, (_, at) => sorted[Math.floor(at * step)] ?? "");
  }
  const scale = ids.length === 0 ? 1 : entity.articles / ids.length;
  const counts = new Map<string, { articles: number; closeness: number; last: string }>();
  for (const id of ids) {
    const article = view.index.article(id);
    if (article === null) continue;
    let own = 0;
    for (const [at, group] of article.groups.entries()) if (view.rootOf(group) === entity.id) own += article.locals[at]?.mentions.length ?? 0;
    for (const [at, group] of article.groups.entries()) {
      const root = view.rootOf(group);
      if (root === entity.id) continue;
      const count = counts.get(root) ?? { articles: 0, closeness: 0, last: "" };
      counts.set(root, count);
      if (count.last === id) continue;
      count.last = id;
      count.articles++;
      count.closeness += Math.log2(1 + Math.min(own, article.locals[at]?.mentions.length ?? 0));
    }
  }
  const companions: { readonly companion: Companion; readonly rank: number }[] = [];
  for (const [id, { articles, closeness }] of counts) {
    const other = view.entity(id);
    if (other === null) continue;
    const both = Math.min(Math.round(articles * scale), entity.articles, other.articles);
    const association = logLikelihood(both, entity.articles, other.articles, Math.max(all, entity.articles));
    const near = (closeness * scale) / Math.sqrt(entity.articles * other.articles);
    companions.push({ companion: { entity: other, articles: both, association }, rank: weightOf(other) * (Math.max(0, association - byChance) + near) });
  }
  companions.sort((a, b) => b.rank - a.rank || b.companion.entity.mentions - a.companion.entity.mentions || (a.companion.entity.id < b.companion.entity.id ? -1 : 1));
  return companions.slice(0, limit).map(({ companion }) => companion);
}
