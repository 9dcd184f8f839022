import type { Disposable } from "vscode";

/** Runs the latest of many calls, `delay` milliseconds after the last of them. */
export class Delayer implements Disposable {
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(delay: number) {
    this.#delay = delay;
  }

  /** Replaces what was waiting by `task`, which waits for a time of its own where one is given. */
  schedule(task: () => void, delay = this.#delay): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      task();
    }, delay);
  }

  /** Drops what was waiting. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  dispose(): void {
    this.cancel();
  }
}
