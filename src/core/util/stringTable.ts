import { ownCopy } from "./ownCopy";

/**
 * Strings that many articles share, each held once under a small number, as long as somebody uses it. No string in it holds
 * on to a larger text.
 */
export class StringTable {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #uses: number[] = [];
  readonly #free: number[] = [];

  /** More than any number. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a string, used once more from now on. */
  use(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      this.#uses[known] = (this.#uses[known] ?? 0) + 1;
      return known;
    }
    const own = ownCopy(text);
    const number = this.#free.pop() ?? this.#texts.length;
    this.#texts[number] = own;
    this.#uses[number] = 1;
    this.#numbers.set(own, number);
    return number;
  }

  /** Ends one use; the number of a string that nobody uses any more may become another's. */
  release(number: number): void {
    const uses = (this.#uses[number] ?? 0) - 1;
    this.#uses[number] = uses;
    if (uses > 0) return;
    this.#numbers.delete(this.text(number));
    this.#texts[number] = "";
    this.#free.push(number);
  }

  /** The string of a number that is in use. */
  text(number: number): string {
    return this.#texts[number] ?? "";
  }

  /** The number of a string; -1 where nobody uses it. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }
}
