import { Shingled } from "./comparison";

/** How many words are held at most, 2 bytes each: all of some 70,000 articles. */
const wordLimit = 28_000_000;
/** For how many texts shingles are held; those of one take 2 to 4 kilobytes. */
const shingledLimit = 1000;

/** Words of articles for the time in which they are compared, by slot. The longest held go first. */
export class WordStore {
  readonly #words: (Uint16Array | undefined)[] = [];
  /** The slots in the order in which their words came, from `#first` on; some were forgotten since. */
  #order: number[] = [];
  #first = 0;
  #count = 0;
  readonly #shingled: (Shingled | undefined)[] = [];
  readonly #ring: number[] = [];
  #next = 0;

  /** Holds an article's words for later if there is room for them. */
  offer(slot: number, words: Uint32Array): void {
    if (this.#count + words.length <= wordLimit) this.hold(slot, words);
  }

  /** Holds an article's words in any case. */
  hold(slot: number, words: Uint32Array): void {
    this.forget(slot);
    this.#words[slot] = narrowed(words);
    this.#order.push(slot);
    this.#count += words.length;
    while (this.#count > wordLimit && this.#first < this.#order.length - 1) this.#forgetWords(this.#order[this.#first++] ?? 0);
    if (this.#first > 50_000) {
      this.#order = this.#order.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Lets go of those that no pair has: -1 in `last`. */
  keep(last: Int32Array): void {
    for (const slot of this.#words.keys()) if (last[slot] === -1) this.forget(slot);
  }

  has(slot: number): boolean {
    return this.#words[slot] !== undefined || this.#shingled[slot] !== undefined;
  }

  /** The shingles of an article whose words are held. */
  shingled(slot: number): Shingled {
    const known = this.#shingled[slot];
    if (known !== undefined) return known;
    const made = new Shingled(this.#words[slot] ?? new Uint16Array(0));
    this.#shingled[this.#ring[this.#next] ?? slot] = undefined;
    this.#shingled[slot] = made;
    this.#ring[this.#next] = slot;
    this.#next = (this.#next + 1) % shingledLimit;
    return made;
  }

  forget(slot: number): void {
    this.#forgetWords(slot);
    this.#shingled[slot] = undefined;
  }

  #forgetWords(slot: number): void {
    this.#count -= this.#words[slot]?.length ?? 0;
    this.#words[slot] = undefined;
  }

  clear(): void {
    this.#words.length = 0;
    this.#order.length = 0;
    this.#first = 0;
    this.#count = 0;
    this.#shingled.length = 0;
    this.#ring.length = 0;
    this.#next = 0;
  }
}

/** Half of each hash, and what marks function words and figures. Three words in a row are as good as never the same by chance. */
function narrowed(words: Uint32Array): Uint16Array {
  const narrow = new Uint16Array(words.length);
  for (let at = 0; at < narrow.length; at++) {
    const word = words[at] ?? 0;
    narrow[at] = ((word >>> 16) & 0xfffc) | (word & 3);
  }
  return narrow;
}
