import { Casing } from "./casing";
import { hashText } from "./hash";
import { Position } from "./labels";
import { Listed, longestPhrase, wordKey, type Lexicon } from "./lexicon";
import type { Sentence } from "./sentence";
import { WordFlag, type Word } from "./words";

/** A run of tokens, `last` inclusive. */
export interface TokenRun {
  readonly first: number;
  readonly last: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Phrases, parted by commas, by their first word: what follows it. */
function phrases(list: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, string[][]>();
  for (const phrase of list.split(", ")) {
    const [first = "", ...rest] = phrase.split(" ");
    found.set(first, [...(found.get(first) ?? []), rest]);
  }
  return found;
}

/** Open a name with what follows: "Hurricane Odalys", "Operation Market Garden". */
const openers = set("hurricane typhoon cyclone operation exercise");
/** Behind an opener these make something else of it: "National Hurricane Center". */
const services = set("center centre season warning watch committee command room theatre theater");
/** "Battle of Waterloo", "Summit of the Americas". */
const openersWithOf = set("battle siege massacre summit");
/** Meetings that are events where a place stands before them: "Oslo Talks", "Volta Basin Conference". */
const meetings = set("talks conference forum meeting dialogue");
/** What makes a place of the name before it. */
const landforms = set("basin lake river valley delta gulf bay strait sea island peninsula");
/** Events that no form gives away. */
const known = phrases(
  "tour de france, giro d'italia, vuelta a espana, coppa italia, copa america, copa libertadores, copa del rey, roland garros, serie a, la liga, ligue 1, premier league, champions league, europa league, " +
    "bundesliga, eredivisie, primera division, oscars, baftas, emmys, grammys, grand national, royal ascot, golden globes, mardi gras, oktoberfest, eurovision, berlinale, arab spring, prague spring, six nations, d-day, breeders' cup, kentucky derby",
);
/** End an event's name whatever stands before. */
const heads = set(
  "olympics paralympics marathon airshow biennale intifada holocaust uprising revolution war wars cup bowl series open championship championships trophy masters games summit " +
    "festival prix earthquake tsunami referendum conference",
);
/** Of the heads, those that also end the names of organisations or stand alone; they need one of these before them. */
const particular: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["conference", set("peace security climate donors donor ministerial review change population women's aids")],
  ["games", set("olympic asian commonwealth pan american african goodwill winter summer mediterranean european paralympic world")],
  [
    "open",
    set(
      "u.s. us french australian british italian german canadian swiss madrid japan china scottish irish miami indian qatar dubai monte-carlo paris",
    ),
  ],
  ["prix", set("grand")],
  ["bowl", set("super rose cotton orange sugar")],
  ["series", set("world")],
  ["war", set("world cold gulf civil vietnam korean iraq afghan boer crimean falklands war yom six-day winter balkan bosnian chechen i")],
  ["wars", set("world balkan napoleonic punic gulf star")],
  ["earthquake", set("great")],
]);
/** With nothing before them these heads are names all the same. */
const alone = set("olympics paralympics holocaust intifada");
/** Never part of an event's name at its front, though they often have a capital there. */
const small = set(
  "the a an in on at of for and but after before since during when as with by from to this that last next his her its their our new old mr. mr",
);
/** Longer words of their names have a capital: "Six nations" are no event. */
const shortest = 4;
/** Championships that are named with their year: "Euro 2024", "Expo 2020". */
const yearlings = set("euro expo");
const roman = /^(?=[IVXL])X{0,3}L?(?:IX|IV|V?I{0,3})$/;
const yearly = /^(?:19|20)\d\d$/;

/** Whether a word ends the names of events, in lower case. */
export function endsEvent(word: string): boolean {
  return heads.has(word);
}

function isCapital(word: Word): boolean {
  return (word.flags & WordFlag.Capital) !== 0;
}

/**
 * Events that are known by their form, in a sentence: storms and operations, battles, wars, cups and games, and what
 * is numbered like "Geneva-2" or "COP28". In headlines, where every word has a capital, only those of two words.
 */
export function findEvents(sentence: Sentence, lexicon: Lexicon): TokenRun[] {
  const found: TokenRun[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const run = eventAt(sentence, at, lexicon);
    if (run === null) continue;
    found.push(run);
    at = run.last;
  }
  return found;
}

