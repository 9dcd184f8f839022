import { spokenIn } from "../../quotations/spokenIn";
import type { EntityView } from "../../entities/index/entityView";
import type { SaidFact } from "./searchable";

/** By so many of its names a speaker is found: the most frequent ones. */
const mostNames = 7;

/**
 * Who said what in an article, as search has it. A speaker is known by all names of its entity, else by what the text calls it
 * (a role, or a name that may be several people's).
 */
export function saidFacts(id: string, view: EntityView): readonly SaidFact[] {
  return spokenIn(view, view.index.numberOf(id)).map(({ quotation: { kind, terms, phrase }, speaker, form }) => ({
    speaker:
      speaker === null
        ? (form ?? phrase)
        : [...new Set([speaker.name, ...speaker.forms.slice(0, mostNames).map(([one]) => one)])].join("; "),
    start: terms.start,
    end: terms.end,
    isQuoted: kind !== "indirect",
  }));
}
