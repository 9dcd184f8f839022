import { isGenericInstitution, splitCountry } from "../names/organizationName";
import type { Likeness } from "../names/spellings";
import { likenessOf, type Bearer } from "./bearer";
import { byId, rootOf, type GroupLink, type GroupLinks } from "./groupLinks";
import { suitsTitle } from "./bareNames";
import type { CountedGroup } from "./groupTally";
import type { Concerned, LinkCandidates, LinkScope } from "./linkCandidates";
import type { EntityType } from "./localEntity";
import { keyWithOffice } from "./openKeys";

/** One bearer of a name has to have this share of the articles before a part of the name is taken for it. */
export const dominance = 0.75;

/** So many groups are looked at between two pauses: less than a millisecond. */
const stride = 500;

/** With so many fuller forms a name is compared, the fullest ones: a text of made-up names must not cost their square. */
const mostAlike = 1000;

/** The groups of a corpus. */
export interface NameGroups {
  readonly candidates: LinkCandidates;
  get(type: EntityType, key: string): CountedGroup | undefined;
  withId(id: string): CountedGroup | undefined;
  /** The people whom a word alone may mean, by their full names: those of a family name. */
  bearersOf(word: string): readonly CountedGroup[];
  /** What the articles of two groups say for their being one person's: above 0 for it, below 0 against it, 0 for nothing. */
  evidence(a: CountedGroup, b: CountedGroup): number;
}

type Group = CountedGroup;
type Links = Map<Group, GroupLink<Group>>;
type Weights = Map<Group, number>;
/** Work that may be interrupted now and then. */
type Work = Generator<undefined, void>;

/** The entry that has at least `dominance` of all weight, else null; ties break by id, so that the order of articles never counts. */
function dominant(weights: ReadonlyMap<Group, number>): Group | null {
  let total = 0;
  let best: Group | null = null;
  let most = -Infinity;
  for (const [group, weight] of weights) {
    total += weight;
    if (weight > most || (weight === most && best !== null && byId(group, best) < 0)) {
      best = group;
      most = weight;
    }
  }
  return most / total >= dominance ? best : null;
}

function addWeight(weights: Weights, group: Group, weight: number): void {
  weights.set(group, (weights.get(group) ?? 0) + weight);
}

function noWeights(): Weights {
  return new Map();
}

function entryOf<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

function link(links: Links, from: Group, to: Group, because: string): void {
  if (from !== to && !links.has(from) && rootOf(to, links) !== from) links.set(from, { to, because });
}

/** All items, with a pause now and then. */
function* inStrides<Item>(items: Iterable<Item>, visit: (item: Item) => void): Work {
  let count = 0;
  for (const item of items) {
    visit(item);
    if (++count % stride === 0) yield;
  }
}

/**
 * A word that is taken for a person, though nobody in the corpus bears it with another name, is a place or a body if this share of its
 * articles says so.
 */
const otherKind = 0.25;
const types = ["EVENT", "LOC", "ORG", "PER"] as const;

/** The same words with different types in different articles: the type of most articles holds. */
function linkTypes(groups: NameGroups, { shared }: LinkScope, typed: Set<Group>, links: Links): Work {
  return inStrides(shared, (key) => {
    const same = types.flatMap((type) => groups.get(type, key) ?? []);
    const oneWord = !key.includes(" ");
    const candidates = oneWord ? same.filter(({ type }) => type !== "PER") : same;
    const best = dominant(new Map(candidates.map((one) => [one, one.articles])));
    if (best === null) return;
    for (const one of candidates) {
      link(links, one, best, "the same name; most articles use it so");
      if (links.has(one)) typed.add(one);
    }
  });
}

interface Borne {
  readonly group: Group;
  readonly bearer: Bearer;
}

function fullerFirst(a: Borne, b: Borne): number {
  return b.bearer.letters - a.bearer.letters || b.group.articles - a.group.articles || byId(a.group, b.group);
}

/** What the articles of two names have to say for their being one (`NameGroups.evidence`), by how near the names are. */
const neededFor: Readonly<Record<Likeness, number>> = { same: -2, spelling: -1, alike: 1 };

/** Ways of writing one person's full name; a form that fits two different people goes to the clearly more frequent one or to none. */
function* linkFullNames(groups: NameGroups, { alike }: LinkScope, typed: ReadonlySet<Group>, links: Links): Work {
  let looked = 0;
  for (const same of alike) {
    if (same.size > 1) yield* linkAlike(groups, same, typed, links);
    if (++looked % stride === 0) yield;
  }
}

