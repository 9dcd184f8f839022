/**
 * Where a library is kept between two sessions: a few named parts, each written at once or not at all. The names are of letters,
 * digits, dots and hyphens.
 */
export interface Storage {
  /** Null for a part that is not there, or cannot be read. */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes a part in place of what was there. Rejects where that cannot be done; then what was there still is. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Takes a part away; nothing happens if it is not there. */
  delete(name: string): Promise<void>;
  /** The names of all parts. */
  list(): Promise<readonly string[]>;
}

/** Keeps parts as long as the program runs. */
export class MemoryStorage implements Storage {
  readonly #parts = new Map<string, Uint8Array>();

  read(name: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.#parts.get(name) ?? null);
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    this.#parts.set(name, bytes.slice());
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.#parts.delete(name);
    return Promise.resolve();
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.#parts.keys()]);
  }
}
