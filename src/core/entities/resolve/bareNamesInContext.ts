import { ArticleCompany } from "./articleCompany";
import type { ArticleContexts } from "./articleContexts";
import { BearerEvidence, type BareNameReading } from "./bearerEvidence";
import { divideGroup, type DividedGroup } from "./groupPart";
import type { CountedGroup } from "./groupTally";
import type { Concerned, LinkCandidates } from "./linkCandidates";
import type { LinkedGroups } from "./linkedGroups";
import type { EntityType } from "./localEntity";
import { suitsTitle } from "./bareNames";
import { splitOffice } from "./openKeys";

/** So many names are looked at between two pauses: less than a millisecond. */
const stride = 4000;
const dayLength = 86_400_000;

/** The groups of a corpus, as far as this asks them. */
interface Groups {
  readonly candidates: Pick<LinkCandidates, "bare">;
  values(): Iterable<CountedGroup>;
  get(type: EntityType, key: string): CountedGroup | undefined;
  withNumber(number: number): CountedGroup | undefined;
  bearersOf(word: string): readonly CountedGroup[];
  placesOf(group: CountedGroup): CountedGroup["places"];
}

/** What was found out about last names alone. */
export interface BareNames {
  /** Those that no rule took for one person: by their root groups, the root groups of those who bear them. */
  readonly open: ReadonlyMap<number, readonly number[]>;
  /** Those of them that were divided, by their root groups. */
  readonly divided: ReadonlyMap<number, readonly DividedGroup[]>;
  /** In how many articles each root group stands. */
  readonly articlesWith: Int32Array;
  readonly articleCount: number;
  /** As the groups were linked then. */
  readonly linked: LinkedGroups;
}

/** Who bears a last name that no rule took for one person, by their root groups; null for any other group. */
function bearersOf(group: CountedGroup, groups: Groups, { roots }: LinkedGroups): readonly number[] | null {
  if (group.type !== "PER" || group.bareArticles === 0 || (roots[group.number] ?? group.number) !== group.number) return null;
  const held = splitOffice(group.key);
  const title = held?.office === "mr" || held?.office === "mrs" ? held.office : null;
  const bearers = new Set<number>();
  for (const { number, bearer } of groups.bearersOf(held?.word ?? group.key))
    if (title === null || (bearer !== null && suitsTitle(bearer.given, title))) bearers.add(roots[number] ?? number);
  return bearers.size > 1 ? [...bearers] : null;
}

/** Looks at all groups. */
function* allNames(groups: Groups, linked: LinkedGroups): Generator<undefined, Pick<BareNames, "open" | "articlesWith">> {
  const { roots } = linked;
  const open = new Map<number, readonly number[]>();
  const articlesWith = new Int32Array(roots.length);
  let looked = 0;
  for (const { number, articles } of groups.values()) {
    const root = roots[number] ?? number;
    articlesWith[root] = (articlesWith[root] ?? 0) + articles;
    if (++looked % 500 === 0) yield;
  }
  for (const group of groups.candidates.bare) {
    const bearers = bearersOf(group, groups, linked);
    if (bearers !== null) open.set(group.number, bearers);
    if (++looked % 100 === 0) yield;
  }
  return { open, articlesWith };
}

/** What is of before where only some groups are concerned, and the names that have to be judged again, by their root groups. */
interface Renewed extends Pick<BareNames, "open" | "articlesWith"> {
  readonly doubtful: ReadonlySet<number>;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number) => b.includes(number));
}

function sameRoots(a: ReadonlyMap<number, BareNameReading>, b: ReadonlyMap<number, BareNameReading>): boolean {
  if (a.size !== b.size) return false;
  for (const [article, { root }] of a) if (b.get(article)?.root !== root) return false;
  return true;
}

/**
 * Looks at the groups that are concerned alone. A name is judged again where one of its articles or one of its bearers' is another than
 * before, names somebody who is somebody else now, or stands in more or fewer articles.
 */
