import type { Candidate } from "./candidates";
import { findEvents } from "./events";
import { mendExtent } from "./extents";
import { nameTypes } from "./labels";
import type { NameModel } from "./model";
import type { Tagging } from "./tagging";

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
  const mended = rest.map((candidate) => mendExtent(candidate, words)).filter((candidate) => candidate !== null);
  return [...mended, ...events.map((run) => ({ ...run, type: event, odds }))].sort((a, b) => a.first - b.first);
}
