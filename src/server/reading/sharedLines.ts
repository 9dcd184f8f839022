import type { Library } from "../../core/library/library";
import type { ReadDocument } from "./documentReader";
import type { Documents } from "./documents";
import type { Stage } from "./follower";
import type { Indexer } from "./indexer";
import { driveIn, type Slices } from "./scheduler";

/**
 * Once all files are read: finds out which lines the articles of a folder or host share, and reads those again that have such
 * lines and were read without.
 */
export class SharedLines implements Stage {
  readonly name = "lines that articles share";
  readonly #library: Library;
  readonly #documents: Documents;
  readonly #indexer: Indexer;
  readonly #read: ReadDocument;

  constructor(library: Library, documents: Documents, indexer: Indexer, read: ReadDocument) {
    this.#library = library;
    this.#documents = documents;
    this.#indexer = indexer;
    this.#read = read;
  }

  get isDue(): boolean {
    return this.#indexer.isRead && this.#library.sharesMore;
  }

  async work(slices: Slices): Promise<void> {
    const library = this.#library;
    try {
      await driveIn(slices, library.share());
      for (let uri = library.takeToReadAgain(); uri !== null; uri = library.takeToReadAgain()) {
        await this.#readAgain(uri, slices);
        // What comes meanwhile may change what is shared.
        if (!this.#indexer.isRead) break;
      }
    } finally {
      this.#indexer.settle();
    }
  }

  async #readAgain(uri: string, slices: Slices): Promise<void> {
    const isOpen = this.#documents.isOpen(uri);
    const document = await this.#read(uri);
    const isSame = document !== null && (await driveIn(slices, this.#library.readAgain(uri, document)));
    // What is open follows by itself; those who show it ask again.
    if (isOpen) this.#documents.changed.fire(uri);
    else if (!isSame) this.#indexer.modified(uri);
    if (slices.over) await slices.next();
  }
}
