import type { Candidate } from "./candidates";
import { endsAsCompany } from "./evidence";
import { nameTypes } from "./labels";
import { Listed, phraseKey, type Lexicon } from "./lexicon";
import { bodies } from "./widening";
import { WordFlag, type Word } from "./words";

const person = nameTypes.indexOf("PER");
const place = nameTypes.indexOf("LOC");
/** What a rule's say on a name's kind is worth, in log-odds. */
const ruleWorth = 8;
const organization = nameTypes.indexOf("ORG");

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Ranks and forms of address that stand before a person's name and are never its first word. */
const ranks = set(
  "mr mr. mrs mrs. ms ms. miss dr dr. prof. professor sen. sens. senator rep. reps. congressman congresswoman gov. governor president vice " +
    "prime minister premier chancellor secretary gen. general lt. lieutenant col. colonel capt. captain maj. major sgt. sergeant cmdr. commander adm. " +
    "admiral brig. brigadier cpl. corporal pvt. det. detective insp. inspector cde cde. comrade alhaji hajia hon hon. barr. engr engr. arc. datuk dato seri panglima shri smt smt. maulana advocate councillor councilman councilwoman coun. ratu ambassador spokesman spokeswoman chairman chairwoman rev. sir dame " +
    "king queen prince princess sheikh pope patriarch metropolitan archbishop bishop cardinal rabbi ayatollah mullah imam judge mayor",
);
/** Small words with which a name may begin. */
const particles = set("al el de da di du del della van von der den ten bin ibn abu la le dos das d' o' zu af av");
/** Small words that may stand inside an organisation's name. */
const joints = set(
  "of the for and in on to with at by de la le les du des di da del della der den die und et y e do dos das en al el von van bin ibn & - '",
);
/** Newspapers whose name has an article: "The Tarsk Times". */
const papers = set(
  "times post guardian journal telegraph independent economist sun mirror herald tribune star globe mail standard observer gazette examiner chronicle " +
    "register courier inquirer scotsman spectator statesman atlantic hindu nation australian citizen sentinel dispatch echo",
);

const weekdays = set("monday tuesday wednesday thursday friday saturday sunday");
/** Firms that are named like somebody's: the possessive is part of the name. */
const owners = set(
  "moody lloyd mcdonald sotheby christie macy kellogg poor wendy domino sainsbury dillard kohl lowe arby denny bloomingdale applebee chili bonham hellmann",
);
/** What stands before one person's name and nobody else's. */
const address = set("mr mr. mrs mrs. ms ms. dr dr. prof. sen. rep. gov. congressman congresswoman sir");
const institution = set(
  "university college school institute ministry department party council court museum hospital foundation commission committee trust fund society association agency union service bureau authority center centre",
);
const companyForms = set("inc inc. corp corp. ltd ltd. plc llc ag asa nv n.v. sa s.a. spa s.p.a. gmbh oyj ab bhd pcl kk se lp");

const plainForms = /^(?:inc|corp|ltd|plc|gmbh)\.?$/;

/** A nationality word that is no place's name too. */
function isNationality(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.lists & Listed.Demonym) !== 0 &&
    (word.lists & (Listed.Country | Listed.BigCity | Listed.City | Listed.Region)) === 0
  );
}

/** "Dane" in "Dane Tomas Velik", but not "Roman" in "Roman Velik". */
function isCompatriot(word: Word | undefined): boolean {
  return isNationality(word) && ((word?.lists ?? 0) & (Listed.FirstName | Listed.LastName)) === 0;
}

/** Whether the article in front belongs to the name: of newspapers, of companies' full names and of The Hague. */
function keepsArticle(words: readonly Word[], first: number, last: number): boolean {
  const end = words[last]?.lower ?? "";
  return (
    (words[first]?.text === "The" && (papers.has(end) || end === "inc" || end === "inc.")) ||
    (end === "hague" && words[first]?.mayName === true)
  );
}

function isSmall(word: Word | undefined): boolean {
  return word !== undefined && !word.mayName;
}

