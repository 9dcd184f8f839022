import { familyName, personName } from "../names/personName";
import { familyNameLikeness, givenNameLikeness, listsOf, soundKey, type Likeness } from "../names/spellings";
import { isOpenKey } from "./openKeys";

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
  /** The lists of given names that go together which the given name is in. */
  readonly lists: readonly number[];
}

/** The bearer whose name a person's key is, with strings of `own`; null for one word alone, or none. */
export function bearerOf(key: string, own: (text: string) => string): Bearer | null {
  if (isOpenKey(key)) return null;
  const name = personName(key);
  if (name === null || name.given === "") return null;
  return {
    given: own(name.given),
    middle: own(name.middle),
    family: own(name.family),
    suffix: own(name.suffix),
    letters: name.words.reduce((sum, word) => sum + word.length, 0),
    single: own(familyName(name)),
    familySound: own(soundKey(name.family)),
    givenSound: own(soundKey(name.given)),
    lists: listsOf(name.given),
  };
}

/** How near two full names, whose family names sound alike, are: whether they can be one person's. Null where they cannot. */
export function likenessOf(a: Bearer, b: Bearer): Likeness | null {
  if (a.suffix !== b.suffix) return null;
  // Sounds are known: most of those whose given names differ need not be compared.
  const mayBeOne =
    a.given === b.given ||
    a.givenSound === b.givenSound ||
    a.given.length === 1 ||
    b.given.length === 1 ||
    a.lists.some((list) => b.lists.includes(list));
  if (!mayBeOne) return null;
  const given = givenNameLikeness(a.given, b.given);
  const family = given === null ? null : familyNameLikeness(a.family, b.family);
  if (given === null || family === null || (family !== "same" && Math.min(a.given.length, b.given.length) === 1)) return null;
  if (!middlesFit(a.middle, b.middle)) return null;
  if (given === "alike" || family === "alike") return "alike";
  return given === "same" && family === "same" ? "same" : "spelling";
}

/** Whether two people's middle names can be one's: where both have any, the one is the other or its first letter, or a spelling of it. */
function middlesFit(a: string, b: string): boolean {
  if (a === "" || b === "" || a === b) return true;
  if (a.length === 1 || b.length === 1) return a.startsWith(b.charAt(0));
  const likeness = givenNameLikeness(a, b);
  return likeness === "same" || likeness === "spelling";
}
