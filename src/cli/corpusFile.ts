import type { ParsedDocument } from "../core/corpus/parseDocument";

/** A file of the corpus, with its text, which an index may spare to read as long as nobody asks for it. */
export interface CorpusFile {
  readonly uri: string;
  /** Relative to the folder that was asked for, with "/"; the file's own name where a file was asked for. */
  readonly path: string;
  readonly document: ParsedDocument;
}