/** A stock's symbol in brackets, "(ORM.N)", is no name. */
function isTicker(words: readonly Word[], first: number, last: number): boolean {
  return first === last && /^\p{Lu}{1,5}\.\p{Lu}{1,2}$/u.test(words[first]?.text ?? "") && /^[)>]$/.test(words[last + 1]?.text ?? "");
}

/** What belongs to a name behind its last word: "Orm |ASA|", "Orm|, Inc.|", "Moody|'s|", "Tarsk |Times|". Null where nothing does. */
function completed({ first, last, type }: Candidate, words: readonly Word[]): { readonly last: number; readonly type: number } | null {
  const next = words[last + 1];
  const lower = next?.lower ?? "";
  if (companyForms.has(lower) && next?.mayName === true) return { last: last + 1, type: organization };
  if (next?.text === "," && companyForms.has(words[last + 2]?.lower ?? "") && words[last + 2]?.mayName === true)
    return { last: last + 2, type: organization };
  if (
    next?.text === "'s" &&
    owners.has(words[last]?.lower ?? "") &&
    (first < last || type !== person || words[first - 1]?.isTitle !== true)
  )
    return { last: last + 1, type: organization };
  const isPaper =
    type === place &&
    first === last &&
    papers.has(lower) &&
    next?.mayName === true &&
    next.lower !== "nation" &&
    words[last + 2]?.mayName !== true;
  return isPaper ? { last: last + 1, type: organization } : null;
}

/**
 * "University of Tarsk and Ovra Medical School" is two names: where both sides of the "and" have an institution's word.
 * So are "Halmir and United Nations", where what follows is listed, and "Orm & Halmir and Tarsk".
 */
export function splitAtAnd({ first, last, type }: Candidate, words: readonly Word[], lexicon: Lexicon): number {
  if (type !== organization) return -1;
  for (let at = first + 1; at < last; at++) {
    if (words[at]?.lower !== "and") continue;
    const isTwo = isListed(words, at + 1, last, lexicon) || words.slice(first, at).some(({ text }) => text === "&");
    if (isTwo && !isListed(words, first, last, lexicon)) return at;
    if (at === first + 1 || at === last - 1) continue;
    const has = (from: number, to: number): boolean => words.slice(from, to).some((word) => institution.has(word.lower));
    if (has(first, at) && has(at + 1, last + 1)) return at;
  }
  return -1;
}

/** Where a company's form ends its name, though the model took more with it: "Halmir LLC Ada Orm". The form's index, or -1. */
export function formInside({ first, last, type }: Candidate, words: readonly Word[]): number {
  if (type !== organization && type !== person) return -1;
  for (let at = first + 1; at < last; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || !companyForms.has(word.lower) || companyForms.has(next.lower)) continue;
    // "Se" is no form, but part of a name.
    const isForm = (word.flags & WordFlag.AllCapitals) !== 0 || plainForms.test(word.lower);
    // In capitals throughout a verb may follow, or anything.
    if (isForm && next.mayName && (next.flags & WordFlag.HasLower) !== 0) return at;
  }
  return -1;
}

/** "Halmir Holdings of Tarsk" is a company and its place: what stands before the "of" is listed, or ends as companies do. */
export function splitAtOf({ first, last, type }: Candidate, words: readonly Word[], lexicon: Lexicon): number {
  if (type !== organization || isListed(words, first, last, lexicon)) return -1;
  for (let at = last - 1; at > first; at--) {
    if (words[at]?.lower !== "of") continue;
    const isBody =
      bodies.has(words[at - 1]?.lower ?? "") ||
      !isListed(words, at + 1, last, lexicon, Listed.Country | Listed.BigCity | Listed.City | Listed.Region);
    return !isBody && (endsAsCompany(words, first, at - 1) || isListed(words, first, at - 1, lexicon)) ? at : -1;
  }
  return -1;
}

/**
 * "Ministry of Justice and Kestrovia" is an office and a state, where no place stands before the "and": not so "Bank of Ardelia and
 * Kestrovia". The index of the "and", or -1.
 */
