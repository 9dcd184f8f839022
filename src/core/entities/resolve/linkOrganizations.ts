import { countryGovernedFrom } from "../names/capitals";
import { countryNamed, countryOfDemonym } from "../names/country";
import { keyWords, nameKey } from "../names/nameKey";
import {
  fitsInitials,
  isAcronym,
  isGenericInstitution,
  isNationalBody,
  namesUnit,
  nearlyFitsInitials,
  splitCountry,
} from "../names/organizationName";
import type { Candidate } from "./candidate";

/** The country whose name or adjective stands right before an offset: "Russia's |", "Syrian |". */
function countryBefore(text: string, offset: number): string | null {
  const left = text.slice(Math.max(0, offset - 40), offset);
  const match = /([\p{L}.]{1,99}(?:[ \u00a0]\p{Lu}[\p{L}.]+)?)(?:['’]s)?\s+$/u.exec(left);
  if (match === null) return null;
  const words = match[1] ?? "";
  for (const name of [words, words.split(/[ \u00a0]/u).at(-1) ?? ""]) {
    const country = countryOfDemonym(name) ?? countryNamed(name);
    if (country !== null) return country.id;
  }
  return null;
}

/** Whether `part` is a short form of `whole`: its end, or its beginning where what is left out does not make another organisation. */
function isShortForm(part: readonly string[], whole: readonly string[], wholeFirst: boolean, isSport: boolean): boolean {
  if (part.length >= whole.length || (whole.includes("and") && !part.includes("and"))) return false;
  const tail = part.every((word, index) => whole[whole.length - part.length + index] === word);
  // In sport a team's second name stands for it: "Bulls" for "Chicago Bulls".
  if (tail && (part.length > 1 || (isSport && part.some((word) => word.length > 3)))) return true;
  const head = part.every((word, index) => whole[index] === word);
  return head && wholeFirst && !namesUnit(whole.slice(part.length));
}

/** An article is at home in a country that has this share of all the countries it names. */
const homeShare = 2 / 3;

/**
 * The id of the country that an article is about: by how often it names which, else the one from whose capital it is filed, else by
 * capitals too; null where that is none or several.
 */
function homeCountry(everything: readonly Candidate[]): string | null {
  const counts = new Map<string, number>();
  const withCapitals = new Map<string, number>();
  let filed: string | null = null;
  for (const { country, key, type, clean } of everything) {
    const named = country ? (/^\{(.+)\}$/u.exec(key)?.[1] ?? null) : null;
    const governed = country || type !== "LOC" ? null : countryGovernedFrom(key);
    const id = named ?? governed;
    if (id === null) continue;
    if (named !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    withCapitals.set(id, (withCapitals.get(id) ?? 0) + 1);
    if (governed !== null && clean === clean.toUpperCase()) filed ??= governed;
  }
  return mostNamed(counts) ?? filed ?? mostNamed(withCapitals);
}

/** A place that no list of countries knows counts as the home where it is named so often, and has this share of all mentions of places. */
const fewestNamed = 3;
const strangeShare = 0.5;

/**
 * Where an article names no country that is known and no capital: the key of the place behind the city of its date line ("ORMSTAD,
 * Veldland"), else of the one that it names most; null for none.
 */
function homePlace(text: string, everything: readonly Candidate[]): string | null {
  const places = everything.filter(({ type }) => type === "LOC");
  if (places.some(({ country, key }) => country || countryGovernedFrom(key) !== null)) return null;
  const counts = new Map<string, number>();
  for (const { key } of places) counts.set(key, (counts.get(key) ?? 0) + 1);
  const at = places.findIndex(({ clean }, index) => {
    const next = places[index + 1];
    return next !== undefined && /^\p{Lu}{3,}$/u.test(clean) && /^,\s$/.test(text.slice(places[index]?.end, next.start));
  });
  if (at >= 0) return places[at + 1]?.key ?? null;
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= fewestNamed && most[1] > strangeShare * places.length ? most[0] : null;
}

function mostNamed(counts: ReadonlyMap<string, number>): string | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].find(([, count]) => count >= homeShare * total)?.[0] ?? null;
}

/** As `splitCountry`, and for a body with a place in front that no list of countries knows: "Masandro Interior Ministry". */
function splitOwner(key: string, places: ReadonlySet<string>): { readonly countryId: string | null; readonly rest: string } {
  const words = key.split(" ");
  for (let length = 1; length <= 2 && length < words.length; length++) {
    const place = words.slice(0, length).join(" ");
    const rest = words.slice(length).join(" ");
    if (places.has(place) && isNationalBody(rest)) return { countryId: place, rest };
  }
  return splitCountry(key);
}

/**
 * Gives a ministry or a parliament the country that the article means: the one beside it, the only one that it gives one, or the one
 * that it is about.
 */
function giveCountries(text: string, candidates: readonly Candidate[], everything: readonly Candidate[]): void {
  for (const one of candidates) {
    if (splitCountry(one.key).countryId !== null || !isGenericInstitution(one.key)) continue;
    const country = countryBefore(text, one.start);
    if (country !== null) one.key = `{${country}} ${one.key}`;
  }
  const ownersOf = new Map<string, Set<string>>();
  const strange = new Set(everything.flatMap(({ type, country, key }) => (type === "LOC" && !country ? [key] : [])));
  for (const { key } of candidates) {
    const { countryId, rest } = splitOwner(key, strange);
    if (countryId !== null) ownersOf.set(rest, (ownersOf.get(rest) ?? new Set()).add(key));
  }
  for (const one of candidates) {
    if (splitCountry(one.key).countryId !== null || !isGenericInstitution(one.key)) continue;
    const owners = ownersOf.get(one.key) ?? new Set();
    const [only] = owners;
    if (owners.size === 1 && only !== undefined) {
      one.key = only;
      one.because = `“${one.clean}” has one country in the article`;
    }
  }
  const country = homeCountry(everything);
  const home = country === null ? homePlace(text, everything) : `{${country}}`;
  if (home === null) return;
  for (const one of candidates) {
    if (one.type !== "ORG" || splitCountry(one.key).countryId !== null || !isNationalBody(one.key)) continue;
    one.key = `${home} ${one.key}`;
    one.because = `“${one.clean}” is of the country that the article is about`;
  }
}

/** So far from a name at most the bracket begins that explains it. */
const farthestBracket = 4;
/** So far behind a name its letters may stand that do not quite fit it. */
const farthestLetters = 300;
/** So many different names are looked at for what letters stand for. */
const mostExplained = 500;

/** The first of names in their order that ends at `offset` or behind it. */
function firstEndingFrom(candidates: readonly Candidate[], offset: number): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.end ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The name that an acronym is put in brackets behind, or that is put in brackets behind it; `candidates` are in order. */
function bracketPartner(text: string, one: Candidate, candidates: readonly Candidate[]): Candidate | null {
  for (let at = firstEndingFrom(candidates, one.start - farthestBracket); at < candidates.length; at++) {
    const other = candidates[at];
    if (other === undefined || other.start > one.end + farthestBracket) break;
    if (other === one || isAcronym(other.clean)) continue;
    const [first, second] = other.start < one.start ? [other, one] : [one, other];
    if (second.start - first.end > farthestBracket || second.start < first.end) continue;
    if (/^\s*[([]["“]?$/u.test(text.slice(first.end, second.start)) && /^["”]?[)\]]/u.test(text.slice(second.end, second.end + 2)))
      return other;
  }
  return null;
}

/** The first name not far in front of letters that they nearly fit. */
function nearlyFitting(acronym: string, one: Candidate, names: readonly Candidate[]): Candidate | undefined {
  for (let at = firstEndingFrom(names, one.start - farthestLetters + 1); at < names.length; at++) {
    const other = names[at];
    if (other === undefined || other.end >= one.start) return undefined;
    if (nearlyFitsInitials(acronym, other.clean)) return other;
  }
  return undefined;
}

function linkAcronyms(text: string, organizations: readonly Candidate[], everything: readonly Candidate[]): void {
  const partners = everything.filter((one) => one.type === "ORG" || one.type === "EVENT" || (one.type === "LOC" && !one.country));
  const explained = new Map<string, { readonly key: string; readonly type: Candidate["type"]; readonly name: string }>();
  const acronyms = organizations.filter((one) => isAcronym(one.clean) && keyWords(one.key).length === 1);
  for (const one of acronyms) {
    const acronym = nameKey(one.clean);
    const partner = bracketPartner(text, one, partners);
    if (partner !== null) {
      explained.set(acronym, { key: partner.key, type: partner.type, name: partner.clean });
    }
  }
  const names = partners.filter((other) => !isAcronym(other.clean));
  const distinct = new Map<string, Candidate>();
  for (const other of names) {
    if (distinct.size >= mostExplained) break;
    const key = `${other.key}|${other.clean}`;
    if (!distinct.has(key)) distinct.set(key, other);
  }
  /** What initials stand for, wherever it stands: once for each acronym. */
  const fits = new Map<string, Candidate | undefined>();
  for (const one of acronyms) {
    const acronym = nameKey(one.clean);
    if (explained.has(acronym)) continue;
    if (!fits.has(acronym))
      fits.set(
        acronym,
        [...distinct.values()].find((other) => fitsInitials(acronym, other.clean) || fitsInitials(acronym, other.key)),
      );
    const fitting = fits.get(acronym) ?? nearlyFitting(acronym, one, names);
    if (fitting !== undefined) {
      explained.set(acronym, { key: fitting.key, type: fitting.type, name: fitting.clean });
    }
  }
  for (const one of acronyms) {
    const full = explained.get(nameKey(one.clean));
    if (full === undefined) continue;
    one.key = full.key;
    one.type = full.type;
    one.because = `“${one.clean}” stands for “${full.name}”`;
  }
}

/** A name of the article that others may be parts of. */
interface Whole {
  readonly key: string;
  readonly clean: string;
  readonly words: readonly string[];
  /** Its place among all, the longest first. */
  readonly rank: number;
  /** Where it stands for the first time. */
  start: number;
}

/** So many names with the same first or last word are looked at for one that may be a part of them: tables of names have thousands. */
const mostWholes = 500;

/** The names by their first and their last word: a part of a name is its beginning or its end. */
function wholesByWord(organizations: readonly Candidate[]): {
  readonly byKey: ReadonlyMap<string, Whole>;
  readonly byEnd: ReadonlyMap<string, readonly Whole[]>;
} {
  const distinct = new Map<string, { readonly clean: string; readonly words: readonly string[]; readonly start: number }>();
  for (const { key, clean, start } of [...organizations].sort((a, b) => a.start - b.start))
    if (!distinct.has(key)) distinct.set(key, { clean, words: keyWords(key), start });
  const sorted = [...distinct].sort(([, a], [, b]) => b.words.length - a.words.length || a.start - b.start);
  const byKey = new Map<string, Whole>();
  const byEnd = new Map<string, Whole[]>();
  for (const [rank, [key, { clean, words, start }]] of sorted.entries()) {
    const whole = { key, clean, words, rank, start };
    byKey.set(key, whole);
    for (const word of new Set([words[0], words.at(-1)]))
      if (word !== undefined) byEnd.set(word, [...(byEnd.get(word) ?? []).slice(0, mostWholes - 1), whole]);
  }
  return { byKey, byEnd };
}

/**
 * Gives parts of names the key of the whole: "Security Council" where the "U.N. Security Council" stands, "Northrop" behind "Northrop
 * Grumman".
 */
function linkParts(organizations: readonly Candidate[], isSport: boolean): void {
  const { byKey, byEnd } = wholesByWord(organizations);
  for (const one of organizations) {
    const words = keyWords(one.key);
    if (
      one.key.length < 3 ||
      (isGenericInstitution(one.key) && one.key !== "security council") ||
      (words.length === 1 && one.key.startsWith("{"))
    )
      continue;
    let whole: Whole | undefined;
    for (const word of new Set([words[0], words.at(-1)])) {
      const found = byEnd.get(word ?? "")?.find((other) => isShortForm(words, other.words, other.start < one.start, isSport));
      if (found !== undefined && (whole === undefined || found.rank < whole.rank)) whole = found;
    }
    if (whole === undefined) continue;
    one.key = whole.key;
    one.because = `“${one.clean}” is part of “${whole.clean}” in the same article`;
    const known = byKey.get(whole.key);
    if (known !== undefined) known.start = Math.min(known.start, one.start);
  }
}

/**
 * Links the organisations of one article: countries to ministries, acronyms to what they stand for (brackets
 * first, then initials), parts to whole names. Changes the candidates' keys. `isSport` says whether the article is about one.
 */
export function linkOrganizations(
  text: string,
  organizations: readonly Candidate[],
  everything: readonly Candidate[],
  isSport: boolean,
): void {
  giveCountries(text, organizations, everything);
  linkAcronyms(text, organizations, everything);
  linkParts(
    organizations.filter((one) => one.type === "ORG"),
    isSport,
  );
}
