import { traceOf } from "../../../core/util/errorText";
import type { Story } from "../../../core/related/relatedCorpus";
import type { Scheduler } from "../../reading/scheduler";
import { Signal } from "../../reading/signal";
import type { RelatedService } from "./relatedService";

/** The stories as they were last put together. */
export interface Stories {
  readonly stories: readonly Story[];
  /** The index into `stories` for each article that is of one. */
  readonly ofArticle: ReadonlyMap<string, number>;
}

const none: Stories = { stories: [], ofArticle: new Map() };
/** How long the articles must be at rest before stories are put together anew, in milliseconds. */
const rest = 400;
/** In a corpus of no more articles stories take a second at most, and nobody has to ask for them first. */
const cheap = 5000;

/**
 * Puts stories together in the background: in a small corpus as soon as its articles are at rest, in a large one once somebody has
 * looked at `current`.
 */
export class StoryService {
  /** There are other stories. */
  readonly changed = new Signal<void>();
  readonly failed = new Signal<string>();
  readonly #service: RelatedService;
  readonly #scheduler: Scheduler;
  #stories = none;
  #revision = -1;
  /** Counts what was put together: ids of stories hold for one of them. */
  #edition = 0;
  #isWanted = false;
  #isStopped = false;
  #isWorking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(service: RelatedService, scheduler: Scheduler) {
    this.#service = service;
    this.#scheduler = scheduler;
    service.changed.on(() => {
      if (this.#isWanted || service.related.size <= cheap) this.#renewSoon();
    });
  }

  /** The stories that are ready; where they are out of date new ones are put together, and `changed` says when. */
  get current(): Stories {
    this.#isWanted = true;
    if (!this.isReady && this.#timer === undefined) this.#renewSoon();
    return this.#stories;
  }

  get isReady(): boolean {
    return this.#service.isReady && this.#revision === this.#service.related.revision;
  }

  get edition(): number {
    return this.#edition;
  }

  /** Ends what waits to be done. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #renewSoon(): void {
    clearTimeout(this.#timer);
    if (this.#isWorking || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#service.isReady || this.isReady) return;
      this.#renew().catch((error: unknown) => {
        this.failed.fire(`stories: ${traceOf(error)}`);
      });
    }, rest);
  }

  async #renew(): Promise<void> {
    this.#isWorking = true;
    try {
      const { related } = this.#service;
      const { revision } = related;
      // Where the articles change meanwhile, they will say when they are at rest again.
      const stories = await this.#scheduler.driveWhile(related.stories(), () => related.revision === revision && !this.#isStopped);
      if (stories !== null) this.#put(stories, revision);
    } finally {
      this.#isWorking = false;
    }
  }

  #put(stories: readonly Story[], revision: number): void {
    const ofArticle = new Map<string, number>();
    for (const [at, { articles }] of stories.entries()) for (const id of articles) ofArticle.set(id, at);
    this.#stories = { stories, ofArticle };
    this.#revision = revision;
    this.#edition++;
    this.changed.fire();
  }
}
