import { personName, type PersonName } from "../names/personName";
import { isGivenName } from "../names/sex";
import { familyNameLikeness, givenNameLikeness, soundKeys } from "../names/spellings";
import { suits } from "../roles/roleWords";
import { linkBareNames, type BareName } from "./bareNames";
import type { Candidate } from "./candidate";
import { PersonFacts } from "./personFacts";
import { sentencesBetween } from "./sentenceBreaks";

interface Named {
  readonly one: Candidate;
  readonly name: PersonName;
}

/** The key of a person's name: given name, middle names, family name, suffix; particles and honorifics left out. */
export function personKey(name: PersonName): string {
  return [name.given, name.middle, name.family, name.suffix].filter((part) => part !== "").join(" ");
}

/** Whether the shorter of two full names is the end of the other ("al-Assad" of "Bashar al-Assad"). */
function isTail(short: PersonName, long: PersonName): boolean {
  return (
    short.words.length < long.words.length &&
    short.suffix === long.suffix &&
    short.words.every((word, index) => word === long.words[long.words.length - short.words.length + index])
  );
}

/** Two full names of one article that are one person's: spellings of the same names. */
function sameFullName(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix) return false;
  const family = familyNameLikeness(a.family, b.family);
  const given = givenNameLikeness(a.given, b.given);
  if (family === null || family === "alike" || given === null || given === "alike") return false;
  return (
    a.middle === "" ||
    b.middle === "" ||
    a.middle === b.middle ||
    (Math.min(a.middle.length, b.middle.length) === 1 && a.middle.startsWith(b.middle.charAt(0)))
  );
}

