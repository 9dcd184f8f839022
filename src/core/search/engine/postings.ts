/** Frequencies beyond this say no more. */
const mostFrequent = 31;
/** Sizes of lists in the pool: two entries, and twice as many with each step. */
const smallestList = 2;

/** How a word is written in an article: a bit for each of `Capitals`. */
export const anyCapitals = 15;

/**
 * For each term the articles (slots) that have it, ascending, dead ones included, each packed with how often and with which capitals
 * it occurs; all in one array, which is read at the speed of memory. Lists double where they are full; what they leave is used again.
 */
export class Postings {
  #data = new Uint32Array(1 << 16);
  #used = 0;
  /** By term. */
  #starts = new Uint32Array(1 << 12);
  #lengths = new Uint32Array(1 << 12);
  #sizes = new Uint8Array(1 << 12);
  #live = new Uint32Array(1 << 12);
  /** By size, where lists were. */
  readonly #free: number[][] = [];

  /** All lists; another array after the next change. `slotOf`, `frequencyOf` and `capitalsIn` read it. */
  get data(): Uint32Array {
    return this.#data;
  }

  start(term: number): number {
    return this.#starts[term] ?? 0;
  }

  /** How many articles ever had the term. */
  length(term: number): number {
    return this.#lengths[term] ?? 0;
  }

  /** How many articles have it. */
  live(term: number): number {
    return this.#live[term] ?? 0;
  }

  /** Says that a term occurs in an article once more, counting `frequency`. Slots come in ascending order. */
  add(term: number, slot: number, frequency: number, capitals: number): void {
    if (term >= this.#starts.length) this.#growTerms(term);
    const length = this.#lengths[term] ?? 0;
    const start = this.#starts[term] ?? 0;
    if (length > 0) {
      const last = start + length - 1;
      const before = this.#data[last] ?? 0;
      if (slotOf(before) === slot) {
        this.#data[last] = pack(slot, frequencyOf(before) + frequency, capitalsIn(before) | (1 << capitals));
        return;
      }
    }
    this.#append(term, start, length, pack(slot, frequency, 1 << capitals));
    this.#live[term] = (this.#live[term] ?? 0) + 1;
  }

  /** Adds an article as it was packed. */
  addPacked(term: number, packed: number): void {
    if (term >= this.#starts.length) this.#growTerms(term);
    this.#append(term, this.#starts[term] ?? 0, this.#lengths[term] ?? 0, packed);
    this.#live[term] = (this.#live[term] ?? 0) + 1;
  }

  /** Says that an article with the term has died. */
  release(term: number): void {
    this.#live[term] = (this.#live[term] ?? 1) - 1;
  }

  #append(term: number, start: number, length: number, packed: number): void {
    const capacity = length === 0 ? 0 : smallestList << (this.#sizes[term] ?? 0);
    let at = start;
    if (length >= capacity) {
      const size = length === 0 ? 0 : (this.#sizes[term] ?? 0) + 1;
      at = this.#room(size);
      this.#data.copyWithin(at, start, start + length);
      if (length > 0) (this.#free[size - 1] ??= []).push(start);
      this.#starts[term] = at;
      this.#sizes[term] = size;
    }
    this.#data[at + length] = packed;
    this.#lengths[term] = length + 1;
  }

  #room(size: number): number {
    const free = this.#free[size]?.pop();
    if (free !== undefined) return free;
    const at = this.#used;
    this.#used += smallestList << size;
    if (this.#used > this.#data.length) {
      const grown = new Uint32Array(Math.max(this.#used, Math.ceil(this.#data.length * 1.5)));
      grown.set(this.#data);
      this.#data = grown;
    }
    return at;
  }

  #growTerms(term: number): void {
    const size = Math.max(term + 1, this.#starts.length * 2);
    this.#starts = grown(this.#starts, new Uint32Array(size));
    this.#lengths = grown(this.#lengths, new Uint32Array(size));
    this.#live = grown(this.#live, new Uint32Array(size));
    this.#sizes = grown(this.#sizes, new Uint8Array(size));
  }
}

function grown<T extends Uint32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function pack(slot: number, frequency: number, capitals: number): number {
  return ((slot << 9) | (capitals << 5) | (frequency < mostFrequent ? frequency : mostFrequent)) >>> 0;
}

export function slotOf(packed: number): number {
  return packed >>> 9;
}

/** A bit for each of `Capitals` with which the word stands in the article. */
export function capitalsIn(packed: number): number {
  return (packed >>> 5) & anyCapitals;
}

export function frequencyOf(packed: number): number {
  return packed & mostFrequent;
}
