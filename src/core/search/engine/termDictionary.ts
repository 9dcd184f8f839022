import SearchableMap from "minisearch/SearchableMap";
import { stem } from "../../text/stem";
import { Postings } from "./postings";

/**
 * The terms of the corpus with numbers, their stems, and the articles (slots) that have them: apart for what ranks and
 * for site text. MiniSearch's radix tree finds words within an edit distance. Slots only grow; the owner
 * knows which are alive.
 */
export class TermDictionary {
  readonly #numbers = new Map<string, number>();
  readonly #tree = new SearchableMap<number>();
  readonly #terms: string[] = [""];
  readonly #stems = new Map<string, number[]>();
  /** Terms by their first letter and by their first two: short beginnings have thousands, which a tree gives one by one. */
  readonly #begun = new Map<string, number[]>();
  /** By term, in how many live articles it occurs: counted twice where it is in site text as well. */
  readonly #live: number[] = [0];
  readonly #content: Postings[] = [new Postings()];
  /** Few terms ever stand in site text. */
  readonly #site: (Postings | undefined)[] = [undefined];

  /** How many numbers there are, the gap's included. */
  get size(): number {
    return this.#terms.length;
  }

  /** The term's number, a new one if it was never seen. */
  add(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#tree.set(term, number);
    this.#terms.push(term);
    this.#content.push(new Postings());
    this.#site.push(undefined);
    this.#live.push(0);
    append(this.#stems, stem(term), number);
    append(this.#begun, term.charAt(0), number);
    if (term.length > 1) append(this.#begun, term.slice(0, 2), number);
    return number;
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  nameOf(number: number): string {
    return this.#terms[number] ?? "";
  }

  /** Says that an article has the term once more in what ranks, counting `frequency`. All of an article in one go. */
  post(number: number, slot: number, frequency: number): void {
    if (this.#content[number]?.add(slot, frequency) === true) this.#live[number] = (this.#live[number] ?? 0) + 1;
  }

  /** Says that an article has the term in its site text. */
  postSite(number: number, slot: number): void {
    if ((this.#site[number] ??= new Postings()).add(slot, 1)) this.#live[number] = (this.#live[number] ?? 0) + 1;
  }

  /** Says that an article died that had these terms in what ranks, and those in its site text. */
  release(content: ReadonlySet<number>, site: ReadonlySet<number>): void {
    for (const [numbers, postings] of [[content, this.#content], [site, this.#site]] as const) {
      for (const number of numbers) {
        const own = postings[number];
        if (own === undefined) continue;
        own.live--;
        this.#live[number] = (this.#live[number] ?? 0) - 1;
      }
    }
  }

  /** In what ranks, title words counted more. */
  content(number: number): Postings {
    return this.#content[number] ?? none;
  }

  /** Undefined where the term never stood in site text. */
  site(number: number): Postings | undefined {
    return this.#site[number];
  }

  /** In how many live articles it occurs, counted twice where it is in site text as well. */
  frequency(number: number): number {
    return this.#live[number] ?? 0;
  }

  /** Terms with the same stem, the term itself included if it is known. */
  sameStem(term: string): readonly number[] {
    return this.#stems.get(stem(term)) ?? [];
  }

  withPrefix(prefix: string): readonly number[] {
    const begun = this.#begun.get(prefix.slice(0, 2)) ?? [];
    return prefix.length < 3 ? begun : begun.filter((number) => this.#terms[number]?.startsWith(prefix));
  }

  /** Terms within an edit distance, with it. */
  similar(term: string, distance: number): readonly (readonly [number, number])[] {
    return [...this.#tree.fuzzyGet(term, distance).values()];
  }
}

const none = new Postings();

function append(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}
