import { byId } from "./groupLinks";
import type { CountedGroup } from "./groupTally";

/** For whom a bare name was taken in an article, and why. */
export interface BareNameReading {
  /** The number of the root group of that person. */
  readonly root: number;
  /** Whom and what else the article names that speaks for that person, what says most first. */
  readonly with: readonly Witness[];
}

/** Another entity of the article. */
export interface Witness {
  /** The number of its root group. */
  readonly root: number;
  /** In how many other articles it stands with the person. */
  readonly articles: number;
}

/**
 * A bearer has to have this share of what is counted: of the articles that an entity shares with bearers, and of the evidence of an
 * article.
 */
const clearShare = 0.85;
/** So many entities at least have to speak for a bearer: one may be there by chance. */
const fewestWitnesses = 2;
/**
 * The evidence that is enough, in natural logarithms: here thirty times what chance gives. It takes more for a bearer whom fewer
 * articles name than
 * another one: that one is likelier from the start.
 */
const enough = 3.5;
/** No entity alone says more than this. */
const mostOfOne = 6;
/** A place says less than a person or a body, for many articles are dated there; a country says nothing. */
const placeWeight = 0.5;
/** Articles this far apart, in days, or nearer are of one time. */
const sameTime = 90;
/** What each doubling of that distance takes from the evidence. */
const perDoubling = 0.5;
const mostShown = 3;

/** What is known of entities, by the numbers of their root groups. */
export interface KnownEntities {
  readonly articleCount: number;
  groupOf(root: number): CountedGroup | undefined;
  /** In how many articles an entity stands. */
  articlesWith(root: number): number;
}

interface Bearer {
  readonly root: number;
  articles: number;
  /** Of its dated articles, in days since 1970. */
  readonly days: number[];
}

/** In which articles of the bearers an entity stands. */
interface Together {
  /** The article that was counted last. */
  article: number;
  /** Its bearer, with the count so far. */
  bearer: number;
  count: number;
  /** The bearer of most of them. */
  best: number;
  most: number;
  /** Of all bearers. */
  total: number;
}

interface Score {
  sum: number;
  readonly witnesses: (Witness & { readonly weight: number })[];
}

/**
 * What the other entities and the dates of articles say of who is meant by a name that several people bear. An entity speaks for a bearer
 * whose articles it stands in, and (nearly) no other bearer's. What it says is the logarithm of how much more
 * often it stands in that bearer's articles than in all, smoothed by one article; a bearer whose articles are of another time loses
 * some. Time
 * alone says nothing.
 */
export class BearerEvidence {
  readonly #entities: KnownEntities;
  readonly #bearers: Bearer[] = [];
  /** Of the bearer whom most articles name. */
  #mostArticles = 0;
  /** The articles of the bearer that was added last. */
  readonly #counted = new Set<number>();
  #article = -1;
  readonly #together = new Map<number, Together>();

  constructor(entities: KnownEntities) {
    this.#entities = entities;
  }

  /** Says that an entity may speak for a bearer: only such are counted. */
  ask(other: number): void {
    if (!this.#together.has(other)) this.#together.set(other, { article: -1, bearer: -1, count: 0, best: -1, most: 0, total: 0 });
  }

  /** Whether anything may speak for a bearer. */
  get isAsked(): boolean {
    return this.#together.size > 0;
  }

  /** From here on articles are counted for the person with this root group. */
  addBearer(root: number): void {
    this.#bearers.push({ root, articles: 0, days: [] });
    this.#counted.clear();
  }

  /** Counts an article of the bearer that was added last; false if it has been counted for that one. */
  addArticle(article: number, day: number | null): boolean {
    const bearer = this.#bearers.at(-1);
    if (bearer === undefined || this.#counted.has(article)) return false;
    this.#counted.add(article);
    this.#article = article;
    bearer.articles++;
    this.#mostArticles = Math.max(this.#mostArticles, bearer.articles);
    if (day !== null) bearer.days.push(day);
    return true;
  }

  /** Says that the article that was added last names another entity too. */
  addOther(other: number): void {
    const article = this.#article;
    const known = this.#together.get(other);
    const bearer = this.#bearers.length - 1;
    if (known === undefined || (known.article === article && known.bearer === bearer)) return;
    known.article = article;
    if (known.bearer !== bearer) {
      known.bearer = bearer;
      known.count = 0;
    }
    known.count++;
    known.total++;
    if (known.count <= known.most) return;
    known.most = known.count;
    known.best = bearer;
  }

  /** Whom an article means that names `others` and is of a day; null where that is not clear. */
  read(others: Iterable<number>, day: number | null): BareNameReading | null {
    const entities = this.#entities;
    const scores = new Map<number, Score>();
    for (const other of others) {
      const together = this.#together.get(other);
      if (together === undefined || together.most < clearShare * together.total) continue;
      const bearer = this.#bearers[together.best];
      if (bearer === undefined) continue;
      // The article itself is not counted: it is what is asked about.
      const elsewhere = Math.max(together.total, entities.articlesWith(other) - 1);
      const weight =
        weightOf(entities.groupOf(other)) *
        Math.min(mostOfOne, Math.log(((together.most * entities.articleCount) / elsewhere + 1) / (bearer.articles + 1)));
      if (weight <= 0) continue;
      let score = scores.get(together.best);
      if (score === undefined) scores.set(together.best, (score = { sum: 0, witnesses: [] }));
      score.sum += weight;
      score.witnesses.push({ root: other, articles: together.most, weight });
    }
    let total = 0;
    let best: { readonly bearer: Bearer; readonly sum: number; readonly witnesses: Score["witnesses"] } | null = null;
    for (const [at, { sum: before, witnesses }] of scores) {
      const bearer = this.#bearers[at];
      if (bearer === undefined) continue;
      const sum = before - (day === null ? 0 : lostByTime(bearer.days, day));
      if (sum <= 0) continue;
      total += sum;
      if (best === null || sum > best.sum) best = { bearer, sum, witnesses };
    }
    if (
      best === null ||
      best.sum < enough + Math.log(this.#mostArticles / best.bearer.articles) ||
      best.sum < clearShare * total ||
      best.witnesses.length < fewestWitnesses
    )
      return null;
    const witnesses = best.witnesses.sort((a, b) => b.weight - a.weight || compareIds(entities.groupOf(a.root), entities.groupOf(b.root)));
    return { root: best.bearer.root, with: witnesses.slice(0, mostShown).map(({ root, articles }) => ({ root, articles })) };
  }

  /** To be called when all bearers have been counted. */
  settle(): void {
    for (const { days } of this.#bearers) days.sort((a, b) => a - b);
  }
}

function weightOf(group: CountedGroup | undefined): number {
  if (group === undefined || group.id.startsWith("LOC:{")) return 0;
  return group.type === "LOC" ? placeWeight : 1;
}

function compareIds(a: CountedGroup | undefined, b: CountedGroup | undefined): number {
  return a === undefined || b === undefined ? 0 : byId(a, b);
}

/** What the time between a day and the nearest of `days`, in order, takes from the evidence; 0 where there is none. */
function lostByTime(days: readonly number[], day: number): number {
  if (days.length === 0) return 0;
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  const gap = Math.min((days[low] ?? Infinity) - day, day - (days[low - 1] ?? -Infinity));
  return perDoubling * Math.log2(Math.max(1, gap / sameTime));
}
