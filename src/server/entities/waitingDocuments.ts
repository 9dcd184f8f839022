/** Documents that wait for their names to be read: the newest first. */
export class WaitingDocuments {
  readonly #newest = new Map<string, string>();
  /** Oldest first; may name documents that wait no more. */
  #order: string[] = [];
  #isSorted = true;

  get size(): number {
    return this.#newest.size;
  }

  /** `newest` is the date of its newest article, `YYYY-MM-DD`; empty for none. */
  add(uri: string, newest: string): void {
    if (this.#newest.get(uri) === newest) return;
    if (!this.#newest.has(uri)) this.#order.push(uri);
    this.#newest.set(uri, newest);
    this.#isSorted = false;
  }

  /** Lets go of those for which `test` does not hold. */
  keep(test: (uri: string) => boolean): void {
    for (const uri of this.#newest.keys()) if (!test(uri)) this.#newest.delete(uri);
  }

  /** Takes one of `urgent`, else the newest where `anyone` may have its turn; null for none. */
  take(urgent: Iterable<string>, anyone: boolean): string | null {
    for (const uri of urgent) if (this.#newest.delete(uri)) return uri;
    if (!anyone) return null;
    if (!this.#isSorted) {
      this.#order = [...this.#newest].sort((a, b) => (a[1] === b[1] ? (a[0] < b[0] ? 1 : -1) : a[1] < b[1] ? -1 : 1)).map(([uri]) => uri);
      this.#isSorted = true;
    }
    for (let uri = this.#order.pop(); uri !== undefined; uri = this.#order.pop()) if (this.#newest.delete(uri)) return uri;
    return null;
  }
}
