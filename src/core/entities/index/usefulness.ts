import type { EntityType } from "../resolve/localEntity";
import type { Entity } from "./entity";

/** A person, an event or an organisation says more of what an article is about than the country where it plays. */
const typeWeight: Readonly<Record<EntityType, number>> = { PER: 1.3, EVENT: 1.3, ORG: 1, LOC: 0.7 };
const countryWeight = 0.6;

type Counted = Pick<Entity, "id" | "type" | "mentions" | "articles">;

function weightOf(entity: Counted): number {
  return typeWeight[entity.type] * (entity.id.startsWith("LOC:{") ? countryWeight : 1);
}

/**
 * How much an entity is worth in a list of a corpus of `articleCount` articles: grows with the articles that mention it, less
 * where nearly all do, more where they mention it often.
 */
export function usefulness(entity: Counted, articleCount: number): number {
  if (entity.articles === 0) return 0;
  const share = entity.articles / Math.max(articleCount, 1);
  const density = entity.mentions / entity.articles;
  return weightOf(entity) * Math.log2(1 + entity.articles) * (1 - 0.7 * share ** 2) * Math.sqrt(Math.min(density, 6));
}

/** How much an entity tells about an article that mentions it `mentions` times: tf-idf, weighted by kind; more in the headline. */
export function tellingness(entity: Entity, mentions: number, inHeadline: boolean, articleCount: number): number {
  const rarity = Math.log(1 + Math.max(articleCount, 1) / Math.max(entity.articles, 1));
  return weightOf(entity) * (1 + Math.log2(Math.max(mentions, 1))) * rarity * (inHeadline ? 1.5 : 1);
}
