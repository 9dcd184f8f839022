import { isGenericInstitution, namesUnit, splitCountry } from "../names/organizationName";
import { keyWords } from "../names/nameKey";
import { peopleOf } from "../names/peoples";
import type { Likeness } from "../names/spellings";
import { likenessOf, type Bearer } from "./bearer";
import { byId, rootOf, type GroupLink, type GroupLinks, type NameGroup, type NameGroups } from "./groupLinks";
import { suitsTitle } from "./bareNames";
import { isOpenKey, keyWithOffice, splitBetween, splitOffice } from "./openKeys";

/** One bearer of a name has to have this share of the articles before a part of the name is taken for it. */
export const dominance = 0.75;

/** So many groups are looked at between two pauses: less than a millisecond. */
const stride = 500;

/** With so many fuller forms a name is compared, the fullest ones: a text of made-up names must not cost their square. */
const mostAlike = 1000;

type Links<Group extends NameGroup> = Map<Group, GroupLink<Group>>;
type Weights<Group extends NameGroup> = Map<Group, number>;
/** Work that may be interrupted now and then. */
type Work = Generator<undefined, void>;

/** The entry that has at least `dominance` of all weight, else null; ties break by id, so that the order of articles never counts. */
function dominant<Group extends NameGroup>(weights: ReadonlyMap<Group, number>): Group | null {
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

function addWeight<Group extends NameGroup>(weights: Weights<Group>, group: Group, weight: number): void {
  weights.set(group, (weights.get(group) ?? 0) + weight);
}

function noWeights<Group extends NameGroup>(): Weights<Group> {
  return new Map();
}

function entryOf<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

function link<Group extends NameGroup>(links: Links<Group>, from: Group, to: Group, because: string): void {
  if (from !== to && !links.has(from) && rootOf(to, links) !== from) links.set(from, { to, because });
}

/** All groups, with a pause now and then. */
function* inStrides<Group>(groups: Iterable<Group>, visit: (group: Group) => void): Work {
  let count = 0;
  for (const group of groups) {
    visit(group);
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
function linkTypes<Group extends NameGroup>(groups: NameGroups<Group>, links: Links<Group>): Work {
  return inStrides(groups.values(), (group) => {
    const same = types.flatMap((type) => groups.get(type, group.key) ?? []);
    // Each set of groups once: at its first.
    if (same.length < 2 || same[0] !== group) return;
    const oneWord = keyWords(group.key).length < 2;
    const candidates = oneWord ? same.filter(({ type }) => type !== "PER") : same;
    const best = dominant(new Map(candidates.map((one) => [one, one.articles])));
    if (best === null) return;
    for (const one of candidates) link(links, one, best, "the same name; most articles use it so");
  });
}

interface Borne<Group extends NameGroup> {
  readonly group: Group;
  readonly bearer: Bearer;
}

function fullerFirst(a: Borne<NameGroup>, b: Borne<NameGroup>): number {
  return b.bearer.letters - a.bearer.letters || b.group.articles - a.group.articles || byId(a.group, b.group);
}

/** What the articles of two names have to say for their being one (`NameGroups.evidence`), by how near the names are. */
const neededFor: Readonly<Record<Likeness, number>> = { same: -2, spelling: -1, alike: 1 };

/** Ways of writing one person's full name; a form that fits two different people goes to the clearly more frequent one or to none. */
function* linkFullNames<Group extends NameGroup>(groups: NameGroups<Group>, borne: readonly Borne<Group>[], links: Links<Group>): Work {
  const bySound = new Map<string, Borne<Group>[]>();
  for (const one of borne) entryOf(bySound, one.bearer.familySound, () => []).push(one);
  let compared = 0;
  for (const same of bySound.values()) {
    if (same.length < 2) continue;
    same.sort(fullerFirst);
    // Given names that can be one begin with the same letter, or are short forms of one name.
    const byGiven = new Map<string | number, Borne<Group>[]>();
    for (const one of same) {
      const { bearer, group } = one;
      // Only to fuller forms: that makes the links a forest.
      const fitting: Weights<Group> = new Map();
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
    if (++compared % stride === 0) yield;
  }
}

/** A people's name that no list of countries knows goes to the place of the corpus that it is made from. */
function* linkDemonyms<Group extends NameGroup>(groups: NameGroups<Group>, links: Links<Group>): Work {
  const places: Group[] = [];
  yield* inStrides(groups.values(), (group) => {
    if (group.type === "LOC" && group.articles >= 2 && keyWords(group.key).length === 1) places.push(group);
  });
  places.sort((a, b) => b.articles - a.articles || byId(a, b));
  let count = 0;
  for (const place of places) {
    for (const word of peopleOf(place.key)) {
      for (const type of ["PER", "ORG", "LOC"] as const) {
        const people = groups.get(type, word);
        if (people !== undefined && people.articles <= place.articles * 3)
          link(links, people, rootOf(place, links), "the people or the adjective of that place");
      }
    }
    if (++count % 50 === 0) yield;
  }
}

/**
 * A single word that was taken for a person here, and for a place or an organisation elsewhere, and that nobody bears with another
 * name.
 */
function linkMistakenPersons<Group extends NameGroup>(
  groups: NameGroups<Group>,
  borne: readonly Borne<Group>[],
  links: Links<Group>,
): Work {
  const names = new Set<string>();
  for (const { bearer } of borne) names.add(bearer.family).add(bearer.given);
  return inStrides(groups.values(), (group) => {
    if (group.type !== "PER" || links.has(group) || group.bareArticles < group.articles || names.has(group.key)) return;
    const others = (["LOC", "ORG"] as const).flatMap((type) => groups.get(type, group.key) ?? []);
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
function* linkOffices<Group extends NameGroup>(groups: NameGroups<Group>, borne: readonly Borne<Group>[], links: Links<Group>): Work {
  const votes = new Map<Group, Weights<Group>>();
  yield* inStrides(borne, ({ group }) => {
    for (const [id, articles] of group.aliases()) {
      const held = groups.withId(id);
      if (held !== undefined && splitOffice(held.key) !== null)
        addWeight(
          entryOf(votes, held, (): Weights<Group> => new Map()),
          rootOf(group, links),
          articles,
        );
    }
  });
  const byWord = new Map<string, Borne<Group>[]>();
  yield* inStrides(borne, (one) => {
    entryOf(byWord, one.bearer.single, () => []).push(one);
  });
  const alone = new Map<string, Group>();
  const unclear: { readonly group: Group; readonly word: string }[] = [];
  yield* inStrides(groups.values(), (group) => {
    const parts = group.type === "PER" ? splitOffice(group.key) : null;
    if (parts === null) return;
    const weights = votes.get(group);
    const to = weights === undefined ? null : dominant(weights);
    if (to !== null) {
      link(links, group, to, `most articles that give the full name have “${parts.office}” before it`);
      return;
    }
    if (parts.office === "mr" || parts.office === "mrs") {
      const all = byWord.get(parts.word) ?? [];
      const fitting = all.filter(({ bearer }) => suitsTitle(bearer.given, parts.office));
      const found = noWeights<Group>();
      for (const other of fitting) addWeight(found, rootOf(other.group, links), other.group.articles);
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
export function linkBetween<Group extends NameGroup>(
  groups: Pick<NameGroups<Group>, "values" | "get">,
  links: Map<Group, GroupLink<Group>>,
): Work {
  return inStrides(groups.values(), (group) => {
    const between = isOpenKey(group.key) ? splitBetween(group.key) : null;
    if (between === null) return;
    const people = between.keys.flatMap((key) => groups.get("PER", key) ?? []);
    const [only, ...others] = new Set(people.map((person) => rootOf(person, links)));
    if (only !== undefined && others.length === 0 && people.length > 0) link(links, group, only, "all whom the article may mean are one");
  });
}

/** A last name alone in more articles than these, and in so many times as many as full names with it, is not taken for these. */
const fewBare = 4;
const bareLimit = 4;

/** A last name that its article does not explain goes to the one bearer of the corpus that it usually means. */
function* linkBareNames<Group extends NameGroup>(groups: NameGroups<Group>, borne: readonly Borne<Group>[], links: Links<Group>): Work {
  const byWord = new Map<string, Weights<Group>>();
  const asGiven = new Map<string, number>();
  const asFamily = new Map<string, number>();
  yield* inStrides(borne, ({ group, bearer }) => {
    addWeight(entryOf(byWord, bearer.single, noWeights<Group>), rootOf(group, links), group.articles);
    asFamily.set(bearer.single, (asFamily.get(bearer.single) ?? 0) + group.articles);
    if (bearer.given !== bearer.single) asGiven.set(bearer.given, (asGiven.get(bearer.given) ?? 0) + group.articles);
  });
  yield* inStrides(groups.values(), (group) => {
    if (group.type !== "PER" || group.bareArticles === 0 || links.has(group)) return;
    const held = splitOffice(group.key);
    // With a title for one sex it went to somebody of that sex, or to nobody.
    if (held?.office === "mr" || held?.office === "mrs") return;
    const word = held?.word ?? group.key;
    // A given name alone is nobody's family name; a word that stands far more often than the names with it is another's.
    const family = asFamily.get(word) ?? 0;
    if ((asGiven.get(word) ?? 0) > family || (group.bareArticles > fewBare && group.bareArticles > bareLimit * family)) return;
    const weights = byWord.get(word);
    const to = weights === undefined ? null : dominant(weights);
    if (to !== null) link(links, group, to, "the only one, or by far the most frequent, of that name in the corpus");
  });
}

/** Acronyms and parts of names go, in articles that do not explain them, to what the explaining articles say. */
function* linkAliases<Group extends NameGroup>(groups: NameGroups<Group>, links: Links<Group>): Work {
  const votes = new Map<Group, Weights<Group>>();
  yield* inStrides(groups.values(), (group) => {
    if (group.type === "PER") return;
    for (const [id, articles] of group.aliases()) {
      const alias = groups.withId(id);
      if (alias !== undefined) addWeight(entryOf(votes, alias, noWeights<Group>), rootOf(group, links), articles);
    }
  });
  for (const [group, weights] of [...votes].sort((a, b) => byId(a[0], b[0]))) {
    if (group.type === "PER" || links.has(group) || isGenericInstitution(splitCountry(group.key).rest)) continue;
    const to = dominant(weights);
    if (to !== null) link(links, group, to, "articles of the corpus explain it so");
  }
}

/** "RIA" goes to "RIA Novosti" where no other name of the corpus begins with that acronym as often. */
function* linkAcronymHeads<Group extends NameGroup>(groups: NameGroups<Group>, links: Links<Group>): Work {
  const byHead = new Map<Group, Weights<Group>>();
  yield* inStrides(groups.values(), (group) => {
    const end = group.key.indexOf(" ");
    const head = group.type !== "ORG" || end < 0 ? undefined : groups.get("ORG", group.key.slice(0, end));
    if (head === undefined || head.acronymArticles === 0 || links.has(head)) return;
    const rest = keyWords(group.key).slice(1);
    if (rest.length <= 2 && !namesUnit(rest)) addWeight(entryOf(byHead, head, noWeights<Group>), rootOf(group, links), group.articles);
  });
  for (const [group, weights] of [...byHead].sort((a, b) => byId(a[0], b[0]))) {
    const to = dominant(weights);
    if (to !== null) link(links, group, to, "the only name of the corpus that begins so");
  }
}

/**
 * Which groups of the corpus are one entity: links from a group to the one it is part of. A pure function of the
 * groups (their order does not matter), so that an index changed one article at a time answers as a rebuilt one.
 * The levels are those of cross-document coreference by rules: types, full names, last names where one bearer
 * dominates, acronyms and parts of names. About linear: names are compared only within one sound of a family name and
 * one letter of a given name. Pauses about every millisecond; the groups must not change meanwhile.
 */
export function* linkGroups<Group extends NameGroup>(groups: NameGroups<Group>): Generator<undefined, GroupLinks<Group>> {
  const links: Links<Group> = new Map();
  yield* linkTypes(groups, links);
  const borne: Borne<Group>[] = [];
  yield* inStrides(groups.values(), (group) => {
    const { bearer } = group;
    if (bearer !== null && !links.has(group)) borne.push({ group, bearer });
  });
  yield* linkDemonyms(groups, links);
  yield* linkMistakenPersons(groups, borne, links);
  yield* linkFullNames(groups, borne, links);
  yield* linkOffices(groups, borne, links);
  yield* linkBareNames(groups, borne, links);
  yield* linkBetween(groups, links);
  yield* linkAliases(groups, links);
  yield* linkAcronymHeads(groups, links);
  return links;
}
