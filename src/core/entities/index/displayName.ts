import { displayPlace } from "../../article/placeName";
import { countryWithId } from "../names/country";
import { nameKey } from "../names/nameKey";
import { isAcronym, organizationKey } from "../names/organizationName";
import { personName } from "../names/personName";
import { sexOfTitle } from "../names/sex";
import { isRoleHead } from "../roles/roleWords";
import type { EntityType } from "../resolve/localEntity";

type Counted = readonly [form: string, count: number];

/**
 * What an entity is called in lists: a person by the most frequent full form, with its particles where the corpus writes
 * them ("Bashar al-Assad"); an organisation by the most frequent form that is spelt out; a country by its name; an event
 * by its numbered form. `key` is the root group's. Ties are broken by length and then by letters, never by order.
 */
export function displayName(type: EntityType, key: string, forms: ReadonlyMap<string, number>): string {
  const country = type === "LOC" ? /^\{(.+)\}$/.exec(key)?.[1] : undefined;
  if (country !== undefined) return countryWithId(country)?.name ?? country;
  const team = type === "ORG" ? /^\{(.+)\} national team$/.exec(key)?.[1] : undefined;
  if (team !== undefined) return `${countryWithId(team)?.name ?? team} national team`;
  const all = [...forms].sort(byCount);
  // Places have hardly any acronyms: "OSLO" is a date line's.
  const isLoud = (form: string): boolean => isShouted(form) || (type === "LOC" && /^\p{Lu}{4,}$/u.test(form));
  const mixed = all.filter(([form]) => !isLoud(form) && !isPartOfLongerName(form));
  const candidates = mixed.length > 0 ? mixed : all;
  const chosen = chooseBy(type, key, candidates) ?? candidates[0]?.[0] ?? key;
  return isLoud(chosen) && (type === "LOC" || !isAcronym(chosen)) ? displayPlace(chosen) : chosen;
}

function chooseBy(type: EntityType, key: string, candidates: readonly Counted[]): string | undefined {
  switch (type) {
    case "PER":
      return fullPersonName(candidates);
    case "ORG":
      return (
        candidates.find(([form]) => !hasAcronym(form) && organizationKey(form) === key)?.[0] ??
        candidates.find(([form]) => !isAcronym(form) && organizationKey(form) === key)?.[0] ??
        candidates.find(([form]) => !isAcronym(form) && /\s/.test(form))?.[0] ??
        candidates.find(([form]) => !isAcronym(form))?.[0]
      );
    case "EVENT":
      return candidates.find(([form]) => /\d|\b[IVX]+$/.test(form))?.[0];
    case "LOC":
      return undefined;
  }
}

function fullPersonName(candidates: readonly Counted[]): string | undefined {
  const full = candidates.filter(([form]) => {
    const name = personName(nameKey(form));
    return name !== null && name.words.length > 1 && name.given.length > 1;
  });
  const [first] = full;
  if (first === undefined) return undefined;
  const words = wordsOf(first[0]);
  // "Bashar Assad" gives way to "Bashar al-Assad": the same words, and more of the name.
  // A title is no part of a name: "President Bashar al-Assad".
  return [...full]
    .filter(([form]) => wordsOf(form) === words)
    .sort((a, b) => Number(hasTitle(a[0])) - Number(hasTitle(b[0])) || b[0].length - a[0].length || byCount(a, b))[0]?.[0];
}

/** Whether a form begins with a title or an office, which its words as a person's name leave out. */
function hasTitle(form: string): boolean {
  const [first = ""] = nameKey(form).split(" ");
  return (
    personName(nameKey(form))?.words[0] !== first &&
    (sexOfTitle(first) !== null || isRoleHead(first) || /^(?:dr|prof|gen|col|maj|lt|sgt|capt|adm|sen|rep|gov|rev|pres)$/u.test(first))
  );
}

/** A person's words without particles and honorifics. */
function wordsOf(form: string): string {
  return personName(nameKey(form))?.words.join(" ") ?? form;
}

function hasAcronym(form: string): boolean {
  return form.split(" ").some(isAcronym);
}

/** "Russia's Foreign Ministry" is clear, and the nominative is clearer. */
function isPartOfLongerName(form: string): boolean {
  return /['’]s /u.test(form);
}

/** Capitals only, and more than an acronym. */
function isShouted(form: string): boolean {
  return form.length > 4 && form === form.toUpperCase() && form !== form.toLowerCase() && !/^(?:\p{L}\.)+$/u.test(form);
}

function byCount(a: Counted, b: Counted): number {
  return b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1);
}
