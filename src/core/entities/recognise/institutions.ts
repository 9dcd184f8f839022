import type { Candidate } from "./candidates";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { Sentence } from "./sentence";
import { WordFlag, type Word } from "./words";

const person = nameTypes.indexOf("PER");
const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
/** What a rule's say on a name's kind is worth, in log-odds. */
const ruleWorth = 8;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What offices are for, and what bodies deal with: the words that stand on both sides of the "and" in their names. */
const portfolios = set(
  "affairs agriculture arts aviation broadcasting business children climate commerce communication communications community competitiveness construction consumer cooperation co-operation culture customs defence defense " +
    "development economy education elections electricity employment energy environment equality exchange exports family farming finance fisheries fishing food foreign forestry forests gas gender governance health heritage " +
    "higher housing human hunting hydrocarbons immigration industries industry information infrastructure innovation insurance integration interior investment irrigation justice labor labour land lands law legal livestock local " +
    "maritime media medical meteorology mineral minerals mines mining monuments national natural oil parks pensions petroleum planning ports posts power public railways reconciliation reconstruction reform regional regulation rehabilitation " +
    "religious research resources revenue rights roads rural safety sanitation science security shipping skills social sport sports statistics survey taxation technology telecommunications territories tourism towns trade " +
    "transport transportation treasury tribal urban utilities veterans water waters welfare wildlife women works youth constitutional financial economic technical industrial commercial cultural electoral environmental scientific",
);
/** Heads of bodies that name what they deal with before them or behind "of" and "for". */
const heads = set(
  "ministry department commission committee council authority agency board bureau directorate office union federation association institute administration secretariat corporation chamber society service services tribunal ministries court unit group programme program fund",
);
/** Heads whose names go on with "of" or "for" and a list. */
const openHeads = set(
  "ministry department association union office bureau commission committee council directorate institute secretariat chamber board agency federation centre center",
);
/** What is sent to a place and named by it. */
const missions = set("mission force delegation");
/** What stands before "of" and a place in the name of that place. */
const territories = set("port isle isles kingdom republic islands");
const units = set(
  "division brigade battalion infantry regiment fleet army corps armored armoured airborne mechanized mechanised cavalry wing squadron circuit ward legislature parliament",
);
const determiners = set("the its their this our his her 's");
const places = Listed.Country | Listed.Region | Listed.BigCity | Listed.City;
const suffixes = set("jr jr. sr sr. ii iii iv");

const isCapital = (word: Word | undefined): boolean => word !== undefined && (word.flags & WordFlag.Capital) !== 0;
const isPortfolio = (word: Word | undefined): boolean => isCapital(word) && portfolios.has(word?.lower ?? "");

/**
 * Joins what belongs to an institution's name and stands apart in the model's reading: what it deals with on the other
 * side of an "and" ("the Hunting and Fishing Board", "Ministry of Health and Welfare"), the plural that it belongs to
 * ("Farmers' Union"), the place of a mission ("Mission in Tarsk") or a port ("Port of Tarsk"), a unit's number, a desk's place, and
 * a person's "III". `candidates` are in order; so is the result.
 */
export function joinInstitutions(candidates: readonly Candidate[], words: readonly Word[], sentences: readonly Sentence[]): Candidate[] {
  const joined: Candidate[] = [];
  let sentence = 0;
  for (const [index, candidate] of candidates.entries()) {
    const before = joined.at(-1);
    if (before !== undefined && before.last >= candidate.first) continue;
    while ((sentences[sentence]?.to ?? Infinity) <= candidate.last) sentence++;
    const { from, to } = sentences[sentence] ?? { from: 0, to: words.length };
    if (candidate.first < from) {
      joined.push(candidate);
      continue;
    }
    const next = candidates[index + 1];
    const found =
      candidate.type === person
        ? withSuffix(candidate, words, to)
        : candidate.type === place
          ? ofPlace(candidate, words, from, to)
          : candidate.type === organization
            ? whole(candidate, next, words, from, to)
            : candidate;
    // What now begins earlier takes in what it covers there.
    while ((joined.at(-1)?.first ?? -1) >= found.first) joined.pop();
    if ((joined.at(-1)?.last ?? -1) >= found.first) {
      joined.push(candidate);
      continue;
    }
    joined.push(found);
  }
  return joined;
}

function withSuffix(candidate: Candidate, words: readonly Word[], to: number): Candidate {
  const next = words[candidate.last + 1];
  const isSuffix = candidate.last + 1 < to && next?.mayName === true && suffixes.has(next.lower);
  return isSuffix ? as(candidate, candidate.first, candidate.last + 1, person) : candidate;
}

