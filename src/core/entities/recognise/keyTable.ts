const golden = 0x9e3779b1;

/**
 * A read-mostly map from 32-bit keys to small non-negative integers: open addressing in two typed arrays, which is
 * what makes some forty look-ups a token affordable.
 */
export class KeyTable {
  readonly #shift: number;
  readonly #mask: number;
  readonly #keys: Int32Array;
  /** The value plus one; zero is an empty slot. */
  readonly #values: Int32Array;

  /** `count` is the number of keys that will be set: the table does not grow. */
  constructor(count: number) {
    let bits = 4;
    while (1 << bits < count * 2) bits++;
    this.#shift = 32 - bits;
    this.#mask = (1 << bits) - 1;
    this.#keys = new Int32Array(1 << bits);
    this.#values = new Int32Array(1 << bits);
  }

  set(key: number, value: number): void {
    let slot = Math.imul(key, golden) >>> this.#shift;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== (key | 0)) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#values[slot] = value + 1;
  }

  /** The key's value, or -1. */
  get(key: number): number {
    const signed = key | 0;
    let slot = Math.imul(key, golden) >>> this.#shift;
    for (;;) {
      const value = this.#values[slot];
      if (value === undefined || value === 0) return -1;
      if (this.#keys[slot] === signed) return value - 1;
      slot = (slot + 1) & this.#mask;
    }
  }
}
