import type { TermWeights } from "./articleTerms";

/** A sparse vector: term numbers ascending, and their weights. */
export interface SparseVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Terms in more than this share of the articles say nothing. */
const commonShare = 0.3;
/** In a corpus of so few articles no share says anything. */
const smallCorpus = 200;
/**
 * As if there were so many more articles about other things: what all of five articles share still says something
 * about them, and in a large corpus it makes no difference.
 */
const imagined = 20;
const emptyVector: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/**
 * Articles as vectors of weighted terms, with the articles of each term, changed one article at a time. Slots are
 * numbers from 0; a deleted article's slot is used again. About 8 bytes for each distinct term of an article, twice.
 */
export class TermIndex {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #frequency: number[] = [];
  readonly #postings: number[][] = [];
  readonly #vectors: (SparseVector | null)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #free: number[] = [];
  /** idf by term, computed when first asked for after a change: NaN is not computed. */
  #idf = new Float64Array(0);
  #stale = false;

  /** How many articles there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** How many slots there are, free ones included. */
  get slotCount(): number {
    return this.#vectors.length;
  }

  /** How many terms were ever seen; term numbers are below. */
  get termCount(): number {
    return this.#names.length;
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  idAt(slot: number): string | null {
    return this.#ids[slot] ?? null;
  }

  vectorAt(slot: number): SparseVector {
    return this.#vectors[slot] ?? emptyVector;
  }

  nameOf(term: number): string {
    return this.#names[term] ?? "";
  }

  /** The slots of the articles that have the term, in no order. */
  postings(term: number): readonly number[] {
    return this.#postings[term] ?? [];
  }

  /** ln((N + 21) / (df + 0.5)); 0 for terms that too many or no other articles have. */
  idf(term: number): number {
    if (this.#idf.length < this.#names.length) this.#idf = new Float64Array(this.#names.length + 1024).fill(Number.NaN);
    else if (this.#stale) this.#idf.fill(Number.NaN);
    this.#stale = false;
    let value = this.#idf[term] ?? 0;
    if (Number.isNaN(value)) this.#idf[term] = value = this.#computeIdf(term);
    return value;
  }

  /** The same by the term's name; 0 for one that was never seen. */
  idfOf(name: string): number {
    const term = this.#numbers.get(name);
    return term === undefined ? 0 : this.idf(term);
  }

  #computeIdf(term: number): number {
    const frequency = this.#frequency[term] ?? 0;
    if (frequency === 0 || (frequency > this.size * commonShare && this.size > smallCorpus)) return 0;
    return Math.log((this.size + imagined + 1) / (frequency + 0.5));
  }

  /** Sets an article's terms, in place of what it had; returns its slot. */
  set(id: string, weights: TermWeights): number {
    this.delete(id);
    this.#stale = true;
    const slot = this.#free.pop() ?? this.#vectors.length;
    const entries = [...weights].map(([name, weight]) => [this.numberOf(name), weight] as const).sort((a, b) => a[0] - b[0]);
    const terms = Uint32Array.from(entries, (entry) => entry[0]);
    this.#vectors[slot] = { terms, weights: Float32Array.from(entries, (entry) => entry[1]) };
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    for (const term of terms) {
      this.#frequency[term] = (this.#frequency[term] ?? 0) + 1;
      this.#postings[term]?.push(slot);
    }
    return slot;
  }

  /** Takes an article out; nothing happens if it is not there. */
  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#stale = true;
    for (const term of this.vectorAt(slot).terms) {
      this.#frequency[term] = (this.#frequency[term] ?? 1) - 1;
      const postings = this.#postings[term];
      const at = postings?.indexOf(slot) ?? -1;
      if (postings === undefined || at < 0) continue;
      const last = postings.pop();
      if (last !== undefined && at < postings.length) postings[at] = last;
    }
    this.#slots.delete(id);
    this.#vectors[slot] = null;
    this.#ids[slot] = null;
    this.#free.push(slot);
  }

  /** The number of a term, which is a new one where it was never seen. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(name, number);
    this.#names.push(name);
    this.#frequency.push(0);
    this.#postings.push([]);
    return number;
  }
}
