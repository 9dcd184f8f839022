import type { CancellationToken } from "../../cancellation";
import type { Mention } from "../mention";
import { peopleOf } from "../names/peoples";
import { candidatesOf, scoreOf, type Candidate } from "./candidates";
import { applyRules } from "./candidateRules";
import { agree } from "./consistency";
import { fitHeadlines } from "./headlines";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Zone } from "./reading";
import { tag } from "./tagging";
import type { Word } from "./words";

const place = nameTypes.indexOf("LOC");

/**
 * The names in the zones of `text`, in reading order and without overlaps. Zones are what an editor wrote of an
 * article: headline, byline, dateline, paragraphs; site text is better left out. Never throws; when cancelled, the
 * rest of the text has no names.
 */
export function recogniseNames(text: string, zones: readonly Zone[], model: NameModel, token?: CancellationToken): Mention[] {
  const tagging = tag(text, zones, model, token);
  const { tokens, words } = tagging.reading;
  const candidates = agree(tagging, model, fitHeadlines(tagging, model, applyRules(tagging, model, candidatesOf(tagging, model))));
  const peoples = peoplesOf(words, candidates);
  const mentions: Mention[] = [];
  let next = 0;
  words.forEach((word, at) => {
    while ((candidates[next]?.last ?? at) < at) next++;
    const candidate = candidates[next];
    const isOnly = candidate?.first === at && candidate.last === at;
    const isPeople = word.mayName && (isOnly ? peoples.has(word.lower) : (word.lists & Listed.Demonym) !== 0 || peoples.has(word.lower));
    if (isPeople && (isOnly || candidate === undefined || candidate.first > at)) {
      mentions.push({ start: tokens.start(at), end: tokens.end(at), type: "MISC", score: 1 });
    } else if (candidate?.first === at) {
      mentions.push({ start: tokens.start(at), end: tokens.end(candidate.last), type: nameTypes[candidate.type] ?? "PER", score: scoreOf(candidate) });
    }
  });
  return mentions;
}

/** The people of the article's places that no list of countries knows, lower case: "ardelian" where Ardelia is named. */
function peoplesOf(words: readonly Word[], candidates: readonly Candidate[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { first, last, type } of candidates) {
    const word = words[first];
    if (first !== last || word === undefined || type !== place || (word.lists & (Listed.Country | Listed.BigCity | Listed.Demonym)) !== 0) continue;
    for (const people of peopleOf(word.lower)) found.add(people);
  }
  return found;
}
