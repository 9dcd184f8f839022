import { spanOdds, type Candidate } from "./candidates";
import { findEvents } from "./events";
import { endsAsCompany } from "./evidence";
import { formInside, correctExtent, splitAtAnd, splitAtOf, splitBeforePlace } from "./extents";
import { joinInstitutions } from "./institutions";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Tagging } from "./tagging";
import { widen } from "./widening";
import type { Word } from "./words";

const event = nameTypes.indexOf("EVENT");
/** What an event's form is worth, in log-odds. */
const formWorth = 4;

/** What the model cannot have learnt from its texts, by rule: events known by their form, and where names begin and end. */
export function applyRules(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const events = tagging.sentences.flatMap((sentence) => findEvents(sentence, model.lexicon));
  const taken = new Uint8Array(words.length);
  for (const run of events) taken.fill(1, run.first, run.last + 1);
  const rest = candidates.filter(({ first, last }) => !taken.subarray(first, last + 1).includes(1));
  const odds = Float64Array.from(nameTypes, (_, type) => (type === event ? formWorth : 0));
  const corrected = rest
    .flatMap((candidate) => splitAtCommas(candidate, tagging, model))
    .flatMap((candidate) => splitInTwo(candidate, tagging, model))
    .map((candidate) => correctExtent(candidate, words))
    .filter((candidate) => candidate !== null);
  const all = [...corrected, ...events.map((run) => ({ ...run, type: event, odds }))].sort((a, b) => a.first - b.first);
  return besidePersons(joinInstitutions(widen(all, tagging.reading), words, tagging.sentences), words);
}

const organization = nameTypes.indexOf("ORG");
const person = nameTypes.indexOf("PER");
const bodyWord =
  /^(?:group|bank|company|corp|inc|ltd|club|united|city|union|party|council|court|ministry|agency|press|news|times|post|herald|tribune|holdings|airlines?|motors|records|university|college|institute|association|federation|league|authority|board|society|foundation|fund|trust|army|police|force|guard|office|department|service|system|systems|industries|energy|oil|gas|steel|media|television|radio|tv)$/;

/**
 * "Ilka Maros and Jonas Vael": of two names of two words each that "and" joins, one is no body beside a person, unless its words or a
 * list say so.
 */
function besidePersons(candidates: readonly Candidate[], words: readonly Word[]): Candidate[] {
  const isPlainPair = ({ first, last }: Candidate): boolean =>
    last === first + 1 &&
    words
      .slice(first, last + 1)
      .every(
        (word) =>
          word.mayName &&
          !/^\p{Lu}{2,}$/u.test(word.text) &&
          !bodyWord.test(word.lower) &&
          (word.lists & (Listed.Organization | Listed.Country | Listed.Demonym)) === 0,
      );
  return candidates.map((candidate, at) => {
    if (candidate.type !== organization || !isPlainPair(candidate)) return candidate;
    const before = candidates[at - 1];
    const behind = candidates[at + 1];
    const beside =
      behind?.first === candidate.last + 2 && words[candidate.last + 1]?.lower === "and"
        ? behind
        : before?.last === candidate.first - 2 && words[candidate.first - 1]?.lower === "and"
          ? before
          : undefined;
    if (beside?.type !== person || !isPlainPair(beside)) return candidate;
    return { ...candidate, type: person, odds: candidate.odds.map((odds, type) => (type === person ? odds + formWorth : odds)) };
  });
}

const place = nameTypes.indexOf("LOC");
const suffix = /^(?:jr|sr|ii|iii|iv|inc|ltd|llc|corp|co|plc|lp|sa|ag)\.?$/;

/**
 * "Orm; Halmir" and "Ardelia, Kestrovia" are two names, "Gary, Ind." too; "Orm Holdings, Inc." and "Ministry of Trade, Industry and
 * Energy" are one. Behind the comma of an organisation only a place is another name.
 */
function splitAtCommas(candidate: Candidate, tagging: Tagging, model: NameModel): Candidate[] {
  const { words } = tagging.reading;
  const { first, last, type } = candidate;
  let comma = -1;
  for (let at = first + 1; at < last && comma < 0; at++) if (words[at]?.text === "," || words[at]?.text === ";") comma = at;
  const behind = words[comma + 1];
  if (comma < 0 || type === event || behind === undefined || suffix.test(behind.lower)) return [candidate];
  if (type === organization && words[comma]?.text !== ";" && (endsAsCompany(words, first, last) || !isPlace(behind) || comma + 1 !== last))
    return [candidate];
  const front = part(
    first,
    comma - 1,
    type === organization && isPlace(words[first]) && comma === first + 1 ? place : type,
    tagging,
    model,
  );
  return [front, ...splitAtCommas(part(comma + 1, last, type === organization ? place : type, tagging, model), tagging, model)];
}

function splitInTwo(candidate: Candidate, tagging: Tagging, model: NameModel): Candidate[] {
  const { first, last, type } = candidate;
  const of = splitAtOf(candidate, tagging.reading.words, model.lexicon);
  if (of >= 0) return [part(first, of - 1, type, tagging, model), part(of + 1, last, place, tagging, model)];
  const state = splitBeforePlace(candidate, tagging.reading.words, model.lexicon);
  if (state >= 0) return [part(first, state - 1, type, tagging, model), part(state + 1, last, place, tagging, model)];
  const form = formInside(candidate, tagging.reading.words);
  if (form >= 0) {
    const odds = spanOdds(tagging, model, form + 1, last);
    return [part(first, form, organization, tagging, model), { first: form + 1, last, type: odds.indexOf(Math.max(...odds)), odds }];
  }
  const at = splitAtAnd(candidate, tagging.reading.words, model.lexicon);
  return at < 0 ? [candidate] : [part(first, at - 1, type, tagging, model), part(at + 1, last, type, tagging, model)];
}

function isPlace(word: Word | undefined): boolean {
  return word !== undefined && (word.lists & (Listed.Country | Listed.Region | Listed.BigCity | Listed.City)) !== 0;
}

function part(first: number, last: number, type: number, tagging: Tagging, model: NameModel): Candidate {
  return { first, last, type, odds: spanOdds(tagging, model, first, last) };
}
