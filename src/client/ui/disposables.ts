import type { Disposable } from "vscode";

/** Disposables that end together, the last first. Adding to one that has ended disposes at once. */
export class Disposables implements Disposable {
  readonly #items: Disposable[] = [];
  #ended = false;

  /** Takes `item` into care and gives it back. */
  add<T extends Disposable>(item: T): T {
    if (this.#ended) item.dispose();
    else this.#items.push(item);
    return item;
  }

  /** Disposes all; what comes later is disposed on arrival. */
  dispose(): void {
    this.#ended = true;
    for (let item = this.#items.pop(); item; item = this.#items.pop()) item.dispose();
  }
}
