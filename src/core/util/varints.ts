/** Writes whole numbers in few bytes: seven bits a byte, the lowest first (LEB128). */
export class VarintWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** `room` is how many bytes there is room for before it grows. */
  constructor(room = 4096) {
    this.#bytes = new Uint8Array(room);
  }

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

  /** A text as code units: none is changed, not even a broken one. Null is told apart from the empty text. */
  text(text: string | null): void {
    this.put(text === null ? 0 : text.length + 1);
    if (text !== null) for (let at = 0; at < text.length; at++) this.put(text.charCodeAt(at));
  }

  numbers(values: Uint32Array): void {
    this.put(values.length);
    for (const value of values) this.put(value);
  }

  /** Bytes as they are, with their number before them. */
  block(bytes: Uint8Array): void {
    this.put(bytes.length);
    while (this.#length + bytes.length > this.#bytes.length) this.#grow();
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
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

  /** How many bytes were written since the last time. */
  get length(): number {
    return this.#length;
  }

  #makeRoom(): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow();
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** A text is put together from so many code units at a time. */
const unitsAtOnce = 1024;

/** Reads them in the order in which they were written. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next number as a signed one of 32 bits; 0 behind the end. */
  next(): number {
    // Most numbers are small.
    const first = this.#bytes[this.#at] ?? 0;
    if (first < 128) {
      this.#at++;
      return first;
    }
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value;
  }

  /** Whether all has been read, or more than there was. */
  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** How many of something follow, each of which takes a byte at least: what cannot be is 0. */
  count(): number {
    const count = this.next();
    return count >= 0 && count <= this.#bytes.length - this.#at ? count : 0;
  }

  /** What `text` wrote. */
  text(): string | null {
    const length = this.next() - 1;
    // Each code unit takes a byte at least.
    if (length < 0 || length > this.#bytes.length - this.#at) return null;
    let text = "";
    for (let left = length; left > 0;) {
      const units: number[] = [];
      for (; units.length < unitsAtOnce && left > 0; left--) units.push(this.next());
      text += String.fromCharCode(...units);
    }
    return text;
  }

  numbers(): Uint32Array {
    const values = new Uint32Array(this.count());
    for (let at = 0; at < values.length; at++) values[at] = this.next();
    return values;
  }

  /** What `block` wrote; shares its memory. */
  block(): Uint8Array {
    const length = this.count();
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  /** The next byte, 0 to 255; 0 behind the end. */
  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }
}
