import type { CancellationToken } from "../../util/cancellation";
import type { Mention } from "../mention";
import { peopleOf } from "../names/peoples";
import { typeAbbreviations } from "./abbreviations";
import { candidatesOf, scoreOf, type Candidate } from "./candidates";
import { applyRules } from "./candidateRules";
import { agree } from "./consistency";
import { findDateLines } from "./dateLines";
import { foreignCandidates } from "./foreignNames";
import { fitHeadlines } from "./headlines";
import { nameTypes } from "./labels";
import { languageOf, type NameLanguage } from "./languages";
import { Listed, phraseKey, type Lexicon } from "./lexicon";
import type { NameModel } from "./model";
import type { Zone } from "./reading";
import { matchOpponents } from "./opponents";
import { tag, type Tagging } from "./tagging";
import type { Word } from "./words";

const place = nameTypes.indexOf("LOC");
const placeLists = Listed.Country | Listed.BigCity | Listed.City | Listed.Region;
/** A nationality has at most so many words. */
const longestPeople = 3;

/**
 * The names in the zones of `text`, in reading order and without overlaps. Zones are what an editor wrote of an
 * article: headline, byline, dateline, paragraphs; site text is better left out. Never throws; when cancelled, the
 * rest of the text has no names.
 */
export function recogniseNames(text: string, zones: readonly Zone[], model: NameModel, token?: CancellationToken): Mention[] {
  const tagging = tag(text, zones, model, token);
  const { tokens, words } = tagging.reading;
  const language = languageOf(words);
  if (language !== null) return foreignMentions(tagging, model, language);
  const ruled = findDateLines(tagging, model, typeAbbreviations(tagging, model, applyRules(tagging, model, candidatesOf(tagging, model))));
  const candidates = agree(tagging, model, matchOpponents(tagging, model, fitHeadlines(tagging, model, ruled)));
  const peoples = peoplesOf(words, candidates);
  const mentions: Mention[] = [];
  let next = 0;
  let covered = 0;
  words.forEach((word, at) => {
    while ((candidates[next]?.last ?? at) < at) next++;
    const candidate = candidates[next];
    const isOnly = candidate?.first === at && candidate.last === at;
    if (at < covered) return;
    const free = candidate === undefined || candidate.first > at ? Math.min(candidate?.first ?? words.length, at + longestPeople) : at;
    // A place that is no more than a nationality ("Costa Rican") is none.
    const end =
      candidate?.first === at &&
      candidate.last > at &&
      candidate.type === place &&
      lastOfPeople(words, at, candidate.last + 1, model.lexicon) === candidate.last
        ? candidate.last + 1
        : free;
    const last = peoples.has(word.lower) && word.mayName && (isOnly || free > at) ? at : lastOfPeople(words, at, end, model.lexicon);
    if (last >= at) {
      mentions.push({ start: tokens.start(at), end: tokens.end(last), type: "MISC", score: 1 });
      covered = last + 1;
    } else if (candidate?.first === at) {
      mentions.push({
        start: tokens.start(at),
        end: tokens.end(candidate.last),
        type: nameTypes[candidate.type] ?? "PER",
        score: scoreOf(candidate),
      });
    }
  });
  return mentions;
}

/** The names of an article in another language than English. */
function foreignMentions(tagging: Tagging, model: NameModel, language: NameLanguage): Mention[] {
  const { tokens } = tagging.reading;
  return agree(tagging, model, findDateLines(tagging, model, foreignCandidates(tagging, model, language))).map((candidate) => ({
    start: tokens.start(candidate.first),
    end: tokens.end(candidate.last),
    type: nameTypes[candidate.type] ?? "PER",
    score: scoreOf(candidate),
  }));
}

/** The last word of the nationality ("South Korean") that begins at `first` and ends before `to`; -1 where none does. */
function lastOfPeople(words: readonly Word[], first: number, to: number, lexicon: Lexicon): number {
  let last = -1;
  let key = 0;
  for (let at = first; at < to; at++) {
    const word = words[at];
    if (word?.mayName !== true) break;
    key = at === first ? word.phrase : phraseKey(key, word.lowerHash);
    const lists = at === first ? word.lists : lexicon.lists(key);
    if ((lists & Listed.Demonym) !== 0 && (at === first || (lists & placeLists) === 0)) last = at;
    if ((lists & Listed.Prefix) === 0) break;
  }
  return last;
}

/** The people of the article's places that no list of countries knows, lower case: "ardelian" where Ardelia is named. */
function peoplesOf(words: readonly Word[], candidates: readonly Candidate[]): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const { first, last, type } of candidates) {
    const word = words[first];
    if (first !== last || word === undefined || type !== place || (word.lists & (Listed.Country | Listed.BigCity | Listed.Demonym)) !== 0)
      continue;
    if (seen.has(word.lower)) continue;
    seen.add(word.lower);
    for (const people of peopleOf(word.lower)) found.add(people);
  }
  return found;
}
