import { type ArticleText, capitalsBits, gap } from "./articleText";
import type { SearchableFacts } from "./searchable";
import { packSaid } from "./saidPlaces";
import type { TermDictionary } from "./termDictionary";
import type { ValueTable } from "./valueTable";

/** What is kept of what is known of an article beside its text. */
export interface StoredFacts {
  /** As `dayOf` has it; 0 without a date. */
  readonly day: number;
  /** Numbers of a `ValueTable`. */
  readonly values: Uint32Array;
  readonly duplicates: string | null;
  /** ISO 639-1 of the text; null where it is too short to tell. */
  readonly language: string | null;
  /** Three numbers a quotation, as `packSaid` has them. */
  readonly said: Uint32Array;
}

/** What is kept of an article: its terms in order, so that phrases are verified without its text, and its facts. */
export interface StoredArticle extends StoredFacts, Omit<ArticleText, "prose"> {
  readonly id: string;
}

/** A word in the title counts as often as so many in the body. */
export const titleFrequency = 3;

/** A day `YYYY-MM-DD` as a number that compares as the day does (20131105); 0 for null. */
export function dayOf(date: string | null): number {
  return date === null ? 0 : Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
}

/** Says to the dictionary which terms an article has. */
export function post({ sequence, flags, titleEnd, bodyEnd }: StoredArticle, slot: number, { content, site }: TermDictionary): void {
  for (let at = 0; at < sequence.length; at++) {
    const number = sequence[at] ?? gap;
    if (number === gap) continue;
    const capitals = (flags[at] ?? 0) & capitalsBits;
    if (at >= bodyEnd) site.add(number, slot, 1, capitals);
    else content.add(number, slot, at < titleEnd ? titleFrequency : 1, capitals);
  }
}

export function storedFacts(facts: SearchableFacts, values: ValueTable): StoredFacts {
  return {
    day: dayOf(facts.date),
    values: values.numbersOf(facts),
    duplicates: facts.duplicates,
    language: facts.values.lang?.[0] ?? null,
    said: packSaid(facts.said ?? [], values),
  };
}

/** Takes a dead article out of the dictionary's counts. */
export function release({ sequence, bodyEnd }: StoredArticle, dictionary: TermDictionary): void {
  const content = new Set(sequence.subarray(0, bodyEnd));
  const site = new Set(sequence.subarray(bodyEnd));
  content.delete(gap);
  site.delete(gap);
  for (const number of content) dictionary.content.release(number);
  for (const number of site) dictionary.site.release(number);
}
