import { isGenericInstitution, namesUnit, splitCountry } from "../names/organizationName";
import { keyWords } from "../names/nameKey";
import { familyFirst, personName, sameGivenName, soundKey, type PersonName } from "../names/personName";
import type { EntityType } from "./localEntity";

/** All local entities of the corpus with one type and key. */
export interface NameGroup {
  readonly id: string;
  readonly type: EntityType;
  readonly key: string;
  /** In how many articles it stands. */
  readonly articles: number;
  /** In how many of them as one word that the article does not explain. */
  readonly bareArticles: number;
  /** In how many articles one of its forms is written like an acronym. */
  readonly acronymArticles: number;
  /** In how many articles another form was taken for this group's, by that form's own group id. */
  readonly aliases: ReadonlyMap<string, number>;
}

/** That a group is part of another, and why in words for the reader. */
export interface GroupLink {
  readonly to: string;
  readonly because: string;
}

/** One bearer of a name has to have this share of the articles before a part of the name is taken for it. */
export const dominance = 0.75;

type Links = Map<string, GroupLink>;

function byWeight(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

/** The entry that has at least `dominance` of all weight, else null; ties break by id, so that the order of articles never counts. */
function dominant(weights: ReadonlyMap<string, number>): string | null {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  const best = [...weights].sort(byWeight)[0];
  return best !== undefined && best[1] / total >= dominance ? best[0] : null;
}

function weightsOf(all: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const weights = all.get(key) ?? new Map<string, number>();
  all.set(key, weights);
  return weights;
}

/** Follows the links from a group to the entity it is part of. Cycles cannot loop: each step is taken once. */
export function rootOf(id: string, links: ReadonlyMap<string, GroupLink>): string {
  const seen = new Set<string>();
  let at = id;
  for (let link = links.get(at); link !== undefined && !seen.has(at); link = links.get(at)) {
    seen.add(at);
    at = link.to;
  }
  return at;
}

function link(links: Links, from: string, to: string, because: string): void {
  if (from !== to && !links.has(from) && rootOf(to, links) !== from) links.set(from, { to, because });
}

/** A word that is taken for a person, though nobody in the corpus bears it with another name, is a place or a body if this share of its articles says so. */
const otherKind = 0.25;

/** The same words with different types in different articles: the type of most articles holds. */
function linkTypes(groups: ReadonlyMap<string, NameGroup>, links: Links): void {
  const byKey = new Map<string, NameGroup[]>();
  for (const group of groups.values()) {
    const same = byKey.get(group.key);
    if (same === undefined) byKey.set(group.key, [group]);
    else same.push(group);
  }
  for (const same of byKey.values()) {
    if (same.length < 2) continue;
    const oneWord = keyWords(same[0]?.key ?? "").length < 2;
    const candidates = oneWord ? same.filter((group) => group.type !== "PER") : same;
    const best = dominant(new Map(candidates.map((group) => [group.id, group.articles])));
    if (best === null) continue;
    for (const group of candidates) link(links, group.id, best, "the same name; most articles use it so");
  }
}

interface Bearer {
  readonly group: NameGroup;
  readonly name: PersonName;
}

function compatible(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix || !sameGivenName(a.given, b.given)) return false;
  if (a.family !== b.family && !(a.family.length >= 5 && b.family.length >= 5 && a.given.length > 1 && a.given.startsWith(b.given.charAt(0)))) return false;
  return a.middle === "" || b.middle === "" || a.middle === b.middle || (a.middle.length === 1 && b.middle.startsWith(a.middle)) || (b.middle.length === 1 && a.middle.startsWith(b.middle));
}

/** Ways of writing one person's full name; a form that fits two different people goes to the clearly more frequent one or to none. */
function linkFullNames(bearers: readonly Bearer[], links: Links): void {
  const bySound = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    const sound = soundKey(bearer.name.family);
    const same = bySound.get(sound);
    if (same === undefined) bySound.set(sound, [bearer]);
    else same.push(bearer);
  }
  for (const same of bySound.values()) {
    if (same.length < 2) continue;
    const sorted = [...same].sort((a, b) => b.name.words.join("").length - a.name.words.join("").length || b.group.articles - a.group.articles || (a.group.id < b.group.id ? -1 : 1));
    for (const [index, bearer] of sorted.entries()) {
      // Only to fuller forms: that makes the links a forest.
      const fitting = new Map<string, number>();
      for (const fuller of sorted.slice(0, index)) {
        if (!compatible(bearer.name, fuller.name)) continue;
        const root = rootOf(fuller.group.id, links);
        fitting.set(root, (fitting.get(root) ?? 0) + fuller.group.articles);
      }
      if (fitting.size === 0) continue;
      const to = dominant(fitting);
      if (to !== null) link(links, bearer.group.id, to, "the same family name, and given names that go together");
    }
  }
}

/** The words that English makes from a place's name for its people ("Ardelian" from "Ardelia"). */
function peopleOf(place: string): readonly string[] {
  const stem = place.replace(/(?:ia|[aeiou])$/u, "");
  if (stem.length < 3) return [];
  return ["an", "ian", "ean", "ese", "i", "ish", "ite"].flatMap((ending) => [stem, place].flatMap((base) => [base + ending, `${base}${ending}s`])).concat(`${place}n`, `${place}ns`);
}