function ofPlace(candidate: Candidate, words: readonly Word[], from: number, to: number): Candidate {
  const { first, last } = candidate;
  const head = words[first - 2];
  if (
    first - 2 >= from &&
    words[first - 1]?.lower === "of" &&
    territories.has(head?.lower ?? "") &&
    isCapital(head) &&
    !isCapital(words[first - 3])
  )
    return as(candidate, first - 2, last, place);
  if (last > first && /^(?:newsroom|newsdesk|desk)$/.test(words[last]?.lower ?? "") && isCapital(words[last]) && candidate.type === place)
    return as(candidate, first, last, organization);
  const desk = words[last + 1]?.lower;
  // "-- Tarsk newsroom, 555 0100", "(Tarsk Desk)"
  const isDesk =
    last + 1 < to &&
    (desk === "newsroom" || desk === "newsdesk" || (desk === "desk" && isCapital(words[last + 1]))) &&
    !/^\p{L}/u.test(words[last + 2]?.text ?? "");
  return isDesk ? as(candidate, first, last + 1, organization) : candidate;
}

function whole(candidate: Candidate, next: Candidate | undefined, words: readonly Word[], from: number, to: number): Candidate {
  let { first, last } = candidate;
  if (isHead(words[last]) || isPortfolio(words[first])) first = startOfList(words, first, from);
  if (
    words[first - 1]?.text === "'" &&
    first - 2 >= from &&
    isCapital(words[first - 2]) &&
    words[first - 2]?.lower.endsWith("s") === true
  ) {
    first -= 2;
    while (first - 1 > from && isPortfolio(words[first - 1])) first--;
  }
  if (
    first - 1 >= from &&
    /^\d+(?:st|nd|rd|th)$/.test(words[first - 1]?.text ?? "") &&
    words.slice(first, last + 1).some(({ lower }) => units.has(lower))
  )
    first--;
  last = endOfList(words, first, last, to);
  const isMission =
    missions.has(words[last]?.lower ?? "") && words[last + 1]?.lower === "in" && next?.first === last + 2 && next.type === place;
  if (isMission && last - first > 0) last = next.last;
  return first === candidate.first && last === candidate.last ? candidate : as(candidate, first, last, organization);
}

function isHead(word: Word | undefined): boolean {
  return isCapital(word) && heads.has(word?.lower ?? "");
}

/** Where "Health, Labour and" before a body's name begins; `first` where there is no such list, or where it may be another name. */
function startOfList(words: readonly Word[], first: number, from: number): number {
  if (first - 2 < from || words[first - 1]?.lower !== "and") return first;
  let start = first - 1;
  while (start - 1 >= from && isPart(words[start - 1])) {
    start--;
    if (words[start - 1]?.text === "," && isPart(words[start - 2]) && start - 2 >= from) start--;
  }
  const isList = start < first - 1;
  // A list is no more than one where something shows that it begins there.
  return isList &&
    (determiners.has(words[start - 1]?.lower ?? "") ||
      start === from ||
      (isCapital(words[start - 1]) && ((words[start - 1]?.lists ?? 0) & Listed.Demonym) !== 0))
    ? start
    : first;
}

/** A portfolio, or an adjective or activity like one, that no list has as a name. */
function isPart(word: Word | undefined): boolean {
  return isPortfolio(word) || (isCapital(word) && word?.lists === 0 && /(?:al|ing|tion|ment|ities)$/.test(word.lower));
}

/** Where "and Welfare" behind "Ministry of Health" ends; `last` where nothing of the kind is behind it. */
function endOfList(words: readonly Word[], first: number, last: number, to: number): number {
  const isOpen = words
    .slice(first, last)
    .some((word, at) => openHeads.has(word.lower) && /^(?:of|for)$/.test(words[first + at + 1]?.lower ?? ""));
  if (!isOpen || isHead(words[last]) || words[last + 1]?.lower !== "and" || last + 2 >= to || !isPart(words[last + 2])) return last;
  let end = last + 2;
  while (end + 1 < to && isCapital(words[end + 1]) && (isPart(words[end + 1]) || isHead(words[end + 1]))) end++;
  // "Ministry of Health and Tarsk" would be two names.
  return isCapital(words[end + 1]) || ((words[end]?.lists ?? 0) & places) !== 0 ? last : end;
}

function as(candidate: Candidate, first: number, last: number, type: number): Candidate {
  return { first, last, type, odds: candidate.odds.map((odds, at) => (at === type ? odds + ruleWorth : odds)) };
}
