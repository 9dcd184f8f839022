/** Keeps the best `limit` of all items it is given, without sorting all of them. */
export class Best<Item> {
  readonly #limit: number;
  readonly #compare: (a: Item, b: Item) => number;
  readonly #items: Item[] = [];

  /** `compare` puts the better item first, and no two items on one place. */
  constructor(limit: number, compare: (a: Item, b: Item) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  add(item: Item): void {
    const items = this.#items;
    const last = items.at(-1);
    if (items.length >= this.#limit && (last === undefined || this.#compare(item, last) >= 0)) return;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = items[middle];
      if (there !== undefined && this.#compare(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, item);
    if (items.length > this.#limit) items.pop();
  }

  /** The best first. */
  get items(): readonly Item[] {
    return this.#items;
  }
}
