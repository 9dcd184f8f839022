const ascii = 128;

/**
 * Which of many patterns are worth trying, by the first character of what they are tried on: a bit for each. `starts`
 * lists for each pattern the characters that it can start with; "é" stands for all that are not ASCII. At most 32.
 */
export class StartTable {
  readonly #bits = new Uint32Array(ascii + 1);

  constructor(starts: readonly string[]) {
    starts.forEach((characters, index) => {
      for (let at = 0; at < characters.length; at++) {
        const place = Math.min(characters.charCodeAt(at), ascii);
        this.#bits[place] = (this.#bits[place] ?? 0) | (1 << index);
      }
    });
  }

  /** The patterns for a first character with the UTF-16 code unit `unit`; 0 for none, and where there is no character. */
  at(unit: number): number {
    return this.#bits[unit < ascii ? unit : ascii] ?? 0;
  }
}
