import type { Article } from "../../article/article";
import { analyse } from "../analyse/analyser";
import type { SearchableText, TextRun } from "./searchable";
import { searchableText } from "./searchableOf";

/** In place of a term: between paragraphs and zones, which no phrase runs through. */
export const gap = 0;

/** Strings with numbers from 1, as one who makes analyses gives them. Numbers only grow. */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [""];

  /** How many numbers there are, the gap's included. */
  get size(): number {
    return this.#terms.length;
  }

  /** The term's number, a new one if it was never seen. */
  number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.push(term) - 1;
    this.#numbers.set(term, number);
    return number;
  }

  nameOf(number: number): string {
    return this.#terms[number] ?? "";
  }
}

/** The terms of an article in order, read once: search keeps them, and relatedness and near-duplicates are found out from them. */
export interface ArticleText {
  /** Title, body, site text in this order, with a `gap` behind each of them and each paragraph. Numbers of `TermNumbers`. */
  readonly sequence: Uint32Array;
  readonly titleEnd: number;
  readonly bodyEnd: number;
  /** Where in `sequence` the first piece of the first paragraph ends, then from where to where paragraphs stand: from, to, from, to … */
  readonly prose: Uint32Array;
}

/** What of an article's text is read, and which of its runs are paragraphs. */
interface Zones extends SearchableText {
  readonly paragraphs: ReadonlySet<TextRun>;
}

/** Reads the text of an article into terms. Linear. */
export function articleText(text: string, article: Article, terms: TermNumbers): ArticleText {
  const paragraphs = new Set<TextRun>(article.paragraphs.map(({ pieces }) => pieces));
  return readText({ ...searchableText(text, article), paragraphs }, terms);
}

/** The same for a text whose paragraphs are not known. */
export function plainText(text: SearchableText, terms: TermNumbers): ArticleText {
  return readText({ ...text, paragraphs: new Set() }, terms);
}

function readText({ text, title, body, site, paragraphs }: Zones, terms: TermNumbers): ArticleText {
  const sequence: number[] = [];
  const stretches: number[] = [];
  let leadEnd = -1;
  const take = (term: string): void => {
    sequence.push(terms.number(term));
  };
  const read = (run: TextRun): void => {
    const before = sequence.length;
    const isParagraph = paragraphs.has(run);
    for (const { start, end } of run) {
      analyse(text, start, end, take);
      if (isParagraph && leadEnd < 0) leadEnd = sequence.length;
    }
    if (sequence.length === before) return;
    sequence.push(gap);
    if (!isParagraph) return;
    // Paragraphs that follow each other are one stretch.
    if (stretches.at(-1) === before) stretches[stretches.length - 1] = sequence.length;
    else stretches.push(before, sequence.length);
  };
  if (title !== null) read(title);
  const titleEnd = sequence.length;
  for (const run of body) read(run);
  const bodyEnd = sequence.length;
  for (const run of site) read(run);
  return { sequence: Uint32Array.from(sequence), titleEnd, bodyEnd, prose: Uint32Array.from([Math.max(0, leadEnd), ...stretches]) };
}