function* linkAlike(groups: NameGroups, alike: ReadonlySet<Group>, typed: ReadonlySet<Group>, links: Links): Work {
  const same: Borne[] = [];
  for (const group of alike) if (group.bearer !== null && !typed.has(group)) same.push({ group, bearer: group.bearer });
  same.sort(fullerFirst);
  let compared = 0;
  // Given names that can be one begin with the same letter, or are short forms of one name.
  const byGiven = new Map<string | number, Borne[]>();
  for (const one of same) {
    const { bearer, group } = one;
    // Only to fuller forms: that makes the links a forest.
    const fitting: Weights = new Map();
    const kinds = [bearer.given.charAt(0), ...bearer.lists];
    const seen = new Set<Group>();
    for (const kind of kinds) {
      for (const fuller of byGiven.get(kind) ?? []) {
        if (seen.has(fuller.group)) continue;
        seen.add(fuller.group);
        const likeness = likenessOf(bearer, fuller.bearer);
        const needed = likeness === null ? null : neededFor[likeness];
        if (needed !== null && groups.evidence(group, fuller.group) >= needed)
          addWeight(fitting, rootOf(fuller.group, links), fuller.group.articles);
        if (++compared % stride === 0) yield;
      }
      const alike = entryOf(byGiven, kind, () => []);
      if (alike.length < mostAlike) alike.push(one);
    }
    const to = fitting.size === 0 ? null : dominant(fitting);
    if (to !== null) link(links, group, to, "the same family name, and given names that go together");
  }
}

/** A people's name that no list of countries knows goes to the place of the corpus that it is made from. */
function linkDemonyms({ places }: LinkScope, links: Links): Work {
  const telling = [...places].filter(([place]) => place.articles >= 2);
  telling.sort(([a], [b]) => b.articles - a.articles || byId(a, b));
  return inStrides(telling, ([place, peoples]) => {
    for (const people of peoples) {
      if (people.articles <= place.articles * 3) link(links, people, rootOf(place, links), "the people or the adjective of that place");
    }
  });
}

/**
 * A single word that was taken for a person here, and for a place or an organisation elsewhere, and that nobody bears with another
 * name.
 */
function linkMistakenPersons(groups: NameGroups, { shared }: LinkScope, isName: (word: string) => boolean, links: Links): Work {
  return inStrides(shared, (key) => {
    const group = groups.get("PER", key);
    if (group === undefined || links.has(group) || group.bareArticles < group.articles || isName(key)) return;
    const others = (["LOC", "ORG"] as const).flatMap((type) => groups.get(type, key) ?? []);
    if (others.length === 0) return;
    const to = dominant(new Map(others.map((one) => [one, one.articles])));
    const articles = others.reduce((sum, other) => sum + other.articles, 0);
    if (to !== null && articles >= otherKind * (articles + group.articles))
      link(links, group, rootOf(to, links), "nobody in the corpus bears that name");
  });
}

/**
 * A last name with an office ("Defence Minister Berg") goes to the bearer to whom most articles give that office; else
 * it is the last name alone, as it stands in other articles.
 */
function* linkOffices(groups: NameGroups, { held, withOffice }: LinkScope, typed: ReadonlySet<Group>, links: Links): Work {
  const votes = new Map<Group, Weights>();
  yield* inStrides(withOffice, (group) => {
    if (typed.has(group)) return;
    for (const [id, articles] of group.aliases()) {
      const to = groups.withId(id);
      if (to !== undefined && groups.candidates.held.has(to)) addWeight(entryOf(votes, to, noWeights), rootOf(group, links), articles);
    }
  });
  const alone = new Map<string, Group>();
  const unclear: { readonly group: Group; readonly word: string }[] = [];
  yield* inStrides(held, ([group, parts]) => {
    const weights = votes.get(group);
    const to = weights === undefined ? null : dominant(weights);
    if (to !== null) {
      link(links, group, to, `most articles that give the full name have “${parts.office}” before it`);
      return;
    }
    if (parts.office === "mr" || parts.office === "mrs") {
      const all = groups.bearersOf(parts.word).filter((other) => !typed.has(other));
      const fitting = all.filter(({ bearer }) => bearer !== null && suitsTitle(bearer.given, parts.office));
      const found = noWeights();
      for (const other of fitting) addWeight(found, rootOf(other, links), other.articles);
      const one = found.size === 0 ? null : dominant(found);
      if (one !== null) link(links, group, one, "the only one, or by far the most frequent, of that name and sex in the corpus");
      // Somebody else than those who are known by that name.
      if (
        one !== null ||
        fitting.length < all.length ||
        groups.get("PER", keyWithOffice(parts.word, parts.office === "mr" ? "mrs" : "mr")) !== undefined
      )
        return;
    }
    unclear.push({ group, word: parts.word });
    const first = alone.get(parts.word);
    if (first === undefined || byId(group, first) < 0) alone.set(parts.word, group);
  });
  yield* inStrides(unclear, ({ group, word }) => {
    link(links, group, groups.get("PER", word) ?? alone.get(word) ?? group, "the same last name");
  });
}

/** A name by which an article may mean one of several people goes to the one that these are in the corpus. */
export function linkBetween(groups: Pick<NameGroups, "get">, { between }: Pick<LinkScope, "between">, links: Links): Work {
  return inStrides(between, ([group, keys]) => {
    const people = keys.flatMap((key) => groups.get("PER", key) ?? []);
    const [only, ...others] = new Set(people.map((person) => rootOf(person, links)));
    if (only !== undefined && others.length === 0 && people.length > 0) link(links, group, only, "all whom the article may mean are one");
  });
}

