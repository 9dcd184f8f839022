import type { CancellationToken } from "../core/cancellation";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** How long work goes on before requests get their turn, in milliseconds. */
const sliceLength = 12;

/** A piece of long work that lets requests in between. */
export interface Slices {
  /** Whether it is time to call `next`. Cheap: to be asked in every round of a loop. */
  readonly over: boolean;
  /** Lets requests have their turn; throws `RequestCancelled` if `token` was cancelled meanwhile. */
  next(token?: CancellationToken): Promise<void>;
}

/** Shares the one thread between long work and requests. */
export class Scheduler {
  readonly #breathe: () => Promise<void>;

  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** Begins a piece of long work. */
  slices(): Slices {
    const breathe = this.#breathe;
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
}

/** Ends a request that nobody waits for any more, with LSP's error for it. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
