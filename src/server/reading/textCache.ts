import type { Corpus } from "../../core/corpus/corpus";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { Documents } from "./documents";

/** How much text is held for the next question, in characters; a single larger file is held alone. */
const capacity = 4 << 20;
/**
 * What a document costs beside its text, its parsed article above all, in characters of text: small files are counted, not only
 * weighed.
 */
const documentCost = 24 << 10;

/** What stands for the state of a file: its articles, which are others whenever it was read anew; null outside the corpus. */
export function stampOf(corpus: Corpus, uri: string): unknown {
  return corpus.has(uri) ? corpus.articlesOf(uri) : null;
}

interface Held {
  readonly document: Promise<ParsedDocument | null>;
  /** The state of the file that it is of. */
  readonly stamp: unknown;
  size: number;
}

/**
 * Documents that were read for a sentence or a context: hovers that follow find them in memory. They are kept as long as the corpus
 * has the same articles of their files: `stampOf` gives another value once a file was read anew.
 */
export class TextCache {
  readonly #documents: Documents;
  readonly #stampOf: (uri: string) => unknown;
  readonly #read: (uri: string) => Promise<ParsedDocument | null>;
  readonly #isKept: (uri: string, document: ParsedDocument) => boolean;
  readonly #held = new Map<string, Held>();
  #size = 0;

  /** `isKept` says whether a document is what the corpus has read: a file may have changed since, and nobody has said so yet. */
  constructor(
    documents: Documents,
    stampOf: (uri: string) => unknown,
    read: (uri: string) => Promise<ParsedDocument | null>,
    isKept: (uri: string, document: ParsedDocument) => boolean = () => true,
  ) {
    this.#documents = documents;
    this.#stampOf = stampOf;
    this.#read = read;
    this.#isKept = isKept;
  }

  /** The document as it is open, or else in its file; null where it cannot be read. */
  get(uri: string): Promise<ParsedDocument | null> {
    if (this.#documents.isOpen(uri)) return Promise.resolve(this.#documents.parsed(uri));
    const stamp = this.#stampOf(uri);
    const known = this.#held.get(uri);
    if (known !== undefined && known.stamp === stamp) {
      this.#held.delete(uri);
      this.#held.set(uri, known);
      return known.document;
    }
    this.#drop(uri);
    const held: Held = { document: this.#read(uri), stamp, size: 0 };
    this.#held.set(uri, held);
    void held.document.then((document) => {
      if (this.#held.get(uri) !== held) return;
      // What could not be read a moment ago may be read now.
      if (document === null || !this.#isKept(uri, document)) {
        this.#drop(uri);
        return;
      }
      held.size = documentCost + document.text.length;
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
