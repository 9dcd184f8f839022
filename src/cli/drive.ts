import type { Context } from "./context";
import { Failure } from "./failure";

/** In milliseconds. */
const breathAfter = 50;

/** Lets Ctrl+C be heard now and then in long work. */
export class Breath {
  readonly #context: Context;
  #start = performance.now();

  constructor(context: Context) {
    this.#context = context;
  }

  /** To be awaited often. Fails once the command is cancelled. */
  async take(): Promise<void> {
    if (!this.isDue) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#start = performance.now();
    if (this.#context.token.isCancellationRequested) throw new Failure("Cancelled.");
  }

  get isDue(): boolean {
    return performance.now() - this.#start >= breathAfter;
  }
}

/** Drives a computation in slices to its end. Ctrl+C is heard between them. */
export async function drive<Result>(work: Generator<undefined, Result>, context: Context): Promise<Result> {
  const breath = new Breath(context);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (breath.isDue) await breath.take();
  }
}
