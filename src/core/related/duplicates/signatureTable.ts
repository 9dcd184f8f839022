import { signatureSize, type Signature } from "./signature";

/** A band is two neighbouring components, so that one 32-bit number says whether two signatures agree in it. */
export const bandCount = signatureSize / 2;

/** The signatures of articles, each in a slot: a number from 0. A free slot is used again. 260 bytes an article, and its id. */
export class SignatureTable {
  readonly #slots = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #free: number[] = [];
  #bands = new Uint32Array(64 * bandCount);
  #sizes = new Uint32Array(64);

  /** How many articles there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** How many slots there are, free ones included. */
  get slotCount(): number {
    return this.#ids.length;
  }

  /** Bytes held for signatures. */
  get bytes(): number {
    return this.#bands.byteLength + this.#sizes.byteLength;
  }

  /** The bands of all slots, one slot after the other. */
  get bands(): Uint32Array {
    return this.#bands;
  }

  /** How many word 3-grams the text in a slot has. */
  sizeAt(slot: number): number {
    return this.#sizes[slot] ?? 0;
  }

  /** Whose slot it is; null for a free one. */
  idAt(slot: number): string | null {
    return this.#ids[slot] ?? null;
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Puts an article that is not here into a slot. */
  add(id: string, { values, size }: Signature): number {
    const slot = this.#free.pop() ?? this.#ids.length;
    if (slot >= this.#sizes.length) this.#grow(Math.ceil((slot + 1) * 1.25));
    new Uint16Array(this.#bands.buffer, slot * signatureSize * 2, signatureSize).set(values);
    this.#sizes[slot] = size;
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    return slot;
  }

  /** Frees a slot. */
  remove(slot: number): void {
    const id = this.idAt(slot);
    if (id === null) return;
    this.#slots.delete(id);
    this.#ids[slot] = null;
    this.#free.push(slot);
  }

  /** Orders slots by signature, then by id: for a given set of articles always in the same way. */
  compare(a: number, b: number): number {
    const [inA, inB] = [a * bandCount, b * bandCount];
    for (let band = 0; band < bandCount; band++) {
      const difference = (this.#bands[inA + band] ?? 0) - (this.#bands[inB + band] ?? 0);
      if (difference !== 0) return difference;
    }
    return (this.idAt(a) ?? "") < (this.idAt(b) ?? "") ? -1 : 1;
  }

  /** How many components of two signatures are equal: an estimate of the texts' Jaccard similarity, times `signatureSize`. */
  equalComponents(a: number, b: number): number {
    const bands = this.#bands;
    const [inA, inB] = [a * bandCount, b * bandCount];
    let equal = 0;
    for (let band = 0; band < bandCount; band++) {
      const differing = (bands[inA + band] ?? 0) ^ (bands[inB + band] ?? 0);
      if ((differing & 0xffff) === 0) equal++;
      if (differing >>> 16 === 0) equal++;
    }
    return equal;
  }

  #grow(slots: number): void {
    const bands = new Uint32Array(slots * bandCount);
    bands.set(this.#bands);
    this.#bands = bands;
    const sizes = new Uint32Array(slots);
    sizes.set(this.#sizes);
    this.#sizes = sizes;
  }
}
