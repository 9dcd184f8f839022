/** Frequencies beyond this say no more. */
const mostFrequent = 255;

/**
 * The articles (slots) that have a term, ascending, dead ones included, each packed with how often it occurs: small
 * enough to hold millions, and read at the speed of memory.
 */
export class Postings {
  #packed = new Uint32Array(2);
  #length = 0;
  /** How many of the slots are alive. */
  live = 0;

  get length(): number {
    return this.#length;
  }

  /** Only the first `length` count. `slotOf` and `frequencyOf` read them. */
  get packed(): Uint32Array {
    return this.#packed;
  }

  /** Says that the term occurs in an article once more, counting `frequency`. Slots come in ascending order. Whether the article is new. */
  add(slot: number, frequency: number): boolean {
    const last = this.#length - 1;
    const before = this.#packed[last] ?? 0;
    if (last >= 0 && slotOf(before) === slot) {
      this.#packed[last] = pack(slot, frequencyOf(before) + frequency);
      return false;
    }
    if (this.#length === this.#packed.length) {
      const grown = new Uint32Array(Math.ceil(this.#length * 1.5) + 1);
      grown.set(this.#packed);
      this.#packed = grown;
    }
    this.#packed[this.#length++] = pack(slot, frequency);
    this.live++;
    return true;
  }
}

function pack(slot: number, frequency: number): number {
  return slot * (mostFrequent + 1) + Math.min(frequency, mostFrequent);
}

export function slotOf(packed: number): number {
  return packed >>> 8;
}

export function frequencyOf(packed: number): number {
  return packed & mostFrequent;
}
