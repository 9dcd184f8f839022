import { nameKey } from "../names/nameKey";
import { organizationKey } from "../names/organizationName";
import { personName } from "../names/personName";
import type { ArticleContexts, ArticleOrigin } from "./articleContexts";
import { BearerEvidence, type BareNameReading } from "./bearerEvidence";
import { divideGroup, type DividedGroup } from "./groupPart";
import type { CountedGroup } from "./groupTally";
import type { LinkedGroups } from "./linkedGroups";
import { personKey } from "./linkPersons";
import type { EntityType } from "./localEntity";
import { splitOffice } from "./offices";

/** Articles that name more than this are lists: who stands beside whom says nothing there, and a list of made-up names would cost its square. */
const mostNames = 200;
/** So many local entities are looked at between two pauses: less than a millisecond. */
const stride = 4000;
const dayLength = 86_400_000;

/** The groups of a corpus, as far as this asks them. */
interface Groups {
  values(): Iterable<CountedGroup>;
  get(type: EntityType, key: string): CountedGroup | undefined;
  withNumber(number: number): CountedGroup | undefined;
  bearersOf(word: string): readonly CountedGroup[];
  placesOf(group: CountedGroup): CountedGroup["places"];
}

/** The groups that the name of an outlet, an agency or an author may be in. */
function keysOfMaker(name: string): readonly (readonly [type: EntityType, key: string])[] {
  const person = personName(nameKey(name));
  return [["ORG", organizationKey(name)], ["LOC", nameKey(name)], ["PER", person === null ? nameKey(name) : personKey(person)]];
}

function rootsOf(word: string, groups: Groups, { roots }: LinkedGroups): readonly number[] {
  return [...new Set(groups.bearersOf(word).map(({ number }) => roots[number] ?? number))];
}

/**
 * Last names alone that several people bear and that none of them dominates, judged article by article: by whom and what else the article
 * names, and by its date (`BearerEvidence`). What is not clear stays with nobody. A pure function of the groups as they are linked and of
 * the articles; what was decided here is no evidence here. About linear in the names of the bearers' articles. Pauses
 * about every millisecond.
 */
export function* bareNamesInContext(groups: Groups, linked: LinkedGroups, articles: ArticleContexts): Generator<undefined, readonly DividedGroup[]> {
  const { roots } = linked;
  const articlesWith = new Int32Array(roots.length);
  /** Who bears a last name alone that no rule took for one person: root groups, by the name's own. */
  const open = new Map<number, readonly number[]>();
  let looked = 0;
  for (const group of groups.values()) {
    const root = roots[group.number] ?? group.number;
    articlesWith[root] = (articlesWith[root] ?? 0) + group.articles;
    if (group.type === "PER" && group.bareArticles > 0 && root === group.number) {
      const bearers = rootsOf(splitOffice(group.key)?.word ?? group.key, groups, linked);
      if (bearers.length > 1) open.set(root, bearers);
      looked += bearers.length;
    }
    if (++looked < stride) continue;
    looked = 0;
    yield;
  }
  const others = new Set<number>();
  /** The root groups of what an article names, those of open names and of `own` left out. */
  const othersIn = (article: number, own: ReadonlySet<number>): Set<number> => {
    others.clear();
    looked++;
    if (articles.localCount(article) > mostNames) return others;
    articles.eachLocal(article, (group) => {
      looked++;
      const root = roots[group] ?? group;
      if (!open.has(root) && !own.has(root)) others.add(root);
    });
    return others;
  };
  const dayOf = (origin: ArticleOrigin | null): number | null => {
    const day = Date.parse(origin?.date ?? "") / dayLength;
    return Number.isNaN(day) ? null : day;
  };
  const makerRoots = new Map<string, readonly number[]>();
  const rootsOfMaker = (name: string): readonly number[] => {
    let known = makerRoots.get(name);
    if (known === undefined) makerRoots.set(name, (known = keysOfMaker(name).flatMap(([type, key]) => groups.get(type, key) ?? []).map(({ number }) => roots[number] ?? number)));
    return known;
  };
  const wholeOf = (root: number): readonly CountedGroup[] => [groups.withNumber(root), ...linked.membersOf(root)].filter((one) => one !== undefined);

  const entities = { articleCount: articles.articleCount(), groupOf: (root: number) => groups.withNumber(root), articlesWith: (root: number) => articlesWith[root] ?? 0 };
  const divided: DividedGroup[] = [];
  for (const [name, bearers] of open) {
    const own = new Set(bearers);
    const evidence = new BearerEvidence(entities);
    for (const bearer of bearers) {
      evidence.addBearer(bearer);
      const counted = new Set<number>();
      for (const piece of wholeOf(bearer)) {
        const rows = groups.placesOf(piece);
        for (let row = 0; row < rows.length; row++) {
          const article = rows.article(row);
          if (counted.has(article)) continue;
          counted.add(article);
          evidence.addArticle(othersIn(article, own), dayOf(articles.originOf(article)));
          if (looked < stride) continue;
          looked = 0;
          yield;
        }
      }
    }
    evidence.settle();
    for (const piece of wholeOf(name)) {
      // What a reader pinned to the name is that name.
      if (piece.bareArticles < piece.articles) continue;
      const readings = new Map<number, BareNameReading>();
      const rows = groups.placesOf(piece);
      for (let row = 0; row < rows.length; row++) {
        const article = rows.article(row);
        const origin = articles.originOf(article);
        const company = othersIn(article, own);
        for (const maker of origin?.makers ?? []) for (const root of rootsOfMaker(maker)) company.delete(root);
        const reading = evidence.read(company, dayOf(origin));
        if (reading !== null) readings.set(article, reading);
        if (looked < stride) continue;
        looked = 0;
        yield;
      }
      if (readings.size > 0) divided.push(yield* divideGroup(piece, rows, readings, articles));
    }
  }
  return divided;
}