/** Whether two different full names stand in one sentence, as names of two people do; "Sergei (or Sergey) Ivanov" is one. */
function standTogether(text: string, a: readonly Named[], b: readonly Named[]): boolean {
  return a.some(({ one }) =>
    b.some(({ one: other }) => {
      const [first, second] = one.start < other.start ? [one, other] : [other, one];
      if (second.start - first.end > 300 || sentencesBetween(text, first.end, second.start) > 0) return false;
      return !/[([]|\b(?:or|aka|spelled|spelt|called|known|born|n[eé]e)\b/u.test(text.slice(first.end, second.start));
    }),
  );
}

/** So many places of a name are looked at for whether it stands beside another. */
const mostPlaces = 12;

/** With so many others of like family names a name is compared: tables of names have thousands. */
const mostAlike = 50;

/** Names in their order, found by what a name of the same person shares with them: its last word, or the sound of the family name. */
class AlikeNames {
  readonly #names: Named[] = [];
  readonly #placesOf = new Map<string, number[]>();

  add(named: Named): void {
    const place = this.#names.push(named) - 1;
    for (const key of this.#keysOf(named)) {
      const places = this.#placesOf.get(key);
      if (places === undefined) this.#placesOf.set(key, [place]);
      else if (places.length < mostAlike) places.push(place);
    }
  }

  /** The first of those that may be the same person, and of which `test` holds. */
  find(named: Named, test: (other: Named) => boolean): Named | undefined {
    const places = new Set(this.#keysOf(named).flatMap((key) => this.#placesOf.get(key) ?? []));
    for (const place of [...places].sort((a, b) => a - b)) {
      const other = this.#names[place];
      if (other !== undefined && test(other)) return other;
    }
    return undefined;
  }

  #keysOf({ name }: Named): readonly string[] {
    return [`${name.words.at(-1) ?? ""}:`, ...soundKeys(name.family)];
  }
}

/** The full names of the article by the key that each goes to: that of its fullest form. */
function fullestForms(text: string, full: readonly Named[]): ReadonlyMap<string, Named> {
  const places = new Map<string, Named[]>();
  for (const named of full) {
    const known = places.get(named.one.key);
    if (known === undefined) places.set(named.one.key, [named]);
    else if (known.length < mostPlaces) known.push(named);
  }
  const placesOf = (name: PersonName): readonly Named[] => places.get(personKey(name)) ?? [];
  const representative = new Map<string, Named>();
  const alike = new AlikeNames();
  for (const [key, [named]] of places) {
    if (named === undefined) continue;
    const longer = alike.find(named, (other) => {
      if (isTail(named.name, other.name) || isTail(other.name, named.name)) return true;
      return sameFullName(named.name, other.name) && !standTogether(text, placesOf(named.name), placesOf(other.name));
    });
    const fullest = longer !== undefined && longer.name.words.join(" ").length >= named.name.words.join(" ").length ? longer : named;
    representative.set(key, fullest);
    alike.add(fullest);
  }
  return representative;
}

/**
 * Takes family names of two words, alone ("Ruiz-Vega", "García Vega"), out of the full names: those that longer ones end with, or that
 * have a hyphen.
 */
function takeCompounds(full: Named[]): readonly Named[] {
  const ends = new Set(full.flatMap(({ name }) => (name.words.length > 2 ? [endOf(name)] : [])));
  const isCompound = ({ one, name }: Named): boolean => {
    if (name.words.length !== 2 || isGivenName(name.given)) return false;
    return /^\p{L}{3,}-\p{L}{3,}$/u.test(one.clean) || ends.has(endOf(name));
  };
  return takeOut(full, isCompound);
}

/** The last two words of a name, with its suffix. */
function endOf({ words, suffix }: PersonName): string {
  return `${words.slice(-2).join(" ")}|${suffix}`;
}

/** Takes those of which `test` holds out of a list, and returns them. */
function takeOut(full: Named[], test: (named: Named) => boolean): readonly Named[] {
  const taken: Named[] = [];
  let kept = 0;
  for (const named of full) {
    if (test(named)) taken.push(named);
    else full[kept++] = named;
  }
  full.length = kept;
  return taken;
}

/** Takes offices with a last name that were read as full names ("Skipper Ealing") out of them, where another full name ends so. */
function takeOffices(full: Named[]): readonly Named[] {
  const families = new Map<string, number>();
  for (const { name } of full) families.set(name.family, (families.get(name.family) ?? 0) + 1);
  const taken = takeOut(
    full,
    ({ name }) => name.words.length === 2 && !isGivenName(name.given) && suits(name.given, "PER") && (families.get(name.family) ?? 0) > 1,
  );
  for (const { one, name } of taken) one.office ??= name.given;
  return taken.map(({ one, name }) => ({
    one,
    name: { given: "", middle: "", family: name.family, suffix: name.suffix, words: [name.family] },
  }));
}

/**
 * "Tom and Jane Alder" are Tom Alder and Jane Alder: the given name that stands in front takes the family name, where no other of the
 * article fits.
 */
function completeGivenNames(text: string, persons: readonly Candidate[], full: Named[], single: Named[]): void {
  const next = new Map(persons.map((one, at) => [one, persons[at + 1]]));
  const nameOf = new Map(full.map(({ one, name }) => [one, name]));
  const words = new Set(full.flatMap(({ name }) => name.words));
  const completedOnes = new Set<Named>();
  for (const named of single) {
    const word = named.name.family;
    const partner = next.get(named.one);
    const name = partner === undefined ? undefined : nameOf.get(partner);
    if (partner === undefined || name === undefined || !isGivenName(word) || words.has(word)) continue;
    if (!/^\s+(?:and|&|und|et|y|e|и)\s+$/u.test(text.slice(named.one.end, partner.start))) continue;
    const completed: PersonName = { given: word, middle: "", family: name.family, suffix: "", words: [word, name.family] };
    named.one.key = personKey(completed);
    named.one.because = `“${named.one.clean}” shares the family name of “${partner.clean}”`;
    full.push({ one: named.one, name: completed });
    for (const part of completed.words) words.add(part);
    completedOnes.add(named);
  }
  takeOut(single, (named) => completedOnes.has(named));
}

/**
 * Links the persons of one article by giving them the key of the fullest form, and single words the key of the one whose name
 * they are part of (`linkBareNames`); what fits no full name of the article stays `bare`. `persons` are in order. Different
 * full names of one family are compared with each other; for the rest, linear in names times people.
 */
export function linkPersons(text: string, persons: readonly Candidate[]): void {
  const full: Named[] = [];
  const single: Named[] = [];
  for (const one of persons) {
    const name = personName(one.key);
    if (name === null) {
      one.bare = true;
      continue;
    }
    one.key = personKey(name);
    one.own = `PER:${one.key}`;
    (name.words.length > 1 ? full : single).push({ one, name });
  }
  const compound = takeCompounds(full);
  for (const named of takeOffices(full)) single.push(named);
  completeGivenNames(text, persons, full, single);
  const representative = fullestForms(text, full);
  // A representative may itself have met a fuller form later: follow the chain once it is complete.
  const resolve = (key: string): Named | undefined => {
    let named = representative.get(key);
    for (let steps = 0; named !== undefined && steps < 8; steps++) {
      const next = representative.get(personKey(named.name));
      if (next === undefined || next === named) break;
      named = next;
    }
    return named;
  };
  const people = new Map<string, PersonFacts>();
  const bearers = new Map<Candidate, PersonFacts>();
  for (const named of full) {
    const { one } = named;
    const target = resolve(one.key) ?? named;
    const key = personKey(target.name);
    if (key !== one.key) one.because = `“${one.clean}” and “${target.one.clean}” in one article`;
    one.key = key;
    let person = people.get(key);
    if (person === undefined) people.set(key, (person = new PersonFacts(key, target.name, one)));
    person.add(text, one);
    bearers.set(one, person);
  }
  for (const person of people.values()) person.settle();
  const words = compound.map(({ one, name }): BareName => ({ one, word: name.words.join(" "), suffix: name.suffix }));
  const bare = single.map(({ one, name }): BareName => ({ one, word: name.words.at(-1) ?? name.family, suffix: name.suffix }));
  linkBareNames(text, persons, bearers, [...people.values()], [...words, ...bare]);
}
