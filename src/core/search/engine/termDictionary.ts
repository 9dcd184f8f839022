import SearchableMap from "minisearch/SearchableMap";
import { stem } from "../../text/stem";

/** Term numbers begin at 1: 0 is the gap between paragraphs and zones. */
export const gap = 0;

/** The articles (slots, ascending) that have a term in what ranks, and how often, title words counted more. */
export interface Postings {
  readonly slots: readonly number[];
  readonly frequencies: readonly number[];
}

/**
 * The terms of the corpus with numbers, their stems, and the articles (slots) that have them: apart for what ranks and
 * for site text. MiniSearch's radix tree finds prefixes and words within an edit distance. Slots only grow; the owner
 * knows which are alive.
 */
export class TermDictionary {
  readonly #tree = new SearchableMap<number>();
  readonly #terms: string[] = [""];
  readonly #stems = new Map<string, number[]>();
  readonly #content: { readonly slots: number[]; readonly frequencies: number[] }[] = [{ slots: [], frequencies: [] }];
  readonly #site: number[][] = [[]];

  /** The term's number, a new one if it was never seen. */
  add(term: string): number {
    const known = this.#tree.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#tree.set(term, number);
    this.#terms.push(term);
    this.#content.push({ slots: [], frequencies: [] });
    this.#site.push([]);
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
    }
  }

  /** Says that an article has the term in its site text. */
  postSite(number: number, slot: number): void {
    const list = this.#site[number];
    if (list !== undefined && list.at(-1) !== slot) list.push(slot);
  }

  /** Dead slots are included. */
  postings(number: number): Postings {
    return this.#content[number] ?? { slots: [], frequencies: [] };
  }

  /** The slots, ascending, that have the term in site text; dead ones included. */
  sitePostings(number: number): readonly number[] {
    return this.#site[number] ?? [];
  }

  /** In how many articles it occurs, dead ones included. */
  frequency(number: number): number {
    return (this.#content[number]?.slots.length ?? 0) + (this.#site[number]?.length ?? 0);
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