function* namesConcerned(
  groups: Groups,
  linked: LinkedGroups,
  articles: ArticleContexts,
  before: BareNames,
  { groups: concerned, touched }: Concerned,
): Generator<undefined, Renewed> {
  const open = new Map(before.open);
  const articlesWith = new Int32Array(linked.roots.length);
  articlesWith.set(before.articlesWith.subarray(0, articlesWith.length));
  /** The roots of what may be in other articles, or in articles that say something else; and of those, of what is another entity. */
  const roots = new Set<number>();
  const others = new Set<number>();
  const doubtful = new Set<number>();
  for (const group of concerned) {
    const { number } = group;
    if (groups.withNumber(number) !== group && touched.get(group) === 0) continue;
    const isHere = groups.withNumber(number) === group;
    const [then, now] = [before.linked.roots[number] ?? number, isHere ? (linked.roots[number] ?? number) : number];
    const [was, is] = [touched.get(group) ?? group.articles, isHere ? group.articles : 0];
    articlesWith[then] = (articlesWith[then] ?? 0) - was;
    articlesWith[now] = (articlesWith[now] ?? 0) + is;
    const [opened, opens] = [before.open.get(number), isHere ? bearersOf(group, groups, linked) : null];
    if (opens === null) open.delete(number);
    else open.set(number, opens);
    if (opens !== null && (opened === undefined || !sameNumbers(opened, opens))) doubtful.add(number);
    const isOther = then !== now || was !== is || (opened === undefined) !== (opens === null);
    for (const root of [then, now]) {
      if (isOther) others.add(root);
      if (isOther || touched.has(group)) roots.add(root);
    }
    yield;
  }
  const namesOf = new Map<number, number[]>();
  for (const [name, bearers] of open) {
    for (const bearer of bearers) {
      const known = namesOf.get(bearer);
      if (known === undefined) namesOf.set(bearer, [name]);
      else known.push(name);
    }
  }
  const doubt = (root: number): void => {
    if (open.has(root)) doubtful.add(root);
    for (const name of namesOf.get(root) ?? []) doubtful.add(name);
  };
  for (const root of roots) doubt(root);
  const looked = new Set<number>();
  for (const root of others) {
    const pieces = new Set([groups.withNumber(root), ...linked.membersOf(root), ...before.linked.membersOf(root)]);
    for (const piece of pieces) {
      if (piece === undefined || groups.withNumber(piece.number) !== piece) continue;
      const rows = groups.placesOf(piece);
      for (let row = 0; row < rows.length; row++) {
        const article = rows.article(row);
        if (looked.has(article)) continue;
        looked.add(article);
        articles.eachLocal(article, (group) => {
          doubt(linked.roots[group] ?? group);
        });
        yield;
      }
    }
  }
  return { open, articlesWith, doubtful };
}

function dayOf(article: number, articles: ArticleContexts): number | null {
  const day = Date.parse(articles.originOf(article)?.date ?? "") / dayLength;
  return Number.isNaN(day) ? null : day;
}

/**
 * Last names alone that several people bear and that none of them dominates, judged article by article: by whom and what else the article
 * names, and by its date (`BearerEvidence`). What is not clear stays with nobody. A pure function of the groups as they are linked and of
 * the articles; what was decided here is no evidence here. About linear in the names of the bearers' articles. Of `before` all is taken
 * over that does not depend on the groups of `concerned`; all is judged where these are null. Pauses about every millisecond.
 */
export function* bareNamesInContext(
  groups: Groups,
  linked: LinkedGroups,
  articles: ArticleContexts,
  before: BareNames | null,
  concerned: Concerned | null,
): Generator<undefined, BareNames> {
  const articleCount = articles.articleCount();
  const known = before === null || concerned === null || before.articleCount !== articleCount ? null : before;
  const renewed = known === null || concerned === null ? null : yield* namesConcerned(groups, linked, articles, known, concerned);
  const { open, articlesWith } = renewed ?? (yield* allNames(groups, linked));
  const company = new ArticleCompany(articles, linked.roots, (type, key) => groups.get(type, key));
  const entities = {
    articleCount,
    groupOf: (root: number) => groups.withNumber(root),
    articlesWith: (root: number) => articlesWith[root] ?? 0,
  };
  const wholeOf = (root: number): readonly CountedGroup[] =>
    [groups.withNumber(root), ...linked.membersOf(root)].filter((one) => one !== undefined);
  /** The numbers of the articles of some groups, with pauses. */
  const articlesOf = function* (all: readonly CountedGroup[], visit: (article: number) => void): Generator<undefined, void> {
    for (const group of all) {
      const rows = groups.placesOf(group);
      for (let row = 0; row < rows.length; row++) {
        visit(rows.article(row));
        if (company.looked < stride) continue;
        company.looked = 0;
        yield;
      }
    }
  };

  const divided = new Map<number, readonly DividedGroup[]>();
  for (const [name, bearers] of open) {
    if (known !== null && renewed?.doubtful.has(name) === false) {
      const same = known.divided.get(name);
      if (same !== undefined) divided.set(name, same);
      continue;
    }
    const own: DividedGroup[] = [];
    const evidence = new BearerEvidence(entities);
    const isBearer = new Set(bearers);
    // What a reader pinned to the name is that name.
    const pieces = wholeOf(name).filter((piece) => piece.bareArticles === piece.articles);
    yield* articlesOf(pieces, (article) => {
      for (const root of company.of(article)) if (!open.has(root) && !isBearer.has(root)) evidence.ask(root);
    });
    for (const bearer of evidence.isAsked ? bearers : []) {
      evidence.addBearer(bearer);
      yield* articlesOf(wholeOf(bearer), (article) => {
        if (!evidence.addArticle(article, dayOf(article, articles))) return;
        company.each(article, (root) => {
          evidence.addOther(root);
        });
      });
    }
    evidence.settle();
    for (const piece of pieces) {
      const readings = new Map<number, BareNameReading>();
      yield* articlesOf([piece], (article) => {
        const reading = evidence.read(company.of(article), dayOf(article, articles));
        if (reading !== null) readings.set(article, reading);
      });
      if (readings.size === 0) continue;
      // Articles are read for it: not again where each means the same as before.
      const last = concerned?.touched.has(piece) === false ? known?.divided.get(name)?.find(({ group }) => group === piece) : undefined;
      const isSame = last !== undefined && sameRoots(last.readings, readings);
      own.push(isSame ? { ...last, readings } : yield* divideGroup(piece, groups.placesOf(piece), readings, articles));
    }
    if (own.length > 0) divided.set(name, own);
  }
  return { open, divided, articlesWith, articleCount, linked };
}
