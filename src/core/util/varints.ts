/** Writes whole numbers in few bytes: seven bits a byte, the lowest first (LEB128). */
export class VarintWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Any 32-bit number; small ones take one byte, negative ones five. */
  put(value: number): void {
    this.#makeRoom();
    let rest = value >>> 0;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** The lowest eight bits of a number as they are. */
  byte(value: number): void {
    this.#makeRoom();
    this.#bytes[this.#length++] = value;
  }

  /** What was written since the last time, in memory of its own. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #makeRoom(): void {
    if (this.#length + 5 <= this.#bytes.length) return;
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads them in the order in which they were written. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next number as a signed one of 32 bits; 0 behind the end. */
  next(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value;
  }

  /** The next byte, 0 to 255; 0 behind the end. */
  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }
}
