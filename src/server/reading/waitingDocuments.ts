interface Day {
  readonly uris: string[];
  isSorted: boolean;
}

/** Documents that wait to be taken in: the newest first. No step costs as much as all that wait. */
export class WaitingDocuments {
  readonly #newest = new Map<string, string>();
  /** By the date of the newest article; may name documents that wait no more. */
  readonly #days = new Map<string, Day>();
  /** Oldest first. */
  #dates: string[] = [];
  #isSorted = true;

  get size(): number {
    return this.#newest.size;
  }

  /** `newest` is the date of its newest article, `YYYY-MM-DD`; empty for none. */
  add(uri: string, newest: string): void {
    if (this.#newest.get(uri) === newest) return;
    this.#newest.set(uri, newest);
    const day = this.#days.get(newest);
    if (day !== undefined) {
      day.uris.push(uri);
      day.isSorted = false;
      return;
    }
    this.#days.set(newest, { uris: [uri], isSorted: true });
    this.#dates.push(newest);
    this.#isSorted = false;
  }

  has(uri: string): boolean {
    return this.#newest.has(uri);
  }

  uris(): IterableIterator<string> {
    return this.#newest.keys();
  }

  delete(uri: string): void {
    this.#newest.delete(uri);
  }

  /** Lets go of those for which `test` does not hold. */
  keep(test: (uri: string) => boolean): void {
    for (const uri of this.#newest.keys()) if (!test(uri)) this.#newest.delete(uri);
  }

  /** Takes one of `urgent`, else the newest where `anyone` may have its turn; null for none. Of one day, by URI. */
  take(urgent: Iterable<string>, anyone: boolean): string | null {
    for (const uri of urgent) if (this.#newest.delete(uri)) return uri;
    if (!anyone) return null;
    if (!this.#isSorted) this.#dates.sort();
    this.#isSorted = true;
    for (let date = this.#dates.at(-1); date !== undefined; date = this.#dates.at(-1)) {
      const uri = this.#takeOf(date);
      if (uri !== null) return uri;
      this.#days.delete(date);
      this.#dates.pop();
    }
    return null;
  }

  #takeOf(date: string): string | null {
    const day = this.#days.get(date);
    if (day === undefined) return null;
    if (!day.isSorted) day.uris.sort().reverse();
    day.isSorted = true;
    for (let uri = day.uris.pop(); uri !== undefined; uri = day.uris.pop()) {
      if (this.#newest.get(uri) === date && this.#newest.delete(uri)) return uri;
    }
    return null;
  }
}
