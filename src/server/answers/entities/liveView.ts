import type { EntityIndex } from "../../../core/entities/index/entityIndex";
import { EntityView } from "../../../core/entities/index/entityView";
import type { Scheduler } from "../../reading/scheduler";

/** How often, at most, the entities are taken together anew while names come in, in milliseconds. */
const pause = 400;
/** So many times as long as it took, the next time waits while names still come in. */
const share = 12;

/** The entities of an index as they were taken together last. That is done anew in slices; those who ask have the old ones meanwhile. */
export class LiveView {
  readonly #index: EntityIndex;
  readonly #scheduler: Scheduler;
  #view: EntityView;
  #notBefore = 0;
  #renewing: Promise<void> | null = null;
  #isStopped = false;

  constructor(index: EntityIndex, scheduler: Scheduler) {
    this.#index = index;
    this.#scheduler = scheduler;
    this.#view = new EntityView(index);
  }

  get current(): EntityView {
    return this.#view;
  }

  get isBehind(): boolean {
    return this.#view.revision !== this.#index.revision;
  }

  /** Whether who changes the index should wait for `renew`: taking entities together is to be a small part of the time, but begins anew with each change. */
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
    const slices = this.#scheduler.slices();
    let spent = 0;
    let work = this.#index.linking();
    while (this.isBehind && !this.#isStopped) {
      const start = performance.now();
      const { done, value } = work.next();
      if (done === true) {
        if (value !== null) this.#view = new EntityView(this.#index);
        // The index changed meanwhile: from the beginning.
        else work = this.#index.linking();
      }
      spent += performance.now() - start;
      if (slices.over) await slices.next();
    }
    this.#notBefore = performance.now() + Math.max(pause, share * spent);
  }
}
