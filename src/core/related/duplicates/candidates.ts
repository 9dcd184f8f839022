import { BandIndex } from "./bandIndex";
import { leastOverlap } from "./comparison";
import { bandKey, crowdLimit, Crowds } from "./crowds";
import { signatureSize } from "./signature";
import { bandCount, type SignatureTable } from "./signatureTable";

/** Pairs of slots that may be near-duplicates: as many numbers in each. */
export interface CandidatePairs {
  readonly a: number[];
  readonly b: number[];
  /** How many components of the two signatures are equal. */
  readonly equal: number[];
}

export function noPairs(): CandidatePairs {
  return { a: [], b: [], equal: [] };
}

/** So many standard deviations an estimate may be below what is needed. */
const tolerance = 1.2;
/** A band that was met by chance brings its two components, and a few more. */
const estimateFloor = 0.09;
const slotFactor = 2_097_152;
const articlesPerStep = 10_000;

/**
 * Which pairs of articles may be near-duplicates, by locality-sensitive hashing: those that meet in a band, and whose
 * signatures agree in as many components as those of texts of their sizes must when one holds a good part of the other. Which
 * pairs these are depends on the articles alone, and never on the order of changes.
 */
export class Candidates {
  readonly #table: SignatureTable;
  readonly #index: BandIndex;
  #crowds: Crowds;
  #revision = 0;

  constructor(table: SignatureTable) {
    this.#table = table;
    this.#index = new BandIndex(table);
    this.#crowds = new Crowds(table);
  }

  /** Changes whenever pairs may have parted or met because of a crowd. */
  get revision(): number {
    return this.#revision;
  }

  /** Bytes held to find pairs by. */
  get bytes(): number {
    return this.#index.bytes;
  }

  /** Whether two slots may be near-duplicates. */
  has(a: number, b: number): boolean {
    return this.#meet(a, b, bandCount, this.#crowds) && this.#likeness(a, b) > 0;
  }

  /**
   * All pairs with a slot that `isChanged`, and those that meet now because a crowd has dissolved. Sorts each band once: O(n log
   * n). To be driven in slices; the table must not change meanwhile.
   */
  *sweep(isChanged: (slot: number) => boolean): Generator<null, CandidatePairs> {
    const table = this.#table;
    const { bands } = table;
    const crowds = new Crowds(table);
    const pairs = noPairs();
    const keys = new Float64Array(table.slotCount);
    for (let band = 0; band < bandCount; band++) {
      yield null;
      let kept = 0;
      for (let slot = 0; slot < keys.length; slot++) {
        // Value and slot in one number: 32 + 21 bits fit a double exactly.
        if (table.idAt(slot) !== null) keys[kept++] = (bands[slot * bandCount + band] ?? 0) * slotFactor + slot;
      }
      const sorted = keys.subarray(0, kept).sort();
      let pause = 0;
      for (let start = 0; start < kept;) {
        if (start >= pause) {
          pause = start + articlesPerStep;
          yield null;
        }
        const base = Math.floor((sorted[start] ?? 0) / slotFactor) * slotFactor;
        let end = start + 1;
        while (end < kept && (sorted[end] ?? 0) < base + slotFactor) end++;
        if (end - start > 1) {
          const slots = Array.from(sorted.subarray(start, end), (key) => key - base);
          this.#sweepBucket(slots, band, base / slotFactor, crowds, isChanged, pairs);
        }
        start = end;
      }
    }
    if (this.#crowds.size + crowds.size > 0) this.#revision++;
    this.#crowds = crowds;
    for (let slot = 0; slot < table.slotCount; slot++) if (isChanged(slot)) this.#index.add(slot);
    return pairs;
  }

  #sweepBucket(
    slots: number[],
    band: number,
    value: number,
    crowds: Crowds,
    isChanged: (slot: number) => boolean,
    pairs: CandidatePairs,
  ): void {
    const key = bandKey(band, value);
    if (slots.length > crowdLimit) {
      const crowd = crowds.gather(key, slots);
      for (let at = 1; at < crowd.length; at++) this.#sweepPair(crowd[at - 1] ?? 0, crowd[at] ?? 0, band, crowds, pairs);
      return;
    }
    const wasCrowd = this.#crowds.has(key);
    if (!wasCrowd && !slots.some(isChanged)) return;
    for (const [at, a] of slots.entries()) {
      const all = wasCrowd || isChanged(a);
      for (let other = at + 1; other < slots.length; other++) {
        const b = slots[other] ?? 0;
        if (all || isChanged(b)) this.#sweepPair(a, b, band, crowds, pairs);
      }
    }
  }

