/** It rests so many times as long as it worked. */
const restShare = 10;
/** In milliseconds. */
const longestRest = 30_000;

/**
 * Work over everything, to be done again after changes: never twice at a time, and with a rest before the next time that
 * is long where the work is, so that it takes a small share of the time while changes go on and on.
 */
export class RestingWork {
  readonly #run: () => Promise<void>;
  readonly #finished: () => void;
  readonly #shortestRest: number;
  #isWanted = false;
  #isRunning = false;
  #notBefore = 0;

  /** `shortestRest` in milliseconds. `finished` is called after each `run`; `isDone` then says whether another one follows. */
  constructor(run: () => Promise<void>, finished: () => void, shortestRest: number) {
    this.#run = run;
    this.#finished = finished;
    this.#shortestRest = shortestRest;
  }

  /** Whether all changes that were told of have been worked on. */
  get isDone(): boolean {
    return !this.#isWanted && !this.#isRunning;
  }

  /** Something has changed. */
  again(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    if (!this.#isRunning) this.#startLater();
  }

  #startLater(): void {
    setTimeout(() => void this.#work(), Math.max(0, this.#notBefore - performance.now()));
  }

  async #work(): Promise<void> {
    this.#isWanted = false;
    this.#isRunning = true;
    const start = performance.now();
    try {
      await this.#run();
    } finally {
      const end = performance.now();
      this.#notBefore = end + Math.min(longestRest, Math.max(this.#shortestRest, restShare * (end - start)));
      this.#isRunning = false;
      // It was told of more meanwhile.
      if (!this.isDone) this.#startLater();
      this.#finished();
    }
  }
}
