/**
 * Which result is active. The reader moves in the list, and commands walk through the results while the list may be
 * hidden or behind: what the list says before it has heard of the last step is old.
 */
export class ActiveResult {
  #index = -1;
  #walked = 0;

  /** -1 for none. */
  get index(): number {
    return this.#index;
  }

  /** How many steps were taken past the list; it repeats the last number that it has heard. */
  get walked(): number {
    return this.#walked;
  }

  /** A step past the list. */
  walk(index: number): void {
    this.#index = index;
    this.#walked++;
  }

  /** The list says that `index` is active. A list that was asked for again has none, and the walk goes on where it was. */
  hear(index: number, walked: number, isNewQuestion: boolean): void {
    if (isNewQuestion || (walked === this.#walked && index >= 0)) this.#index = index;
  }
}
