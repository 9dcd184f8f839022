import type { Library } from "../../../core/library/library";
import type { SearchEngine } from "../../../core/search/engine/searchEngine";
import type { SearchState } from "../../../protocol/search";
import type { Files } from "../../files/files";
import type { Documents } from "../../reading/documents";
import type { Stage } from "../../reading/follower";
import type { Indexer } from "../../reading/indexer";
import type { Slices } from "../../reading/scheduler";
import { Signal } from "../../reading/signal";
import { throttled } from "../../reading/throttle";
import { BundleArticles } from "./bundleArticles";

/** How long after a change of the corpus it is said that answers may be others, in milliseconds. */
const pause = 40;
/** So many articles are described at once; more of them at most so often, in milliseconds, and in a small share of the time. */
const few = 500;
const describingPause = 2000;
const describingShare = 10;

/** The search index, which has each text as soon as it is read, and follows what else is found out of articles. */
export class SearchService implements Stage {
  readonly name = "search";
  readonly engine: SearchEngine;
  /** Answers may be others now, or the index has come further. */
  readonly changed = new Signal<void>();
  /** Articles of bundles by themselves, for those who show some of many. */
  readonly bundleArticles: BundleArticles;

  readonly #library: Library;
  readonly #indexer: Indexer;
  #isWorking = false;
  #notBefore = 0;

  constructor(library: Library, documents: Documents, files: Files, indexer: Indexer) {
    this.engine = library.engine;
    this.#library = library;
    this.#indexer = indexer;
    this.bundleArticles = new BundleArticles(library, documents, files);
    indexer.changed.on(
      throttled(() => {
        this.changed.fire();
      }, pause),
    );
  }

  get state(): SearchState {
    const done = this.#library.corpus.documentCount;
    const { progress } = this.#indexer;
    return { done, total: done + (this.#indexer.isIdle ? 0 : progress.total - progress.done) };
  }

  /** Whether the index knows all that others have found out of its articles. */
  get isDescribed(): boolean {
    return this.#library.undescribed === 0 && !this.#isWorking;
  }

  /** Names, groups and dates come later than texts, and change with other articles. */
  get isDue(): boolean {
    const { undescribed } = this.#library;
    return undescribed > 0 && (undescribed <= few || performance.now() >= this.#notBefore);
  }

  /** How long, in milliseconds, until what waits may be done; null where nothing waits. */
  get dueIn(): number | null {
    return this.#library.undescribed === 0 ? null : Math.max(0, this.#notBefore - performance.now());
  }

  async work(slices: Slices): Promise<void> {
    this.#isWorking = true;
    const work = this.#library.describe();
    let spent = 0;
    try {
      for (;;) {
        const start = performance.now();
        const { done } = work.next();
        spent += performance.now() - start;
        if (done === true) break;
        if (slices.over) await slices.next();
      }
    } finally {
      this.#isWorking = false;
      this.#notBefore = performance.now() + Math.max(describingPause, describingShare * spent);
      // Even where no fact is another one, it may be known now that none is missing.
      this.changed.fire();
    }
  }
}
