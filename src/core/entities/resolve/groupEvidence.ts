import { nameKey } from "../names/nameKey";
import { headOf } from "../roles/phrases";
import { isRoleHead, singular } from "../roles/roleWords";
import type { ArticleContexts } from "./articleContexts";
import type { CountedGroup } from "./groupTally";
import { splitOffice } from "./openKeys";

/** So many articles of a group are looked at. */
const mostArticles = 40;
/** Articles that name more than this are lists: who stands beside whom says nothing there. */
const mostNames = 200;
/** A name in more articles than this, or than this share of all, is no evidence. */
const rare = 3;
const rareShare = 0.05;

/** In more articles than this, a name that stands beside another is no evidence. */
export function evidenceLimit(articles: number): number {
  return Math.max(rare, rareShare * articles);
}

/** Articles that lie further apart than this, in days, are of different times. */
const farApart = 1500;
/** Whoever has no others in common has to have so many of their own for that to say something. */
const fewestOthers = 2;
const dayLength = 86_400_000;

/** What the articles of a group say of whose name it is. */
interface Portrait {
  /** The numbers of its articles. */
  readonly articles: ReadonlySet<number>;
  /** The numbers of the rare groups that stand beside it. */
  readonly company: ReadonlySet<number>;
  /** The nouns of its roles. */
  readonly roles: ReadonlySet<string>;
  /** The first and the last day, since 1970; null where no article has a date. */
  readonly days: readonly [first: number, last: number] | null;
}

/** Nouns that say too little for two people who are called so to be one. */
const vague = new Set(
  "man woman member official leader head chief person friend resident son daughter brother sister father mother wife husband mr mrs".split(
    " ",
  ),
);

/**
 * Compares the articles of groups whose names are alike: by who and what else they name, by roles and by dates. For one state of the
 * groups.
 */
export class GroupEvidence {
  readonly #articles: ArticleContexts;
  readonly #groupOf: (number: number) => CountedGroup | undefined;
  readonly #placesOf: (group: CountedGroup) => CountedGroup["places"];
  readonly #portraits = new Map<CountedGroup, Portrait>();

  constructor(
    articles: ArticleContexts,
    groupOf: (number: number) => CountedGroup | undefined,
    placesOf: (group: CountedGroup) => CountedGroup["places"],
  ) {
    this.#articles = articles;
    this.#groupOf = groupOf;
    this.#placesOf = placesOf;
  }

  /**
   * What speaks for two names being one person's: above 0 for, below 0 against, 0 where the articles say nothing. Company in common
   * counts two; a role in common, other roles, other company and another time count one. Names
   * that an article has apart are apart.
   */
  between(a: CountedGroup, b: CountedGroup): number {
    const [first, second] = [this.#portrait(a), this.#portrait(b)];
    if (overlap(first.articles, second.articles)) return -Infinity;
    let sum = 0;
    if (overlap(first.company, second.company)) sum += 2;
    else if (first.company.size >= fewestOthers && second.company.size >= fewestOthers) sum -= 1;
    if (first.roles.size > 0 && second.roles.size > 0) sum += overlap(first.roles, second.roles) ? 1 : -1;
    if (first.days !== null && second.days !== null && Math.max(first.days[0] - second.days[1], second.days[0] - first.days[1]) > farApart)
      sum -= 1;
    return sum;
  }

  #portrait(group: CountedGroup): Portrait {
    const known = this.#portraits.get(group);
    if (known !== undefined) return known;
    const articles = new Set<number>();
    const company = new Set<number>();
    const roles = new Set<string>();
    let [first, last] = [Infinity, -Infinity];
    const most = evidenceLimit(this.#articles.articleCount());
    for (const [id] of group.aliases()) {
      const office = splitOffice(id.slice(id.indexOf(":") + 1))?.office;
      if (office !== undefined) addRole(roles, office);
    }
    for (const { article, local } of this.#sample(group)) {
      articles.add(article);
      const origin = this.#articles.originOf(article);
      const day = Date.parse(origin?.date ?? "") / dayLength;
      if (!Number.isNaN(day)) [first, last] = [Math.min(first, day), Math.max(last, day)];
      for (const phrase of this.#articles.rolesOf(article, local)) addRole(roles, headOf(phrase));
      if (this.#articles.localCount(article) > mostNames) continue;
      const makers = new Set(origin?.makers.map((maker) => nameKey(maker)));
      this.#articles.eachLocal(article, (number) => {
        const other = this.#groupOf(number);
        if (other === undefined || other === group || other.articles > most || other.id.startsWith("LOC:{") || makers.has(other.key))
          return;
        if (other.type !== "PER" || other.bearer?.family !== group.bearer?.family) company.add(number);
      });
    }
    const portrait = { articles, company, roles, days: first <= last ? ([first, last] as const) : null };
    this.#portraits.set(group, portrait);
    return portrait;
  }

  /** Places of a group, chosen by the ids of their articles where there are many: the order in which they came does not count. */
  #sample(group: CountedGroup): readonly { readonly article: number; readonly local: number }[] {
    const rows = this.#placesOf(group);
    const places = Array.from({ length: rows.length }, (_, row) => ({ article: rows.article(row), local: rows.local(row) }));
    if (places.length <= mostArticles) return places;
    return places
      .map((place) => ({ place, id: this.#articles.idOf(place.article) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, mostArticles)
      .map(({ place }) => place);
  }
}

function addRole(roles: Set<string>, role: string): void {
  const noun = singular(nameKey(role).split(" ").at(-1) ?? "");
  if (isRoleHead(noun) && !vague.has(noun)) roles.add(noun);
}

function overlap<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}
