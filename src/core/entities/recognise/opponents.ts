import { spanOdds, type Candidate } from "./candidates";
import { Casing } from "./casing";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import type { Word } from "./words";

const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
/** How much of what one side says counts for the other, and at most how much, in log-odds. */
const share = 0.6;
const loudest = 6;

/** What stands between the two sides of a match. */
const contests = new Set(
  (
    "beat beats defeat defeats defeated edge edged down downed rout routed thrash thrashed stun stunned hold held face faced meet meets met v vs v. vs. versus " +
    "draw draws drew sweep swept blank blanked top topped overcome overcame outlast outlasted host hosted"
  ).split(" "),
);
const figure = /^\d{1,3}$/;
const placeLists = Listed.Country | Listed.BigCity | Listed.City | Listed.Region;

/**
 * Two sides of one match are of one kind, two clubs or two countries: "Tarsk beat Ovra", "Tarsk 2 Ovra 1". What speaks
 * for the one being a club or a place speaks for the other, and a place that was passed over as the one is found by the other.
 */
export function matchOpponents(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const all = withMissingSides(tagging, model, candidates);
  const result = [...all];
  let sentence = 0;
  for (let at = 0; at + 1 < all.length; at++) {
    const one = all[at];
    const other = all[at + 1];
    if (one === undefined || other === undefined) continue;
    while ((tagging.sentences[sentence]?.to ?? Infinity) <= one.first) sentence++;
    if ((tagging.sentences[sentence]?.to ?? 0) <= other.first || !isSide(one) || !isSide(other) || !areOpposed(words, one, other)) continue;
    // What a side heard itself is not passed on.
    result[at] = swayed(result[at] ?? one, other.odds);
    result[at + 1] = swayed(result[at + 1] ?? other, one.odds);
  }
  return result;
}

function isSide({ type }: Candidate): boolean {
  return type === organization || type === place;
}

function areOpposed(words: readonly Word[], one: Candidate, other: Candidate): boolean {
  const word = words[one.last + 1];
  if (other.first !== one.last + 2 || word === undefined) return false;
  return contests.has(word.lower) || (figure.test(word.text) && figure.test(words[other.last + 1]?.text ?? ""));
}

function swayed(candidate: Candidate, heard: Float64Array): Candidate {
  const odds = candidate.odds.map((value, type) =>
    type === organization || type === place ? value + share * Math.max(-loudest, Math.min(loudest, heard[type] ?? 0)) : value,
  );
  return { ...candidate, odds, type: (odds[organization] ?? 0) > (odds[place] ?? 0) ? organization : place };
}

/** The candidates with the listed places that stand in headlines where the other side of a match is to be expected. */
function withMissingSides(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): readonly Candidate[] {
  const headlines = tagging.sentences.filter(({ casing }) => casing !== Casing.Normal);
  if (headlines.length === 0) return candidates;
  const { words } = tagging.reading;
  const starts = new Set(candidates.map(({ first }) => first));
  const missing = candidates.flatMap((one): Candidate[] => {
    const at = one.last + 2;
    const isOpen =
      isSide(one) &&
      contests.has(words[one.last + 1]?.lower ?? "") &&
      !starts.has(at) &&
      isListedPlace(words[at]) &&
      headlines.some((headline) => isIn(headline, one.first, at));
    return isOpen ? [{ first: at, last: at, type: one.type, odds: spanOdds(tagging, model, at, at) }] : [];
  });
  return missing.length === 0 ? candidates : [...candidates, ...missing].sort((a, b) => a.first - b.first);
}

function isListedPlace(word: Word | undefined): boolean {
  return word?.mayName === true && (word.lists & placeLists) !== 0;
}

function isIn({ from, to }: Sentence, first: number, last: number): boolean {
  return from <= first && last < to;
}
