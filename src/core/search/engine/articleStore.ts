import { analyse, termsOf } from "../analyse/analyser";
import type { Span } from "../../text/span";
import type { Facet } from "./searchEngine";
import type { SearchableArticle, ValueField } from "./searchable";
import { gap, type TermDictionary } from "./termDictionary";

/** What is kept of an article: its terms in order, so that phrases are verified without its text, and its values. */
export interface StoredArticle {
  readonly id: string;
  /** Title, body, site text in this order, with `gap`s between them and between paragraphs. */
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

function facetValues(article: SearchableArticle): ReadonlyMap<Facet, readonly string[]> {
  const { values, date, duplicates } = article;
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
  const read = (spans: readonly Span[], frequency: number): void => {
    for (const span of spans) {
      analyse(article.text, span.start, span.end, (term) => {
        const number = dictionary.add(term);
        if (frequency === 0) dictionary.postSite(number, slot);
        else dictionary.post(number, slot, frequency);
        sequence.push(number);
      });
      sequence.push(gap);
    }
  };
  read(article.title === null ? [] : [article.title], titleFrequency);
  const titleEnd = sequence.length;
  read(article.body, 1);
  const bodyEnd = sequence.length;
  read(article.site, 0);
  const words = new Map<ValueField, readonly string[]>();
  for (const [field, list] of Object.entries(article.values) as [ValueField, readonly string[]][]) {
    words.set(field, list.map((value) => ` ${termsOf(value).join(" ")} `));
  }
  return { id: article.id, sequence: Uint32Array.from(sequence), titleEnd, bodyEnd, date: article.date, words, facets: facetValues(article), duplicates: article.duplicates };
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
