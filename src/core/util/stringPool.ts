import { ownCopy } from "./ownCopy";

const maxStrings = 10_000;

/**
 * One string for values that recur (outlets, cities). Bounded: what is pooled comes from files, and beyond the bound
 * values are merely not shared.
 */
export class StringPool {
  readonly #strings = new Map<string, string>();

  /** A string equal to `value` that holds on to no other text; null for null. */
  own(value: string | null): string | null {
    if (value === null) return null;
    const known = this.#strings.get(value);
    if (known !== undefined) return known;
    const own = ownCopy(value);
    if (this.#strings.size < maxStrings) this.#strings.set(own, own);
    return own;
  }
}
