import { analyse, termsOf } from "../analyse/analyser";
import type { Facet } from "./searchEngine";
import type { SearchableArticle, SearchableFacts, TextRun, ValueField } from "./searchable";
import { gap, type TermDictionary } from "./termDictionary";

/** What is kept of an article: its terms in order, so that phrases are verified without its text, and its values. */
export interface StoredArticle {
  readonly id: string;
  /** Title, body, site text in this order, with a `gap` behind each of them and each paragraph. */
  readonly sequence: Uint32Array;
  readonly titleEnd: number;
  readonly bodyEnd: number;
  readonly date: string | null;
  /** The analysed words of each value, joined by one space, with one around: `" the lissen courier "`. */
  readonly words: ReadonlyMap<ValueField, readonly string[]>;
  readonly facets: ReadonlyMap<Facet, readonly string[]>;
  readonly duplicates: string | null;
}

/** A word in the title counts as often as so many in the body. */
const titleFrequency = 3;

function facetValues({ values, date, duplicates }: SearchableFacts): ReadonlyMap<Facet, readonly string[]> {
  const found = new Map<Facet, readonly string[]>();
  for (const facet of ["source", "agency", "person", "org", "place", "folder", "story"] as const) {
    const list = values[facet];
    if (list !== undefined && list.length > 0) found.set(facet, [...new Set(list)]);
  }
  found.set("month", [date === null ? "undated" : date.slice(0, 7)]);
  if (duplicates !== null) found.set("duplicates", ["yes"]);
  return found;
}

/** Reads an article into the dictionary under its slot. */
export function store(article: SearchableArticle, slot: number, dictionary: TermDictionary): StoredArticle {
  const sequence: number[] = [];
  const read = (runs: readonly TextRun[], frequency: number): void => {
    const take = (term: string): void => {
      const number = dictionary.add(term);
      if (frequency === 0) dictionary.postSite(number, slot);
      else dictionary.post(number, slot, frequency);
      sequence.push(number);
    };
    for (const run of runs) {
      const before = sequence.length;
      for (const { start, end } of run) analyse(article.text, start, end, take);
      if (sequence.length > before) sequence.push(gap);
    }
  };
  read(article.title === null ? [] : [article.title], titleFrequency);
  const titleEnd = sequence.length;
  read(article.body, 1);
  const bodyEnd = sequence.length;
  read(article.site, 0);
  return { id: article.id, sequence: Uint32Array.from(sequence), titleEnd, bodyEnd, ...storedFacts(article) };
}

type StoredFacts = Pick<StoredArticle, "date" | "words" | "facets" | "duplicates">;

/** The same article with other facts. */
export function described(article: StoredArticle, facts: SearchableFacts): StoredArticle {
  return { ...article, ...storedFacts(facts) };
}

function storedFacts(facts: SearchableFacts): StoredFacts {
  const words = new Map<ValueField, readonly string[]>();
  for (const source of [facts.values, facts.aliases]) {
    for (const [field, list] of Object.entries(source) as [ValueField, readonly string[]][]) {
      if (list.length > 0) words.set(field, [...(words.get(field) ?? []), ...list.map(analysed)]);
    }
  }
  return { date: facts.date, words, facets: facetValues(facts), duplicates: facts.duplicates };
}

const analysedValues = new Map<string, string>();
const mostAnalysed = 50_000;

/** Values recur: an outlet stands in thousands of articles. */
function analysed(value: string): string {
  const known = analysedValues.get(value);
  if (known !== undefined) return known;
  const words = ` ${termsOf(value).join(" ")} `;
  if (analysedValues.size >= mostAnalysed) analysedValues.clear();
  analysedValues.set(value, words);
  return words;
}

/** Takes a dead article out of the dictionary's counts. */
export function release({ sequence, bodyEnd }: StoredArticle, dictionary: TermDictionary): void {
  const content = new Set(sequence.subarray(0, bodyEnd));
  const site = new Set(sequence.subarray(bodyEnd));
  content.delete(gap);
  site.delete(gap);
  dictionary.release(content, site);
}

/** Posts a stored article under a new slot of a new dictionary. */
export function restore(article: StoredArticle, from: TermDictionary, slot: number, dictionary: TermDictionary): StoredArticle {
  const sequence = article.sequence.map((number, at) => {
    if (number === gap) return gap;
    const renumbered = dictionary.add(from.nameOf(number));
    if (at >= article.bodyEnd) dictionary.postSite(renumbered, slot);
    else dictionary.post(renumbered, slot, at < article.titleEnd ? titleFrequency : 1);
    return renumbered;
  });
  return { ...article, sequence };
}
