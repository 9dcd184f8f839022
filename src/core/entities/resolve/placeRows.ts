/** A row: the article's number, the index of its local entity, how often it is mentioned and the mark together. */
const width = 3;
const markBits = 8;
/** Longer rows are a typed array: half of what a list takes, but a hundred bytes for itself. */
const longestList = 8 * width;

/** The largest mark that a row can have. */
export const largestMark = (1 << markBits) - 1;

/** Where the local entities of a group are, one row each. Most groups have one or two, some have half of the corpus. */
export class PlaceRows {
  #rows: number[] | Int32Array = [];
  #length = 0;
  #gone = 0;

  /** How many rows there are, those of articles that have gone among them. */
  get length(): number {
    return this.#length / width;
  }

  /** `mark` is what its owner wants to know without a look at the article: 0 to `largestMark`. */
  add(article: number, local: number, mentions: number, mark: number): void {
    const last = (mentions << markBits) | mark;
    if (this.#length < longestList) {
      // Exactly as long as it is: a list that has been pushed to holds room for sixteen more.
      this.#rows = this.#length === 0 ? [article, local, last] : [...this.#rows, article, local, last];
    } else {
      if (this.#length === this.#rows.length) {
        const grown = new Int32Array(Math.ceil(this.#length / width / 2) * 3 * width);
        grown.set(this.#rows);
        this.#rows = grown;
      }
      this.#rows[this.#length] = article;
      this.#rows[this.#length + 1] = local;
      this.#rows[this.#length + 2] = last;
    }
    this.#length += width;
  }

  /** An article of one of the rows has gone. Rows go together, so that one that goes does not cost as much as all that stay. */
  lose(isHere: (article: number) => boolean): void {
    this.#gone++;
    if (this.#gone * 2 > this.length) this.tidy(isHere);
  }

  /** Lets go of the rows of articles that have gone. */
  tidy(isHere: (article: number) => boolean): void {
    if (this.#gone === 0) return;
    let to = 0;
    for (let at = 0; at < this.#length; at += width) {
      if (!isHere(this.#rows[at] ?? -1)) continue;
      if (to < at) this.#rows.copyWithin(to, at, at + width);
      to += width;
    }
    this.#rows = to <= longestList ? [...this.#rows.slice(0, to)] : this.#rows.slice(0, to);
    this.#length = to;
    this.#gone = 0;
  }

  article(row: number): number {
    return this.#rows[row * width] ?? -1;
  }

  local(row: number): number {
    return this.#rows[row * width + 1] ?? -1;
  }

  mentions(row: number): number {
    return (this.#rows[row * width + 2] ?? 0) >> markBits;
  }

  mark(row: number): number {
    return (this.#rows[row * width + 2] ?? 0) & largestMark;
  }
}
