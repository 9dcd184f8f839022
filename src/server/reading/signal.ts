/** Says that something happened to those who asked to be told. */
export class Signal<T> {
  readonly #listeners = new Set<(value: T) => void>();

  on(listener: (value: T) => void): void {
    this.#listeners.add(listener);
  }

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
