import { traceOf } from "../../core/util/errorText";
import type { Scheduler, Slices } from "./scheduler";
import { Signal } from "./signal";

/** One kind of work that follows what was read: done where there is nothing to do in those before it. */
export interface Stage {
  /** For the log. */
  readonly name: string;
  /** Whether there is something to do now. */
  readonly isDue: boolean;
  /** How long, in milliseconds, until something that waits is due; null or absent where nothing waits. */
  readonly dueIn?: number | null;
  /** Does a piece of it. What fails is not due again. */
  work(slices: Slices): Promise<void>;
}

/**
 * Does all that follows the reading of files, one piece at a time, in one order: whenever a piece is done, the first stage that has
 * something to do has its turn. So search and relatedness are ready long before names are. A fault is logged, and ends its piece only.
 */
export class Follower {
  readonly failed = new Signal<string>();
  readonly #scheduler: Scheduler;
  readonly #stages: readonly Stage[];
  #isWorking = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(scheduler: Scheduler, stages: readonly Stage[]) {
    this.#scheduler = scheduler;
    this.#stages = stages;
  }

  /** Something may be due. */
  wake(): void {
    if (!this.#isWorking && !this.#isStopped && this.#stages.some(({ isDue }) => isDue)) void this.#work();
  }

  /** Ends the work for good. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    const slices = this.#scheduler.slices();
    for (let stage = this.#next(); stage !== undefined; stage = this.#next()) {
      const { name } = stage;
      await stage.work(slices).catch((error: unknown) => {
        if (!this.#isStopped) this.failed.fire(`${name}: ${traceOf(error)}`);
      });
      // A stage that had little to do must not keep requests waiting either.
      if (slices.over) await slices.next();
    }
    this.#isWorking = false;
    this.#wakeLater();
  }

  #wakeLater(): void {
    clearTimeout(this.#timer);
    const waits = this.#stages.flatMap(({ dueIn }) => dueIn ?? []);
    if (waits.length === 0 || this.#isStopped) return;
    this.#timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(...waits),
    );
  }

  #next(): Stage | undefined {
    return this.#isStopped ? undefined : this.#stages.find(({ isDue }) => isDue);
  }
}

/** Drives `work` in slices as long as `isWanted`; null where it ended early. */
export async function driveWhile<Result>(
  slices: Slices,
  work: Generator<undefined, Result>,
  isWanted: () => boolean,
): Promise<Result | null> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (!slices.over) continue;
    await slices.next();
    if (!isWanted()) return null;
  }
}
