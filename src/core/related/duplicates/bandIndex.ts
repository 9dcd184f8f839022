import { bandCount, type SignatureTable } from "./signatureTable";
import { mixHash } from "./wordHashes";

/** Slots of a segment are told apart by two bytes, and so are places in it. */
const segmentSlots = 32_768;
/** So many slots are in a bucket on average, at least; */
const slotsABucket = 4;
/** and more than so many slots outside of the index are better put into it. */
const lateLimit = 1000;

/** For each band, the slots of one segment in buckets by the hash of their value. */
interface Segment {
  /** The first slot. */
  readonly base: number;
  readonly count: number;
  readonly buckets: number;
  /** Where each bucket begins, band after band; it ends where the next one begins. */
  readonly starts: Uint16Array;
  /** Slots from `base` on, bucket after bucket, band after band. */
  readonly slots: Uint16Array;
}

/**
 * Finds the slots that agree with one in a band: 128 bytes an article, and 16 to 32 for the buckets. It is packed, and not changed:
 * slots that were filled since it was built are looked at one by one, until it is built anew.
 */
export class BandIndex {
  readonly #table: SignatureTable;
  #segments: readonly Segment[] = [];
  /** The slots that were filled since, and by slot whether it is one of them. */
  #late: number[] = [];
  #isLate = new Uint8Array(0);

  constructor(table: SignatureTable) {
    this.#table = table;
  }

  get bytes(): number {
    return this.#segments.reduce(
      (sum, { starts, slots }) => sum + starts.byteLength + slots.byteLength,
      this.#isLate.byteLength + 8 * this.#late.length,
    );
  }

  /** Whether so many slots were filled since that it had better be built before it is asked. */
  get isOutgrown(): boolean {
    return this.#late.length > lateLimit;
  }

  /** Takes note of a slot that was filled anew. One that was freed may stay. */
  add(slot: number): void {
    if (slot >= this.#isLate.length) {
      const grown = new Uint8Array(Math.ceil((slot + 1) * 1.25));
      grown.set(this.#isLate);
      this.#isLate = grown;
    }
    if (this.#isLate[slot] === 1) return;
    this.#isLate[slot] = 1;
    this.#late.push(slot);
  }

  /** Builds it anew from all slots: linear. To be driven in slices; the table must not change meanwhile. */
  *build(): Generator<null, void> {
    const segments: Segment[] = [];
    for (let base = 0; base < this.#table.slotCount; base += segmentSlots) {
      const count = Math.min(segmentSlots, this.#table.slotCount - base);
      const buckets = 2 ** Math.floor(Math.log2(Math.max(1, count / slotsABucket)));
      const segment = { base, count, buckets, starts: new Uint16Array(bandCount * buckets), slots: new Uint16Array(bandCount * count) };
      for (let band = 0; band < bandCount; band++) {
        fill(segment, band, this.#table.bands);
        yield null;
      }
      segments.push(segment);
    }
    this.#segments = segments;
    this.#late = [];
    this.#isLate = new Uint8Array(this.#table.slotCount);
  }

  /** The other slots, filled ones, that have the same value in a band. */
  sharing(slot: number, band: number): number[] {
    const { bands } = this.#table;
    const value = bands[slot * bandCount + band] ?? 0;
    const hash = mixHash(value);
    const found: number[] = [];
    const look = (other: number): void => {
      if (bands[other * bandCount + band] === value && other !== slot && this.#table.idAt(other) !== null) found.push(other);
    };
    for (const other of this.#late) look(other);
    for (const { base, count, buckets, starts, slots } of this.#segments) {
      const bucket = hash & (buckets - 1);
      const end = bucket + 1 < buckets ? (starts[band * buckets + bucket + 1] ?? 0) : count;
      for (let at = starts[band * buckets + bucket] ?? 0; at < end; at++) {
        const other = base + (slots[band * count + at] ?? 0);
        if (this.#isLate[other] !== 1) look(other);
      }
    }
    return found;
  }
}

/** Puts the slots of a segment into the buckets of one band: a counting sort. */
function fill({ base, count, buckets, starts, slots }: Segment, band: number, bands: Uint32Array): void {
  const bucketOf = (at: number): number => mixHash(bands[(base + at) * bandCount + band] ?? 0) & (buckets - 1);
  const own = starts.subarray(band * buckets, (band + 1) * buckets);
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at);
    own[bucket] = (own[bucket] ?? 0) + 1;
  }
  // Where each bucket ends, and then from there down to where it begins.
  for (let bucket = 1; bucket < buckets; bucket++) own[bucket] = (own[bucket] ?? 0) + (own[bucket - 1] ?? 0);
  for (let at = 0; at < count; at++) {
    const bucket = bucketOf(at);
    const place = (own[bucket] ?? 0) - 1;
    own[bucket] = place;
    slots[band * count + place] = at;
  }
}
