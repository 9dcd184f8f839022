import type { Article } from "../../article/article";
import { Capitals, readWords, type WordSink } from "../analyse/readWords";
import type { SearchableText, TextRun } from "./searchable";
import { searchableText } from "./searchableOf";
import type { TermNumbers } from "./termNumbers";

/** In place of a term: between paragraphs and zones, which no phrase runs through. */
export const gap = 0;

/** Of a place's flags: its `Capitals`. */
export const capitalsBits = 3;
/** Of a place's flags: it follows another without a space, in a script that has none. */
export const gluedBit = 4;

/** The terms of an article in order, read once: search keeps them, and relatedness and near-duplicates are found out from them. */
export interface ArticleText {
  /**
   * Title, body, site text in this order, with a `gap` behind each of them and each paragraph; other spellings of a zone's words stand
   * behind them. Numbers of `TermNumbers`.
   */
  readonly sequence: Uint32Array;
  /** For each place of the sequence, `Capitals`, and `gluedBit`. */
  readonly flags: Uint8Array;
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

/** The places of one article while it is read. Used again and again. */
class Reader implements WordSink {
  length = 0;
  #numbers: TermNumbers | null = null;
  #terms = new Uint32Array(4096);
  #flags = new Uint8Array(4096);
  readonly #spellings: number[] = [];

  begin(numbers: TermNumbers): void {
    this.#numbers = numbers;
    this.length = 0;
  }

  plain(text: string, start: number, end: number, hash: number, capitals: number): void {
    this.push(this.#numbers?.addPlain(text, start, end, hash) ?? gap, capitals);
  }

  word(term: string, _start: number, _end: number, capitals: number, glued: boolean): void {
    this.push(this.#numbers?.number(term) ?? gap, glued ? capitals | gluedBit : capitals);
  }

  spelling(term: string): void {
    this.#spellings.push(this.#numbers?.number(term) ?? gap);
  }

  /** Ends a zone with the other spellings of its words, and gives where that is. */
  endZone(): number {
    if (this.#spellings.length > 0) {
      for (const term of this.#spellings) this.push(term, Capitals.Opening);
      this.push(gap, 0);
      this.#spellings.length = 0;
    }
    return this.length;
  }

  push(term: number, flags: number): void {
    if (this.length === this.#terms.length) {
      const terms = new Uint32Array(this.length * 2);
      const allFlags = new Uint8Array(this.length * 2);
      terms.set(this.#terms);
      allFlags.set(this.#flags);
      [this.#terms, this.#flags] = [terms, allFlags];
    }
    this.#terms[this.length] = term;
    this.#flags[this.length++] = flags;
  }

  take(): Pick<ArticleText, "sequence" | "flags"> {
    this.#numbers = null;
    return { sequence: this.#terms.slice(0, this.length), flags: this.#flags.slice(0, this.length) };
  }
}

const reader = new Reader();

function readText({ text, title, body, site, paragraphs }: Zones, terms: TermNumbers): ArticleText {
  reader.begin(terms);
  const stretches: number[] = [];
  let leadEnd = -1;
  const read = (run: TextRun, isTitle: boolean): void => {
    const before = reader.length;
    const isParagraph = paragraphs.has(run);
    for (const { start, end } of run) {
      readWords(text, start, end, isTitle, reader);
      if (isParagraph && leadEnd < 0) leadEnd = reader.length;
    }
    if (reader.length === before) return;
    reader.push(gap, 0);
    if (!isParagraph) return;
    // Paragraphs that follow each other are one stretch.
    if (stretches.at(-1) === before) stretches[stretches.length - 1] = reader.length;
    else stretches.push(before, reader.length);
  };
  if (title !== null) read(title, true);
  const titleEnd = reader.endZone();
  for (const run of body) read(run, false);
  const bodyEnd = reader.endZone();
  for (const run of site) read(run, false);
  reader.endZone();
  return { ...reader.take(), titleEnd, bodyEnd, prose: Uint32Array.from([Math.max(0, leadEnd), ...stretches]) };
}
