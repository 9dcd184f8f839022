import type { CancellationToken } from "../../cancellation";
import type { Mention } from "../mention";
import { candidatesOf, scoreOf } from "./candidates";
import { applyRules } from "./candidateRules";
import { agree } from "./consistency";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import type { NameModel } from "./model";
import type { Zone } from "./reading";
import { tag } from "./tagging";

/**
 * The names in the zones of `text`, in reading order and without overlaps. Zones are what an editor wrote of an
 * article: headline, byline, dateline, paragraphs; site text is better left out. Never throws; when cancelled, the
 * rest of the text has no names.
 */
export function recogniseNames(text: string, zones: readonly Zone[], model: NameModel, token?: CancellationToken): Mention[] {
  const tagging = tag(text, zones, model, token);
  const { tokens, words } = tagging.reading;
  const candidates = agree(tagging, model, applyRules(tagging, model, candidatesOf(tagging, model)));
  const mentions: Mention[] = [];
  let next = 0;
  words.forEach((word, at) => {
    while ((candidates[next]?.last ?? at) < at) next++;
    const candidate = candidates[next];
    if (candidate?.first === at) {
      mentions.push({ start: tokens.start(at), end: tokens.end(candidate.last), type: nameTypes[candidate.type] ?? "PER", score: scoreOf(candidate) });
    } else if ((candidate === undefined || candidate.first > at) && word.mayName && (word.lists & Listed.Demonym) !== 0) {
      mentions.push({ start: tokens.start(at), end: tokens.end(at), type: "MISC", score: 1 });
    }
  });
  return mentions;
}
