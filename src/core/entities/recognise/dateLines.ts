import { isSectionName } from "../../article/sectionName";
import { monthNamed, weekdayNamed } from "../../dates/months";
import { spanOdds, type Candidate } from "./candidates";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { WordFlag, type Word } from "./words";

const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
/** What it is worth for a place that it stands beside a date and nothing else does, in log-odds. */
const lineWorth = 8;
/** Places have at most so many words, with their country at most twice as many. */
const longestPlace = 4;
/** A date line has at most so many tokens. */
const longestLine = 24;

const placeLists = Listed.Country | Listed.BigCity | Listed.City | Listed.Region;
const joints = new Set("of the de la le les el al do da dos das del di am an der upon sur en and".split(" "));
/** What belongs to a time or a date besides figures, months and weekdays. */
const ofTime = new Set(
  "am pm a.m a.m. p.m p.m. gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst kst sgt hkt aest aedt acst awst nzst nzdt wat cat eat sast wib uhr hrs h st nd rd th".split(
    " ",
  ),
);
/** Outlets sign beside a date as often as places stand there. */
const ofOutlets = new Set(
  "news times post press wire agency agencies desk media guardian journal herald tribune gazette reporter staff magazine radio tv television online newspaper bureau edition issue volume vol page section report reports update updated published posted special".split(
    " ",
  ),
);

const numericDate = /(?:^|\D)(?:\d{4} ?([-/.]) ?\d{1,2} ?\1 ?\d{1,2}|\d{1,2} ?([-/.]) ?\d{1,2} ?\2 ?\d{2,4})(?!\d)/;

function isMonth({ lower }: Word): boolean {
  return monthNamed(lower.replace(/\.$/, "")) > 0;
}

function isOfTime(word: Word): boolean {
  const { lower, isAlphabetic, text } = word;
  return !isAlphabetic || /^\d/.test(text) || ofTime.has(lower) || isMonth(word) || weekdayNamed(lower.replace(/\.$/, "")) >= 0;
}

/** Whether a text has nothing but a date, a time and what stands between them, or no word at all. */
export function isDateText(text: string): boolean {
  return [...text.matchAll(/[\p{L}\p{M}.]{0,99}\p{L}[\p{L}\p{M}.]*/gu)].every(([word]) => {
    const lower = word.toLowerCase();
    return ofTime.has(lower) || monthNamed(lower.replace(/\.$/, "")) > 0 || weekdayNamed(lower.replace(/\.$/, "")) >= 0;
  });
}

/**
 * The run of words, ends inclusive, beside which a line has a date and nothing else: "TARSK 1996-12-06", "15 May 2013 | Tarsk". Null
 * where that is not so.
 */
function besideDate({ words, from, to: end }: Sentence): { readonly first: number; readonly last: number } | null {
  const to = endOfPlaces(words, from, end);
  if (to - from > longestLine || to - from < 2) return null;
  let first = -1;
  let last = -1;
  let figures = 0;
  let months = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word === undefined) return null;
    if (isOfTime(word)) {
      if ((word.flags & WordFlag.Digit) !== 0) figures++;
      else if (isMonth(word)) months++;
      continue;
    }
    if (first < 0) first = at;
    else if (words.slice(last + 1, at).some(({ text }) => text !== "," && text !== "/")) return null;
    if (!word.mayName && !(joints.has(word.lower) && at > first)) return null;
    last = at;
  }
  const isDate =
    figures > 0 &&
    (months > 0 ||
      numericDate.test(
        words
          .slice(from, to)
          .map(({ text }) => text)
          .join(" "),
      ));
  return first < 0 || !isDate || (first > from && last < to - 1) || words[last]?.mayName !== true || last - first >= 2 * longestPlace
    ? null
    : { first, last };
}

/** What stands in brackets at the end, an agency mostly, is left out. */
function endOfPlaces(words: readonly Word[], from: number, to: number): number {
  if (words[to - 1]?.text !== ")") return to;
  let at = to - 1;
  while (at > from && words[at]?.text !== "(") at--;
  return at > from ? at : to;
}

/**
 * Puts the place of a line that is a place and a date ("TARSK | Fri Nov 15, 2013 10:21am EST") where the model, which
 * sees no sentence there, has none. A run that an outlet's name or the model's reading as an organisation or a person
 * speaks against stays as it was; dates and time zones are no names.
 */
export function findDateLines(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  let result = [...candidates];
  for (const sentence of tagging.sentences) {
    const run = besideDate(sentence);
    if (run === null) continue;
    const places = placesIn(words, run.first, run.last).map(({ first, last }): Candidate => ({
      first,
      last,
      type: place,
      odds: spanOdds(tagging, model, first, last).map((odds, type) => (type === place ? odds + lineWorth : odds)),
    }));
    const end = endOfPlaces(words, sentence.from, sentence.to);
    const isTaken = (at: number): boolean => at >= sentence.from && at < end;
    const inLine = candidates.filter(({ first }) => isTaken(first) && first >= run.first && first <= run.last);
    const main = places[0];
    const isPlaces =
      main !== undefined &&
      places.every(({ first, last }) => isLikelyPlace(words, first, last)) &&
      (isSure(words, main) || main.odds.indexOf(Math.max(...main.odds)) === place);
    result = [...result.filter(({ first }) => !isTaken(first)), ...(isPlaces ? places : inLine)];
  }
  return result.sort((a, b) => a.first - b.first);
}

/** The parts of a run between commas and slashes. */
function placesIn(words: readonly Word[], first: number, last: number): { readonly first: number; readonly last: number }[] {
  const parts: { first: number; last: number }[] = [];
  let start = first;
  for (let at = first; at <= last + 1; at++) {
    const text = words[at]?.text;
    if (at <= last && text !== "," && text !== "/") continue;
    if (at > start) parts.push({ first: start, last: at - 1 });
    start = at + 1;
  }
  return parts;
}

function isLikelyPlace(words: readonly Word[], first: number, last: number): boolean {
  const run = words.slice(first, last + 1);
  if (last - first >= longestPlace || run.some(({ lower }) => ofOutlets.has(lower))) return false;
  return first < last || !(isAcronym(run[0]) || (((run[0]?.lists ?? 0) & placeLists) === 0 && isSectionName(run[0]?.text ?? "")));
}

/** "BBC" and "AFP" are short, and no list of places has them. */
function isAcronym(word: Word | undefined): boolean {
  return word !== undefined && word.text.length <= 4 && (word.flags & WordFlag.HasLower) === 0 && (word.lists & placeLists) === 0;
}

/** In capitals, or in a list of places. */
function isSure(words: readonly Word[], { first, last, odds }: Candidate): boolean {
  const run = words.slice(first, last + 1);
  const isOrganization =
    run.every(({ lists }) => (lists & Listed.Organization) !== 0) || (odds[organization] ?? 0) > (odds[place] ?? 0) + lineWorth;
  return (
    !isOrganization &&
    (run.every(({ flags }) => (flags & WordFlag.HasLower) === 0) || (first === last && ((run[0]?.lists ?? 0) & placeLists) !== 0))
  );
}
