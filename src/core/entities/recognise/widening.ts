import type { Candidate } from "./candidates";
import { nameTypes } from "./labels";
import type { Reading } from "./reading";
import { WordFlag, type Word } from "./words";

const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
/** What a rule's say on a name's kind is worth, in log-odds. */
const ruleWorth = 8;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What stands before "of" and a place in the name of a larger place: "Strait of Malacca". */
const waters = set("strait straits gulf bay sea isle isles cape horn");
/** What ends an organisation's name that begins with a place: "Tarsk Monetary Authority". */
const ends = set(
  "authority bourse university patriarchate council commission committee federation association institute exchange chamber academy confederation foundation observatory archdiocese",
);
/** An organisation ending so is often one "of" a place: "Central Bank of Tarsk". */
export const bodies = set(
  "bank court congress house army council ministry party university academy association federation union front movement bureau institute commission committee church confederation league society chamber " +
    "board agency authority parliament senate",
);
/** Their names list what they are for: "Ministry of Trade, Industry and Energy". */
const offices = set("ministry department");
/** At most so many words are taken in behind a place. */
const furthest = 3;

const isCapital = (word: Word | undefined): boolean => word !== undefined && (word.flags & WordFlag.Capital) !== 0;

/**
 * Takes in what the model has cut off names of a plain form: waters, institutions that begin with a place, and
 * institutions of a place, which become one name with it. `candidates` are in order; so is the result.
 */
export function widen(candidates: readonly Candidate[], { words, sentenceEnds }: Reading): Candidate[] {
  const widened: Candidate[] = [];
  let sentence = 0;
  for (const [index, candidate] of candidates.entries()) {
    while ((sentenceEnds[sentence] ?? words.length) <= candidate.last) sentence++;
    const before = widened.at(-1);
    const { first, last, type } = candidate;
    const limit = Math.min(candidates[index + 1]?.first ?? words.length, sentenceEnds[sentence] ?? words.length);
    const isOfPlace = type === place && words[first - 1]?.lower === "of";
    if (isOfPlace && before?.last === first - 2 && before.type === organization && bodies.has(words[before.last]?.lower ?? "")) {
      widened.pop();
      widened.push(as(before, before.first, last, organization));
    } else if (isOfPlace && (before?.last ?? -1) < first - 2 && isCapital(words[first - 2]) && !isCapital(words[first - 3])) {
      const head = words[first - 2]?.lower ?? "";
      widened.push(
        waters.has(head)
          ? as(candidate, first - 2, last, place)
          : bodies.has(head)
            ? as(candidate, first - 2, last, organization)
            : candidate,
      );
    } else {
      const isOffice = type === organization && words.slice(first, last).some(({ lower }) => offices.has(lower));
      const end = isOffice ? endOfSeries(words, last, limit) : type === place ? endOfBody(words, last, limit) : last;
      widened.push(end === last ? candidate : as(candidate, first, end, organization));
    }
  }
  return widened;
}

/** Where an institution that begins with the place up to `last` ends, before `limit`; `last` where there is none. */
function endOfBody(words: readonly Word[], last: number, limit: number): number {
  const end = endOfRun(words, last, Math.min(limit, last + furthest + 1));
  return end > last && ends.has(words[end]?.lower ?? "") && !isCapital(words[end + 1]) ? end : last;
}

/**
 * Where the list that an office's name is goes on to, behind `last` and before `limit`; `last` where there is no ", Industry and
 * Energy".
 */
function endOfSeries(words: readonly Word[], last: number, limit: number): number {
  let at = last;
  while (words[at + 1]?.text === "," && isCapital(words[at + 2])) at = endOfRun(words, at + 2, limit);
  const end = words[at + 1]?.lower === "and" && isCapital(words[at + 2]) ? endOfRun(words, at + 2, limit) : last;
  return at > last && end < limit ? end : last;
}

function endOfRun(words: readonly Word[], from: number, limit: number): number {
  let end = from;
  while (end + 1 < limit && isCapital(words[end + 1])) end++;
  return end;
}

function as(candidate: Candidate, first: number, last: number, type: number): Candidate {
  return { first, last, type, odds: candidate.odds.map((odds, at) => (at === type ? odds + ruleWorth : odds)) };
}
