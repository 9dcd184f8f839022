import type { CancellationToken } from "../../core/util/cancellation";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** How long work goes on before requests get their turn, in milliseconds. A request takes some turns until it is answered. */
const sliceLength = 6;
/** How long work stands aside for urgent work at most, in milliseconds: endless typing must not starve it. */
const longestWait = 250;

/** A piece of long work that lets requests in between. */
export interface Slices {
  /** Whether it is time to call `next`. Cheap: to be asked in every round of a loop. */
  readonly over: boolean;
  /** Lets requests have their turn; throws `RequestCancelled` if `token` was cancelled meanwhile. */
  next(token?: CancellationToken): Promise<void>;
}

/**
 * Shares the one thread between long work and requests. However much work there is at a time, one slice of one piece
 * is between two turns of the requests.
 */
export class Scheduler {
  readonly #breathe: () => Promise<void>;
  #urgent = 0;
  /** Those whose slices are over, longest first, each of whom waits for the next one. */
  #queue: (() => void)[] = [];
  #isHandingOut = false;
  /** Ends the wait for urgent work. */
  #goOn: (() => void) | null = null;

  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** What `work` comes to, which pauses often. Lets requests in between; throws `RequestCancelled` if `token` was cancelled meanwhile. */
  async drive<Result>(work: Generator<undefined, Result>, token?: CancellationToken): Promise<Result> {
    return await driveIn(this.slices(), work, token);
  }

  /** The same as long as `isWanted`, asked after each step; null from when it is not. */
  async driveWhile<Result>(work: Generator<undefined, Result>, isWanted: () => boolean): Promise<Result | null> {
    const slices = this.slices();
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      if (slices.over) await slices.next();
      if (!isWanted()) return null;
    }
  }

  /** Begins a piece of long work. */
  slices(): Slices {
    return this.#slices(
      () =>
        new Promise((resolve) => {
          this.#queue.push(resolve);
          if (!this.#isHandingOut) void this.#handOut();
        }),
    );
  }

  /**
   * Does what somebody waits for with a finger on a key. What waits for files in small steps would else wait for a slice of
   * other work at each: that stands aside meanwhile. `work` is given slices that do not.
   */
  async urgently<Result>(work: (slices: Slices) => Promise<Result>): Promise<Result> {
    this.#urgent++;
    try {
      return await work(this.#slices(this.#breathe));
    } finally {
      this.#urgent--;
      if (this.#urgent === 0) this.#goOn?.();
    }
  }

  /** Gives those who wait their slices, one a turn. */
  async #handOut(): Promise<void> {
    this.#isHandingOut = true;
    for (let goOn = this.#queue.shift(); goOn !== undefined; goOn = this.#queue.shift()) {
      await this.#breathe();
      if (this.#urgent > 0) await this.#standAside();
      goOn();
    }
    this.#isHandingOut = false;
  }

  #slices(breathe: () => Promise<void>): Slices {
    let start = performance.now();
    return {
      get over() {
        return performance.now() - start > sliceLength;
      },
      async next(token) {
        await breathe();
        start = performance.now();
        if (token !== undefined) throwIfCancelled(token);
      },
    };
  }

  #standAside(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      this.#goOn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** What `work` comes to, which pauses often, in slices that somebody has. Throws `RequestCancelled` if `token` was cancelled meanwhile. */
export async function driveIn<Result>(slices: Slices, work: Generator<undefined, Result>, token?: CancellationToken): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (slices.over) await slices.next(token);
  }
}

/** Ends a request that nobody waits for any more, with LSP's error for it. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
