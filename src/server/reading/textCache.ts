import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { Documents } from "./documents";

/** How much text is held for the next question, in characters; a single larger file is held alone. */
const capacity = 4 << 20;
/** What a document costs beside its text, its parsed article above all, in characters of text: small files are counted, not only weighed. */
const documentCost = 24 << 10;
/** A file may have changed since: what is held is read again after this, in milliseconds. */
const lifetime = 20_000;

interface Held {
  readonly document: Promise<ParsedDocument | null>;
  readonly since: number;
  size: number;
}

/** Documents that were read for a sentence or a context: hovers that follow find them in memory. */
export class TextCache {
  readonly #documents: Documents;
  readonly #read: (uri: string) => Promise<ParsedDocument | null>;
  readonly #held = new Map<string, Held>();
  #size = 0;

  constructor(documents: Documents, read: (uri: string) => Promise<ParsedDocument | null>) {
    this.#documents = documents;
    this.#read = read;
  }

  /** The document as it is open, or else in its file; null where it cannot be read. */
  get(uri: string): Promise<ParsedDocument | null> {
    if (this.#documents.isOpen(uri)) return Promise.resolve(this.#documents.parsed(uri));
    const known = this.#held.get(uri);
    if (known !== undefined && performance.now() - known.since < lifetime) {
      this.#held.delete(uri);
      this.#held.set(uri, known);
      return known.document;
    }
    this.#drop(uri);
    const held: Held = { document: this.#read(uri), since: performance.now(), size: 0 };
    this.#held.set(uri, held);
    void held.document.then((document) => {
      if (this.#held.get(uri) !== held) return;
      held.size = documentCost + (document?.text.length ?? 0);
      this.#size += held.size;
      for (const oldest of this.#held.keys()) {
        if (this.#size <= capacity || oldest === uri) break;
        this.#drop(oldest);
      }
    });
    return held.document;
  }

  #drop(uri: string): void {
    this.#size -= this.#held.get(uri)?.size ?? 0;
    this.#held.delete(uri);
  }
}
