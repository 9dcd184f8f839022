import { articleId, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { Documents } from "../../reading/documents";
import { stampOf, TextCache } from "../../reading/textCache";
import { textHash } from "../../../core/text/textHash";
import type { Files } from "../../files/files";
import type { Library } from "../../../core/library/library";

/**
 * Single articles out of closed bundles, read without the rest of the file: a page of results may come from as many large
 * bundles as it has hits. What is not the text that was read before (the file has changed, or is no UTF-8) is not given.
 */
export class BundleArticles {
  readonly #corpus: Corpus;
  readonly #documents: Documents;
  readonly #files: Files;
  readonly #library: Pick<Library, "known" | "sharedLinesOf">;
  readonly #cache: TextCache;

  constructor(library: Library, documents: Documents, files: Files) {
    const { corpus } = library;
    this.#corpus = corpus;
    this.#documents = documents;
    this.#files = files;
    this.#library = library;
    this.#cache = new TextCache(
      documents,
      (id) => stampOf(corpus, corpus.article(id)?.uri ?? ""),
      (id) => this.#read(id),
    );
  }

  /** The article as a document of its own, with its marker lines; null where the whole file has to be read. */
  async get(record: ArticleRecord): Promise<ParsedDocument | null> {
    return record.key === null || this.#documents.isOpen(record.uri) ? null : await this.#cache.get(articleId(record));
  }

  async #read(id: string): Promise<ParsedDocument | null> {
    const record = this.#corpus.article(id);
    const known = this.#library.known(id);
    const folder = record === null ? null : this.#files.folderOf(record.uri);
    if (record === null || folder === null || !known?.bytes) return null;
    const { start, length } = known.bytes;
    const bytes = await this.#files.sourceOf(folder).readBytes?.(record.uri, start, length);
    const text = bytes ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : null;
    if (text === null || textHash(text, { start: 0, end: text.length }) !== known.hash) return null;
    const document = this.#documents.parseAs(record.uri, text, "bundle");
    // Its key may be another one where the rest of the file is.
    document.useTemplate(() => this.#library.sharedLinesOf(id));
    return document.slots.length === 1 ? document : null;
  }
}