/** A last name alone in more articles than these, and in so many times as many as full names with it, is not taken for these. */
const fewBare = 4;
const bareLimit = 4;

/** A last name that its article does not explain goes to the one bearer of the corpus that it usually means. */
function* linkBareNames(
  groups: NameGroups,
  { bare }: LinkScope,
  typed: ReadonlySet<Group>,
  articlesWithGiven: (word: string) => number,
  links: Links,
): Work {
  const { held } = groups.candidates;
  const found: (readonly [group: Group, to: Group])[] = [];
  yield* inStrides(bare, (group) => {
    if (links.has(group)) return;
    const office = held.get(group);
    // With a title for one sex it went to somebody of that sex, or to nobody.
    if (office?.office === "mr" || office?.office === "mrs") return;
    const word = office?.word ?? group.key;
    let family = 0;
    const weights = noWeights();
    for (const bearer of groups.bearersOf(word)) {
      if (typed.has(bearer)) continue;
      family += bearer.articles;
      addWeight(weights, rootOf(bearer, links), bearer.articles);
    }
    // A given name alone is nobody's family name; a word that stands far more often than the names with it is another's.
    if (articlesWithGiven(word) > family || (group.bareArticles > fewBare && group.bareArticles > bareLimit * family)) return;
    const to = weights.size === 0 ? null : dominant(weights);
    if (to !== null) found.push([group, to]);
  });
  for (const [group, to] of found) link(links, group, to, "the only one, or by far the most frequent, of that name in the corpus");
}

/** Acronyms and parts of names go, in articles that do not explain them, to what the explaining articles say. */
function* linkAliases(groups: NameGroups, { withAliases }: LinkScope, links: Links): Work {
  const votes = new Map<Group, Weights>();
  yield* inStrides(withAliases, (group) => {
    for (const [id, articles] of group.aliases()) {
      const alias = groups.withId(id);
      if (alias !== undefined) addWeight(entryOf(votes, alias, noWeights), rootOf(group, links), articles);
    }
  });
  const open = [...votes].filter(([group]) => group.type !== "PER" && !isGenericInstitution(splitCountry(group.key).rest));
  for (const [group, weights] of open.sort((a, b) => byId(a[0], b[0]))) {
    if (links.has(group)) continue;
    const to = dominant(weights);
    if (to !== null) link(links, group, to, "articles of the corpus explain it so");
  }
}

/** "RIA" goes to "RIA Novosti" where no other name of the corpus begins with that acronym as often. */
function* linkAcronymHeads(groups: NameGroups, { beginnings }: LinkScope, links: Links): Work {
  const byHead = new Map<Group, Weights>();
  yield* inStrides(beginnings, ([group, beginning]) => {
    const head = groups.get("ORG", beginning);
    if (head === undefined || head.acronymArticles === 0 || links.has(head)) return;
    addWeight(entryOf(byHead, head, noWeights), rootOf(group, links), group.articles);
  });
  for (const [group, weights] of [...byHead].sort((a, b) => byId(a[0], b[0]))) {
    const to = dominant(weights);
    if (to !== null) link(links, group, to, "the only name of the corpus that begins so");
  }
}

/** Which groups of the corpus are one entity. */
export interface GroupLinking {
  /** From a group to the one that it is part of. */
  readonly links: GroupLinks<Group>;
  /** Those that were linked because most articles have the name with another type. */
  readonly typed: ReadonlySet<Group>;
}

/**
 * Which groups of the corpus are one entity. A pure function of the groups (their order does not matter), so that an index
 * changed one article at a time answers as a rebuilt one: of `before` all is taken over that does not concern groups of
 * `concerned`; all is linked where these are null. The levels are those of cross-document coreference by rules: types, full
 * names, last names where one bearer dominates, acronyms and parts of names. About linear: names are compared only within one
 * sound of a family name and one letter of a given name. Pauses about every millisecond; the groups must not change meanwhile.
 */
export function* linkGroups(
  groups: NameGroups,
  before: GroupLinking | null,
  concerned: Concerned | null,
): Generator<undefined, GroupLinking> {
  const { candidates } = groups;
  const isAll = before === null || concerned === null;
  const scope = isAll ? candidates : candidates.scopeOf(concerned.groups);
  const links: Links = new Map(isAll ? [] : before.links);
  const typed = new Set(isAll ? [] : before.typed);
  for (const group of isAll ? [] : concerned.groups) {
    links.delete(group);
    typed.delete(group);
  }
  yield* linkTypes(groups, scope, typed, links);
  const { isName, articlesWithGiven } = candidates.namesWithout(typed);
  yield* linkDemonyms(scope, links);
  yield* linkMistakenPersons(groups, scope, isName, links);
  yield* linkFullNames(groups, scope, typed, links);
  yield* linkOffices(groups, scope, typed, links);
  yield* linkBareNames(groups, scope, typed, articlesWithGiven, links);
  yield* linkBetween(groups, scope, links);
  yield* linkAliases(groups, scope, links);
  yield* linkAcronymHeads(groups, scope, links);
  return { links, typed };
}
