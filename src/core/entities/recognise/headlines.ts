import { scoreOf, spanOdds, type Candidate } from "./candidates";
import { Casing } from "./casing";
import { endsEvent } from "./events";
import { nameKey } from "./evidence";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { WordFlag, type Word } from "./words";

const event = nameTypes.indexOf("EVENT");
const person = nameTypes.indexOf("PER");
/** A name of the body is looked for in runs of at most so many words. */
const longestKnown = 6;

/**
 * Fits the names of headlines to those of the body. Where every word has a capital, where a name ends is a guess:
 * "Tarlen Conference Opens" is read as far as the article has it as a name, if what is left over is no part of any name there.
 */
export function fitHeadlines(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const headlines = tagging.sentences.filter((sentence) => sentence.casing !== Casing.Normal);
  if (headlines.length === 0 || headlines.length === tagging.sentences.length) return [...candidates];
  const known = namesOfBody(words, tagging.sentences, candidates);
  const withArticle = new Set(candidates.map(({ first, last }) => `${first + 1}:${last}`));
  const whole = headlines
    .flatMap((headline) => wholeNames(headline, known))
    .filter(({ first, last }) => !withArticle.has(`${first}:${last}`));
  const taken = new Uint8Array(words.length);
  const fitted: Candidate[] = whole.map(({ first, last, type }) => {
    taken.fill(1, first, last + 1);
    return { first, last, type, odds: fittedOdds(first, last, type, tagging, model) };
  });
  let next = 0;
  for (const candidate of candidates) {
    if (taken.subarray(candidate.first, candidate.last + 1).includes(1)) continue;
    while ((headlines[next]?.to ?? Infinity) <= candidate.first) next++;
    const headline = headlines[next];
    const isInHeadline = headline !== undefined && headline.from <= candidate.first;
    const bare = words[candidate.first]?.lower === "the" ? candidate.first + 1 : candidate.first;
    const parts = !isInHeadline || known.has(nameKey(words, bare, candidate.last)) ? [] : partsOf(candidate, headline, known);
    if (parts.length === 0)
      fitted.push(...(isInHeadline && headline.casing === Casing.Title ? supported(candidate, headline, tagging, model) : [candidate]));
    for (const { first, last, type } of parts) fitted.push({ first, last, type, odds: fittedOdds(first, last, type, tagging, model) });
  }
  return fitted.sort((a, b) => a.first - b.first);
}

/** What it is worth that the body has the name as of this kind, in log-odds. */
const bodyWorth = 1;

function fittedOdds(first: number, last: number, type: number, tagging: Tagging, model: NameModel): Float64Array {
  return spanOdds(tagging, model, first, last).map((odds, at) => (at === type ? odds + bodyWorth : odds));
}

/** Where a headline has a name of the body of two words or more whole; the longest first. */
function wholeNames({ words, from, to }: Sentence, known: ReadonlyMap<string, number>): readonly Part[] {
  const found: Part[] = [];
  for (let first = from; first < to; first++) {
    if (words[first]?.mayName !== true) continue;
    for (let last = Math.min(to - 1, first + longestKnown - 1); last > first; last--) {
      const type = words[last]?.mayName === true ? known.get(nameKey(words, first, last)) : undefined;
      if (type === undefined) continue;
      found.push({ first, last, type });
      first = last;
      break;
    }
  }
  return found;
}

const anyList =
  Listed.Country | Listed.BigCity | Listed.City | Listed.Region | Listed.Organization | Listed.FirstName | Listed.LastName | Listed.Demonym;

/**
 * What the body supports of a headline's name that it does not have as such: the runs of words that it writes with a
 * capital too ("Tarsk Railways Misses Target": "Tarsk Railways"). A name of which nothing is supported stays where a
 * list has one of its words or it is a person's; else it is made of a headline's capitals alone.
 */
