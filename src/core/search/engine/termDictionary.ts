import SearchableMap from "minisearch/SearchableMap";
import { stem } from "../../text/stem";

/** Term numbers begin at 1: 0 is the gap between paragraphs and zones. */
export const gap = 0;

/** The articles (slots) that have a term in what ranks, and how often, title words counted more. */
export interface Postings {
  /** Ascending, those of dead articles included. */
  readonly slots: readonly number[];
  readonly frequencies: readonly number[];
  /** How many of the slots are alive. */
  readonly live: number;
}

interface TermPostings {
  readonly slots: number[];
  readonly frequencies: number[];
  live: number;
}

interface SitePostings {
  readonly slots: number[];
  live: number;
}

const nothing: Postings = { slots: [], frequencies: [], live: 0 };

/**
 * The terms of the corpus with numbers, their stems, and the articles (slots) that have them: apart for what ranks and
 * for site text. MiniSearch's radix tree finds prefixes and words within an edit distance. Slots only grow; the owner
 * knows which are alive.
 */
export class TermDictionary {
  readonly #tree = new SearchableMap<number>();
  readonly #terms: string[] = [""];
  readonly #stems = new Map<string, number[]>();
  readonly #content: TermPostings[] = [{ slots: [], frequencies: [], live: 0 }];
  readonly #site: SitePostings[] = [{ slots: [], live: 0 }];

  /** The term's number, a new one if it was never seen. */
  add(term: string): number {
    const known = this.#tree.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#tree.set(term, number);
    this.#terms.push(term);
    this.#content.push({ slots: [], frequencies: [], live: 0 });
    this.#site.push({ slots: [], live: 0 });
    const root = stem(term);
    const same = this.#stems.get(root);
    if (same === undefined) this.#stems.set(root, [number]);
    else same.push(number);
    return number;
  }

  find(term: string): number | undefined {
    return this.#tree.get(term);
  }

  nameOf(number: number): string {
    return this.#terms[number] ?? "";
  }

  /** Says that an article has the term once more in what ranks, counting `frequency`. All of an article in one go. */
  post(number: number, slot: number, frequency: number): void {
    const list = this.#content[number];
    if (list === undefined) return;
    const last = list.slots.length - 1;
    if (list.slots[last] === slot) list.frequencies[last] = (list.frequencies[last] ?? 0) + frequency;
    else {
      list.slots.push(slot);
      list.frequencies.push(frequency);
      list.live++;
    }
  }

  /** Says that an article has the term in its site text. */
  postSite(number: number, slot: number): void {
    const list = this.#site[number];
    if (list === undefined || list.slots.at(-1) === slot) return;
    list.slots.push(slot);
    list.live++;
  }

  /** Says that an article died that had these terms in what ranks, and those in its site text. */
  release(content: ReadonlySet<number>, site: ReadonlySet<number>): void {
    for (const number of content) {
      const list = this.#content[number];
      if (list !== undefined) list.live--;
    }
    for (const number of site) {
      const list = this.#site[number];
      if (list !== undefined) list.live--;
    }
  }

  /** Dead slots are included. */
  postings(number: number): Postings {
    return this.#content[number] ?? nothing;
  }

  /** The slots, ascending, that have the term in site text; dead ones included. */
  sitePostings(number: number): readonly number[] {
    return this.#site[number]?.slots ?? [];
  }

  /** In how many live articles it occurs, counted twice where it is in site text as well. */
  frequency(number: number): number {
    return (this.#content[number]?.live ?? 0) + (this.#site[number]?.live ?? 0);
  }

  /** Terms with the same stem, the term itself included if it is known. */
  sameStem(term: string): readonly number[] {
    return this.#stems.get(stem(term)) ?? [];
  }

  withPrefix(prefix: string): readonly number[] {
    return prefix === "" ? [] : [...this.#tree.atPrefix(prefix).values()];
  }

  /** Terms within an edit distance, with it. */
  similar(term: string, distance: number): readonly (readonly [number, number])[] {
    return [...this.#tree.fuzzyGet(term, distance).values()];
  }
}