function eventAt(sentence: Sentence, at: number, lexicon: Lexicon): TokenRun | null {
  const word = sentence.at(at);
  if (!isCapital(word)) return null;
  if (isNumbered(word, lexicon)) return { first: at, last: at };
  const lastKnown = lastOfKnown(sentence, at);
  if (lastKnown >= at) return { first: at, last: lastKnown };
  if (yearlings.has(word.lower) && yearly.test(sentence.at(at + 1).text)) return { first: at, last: at + 1 };
  if (openers.has(word.lower)) {
    const next = sentence.at(at + 1);
    const before = sentence.at(at - 1);
    const first = before.lower === "super" && isCapital(before) ? at - 1 : at;
    if (sentence.casing === Casing.Title || (first === at && isCapital(before))) return null;
    if (!isCapital(next) || small.has(next.lower) || services.has(next.lower)) return null;
    return { first, last: endOfRun(sentence, at + 1, sentence.casing === Casing.Normal ? longestPhrase : 1) };
  }
  if (word.lower === "tropical" && sentence.at(at + 1).lower === "storm" && isCapital(sentence.at(at + 2)))
    return { first: at, last: at + 2 };
  if (openersWithOf.has(word.lower) && sentence.at(at + 1).lower === "of") {
    const last = sentence.at(at + 2).text === "the" ? at + 3 : at + 2;
    if (isCapital(sentence.at(last))) return { first: at, last };
  }
  if (meetings.has(word.lower)) {
    const meeting = meetingAt(sentence, at);
    if (meeting !== null) return meeting;
  }
  return heads.has(word.lower) ? headAt(sentence, at) : null;
}

/** The last word of the known event that begins at `at`; -1 where none does. */
function lastOfKnown(sentence: Sentence, at: number): number {
  const rests = known.get(sentence.at(at).lower) ?? [];
  const is = (found: Word, word: string): boolean => found.lower === word && (isCapital(found) || word.length < shortest);
  const rest = rests.find((words) => words.every((word, index) => is(sentence.at(at + 1 + index), word)));
  const last = rest === undefined ? -1 : at + rest.length;
  // "Premier League Clubs Association" is none.
  return last >= 0 && sentence.casing === Casing.Normal && isCapital(sentence.at(last + 1)) && !small.has(sentence.at(last + 1).lower)
    ? -1
    : last;
}

/** A meeting named by its place: the capitalised words from the place on. */
function meetingAt(sentence: Sentence, at: number): TokenRun | null {
  if (sentence.casing !== Casing.Normal || isCapital(sentence.at(at + 1))) return null;
  const before = sentence.at(at - 1);
  if (!landforms.has(before.lower)) {
    const first = firstOfPlace(sentence, at - 1);
    return first < 0 || isCapital(sentence.at(first - 1)) ? null : { first, last: at };
  }
  return isCapital(before) && isCapital(sentence.at(at - 2)) && !small.has(sentence.at(at - 2).lower) && at - 2 > sentence.from
    ? { first: at - 2, last: at }
    : null;
}

/** The first word of the listed place that ends at `last`; -1 where none does. */
function firstOfPlace(sentence: Sentence, last: number): number {
  for (const list of [Listed.Country, Listed.BigCity, Listed.City]) {
    const position = (index: number): number => (sentence.phrases(index) >> (4 * (31 - Math.clz32(list)))) & 15;
    if ((position(last) & (1 << Position.Last)) !== 0) {
      let first = last;
      while (first > sentence.from && (position(first) & (1 << Position.Begin)) === 0) first--;
      return first;
    }
    if ((position(last) & (1 << Position.Unit)) !== 0) return last;
  }
  return -1;
}

/** "Geneva-2", "COP28": the name of a city, or of the climate conferences, with a small number. */
function isNumbered(word: Word, lexicon: Lexicon): boolean {
  if (/^COP\d\d$/.test(word.text)) return true;
  const city = /^(\p{Lu}\p{Ll}{2,20})-(?:\d|1\d|I{1,3})$/u.exec(word.text)?.[1];
  return city !== undefined && (lexicon.lists(wordKey(hashText(city.toLowerCase()))) & (Listed.BigCity | Listed.City)) !== 0;
}

function endOfRun(sentence: Sentence, at: number, longest: number): number {
  let last = at;
  while (last - at + 1 < longest && isCapital(sentence.at(last + 1)) && !small.has(sentence.at(last + 1).lower)) last++;
  return last;
}

function headAt(sentence: Sentence, at: number): TokenRun | null {
  const head = sentence.at(at).lower;
  let last = at;
  const next = sentence.at(at + 1);
  if (roman.test(next.text) || (yearly.test(next.text) && (head === "olympics" || head === "cup"))) last++;
  // "World Cup Committee" is no cup, "War Crimes Tribunal" no war.
  else if (isCapital(next) && sentence.casing === Casing.Normal) return null;
  const needed = particular.get(head);
  const before = sentence.at(at - 1);
  if (needed !== undefined && !needed.has(before.lower)) return null;
  if (head === "conference" && sentence.casing !== Casing.Normal) return null;
  if (!isCapital(before) || small.has(before.lower)) return alone.has(head) ? { first: at, last } : null;
  let first = at - 1;
  const furthest = sentence.casing === Casing.Normal ? longestPhrase : 1;
  if (before.lower === "world" && /^(?:first|second)$/.test(sentence.at(at - 2).lower)) first--;
  while (at - first < furthest && before.lower !== "world" && first > sentence.from) {
    const earlier = sentence.at(first - 1);
    if (!isCapital(earlier) || small.has(earlier.lower) || earlier.isTitle || (first - 1 === sentence.from && earlier.lists === 0)) break;
    first--;
  }
  return { first, last };
}
