import type { StoredArticle, StoredFacts } from "./articleStore";
import { NumberLists } from "./numberLists";

/** The number of those who are nobody's near-duplicates. */
export const noGroup = 0;

/** So many places of articles are in one chunk of memory: it never moves, and nothing is copied as the corpus grows. */
const chunkSize = 1 << 18;

/** Memory that the sequences of many articles share. */
export interface Chunk {
  readonly terms: Uint32Array;
  readonly flags: Uint8Array;
}

const noChunk: Chunk = { terms: new Uint32Array(0), flags: new Uint8Array(0) };
const dead = -1;

/**
 * The articles of an index by slot, in columns: what a query asks of thousands of articles lies side by side. Slots only
 * grow; a dead one keeps its place.
 */
export class ArticleTable {
  readonly #ids: string[] = [];
  readonly #chunks: Chunk[] = [];
  #room = 0;
  /** By slot: the number of its chunk, `dead` for a dead article. */
  readonly #chunkOf: number[] = [];
  readonly #groups = new Map<string, number>();
  readonly #groupNames: (string | null)[] = [null];
  readonly #languages = new Map<string, number>();
  readonly #languageNames: (string | null)[] = [null];
  /** By slot, where in its chunk the article begins. */
  readonly starts: number[] = [];
  readonly lengths: number[] = [];
  /** From the beginning of the article. */
  readonly titleEnds: number[] = [];
  readonly bodyEnds: number[] = [];
  /** As `dayOf` has it; 0 without a date. */
  readonly days: number[] = [];
  /** Near-duplicates have the same number. */
  readonly groups: number[] = [];
  /** Numbers of languages; 0 for none. */
  readonly languages: number[] = [];
  /** Numbers of a `ValueTable`. */
  readonly values = new NumberLists();
  /** Quotations, as `packSaid` has them. */
  readonly said = new NumberLists();

  /** How many slots there are, dead ones included. */
  get size(): number {
    return this.#ids.length;
  }

  isAlive(slot: number): boolean {
    return (this.#chunkOf[slot] ?? dead) !== dead;
  }

  id(slot: number): string {
    return this.#ids[slot] ?? "";
  }

  /** Where the article's terms stand, from `starts` on; empty for a dead article. */
  chunk(slot: number): Chunk {
    return this.#chunks[this.#chunkOf[slot] ?? dead] ?? noChunk;
  }

  /** The number of a language that articles are in; 0 where none is. */
  languageNumber(language: string): number {
    return this.#languages.get(language) ?? 0;
  }

  languageName(number: number): string | null {
    return this.#languageNames[number] ?? null;
  }

  /** Null for a dead article. */
  get(slot: number): StoredArticle | null {
    if (!this.isAlive(slot)) return null;
    const { terms, flags } = this.chunk(slot);
    const start = this.starts[slot] ?? 0;
    const end = start + (this.lengths[slot] ?? 0);
    return {
      id: this.id(slot),
      sequence: terms.subarray(start, end),
      flags: flags.subarray(start, end),
      titleEnd: this.titleEnds[slot] ?? 0,
      bodyEnd: this.bodyEnds[slot] ?? 0,
      day: this.days[slot] ?? 0,
      values: this.values.list(slot),
      said: this.said.list(slot),
      duplicates: this.#groupNames[this.groups[slot] ?? noGroup] ?? null,
      language: this.#languageNames[this.languages[slot] ?? 0] ?? null,
    };
  }

  push({ id, sequence, flags, titleEnd, bodyEnd, day, values, duplicates, language, said }: StoredArticle): void {
    const { length } = sequence;
    // Also the first one that is empty stands in a chunk: it is not dead.
    if (length > this.#room || this.#chunks.length === 0) {
      const size = Math.max(chunkSize, length);
      this.#chunks.push({ terms: new Uint32Array(size), flags: new Uint8Array(size) });
      this.#room = size;
    }
    const chunk = this.#chunks.at(-1) ?? noChunk;
    const start = chunk.terms.length - this.#room;
    chunk.terms.set(sequence, start);
    chunk.flags.set(flags, start);
    this.#room -= length;
    this.#ids.push(id);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.starts.push(start);
    this.lengths.push(length);
    this.titleEnds.push(titleEnd);
    this.bodyEnds.push(bodyEnd);
    this.days.push(day);
    this.groups.push(numbered(duplicates, this.#groups, this.#groupNames));
    this.languages.push(numbered(language, this.#languages, this.#languageNames));
    this.values.push(values);
    this.said.push(said);
  }

  /** Gives an article other facts. */
  describe(slot: number, { day, values, duplicates, language, said }: StoredFacts): void {
    this.days[slot] = day;
    this.groups[slot] = numbered(duplicates, this.#groups, this.#groupNames);
    this.languages[slot] = numbered(language, this.#languages, this.#languageNames);
    this.values.set(slot, values);
    this.said.set(slot, said);
  }

  kill(slot: number): void {
    this.#chunkOf[slot] = dead;
    this.values.set(slot, none);
    this.said.set(slot, none);
  }
}

const none = new Uint32Array(0);

/** The number of a name, a new one if it was never seen; 0 for null. */
function numbered(name: string | null, numbers: Map<string, number>, names: (string | null)[]): number {
  if (name === null) return 0;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = names.push(name) - 1;
  numbers.set(name, number);
  return number;
}