  /** Takes a pair unless it met in an earlier band. */
  #sweepPair(a: number, b: number, band: number, crowds: Crowds, pairs: CandidatePairs): void {
    if (!this.#meet(a, b, band, crowds)) this.#take(a, b, pairs);
  }

  /** To be driven before slots are added one by one: makes it quick, and has mostly nothing to do. The table must not change meanwhile. */
  *prepare(): Generator<null, void> {
    if (this.#index.isOutgrown) yield* this.#index.build();
  }

  /** The pairs of a slot that was just filled, and who may have lost a partner because a crowd has grown. */
  add(slot: number): { readonly pairs: CandidatePairs; readonly loosened: ReadonlySet<number> } {
    const met = new Set<number>();
    const loosened = new Set<number>();
    this.#index.add(slot);
    for (let band = 0; band < bandCount; band++) {
      const key = bandKey(band, this.#table.bands[slot * bandCount + band] ?? 0);
      const isKnown = this.#crowds.has(key);
      const others = isKnown ? [] : this.#index.sharing(slot, band);
      if (!isKnown && others.length < crowdLimit) for (const other of others) met.add(other);
      else {
        const touched = isKnown ? this.#crowds.add(key, slot) : this.#crowds.gather(key, [...others, slot]);
        for (const other of touched) {
          loosened.add(other);
          if (this.#crowds.areNeighbours(key, slot, other)) met.add(other);
        }
      }
    }
    if (loosened.size > 0) this.#revision++;
    const pairs = noPairs();
    for (const other of met) this.#take(slot, other, pairs);
    return { pairs, loosened };
  }

  /** The pairs that meet because a slot, which is still filled, is about to leave its crowds. */
  remove(slot: number): CandidatePairs {
    const pairs = noPairs();
    for (let band = 0; band < bandCount; band++) {
      const key = bandKey(band, this.#table.bands[slot * bandCount + band] ?? 0);
      if (!this.#crowds.has(key)) continue;
      this.#revision++;
      const [before, after] = this.#crowds.remove(key, slot);
      const members = this.#crowds.members(key);
      if (members.length <= crowdLimit) {
        this.#crowds.dissolve(key);
        for (const [at, a] of members.entries()) for (const b of members.slice(at + 1)) this.#take(a, b, pairs);
      } else if (before !== undefined && after !== undefined) this.#take(before, after, pairs);
    }
    return pairs;
  }

  /** Whether two slots meet in one of the bands before `end`. */
  #meet(a: number, b: number, end: number, crowds: Crowds): boolean {
    const { bands } = this.#table;
    const [inA, inB] = [a * bandCount, b * bandCount];
    for (let band = 0; band < end; band++) {
      const value = bands[inA + band] ?? 0;
      if (value !== bands[inB + band]) continue;
      if (crowds.size === 0) return true;
      const key = bandKey(band, value);
      if (!crowds.has(key) || crowds.areNeighbours(key, a, b)) return true;
    }
    return false;
  }

  #take(a: number, b: number, pairs: CandidatePairs): void {
    const equal = this.#likeness(a, b);
    if (equal === 0) return;
    pairs.a.push(a);
    pairs.b.push(b);
    pairs.equal.push(equal);
  }

  /** How many components are equal, 0 where too few are: they estimate the texts' Jaccard similarity. */
  #likeness(a: number, b: number): number {
    const needed = leastOverlap(this.#table.sizeAt(a), this.#table.sizeAt(b));
    const deviation = Math.sqrt((needed * (1 - needed)) / signatureSize);
    const equal = this.#table.equalComponents(a, b);
    return equal >= signatureSize * Math.max(estimateFloor, needed - tolerance * deviation) ? equal : 0;
  }
}
