/**
 * A function that calls `run` at most once in `interval` milliseconds however often it is called itself, and always
 * once after the last call.
 */
export function throttled(run: () => void, interval: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastRun = -Infinity;
  return () => {
    if (timer !== null) return;
    timer = setTimeout(
      () => {
        timer = null;
        lastRun = performance.now();
        run();
      },
      Math.max(0, lastRun + interval - performance.now()),
    );
  };
}

/** Runs the last action given for a key when `delay` milliseconds have passed without another for the same key. */
export class Debouncer {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #delay: number;

  constructor(delay: number) {
    this.#delay = delay;
  }

  run(key: string, action: () => void): void {
    this.cancel(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        action();
      }, this.#delay),
    );
  }

  cancel(key: string): void {
    const timer = this.#timers.get(key);
    if (timer !== undefined) clearTimeout(timer);
    this.#timers.delete(key);
  }
}

/** Gathers items and hands them to `run` together, `interval` milliseconds after the first of them. */
export function throttledBatch<T>(run: (items: readonly T[]) => void, interval: number): (items: readonly T[]) => void {
  let gathered: T[] = [];
  let waiting = false;
  return (items) => {
    for (const item of items) gathered.push(item);
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      const batch = gathered;
      gathered = [];
      run(batch);
    }, interval);
  };
}
