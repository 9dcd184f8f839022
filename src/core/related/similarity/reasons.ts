import type { Relatedness } from "./relatedness";
import { daysInWords } from "./daysBetween";

/** An entity that two articles share, as far as reasons need it. */
export interface SharedEntity {
  readonly name: string;
  readonly type: "PER" | "ORG" | "LOC" | "EVENT";
  /** How many articles of the corpus name it. */
  readonly articles: number;
  readonly isCountry: boolean;
}

export interface ReasonSources {
  /** Null for an entity that is not to be named: hidden, or the outlet of one of the two. */
  readonly entity: (id: string) => SharedEntity | null;
  /** Terms as a reader says them, most telling first. */
  readonly phrases: (stems: readonly string[], limit: number) => readonly string[];
  readonly articleCount: number;
}

/** How links stand between two articles. */
export type LinkState = "none" | "listed" | "lists";

const entityLimit = 3;
const termLimit = 3;
const typeWeight = { PER: 1.3, EVENT: 1.5, ORG: 1.1, LOC: 0.7 } as const;
const countryWeight = 0.4;
/** In a corpus of this size or larger, an entity in more than this share of the articles is no reason. */
const commonShare = 0.25;
const smallCorpus = 40;

/** What two articles share, in words: specific names first, then terms where there are few names. */
export function sharedInWords(related: Relatedness, sources: ReasonSources): readonly string[] {
  const names = related.sharedEntities
    .map((id, rank) => ({ rank, entity: sources.entity(id) }))
    .flatMap(({ rank, entity }) =>
      entity === null || isCommon(entity, sources.articleCount)
        ? []
        : [{ name: entity.name, worth: worthOf(entity, rank, sources.articleCount) }],
    )
    .sort((a, b) => b.worth - a.worth)
    .slice(0, entityLimit)
    .map(({ name }) => name);
  const said = names.join(" ").toLowerCase();
  const phrases = sources.phrases(related.sharedTerms, termLimit).filter(
    (phrase) =>
      !phrase
        .toLowerCase()
        .split(/[ -]/)
        .some((word) => said.includes(word)),
  );
  // Beside names a lone word says little: a phrase does.
  const telling = names.length < 2 ? phrases : phrases.filter((phrase) => phrase.includes(" "));
  return [...names, ...telling.slice(0, Math.max(1, entityLimit - names.length))];
}

function isCommon({ articles }: SharedEntity, articleCount: number): boolean {
  return articleCount >= smallCorpus && articles > commonShare * articleCount;
}

function worthOf({ type, isCountry, articles }: SharedEntity, rank: number, articleCount: number): number {
  const rarity = 1 + Math.log((articleCount + 1) / Math.min(articleCount, Math.max(1, articles)));
  return ((isCountry ? countryWeight : typeWeight[type]) * rarity) / (1 + 0.1 * rank);
}

/** Why an article is related, each reason for itself: what is shared, whether one lists the other, how far apart they are. */
export function reasonsInWords(related: Relatedness, sources: ReasonSources, link: LinkState, isSameStory: boolean): readonly string[] {
  const shared = sharedInWords(related, sources);
  const reasons: string[] = [];
  if (link === "listed") reasons.push("listed in this article");
  if (link === "lists") reasons.push("lists this article");
  if (shared.length > 0) reasons.push(`shares ${shared.join(", ")}`);
  if (isSameStory) reasons.push("same story");
  reasons.push(daysInWords(related.daysLater));
  return reasons;
}
