import { ArticleCompany } from "./articleCompany";
import type { ArticleContexts } from "./articleContexts";
import { BearerEvidence, type BareNameReading } from "./bearerEvidence";
import { divideGroup, type DividedGroup } from "./groupPart";
import type { CountedGroup } from "./groupTally";
import type { LinkedGroups } from "./linkedGroups";
import type { EntityType } from "./localEntity";
import { suitsTitle } from "./bareNames";
import { splitOffice } from "./openKeys";

/** So many names are looked at between two pauses: less than a millisecond. */
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

/** Last names alone that no rule took for one person: by their root groups, the root groups of those who bear them. */
type OpenNames = ReadonlyMap<number, readonly number[]>;

/** The open names, and in how many articles each root group stands. */
function* openNames(
  groups: Groups,
  { roots }: LinkedGroups,
): Generator<undefined, { readonly open: OpenNames; readonly articlesWith: Int32Array }> {
  const open = new Map<number, readonly number[]>();
  const articlesWith = new Int32Array(roots.length);
  let looked = 0;
  for (const group of groups.values()) {
    const root = roots[group.number] ?? group.number;
    articlesWith[root] = (articlesWith[root] ?? 0) + group.articles;
    if (group.type === "PER" && group.bareArticles > 0 && root === group.number) {
      const held = splitOffice(group.key);
      const title = held?.office === "mr" || held?.office === "mrs" ? held.office : null;
      const all = groups
        .bearersOf(held?.word ?? group.key)
        .filter(({ bearer }) => title === null || (bearer !== null && suitsTitle(bearer.given, title)));
      const bearers = new Set(all.map(({ number }) => roots[number] ?? number));
      if (bearers.size > 1) open.set(root, [...bearers]);
      looked += all.length;
    }
    if (++looked < stride) continue;
    looked = 0;
    yield;
  }
  return { open, articlesWith };
}

function dayOf(article: number, articles: ArticleContexts): number | null {
  const day = Date.parse(articles.originOf(article)?.date ?? "") / dayLength;
  return Number.isNaN(day) ? null : day;
}

/**
 * Last names alone that several people bear and that none of them dominates, judged article by article: by whom and what else the article
 * names, and by its date (`BearerEvidence`). What is not clear stays with nobody. A pure function of the groups as they are linked and of
 * the articles; what was decided here is no evidence here. About linear in the names of the bearers' articles. Pauses
 * about every millisecond.
 */
export function* bareNamesInContext(
  groups: Groups,
  linked: LinkedGroups,
  articles: ArticleContexts,
): Generator<undefined, readonly DividedGroup[]> {
  const { open, articlesWith } = yield* openNames(groups, linked);
  const company = new ArticleCompany(articles, linked.roots, (type, key) => groups.get(type, key));
  const entities = {
    articleCount: articles.articleCount(),
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

  const divided: DividedGroup[] = [];
  for (const [name, bearers] of open) {
    const evidence = new BearerEvidence(entities);
    const own = new Set(bearers);
    // What a reader pinned to the name is that name.
    const pieces = wholeOf(name).filter((piece) => piece.bareArticles === piece.articles);
    yield* articlesOf(pieces, (article) => {
      for (const root of company.of(article)) if (!open.has(root) && !own.has(root)) evidence.ask(root);
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
      if (readings.size > 0) divided.push(yield* divideGroup(piece, groups.placesOf(piece), readings, articles));
    }
  }
  return divided;
}