export function splitBeforePlace({ first, last, type }: Candidate, words: readonly Word[], lexicon: Lexicon): number {
  if (type !== organization || isListed(words, first, last, lexicon)) return -1;
  const isPlace = (from: number, to: number): boolean => isListed(words, from, to, lexicon, Listed.Country | Listed.BigCity);
  for (let at = last - 1; at > first + 1; at--) {
    if (words[at]?.lower !== "and") continue;
    return isPlace(at + 1, last) && !isPlace(at - 1, at - 1) && words.slice(first, at).some(({ lower }) => institution.has(lower))
      ? at
      : -1;
  }
  return -1;
}

function isListed(words: readonly Word[], first: number, last: number, lexicon: Lexicon, lists: number = Listed.Organization): boolean {
  let key = words[first]?.phrase ?? 0;
  for (let at = first + 1; at <= last; at++) key = phraseKey(key, words[at]?.lowerHash ?? 0);
  return (lexicon.lists(key) & lists) !== 0;
}

/**
 * Puts a name's extent right where the model often errs: ranks before a person are no part of the name, nor are small
 * words at its edges ("airport"), nor a nationality that belongs to a common noun ("Tarskan state television"); the
 * article of a newspaper is, that of others not. Null where nothing of the name remains.
 */
export function correctExtent(candidate: Candidate, words: readonly Word[]): Candidate | null {
  let { first, last, type } = candidate;
  if (isTicker(words, first, last)) return null;
  // The model may have taken the possessive with it already.
  if (last > first && words[last]?.text === "'s") last--;
  const more = completed({ ...candidate, last }, words);
  if (more !== null) ({ last, type } = more);
  else if (last > first && address.has(words[first]?.lower ?? "") && last - first < 4) type = person;
  if (words.slice(first, last + 1).every((word, at) => ranks.has(word.lower) || (word.lower === "crown" && at < last - first))) return null;
  if (type !== person && (first === last || type === place) && words.slice(first, last + 1).every(isNationality)) return null;
  while (first <= last && isSmall(words[first]) && !(type === person && particles.has(words[first]?.lower ?? ""))) first++;
  while (last >= first && isSmall(words[last]) && !/^\d/.test(words[last]?.text ?? "") && more === null) last--;
  if (type === person)
    while (first < last && (ranks.has(words[first]?.lower ?? "") || (last > first + 1 && isCompatriot(words[first])))) first++;
  else first = behindNationality(words, first, last);
  if (first < last && type !== person && words[first]?.lower === "the" && !keepsArticle(words, first, last)) first++;
  if (type === organization && first > 0 && words[first - 1]?.text === "The" && papers.has(words[last]?.lower ?? "")) first--;
  if (
    type === place &&
    first === last &&
    words[last]?.lower === "hague" &&
    words[first - 1]?.lower === "the" &&
    words[first - 1]?.mayName === true
  )
    first--;
  while (last > first + 1 && weekdays.has(words[last]?.lower ?? "")) last--;
  if (first > last) return null;
  if (first === candidate.first && last === candidate.last && type === candidate.type) return candidate;
  return {
    first,
    last,
    type,
    odds: type === candidate.type ? candidate.odds : candidate.odds.map((odds, at) => (at === type ? odds + ruleWorth : odds)),
  };
}

/** "Tarskan television channel Al-Ovra" is the channel alone; "Tarskan state TV" is no name. */
function behindNationality(words: readonly Word[], first: number, last: number): number {
  const word = words[first];
  const next = words[first + 1];
  if (word === undefined || next === undefined || first === last || (word.lists & Listed.Demonym) === 0) return first;
  if (!isSmall(next) || !next.isAlphabetic || joints.has(next.lower)) return first;
  let at = first + 1;
  while (at <= last && isSmall(words[at])) at++;
  return at === last && ((words[last]?.flags ?? 0) & WordFlag.AllCapitals) !== 0 ? last + 1 : at;
}
