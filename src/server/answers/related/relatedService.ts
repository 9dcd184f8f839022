import type { Library } from "../../../core/library/library";
import type { RelatedCorpus } from "../../../core/related/relatedCorpus";
import { driveWhile, type Stage } from "../../reading/follower";
import type { Indexer } from "../../reading/indexer";
import type { Slices } from "../../reading/scheduler";
import { Signal } from "../../reading/signal";

/**
 * Near-duplicates, relatedness and links: follows the articles once they have been read. What is asked is answered from what is
 * ready.
 */
export class RelatedService implements Stage {
  readonly name = "related articles";
  readonly related: RelatedCorpus;
  /** Answers may have changed. */
  readonly changed = new Signal<void>();

  readonly #library: Library;
  readonly #indexer: Indexer;
  #compared = -1;
  #isWorking = false;

  constructor(library: Library, indexer: Indexer) {
    this.related = library.related;
    this.#library = library;
    this.#indexer = indexer;
    let knewFolders = indexer.knowsFolders;
    indexer.changed.on(() => {
      if (knewFolders || !indexer.knowsFolders) return;
      knewFolders = true;
      this.changed.fire();
    });
  }

  /** Whether it is known what the corpus is, and all that it has now was taken in and compared. */
  get isReady(): boolean {
    return !this.isDue && !this.#isWorking && this.#indexer.knowsFolders && this.#indexer.isIdle && !this.#library.hasGone;
  }

  /** Articles are read first. */
  get isDue(): boolean {
    return this.#indexer.isIdle && (this.#library.unrelated > 0 || this.#compared !== this.related.revision);
  }

  async work(slices: Slices): Promise<void> {
    const library = this.#library;
    const { revision } = this.related;
    // What fails is not tried again before something changes.
    this.#compared = revision;
    this.#isWorking = true;
    const isWanted = (): boolean => library.unrelated === 0 && !library.hasGone;
    try {
      if (library.unrelated > 0) {
        await driveWhile(slices, library.relate(), () => this.#indexer.isIdle);
        this.#compared = -1;
        return;
      }
      const compared = await driveWhile(slices, library.compare(), isWanted);
      if (compared === null) {
        this.#compared = -1;
        return;
      }
      // What is known now is of use, though the topics are still to come.
      this.changed.fire();
      const trained = await driveWhile(slices, library.train(), isWanted);
      this.#compared = trained === null ? -1 : this.related.revision;
    } finally {
      this.#isWorking = false;
      this.changed.fire();
    }
  }
}
