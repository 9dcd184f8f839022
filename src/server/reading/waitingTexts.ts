/** How much text waits for its names in memory, in code units; the rest is read again when its turn comes. */
const capacity = 24 << 20;

/** Texts that were read a moment ago and are looked at once more: while there is room, they need not be read again. */
export class WaitingTexts {
  readonly #texts = new Map<string, string>();
  #size = 0;

  /** Keeps a text if there is room. */
  offer(uri: string, text: string): void {
    this.take(uri);
    if (this.#size + text.length > capacity) return;
    this.#texts.set(uri, text);
    this.#size += text.length;
  }

  /** A text that is looked at a further time; null where it was not kept. */
  peek(uri: string): string | null {
    return this.#texts.get(uri) ?? null;
  }

  /** Gives a text away; null where it was not kept. */
  take(uri: string): string | null {
    const text = this.#texts.get(uri);
    if (text === undefined) return null;
    this.#texts.delete(uri);
    this.#size -= text.length;
    return text;
  }
}