/** A people's name that no list of countries knows goes to the place of the corpus that it is made from. */
function linkDemonyms(groups: ReadonlyMap<string, NameGroup>, links: Links): void {
  for (const place of [...groups.values()].sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))) {
    if (place.type !== "LOC" || place.articles < 2 || keyWords(place.key).length !== 1) continue;
    for (const word of peopleOf(place.key)) {
      for (const type of ["PER", "ORG", "LOC"] as const) {
        const people = groups.get(`${type}:${word}`);
        if (people !== undefined && people.articles <= place.articles * 3) link(links, people.id, rootOf(place.id, links), "the people or the adjective of that place");
      }
    }
  }
}

/** A single word that was taken for a person here, and for a place or an organisation elsewhere, and that nobody bears with another name. */
function linkMistakenPersons(groups: ReadonlyMap<string, NameGroup>, bearers: readonly Bearer[], links: Links): void {
  const families = new Set(bearers.flatMap(({ name }) => [name.family, name.given]));
  for (const group of groups.values()) {
    if (group.type !== "PER" || links.has(group.id) || group.bareArticles < group.articles || families.has(group.key)) continue;
    const others = (["LOC", "ORG"] as const).map((type) => groups.get(`${type}:${group.key}`)).filter((other) => other !== undefined);
    const to = dominant(new Map(others.map((one) => [one.id, one.articles] as const)));
    const articles = others.reduce((sum, other) => sum + other.articles, 0);
    if (to !== null && articles >= otherKind * (articles + group.articles)) link(links, group.id, rootOf(to, links), "nobody in the corpus bears that name");
  }
}

/** A last name that its article does not explain goes to the one bearer of the corpus that it usually means. */
function linkBareNames(groups: ReadonlyMap<string, NameGroup>, bearers: readonly Bearer[], links: Links): void {
  const byWord = new Map<string, Map<string, number>>();
  for (const { group, name } of bearers) {
    const root = rootOf(group.id, links);
    const words = familyFirst(name) ? [name.words[0] ?? name.family] : [name.family];
    for (const word of words) {
      const weights = weightsOf(byWord, word);
      weights.set(root, (weights.get(root) ?? 0) + group.articles);
    }
  }
  for (const group of groups.values()) {
    if (group.type !== "PER" || group.bareArticles === 0) continue;
    const weights = byWord.get(group.key);
    const to = weights === undefined ? null : dominant(weights);
    if (to !== null) link(links, group.id, to, "the only one, or by far the most frequent, of that name in the corpus");
  }
}

/** Acronyms and parts of names go, in articles that do not explain them, to what the explaining articles say. */
function linkAliases(groups: ReadonlyMap<string, NameGroup>, links: Links): void {
  const votes = new Map<string, Map<string, number>>();
  for (const group of groups.values()) {
    if (group.type === "PER") continue;
    for (const [alias, articles] of group.aliases) {
      const weights = weightsOf(votes, alias);
      const root = rootOf(group.id, links);
      weights.set(root, (weights.get(root) ?? 0) + articles);
    }
  }
  for (const group of [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (group.type === "PER" || links.has(group.id)) continue;
    const weights = votes.get(group.id);
    if (weights === undefined || isGenericInstitution(splitCountry(group.key).rest)) continue;
    const to = dominant(weights);
    if (to !== null) link(links, group.id, to, "articles of the corpus explain it so");
  }
}

/** "RIA" goes to "RIA Novosti" where no other name of the corpus begins with that acronym as often. */
function linkAcronymHeads(groups: ReadonlyMap<string, NameGroup>, links: Links): void {
  const byHead = new Map<string, Map<string, number>>();
  for (const group of groups.values()) {
    const [head, ...rest] = keyWords(group.key);
    if (group.type !== "ORG" || head === undefined || rest.length === 0 || rest.length > 2 || namesUnit(rest)) continue;
    if (groups.get(`ORG:${head}`) === undefined) continue;
    const weights = weightsOf(byHead, head);
    weights.set(rootOf(group.id, links), group.articles);
  }
  for (const [head, weights] of byHead) {
    const group = groups.get(`ORG:${head}`);
    if (group === undefined || group.acronymArticles === 0 || links.has(group.id)) continue;
    const to = dominant(weights);
    if (to !== null) link(links, group.id, to, "the only name of the corpus that begins so");
  }
}

/**
 * Which groups of the corpus are one entity: links from a group to the one it is part of. A pure function of the
 * groups (their order does not matter), so that an index changed one article at a time answers as a rebuilt one.
 * The levels are those of cross-document coreference by rules: types, full names, last names where one bearer
 * dominates, acronyms and parts of names. About linear: names are compared only within one sound of a family name.
 */
export function linkGroups(groups: ReadonlyMap<string, NameGroup>): ReadonlyMap<string, GroupLink> {
  const links: Links = new Map();
  linkTypes(groups, links);
  const bearers: Bearer[] = [];
  for (const group of groups.values()) {
    if (group.type !== "PER" || links.has(group.id)) continue;
    const name = personName(group.key);
    if (name !== null && name.given !== "") bearers.push({ group, name });
  }
  linkDemonyms(groups, links);
  linkMistakenPersons(groups, bearers, links);
  linkFullNames(bearers, links);
  linkBareNames(groups, bearers, links);
  linkAliases(groups, links);
  linkAcronymHeads(groups, links);
  return links;
}
