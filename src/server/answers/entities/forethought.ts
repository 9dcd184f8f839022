import { traceOf } from "../../../core/util/errorText";
import { Best } from "../../../core/util/best";
import type { Scheduler } from "../../reading/scheduler";
import { Debouncer } from "../../reading/throttle";
import type { NameService } from "./nameService";
import type { SentenceTexts } from "./sentenceTexts";
import type { Summaries } from "./summaries";

/** How long nothing must have changed, in milliseconds. */
const calm = 1500;
/** Entities of fewer articles are counted fast enough when they are asked for. */
const fewest = 200;
const mostEntities = 200;

/** Counts what hovers ask of the most frequent entities before they are asked, once the names have been read and nothing changes. */
export class Forethought {
  readonly #names: NameService;
  readonly #summaries: Summaries;
  readonly #sentenceTexts: SentenceTexts;
  readonly #scheduler: Scheduler;
  readonly #calm = new Debouncer(calm);
  #turn = 0;

  constructor(names: NameService, summaries: Summaries, sentenceTexts: SentenceTexts, scheduler: Scheduler) {
    this.#names = names;
    this.#summaries = summaries;
    this.#sentenceTexts = sentenceTexts;
    this.#scheduler = scheduler;
    names.changed.on(() => {
      this.later();
    });
  }

  /** What was counted may be others now: begins again when there is calm. */
  later(): void {
    this.#turn++;
    this.#calm.run("", () => {
      void this.#think().catch((error: unknown) => {
        this.#names.failed.fire(`counting ahead: ${traceOf(error)}`);
      });
    });
  }

  stop(): void {
    this.#turn++;
    this.#calm.cancel("");
  }

  async #think(): Promise<void> {
    const names = this.#names;
    if (!names.isReady) return;
    const turn = this.#turn;
    const slices = this.#scheduler.slices();
    const { view } = names;
    for (let article = 0; article < names.index.numberLimit; article++) {
      names.factsOf(article);
      if (slices.over) await slices.next();
      if (turn !== this.#turn) return;
    }
    const frequent = new Best<{ readonly root: number; readonly articles: number }>(
      mostEntities,
      (a, b) => b.articles - a.articles || a.root - b.root,
    );
    for (const root of view.roots()) {
      const articles = view.articlesOf(root);
      if (articles >= fewest) frequent.add({ root, articles });
      if (slices.over) await slices.next();
      if (turn !== this.#turn) return;
    }
    for (const { root } of frequent.items) {
      const entity = view.entityNumbered(root);
      if (entity === null) continue;
      this.#summaries.overview(entity);
      if (slices.over) await slices.next();
      if (turn !== this.#turn) return;
      this.#summaries.companions(entity);
      this.#sentenceTexts.candidates(entity);
      if (slices.over) await slices.next();
      if (turn !== this.#turn) return;
    }
  }
}
