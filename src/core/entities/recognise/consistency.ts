import { spanOdds, type Candidate } from "./candidates";
import { Casing } from "./casing";
import { Evidence, endsAsCompany, nameKey } from "./evidence";
import { nameTypes } from "./labels";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { WordFlag, type Word } from "./words";

const organization = nameTypes.indexOf("ORG");
/** What a company's suffix is worth, in log-odds. */
const suffixWorth = 5;
/** A name that was passed over is looked for in runs of at most so many words. */
const longestKnown = 6;

/**
 * Makes an article's names agree: a name has the kind that most of its occurrences speak for, a last name is a person
 * where the article names that person in full, a company's short name a company, and an occurrence that was passed
 * over is found when the others are sure enough. After the non-local features of Ratinov and Roth (2009), but as
 * evidence added to the model's odds.
 */
export function agree(tagging: Tagging, model: NameModel, found: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const evidence = new Evidence(words);
  const candidates = found.map((candidate) => (endsAsCompany(words, candidate.first, candidate.last) ? asCompany(candidate) : candidate));
  for (const candidate of candidates) evidence.add(candidate);
  const agreed = candidates.map((candidate): Candidate => {
    const odds = evidence.weigh(candidate.odds, candidate.first, candidate.last, true);
    return { ...candidate, odds, type: best(odds) };
  });
  const taken = new Uint8Array(words.length);
  for (const { first, last } of agreed) taken.fill(1, first, last + 1);
  for (const sentence of tagging.sentences) addPassedOver(sentence, taken, tagging, model, evidence, agreed);
  return agreed.sort((a, b) => a.first - b.first);
}

function asCompany(candidate: Candidate): Candidate {
  const odds = candidate.odds.map((value, type) => (type === organization ? value + suffixWorth : value));
  return { ...candidate, odds, type: best(odds) };
}

function best(odds: Float64Array): number {
  let top = 0;
  odds.forEach((value, type) => {
    if (value > (odds[top] ?? 0)) top = type;
  });
  return top;
}

/** Adds to `agreed` the known names that stand in a sentence where nothing is `taken`. */
function addPassedOver(
  sentence: Sentence,
  taken: Uint8Array,
  tagging: Tagging,
  model: NameModel,
  evidence: Evidence,
  agreed: Candidate[],
): void {
  const { words, from, to, casing } = sentence;
  const isFree = (at: number): boolean => at >= from && at < to && taken[at] === 0;
  for (let first = from; first < to; first++) {
    if (!isFree(first) || words[first]?.mayName !== true) continue;
    let end = first;
    while (isFree(end) && end - first < longestKnown) end++;
    for (let last = end - 1; last >= first; last--) {
      if (words[last]?.mayName !== true || !evidence.knows(nameKey(words, first, last), first, last)) continue;
      // Part of some longer phrase in capitals: "Tarsk" in "the Tarsk Convention" is not the town.
      if (
        casing === Casing.Normal &&
        ((first - 1 > from && isCapital(words[first - 1])) || (isFree(last + 1) && isCapital(words[last + 1])))
      )
        break;
      const odds = evidence.weigh(spanOdds(tagging, model, first, last), first, last, false);
      const type = best(odds);
      if ((odds[type] ?? 0) <= 0) continue;
      agreed.push({ first, last, type, odds });
      first = last;
      break;
    }
  }
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && (word.flags & WordFlag.Capital) !== 0;
}
