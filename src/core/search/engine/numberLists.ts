/** Lists of numbers by index, one behind the other in one array: thousands of short arrays would lie all over the memory. */
export class NumberLists {
  #numbers = new Uint32Array(1024);
  #length = 0;
  /** So many of the numbers are in no list any more. */
  #unused = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** All lists: each stands from `start` to `end`. Another array after the next change. */
  get numbers(): Uint32Array {
    return this.#numbers;
  }

  start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  end(index: number): number {
    return this.#ends[index] ?? 0;
  }

  /** The list, in memory of its own. */
  list(index: number): Uint32Array {
    return this.#numbers.slice(this.start(index), this.end(index));
  }

  push(list: Uint32Array): void {
    this.#starts.push(this.#length);
    this.#append(list);
    this.#ends.push(this.#length);
  }

  /** Gives an index another list. */
  set(index: number, list: Uint32Array): void {
    const start = this.start(index);
    const before = this.end(index) - start;
    if (list.length <= before) {
      this.#numbers.set(list, start);
      this.#ends[index] = start + list.length;
      this.#unused += before - list.length;
    } else {
      this.#unused += before;
      this.#starts[index] = this.#length;
      this.#append(list);
      this.#ends[index] = this.#length;
    }
    if (this.#unused > 4096 && this.#unused * 2 > this.#length) this.#compact();
  }

  #append(list: Uint32Array): void {
    if (this.#length + list.length > this.#numbers.length) {
      const grown = new Uint32Array(Math.ceil((this.#length + list.length) * 1.5));
      grown.set(this.#numbers.subarray(0, this.#length));
      this.#numbers = grown;
    }
    this.#numbers.set(list, this.#length);
    this.#length += list.length;
  }

  #compact(): void {
    const old = this.#numbers;
    this.#numbers = new Uint32Array(Math.ceil((this.#length - this.#unused) * 1.25));
    this.#length = 0;
    this.#unused = 0;
    for (let index = 0; index < this.#starts.length; index++) {
      const list = old.subarray(this.start(index), this.end(index));
      this.#starts[index] = this.#length;
      this.#append(list);
      this.#ends[index] = this.#length;
    }
  }
}
