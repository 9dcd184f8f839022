import { EntityView } from "../../../core/entities/index/entityView";
import type { Library } from "../../../core/library/library";
import type { Scheduler } from "../../reading/scheduler";

/** How often, at most, the entities are taken together anew while names come in, in milliseconds. */
const pause = 400;
/** So many times as long as it took, the next time waits while names still come in. */
const share = 12;

/** Takes the entities of a library together anew, in slices; those who ask have the old ones meanwhile. */
export class LiveView {
  readonly #library: Library;
  readonly #scheduler: Scheduler;
  #notBefore = 0;
  #renewing: Promise<void> | null = null;
  #isStopped = false;

  constructor(library: Library, scheduler: Scheduler) {
    this.#library = library;
    this.#scheduler = scheduler;
  }

  get isBehind(): boolean {
    return this.#library.view.revision !== this.#library.names.revision;
  }

  /**
   * Whether who changes the index should wait for `renew`: taking entities together is to be a small part of the time, but begins anew
   * with each change.
   */
  get isDue(): boolean {
    return this.#renewing !== null || (this.isBehind && performance.now() >= this.#notBefore);
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Resolves when the view is that of the index. */
  renew(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew(): Promise<void> {
    const { names } = this.#library;
    const slices = this.#scheduler.slices();
    let spent = 0;
    let work = names.linking();
    while (this.isBehind && !this.#isStopped) {
      const start = performance.now();
      const { done, value } = work.next();
      if (done === true) {
        if (value !== null) this.#library.view = new EntityView(names);
        // The index changed meanwhile: from the beginning.
        else work = names.linking();
      }
      spent += performance.now() - start;
      if (slices.over) await slices.next();
    }
    this.#notBefore = performance.now() + Math.max(pause, share * spent);
  }
}
