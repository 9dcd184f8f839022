import type { ArticleText } from "../../search/engine/articleText";

/** A term's weight in one article before the corpus is known: (1 + ln frequency), raised for title and lead. */
export type TermWeights = ReadonlyMap<string, number>;

const titleFactor = 1.5;
const leadFactor = 1.25;

/** Calls `add` with the stem of each term between two places of a sequence that carries content. */
function each(
  sequence: Uint32Array,
  from: number,
  to: number,
  stemOf: (number: number) => string | null,
  add: (stem: string) => void,
): void {
  for (let at = from; at < to; at++) {
    const number = sequence[at] ?? 0;
    const stem = number === 0 ? null : stemOf(number);
    if (stem !== null) add(stem);
  }
}

/** The stemmed terms of an article's title and paragraphs with their weights; `stemOf` is null for words without content. Linear. */
export function weighTerms(
  { sequence, titleEnd, prose }: Pick<ArticleText, "sequence" | "titleEnd" | "prose">,
  stemOf: (number: number) => string | null,
): TermWeights {
  const frequency = new Map<string, number>();
  const bump = (stem: string): void => {
    frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  };
  const title = new Set<string>();
  const lead = new Set<string>();
  each(sequence, 0, titleEnd, stemOf, (stem) => title.add(stem));
  each(sequence, prose[1] ?? 0, prose[0] ?? 0, stemOf, (stem) => lead.add(stem));
  each(sequence, 0, titleEnd, stemOf, bump);
  for (let range = 1; range < prose.length; range += 2) each(sequence, prose[range] ?? 0, prose[range + 1] ?? 0, stemOf, bump);
  const weights = new Map<string, number>();
  for (const [stem, times] of frequency)
    weights.set(stem, (1 + Math.log(times)) * (title.has(stem) ? titleFactor : 1) * (lead.has(stem) ? leadFactor : 1));
  return weights;
}
