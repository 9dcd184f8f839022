import { scoreOf, spanOdds, type Candidate } from "./candidates";
import { nameTypes } from "./labels";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { WordFlag, type Word } from "./words";

const person = nameTypes.indexOf("PER");
const organization = nameTypes.indexOf("ORG");

/** One occurrence cannot say more than this, in log-odds. */
const loudest = 6;
/** How much the other occurrences of a name count beside its own place. */
const othersShare = 0.4;
/** What it is worth that the article has a person with this last name. */
const surnameWorth = 3;
/** What it is worth that a word is the acronym behind an organisation's name: "Name Of It (NOI)". */
const acronymWorth = 3;
const longestKnown = 6;

/** What an article as a whole says of one name. */
class Known {
  count = 0;
  readonly odds = new Float64Array(nameTypes.length);

  add(candidate: Candidate): void {
    this.count++;
    candidate.odds.forEach((odds, type) => { this.odds[type] = (this.odds[type] ?? 0) + clip(odds); });
  }
}

function clip(odds: number): number {
  return Math.max(-loudest, Math.min(loudest, odds));
}

function keyOf(words: readonly Word[], first: number, last: number): string {
  let key = "";
  for (let at = first; at <= last; at++) key += `${words[at]?.form ?? -1} `;
  return key;
}

/**
 * Makes an article's names agree: a name has the kind that most of its occurrences speak for, a last name is a person
 * where the article names that person in full, and an occurrence that was passed over is found when the others are
 * sure enough. After the non-local features of Ratinov and Roth (2009), but as evidence added to the model's odds.
 */
export function agree(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const known = new Map<string, Known>();
  const surnames = new Map<number, number>();
  for (const candidate of candidates) {
    const key = keyOf(words, candidate.first, candidate.last);
    const entry = known.get(key) ?? new Known();
    entry.add(candidate);
    known.set(key, entry);
    if (candidate.type === person && candidate.last > candidate.first) {
      const form = words[candidate.last]?.form ?? -1;
      surnames.set(form, Math.max(surnames.get(form) ?? 0, scoreOf(candidate)));
    }
  }
  addAcronyms(tagging, candidates, known);

  /** The odds of a place's own words and of all else that the article says of the name. */
  const allOdds = (own: Float64Array, key: string, form: number | null): Float64Array => {
    const entry = known.get(key);
    const surname = form === null ? undefined : surnames.get(form);
    return own.map((odds, type) => {
      const others = entry === undefined ? 0 : (entry.odds[type] ?? 0);
      return odds + othersShare * Math.max(-2 * loudest, Math.min(2 * loudest, others)) + (type === person && surname !== undefined ? surnameWorth * surname : 0);
    });
  };

  const result: Candidate[] = [];
  for (const candidate of candidates) {
    const key = keyOf(words, candidate.first, candidate.last);
    const form = candidate.first === candidate.last ? (words[candidate.first]?.form ?? null) : null;
    const own = candidate.odds;
    const others = known.get(key);
    const rest = others === undefined ? own : others.odds.map((odds, type) => odds - clip(own[type] ?? 0));
    const odds = own.map((value, type) => value + othersShare * Math.max(-2 * loudest, Math.min(2 * loudest, rest[type] ?? 0)) + (type === person && form !== null && surnames.has(form) ? surnameWorth * (surnames.get(form) ?? 0) : 0));
    result.push({ ...candidate, odds, type: best(odds) });
  }
  for (const sentence of tagging.sentences) addPassedOver(sentence, tagging, model, known, surnames, allOdds, result);
  return result.sort((a, b) => a.first - b.first);
}

function best(odds: Float64Array): number {
  let top = 0;
  odds.forEach((value, type) => { if (value > (odds[top] ?? 0)) top = type; });
  return top;
}

function addAcronyms(tagging: Tagging, candidates: readonly Candidate[], known: ReadonlyMap<string, Known>): void {
  const { words } = tagging.reading;
  for (const { first, last, type } of candidates) {
    if (type !== organization || first === last) continue;
    const inside = words[last + 2];
    if (words[last + 1]?.text !== "(" || words[last + 3]?.text !== ")" || inside === undefined || (inside.flags & WordFlag.Capital) === 0) continue;
    const entry = known.get(keyOf(words, last + 2, last + 2));
    if (entry !== undefined) entry.odds[organization] = (entry.odds[organization] ?? 0) + acronymWorth / othersShare;
  }
}

function addPassedOver(
  sentence: Sentence,
  tagging: Tagging,
  model: NameModel,
  known: ReadonlyMap<string, Known>,
  surnames: ReadonlyMap<number, number>,
  allOdds: (own: Float64Array, key: string, form: number | null) => Float64Array,
  result: Candidate[],
): void {
  const { labels } = tagging;
  const { words, from, to, casing } = sentence;
  for (let first = from; first < to; first++) {
    const word = words[first];
    if (labels[first] !== 0 || word?.mayName !== true) continue;
    let end = first;
    while (end < to && end - first < longestKnown && labels[end] === 0) end++;
    for (let last = end - 1; last >= first; last--) {
      if (words[last]?.mayName !== true) continue;
      const key = keyOf(words, first, last);
      const form = first === last ? word.form : null;
      if (!known.has(key) && (form === null || !surnames.has(form))) continue;
      // Part of some longer phrase in capitals: "Tarsk" in "the Tarsk Convention" is not the town.
      if (casing === 0 && (isLoose(words[first - 1], first - 1 > from) || isLoose(words[last + 1], last + 1 < to && labels[last + 1] === 0))) break;
      const odds = allOdds(spanOdds(tagging, model, first, last), key, form);
      const type = best(odds);
      if ((odds[type] ?? 0) > 0) {
        result.push({ first, last, type, odds });
        first = last;
        break;
      }
    }
  }
}

function isLoose(word: Word | undefined, counts: boolean): boolean {
  return counts && word !== undefined && (word.flags & WordFlag.Capital) !== 0;
}
