import { CharClass, charClass } from "../../text/charClass";
import { fold } from "../../text/fold";
import type { Span } from "../../text/span";
import { stem } from "../../text/stem";
import { stopWords } from "../../text/stopWords";

/** The parts of an article that terms are taken from; site text, datelines and lists are in none of them. */
export interface TermZones {
  readonly title: Span | null;
  readonly lead: Span | null;
  readonly body: readonly Span[];
}

/** A term's weight in one article before the corpus is known: (1 + ln frequency), raised for title and lead. */
export type TermWeights = ReadonlyMap<string, number>;

const titleFactor = 1.5;
const leadFactor = 1.25;

function count(text: string, span: Span, add: (term: string) => void): void {
  let at = span.start;
  while (at < span.end) {
    const first = charClass(text.charCodeAt(at));
    if (first < CharClass.Lower || first > CharClass.Digit) {
      at++;
      continue;
    }
    const start = at;
    let found = first;
    while ((found >= CharClass.Lower && found <= CharClass.Digit) || found === CharClass.Invisible) {
      if (++at >= span.end) break;
      found = charClass(text.charCodeAt(at));
    }
    if (at - start < 2 || at - start > 40) continue;
    const word = fold(text.slice(start, at));
    if (!stopWords.has(word)) add(stem(word));
  }
}

/** The stemmed terms of an article with their weights. Linear in the text. */
export function articleTerms(text: string, zones: TermZones): TermWeights {
  const frequency = new Map<string, number>();
  const bump = (term: string): void => {
    frequency.set(term, (frequency.get(term) ?? 0) + 1);
  };
  const collect = (span: Span | null): ReadonlySet<string> => {
    const terms = new Set<string>();
    if (span !== null) count(text, span, (term) => terms.add(term));
    return terms;
  };
  if (zones.title !== null) count(text, zones.title, bump);
  for (const span of zones.body) count(text, span, bump);
  const title = collect(zones.title);
  const lead = collect(zones.lead);
  const weights = new Map<string, number>();
  for (const [term, times] of frequency) {
    weights.set(term, (1 + Math.log(times)) * (title.has(term) ? titleFactor : 1) * (lead.has(term) ? leadFactor : 1));
  }
  return weights;
}
