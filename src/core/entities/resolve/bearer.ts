import { familyFirst, personName, sameGivenName, shortFormOf, soundKey } from "../names/personName";
import { splitOffice } from "./offices";

/** What decides whose name a person's full name is, and which others can be the same. Made once for a group. */
export interface Bearer {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly suffix: string;
  /** The letters of all its words: of two forms the fuller one has more. */
  readonly letters: number;
  /** The word that stands for the person alone: the family name, wherever it is written. */
  readonly single: string;
  /** How the family name and the given name sound. */
  readonly familySound: string;
  readonly givenSound: string;
  /** The number of a given name that has usual short forms, and of those forms; -1 for others. */
  readonly shortForm: number;
}

/** The bearer whose name a person's key is, with strings of `own`; null for one word alone, or none. */
export function bearerOf(key: string, own: (text: string) => string): Bearer | null {
  if (splitOffice(key) !== null) return null;
  const name = personName(key);
  if (name === null || name.given === "") return null;
  return {
    given: own(name.given),
    middle: own(name.middle),
    family: own(name.family),
    suffix: own(name.suffix),
    letters: name.words.reduce((sum, word) => sum + word.length, 0),
    single: own(familyFirst(name) ? (name.words[0] ?? name.family) : name.family),
    familySound: own(soundKey(name.family)),
    givenSound: own(soundKey(name.given)),
    shortForm: shortFormOf.get(name.given) ?? -1,
  };
}

/** Whether two full names, whose family names sound alike, can be one person's. */
export function canBeOne(a: Bearer, b: Bearer): boolean {
  if (a.suffix !== b.suffix) return false;
  // Sounds are known: most of those whose given names differ need not be compared.
  const mayBeOne = a.given === b.given || a.givenSound === b.givenSound || a.given.length === 1 || b.given.length === 1 || (a.shortForm >= 0 && a.shortForm === b.shortForm);
  if (!mayBeOne || !sameGivenName(a.given, b.given)) return false;
  if (a.family !== b.family && !(a.family.length >= 5 && b.family.length >= 5 && a.given.length > 1 && a.given.startsWith(b.given.charAt(0)))) return false;
  return a.middle === "" || b.middle === "" || a.middle === b.middle || (a.middle.length === 1 && b.middle.startsWith(a.middle)) || (b.middle.length === 1 && a.middle.startsWith(b.middle));
}