function supported(candidate: Candidate, headline: Sentence, tagging: Tagging, model: NameModel): readonly Candidate[] {
  const { words } = tagging.reading;
  const { stats } = headline;
  const { first, last, type } = candidate;
  const run = words.slice(first, last + 1);
  const isBacked = (word: Word): boolean => stats.upperMid(word) > 0 || (stats.upper(word) > 1 && stats.lower(word) === 0);
  const isCommon = (word: Word): boolean =>
    word.mayName && (word.flags & WordFlag.HasLower) !== 0 && !isBacked(word) && (word.lists & anyList) === 0;
  if (type === event || !isPlainHeadline(headline) || run.every((word) => !isCommon(word))) return [shortened(candidate, tagging, model)];
  const hasCommon = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && isCommon(word);
  };
  const backed: Candidate[] = [];
  for (let from = first; from <= last; from++) {
    let to = from;
    while (to <= last && !hasCommon(to)) to++;
    let end = to - 1;
    while (end >= from && words[end]?.mayName !== true) end--;
    let start = from;
    while (start < end && words[start]?.mayName !== true) start++;
    if (end >= start && words.slice(start, end + 1).some((word) => word.mayName && isBacked(word))) {
      const odds = spanOdds(tagging, model, start, end);
      const top = odds.indexOf(Math.max(...odds));
      if ((odds[top] ?? 0) > -bodyWorth) backed.push({ first: start, last: end, type: top, odds });
    }
    from = to;
  }
  if (backed.length > 0) return backed;
  return type === person || run.some((word) => (word.lists & anyList) !== 0) ? [shortened(candidate, tagging, model)] : [];
}

/** Whether a line in capitals is a headline of words, no signature, list or result: no brackets, bars or figures. */
function isPlainHeadline({ words, from, to }: Sentence): boolean {
  const line = words.slice(from, to);
  return (
    line.length >= 4 &&
    line[0]?.lower !== "by" &&
    line.at(-1)?.text !== "." &&
    line.every(({ text, isAlphabetic }) => isAlphabetic || /^[,;:.'’‘“”"!?–—-]$/u.test(text)) &&
    line.some(({ mayName }) => mayName)
  );
}

/** Words that seldom stand inside a long name, and often between the names of a headline. */
const between = new Set("in with at on to after over as amid by from against".split(" "));
const longestSure = 4;

/** A long name of a headline that the body does not have ends before such a word, and where the model finds it likeliest. */
function shortened(candidate: Candidate, tagging: Tagging, model: NameModel): Candidate {
  const { first, last, type } = candidate;
  let end = first + 1;
  while (end <= last && !between.has(tagging.reading.words[end]?.lower ?? "")) end++;
  if (last - first < longestSure || end > last) return candidate;
  let best = candidate;
  let most = -Infinity;
  for (let at = first; at < end; at++) {
    const odds = spanOdds(tagging, model, first, at);
    const isWhole = type === event && endsEvent(tagging.reading.words[at]?.lower ?? "");
    if (!isWhole && (odds[type] ?? 0) <= most) continue;
    most = isWhole ? Infinity : (odds[type] ?? 0);
    best = { first, last: at, type, odds };
  }
  return best;
}

/** The kinds of the names outside headlines, and of persons' last names, by key. */
function namesOfBody(words: readonly Word[], sentences: readonly Sentence[], candidates: readonly Candidate[]): Map<string, number> {
  const known = new Map<string, number>();
  let next = 0;
  for (const { from, to, casing } of sentences) {
    for (; (candidates[next]?.first ?? to) < to; next++) {
      const candidate = candidates[next];
      if (candidate === undefined || candidate.first < from || casing !== Casing.Normal || scoreOf(candidate) < 0.5) continue;
      const { first, last, type } = candidate;
      known.set(nameKey(words, first, last), type);
      if (last > first + 1 && !known.has(edgesKey(words, first, last))) known.set(edgesKey(words, first, last), type);
      const surname = nameKey(words, last, last);
      if (type === person && !known.has(surname)) known.set(surname, type);
    }
  }
  return known;
}

/** The key under which a headline's short form finds a longer name: "Tarlen Conference" for "Tarlen Basin Conference". */
function edgesKey(words: readonly Word[], first: number, last: number): string {
  return `${nameKey(words, first, first)}… ${nameKey(words, last, last)}`;
}

interface Part {
  readonly first: number;
  readonly last: number;
  readonly type: number;
}

/** The longest names of the body inside the candidate; none where a word between or beside them may belong to a name. */
function partsOf(candidate: Candidate, { words, stats }: Sentence, known: ReadonlyMap<string, number>): readonly Part[] {
  const parts: Part[] = [];
  for (let first = candidate.first; first <= candidate.last; first++) {
    let found: Part | null = null;
    for (let last = Math.min(candidate.last, first + longestKnown - 1); last >= first && found === null; last--) {
      const type = known.get(nameKey(words, first, last)) ?? (last > first ? known.get(edgesKey(words, first, last)) : undefined);
      if (type !== undefined) found = { first, last, type };
    }
    if (found !== null) {
      parts.push(found);
      first = found.last;
      continue;
    }
    const word = words[first];
    if (word === undefined || (word.mayName && stats.upperMid(word) > 0)) return [];
  }
  return parts;
}
